"""The limit: what one could write by hand for these writes and nothing else. `python -m bench.writes.limit URL POOL`.

Each operation is the statement that ours sends, which is a transaction with all that is written, activity and
notification included, and then one which gives the answer. Documents are never looked at, and nothing is checked.
"""

import sys
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.reads.asgi_server import serve
from bench.reads.limit import SESSION
from cam_graphql.database import PooledConnection, connection_arguments
from services.contact_events.logging import LOG
from services.leads.stages import MOVE

ACTOR = "operator"
Write = Callable[[asyncpg.Connection, dict[str, Any]], Awaitable[str]]


def _id(type_name: str, key: str) -> str:
    return f"encode(convert_to('{type_name}:' || {key}, 'UTF8'), 'base64')"


_EVENT = f"""
SELECT json_build_object('data', json_build_object('logContactEvent', json_build_object(
  'contactEvent', json_build_object(
    'id', {_id("ContactEvent", "e.id")}, 'channel', e.channel, 'direction', e.direction, 'summary', e.summary,
    'occurredAt', e.occurred_at,
    'lead', json_build_object('id', {_id("Lead", "l.id")}, 'stage', l.stage, 'lastContactedAt', l.last_contacted_at)
  ),
  'userErrors', '[]'::json
)))
FROM contact_events e JOIN leads l ON l.id = e.lead_id WHERE e.id = $1
"""

_LEAD = f"""
SELECT json_build_object('data', json_build_object('updateLeadStage', json_build_object(
  'lead', json_build_object('id', {_id("Lead", "id")}, 'name', name, 'stage', stage, 'updatedAt', updated_at),
  'userErrors', '[]'::json
)))
FROM leads WHERE id = $1
"""


def _key(global_id: str) -> int:
    return int(b64decode(global_id).partition(b":")[2])


async def _log(connection: asyncpg.Connection, asked: dict[str, Any]) -> str:
    at = datetime.now(UTC)
    detail = orjson.dumps({"channel": asked["channel"], "direction": asked["direction"]}).decode()
    event = (asked["channel"], asked["direction"], asked["summary"], at, None, None)
    effect = (at, None, ["NEW"], "CONTACTED", "CONTACT_EVENT_LOGGED", detail)
    written = await connection.fetchrow(LOG, _key(asked["leadId"]), at, ACTOR, *effect, *event)
    assert written is not None
    return str(await connection.fetchval(_EVENT, written["event_id"]))


async def _move(connection: asyncpg.Connection, asked: dict[str, Any]) -> str:
    lead, at = _key(asked["leadId"]), datetime.now(UTC)
    await connection.fetch(MOVE, [lead], asked["stage"], [asked["expectedStage"]], at, None, None, ACTOR)
    return str(await connection.fetchval(_LEAD, lead))


_WRITES: dict[str, Write] = {"Log": _log, "Move": _move}


def application(url: str, pool_size: int) -> Starlette:
    """The endpoint."""
    pool: asyncpg.Pool

    @asynccontextmanager
    async def connected(_: Starlette) -> AsyncIterator[None]:
        nonlocal pool
        pool = await asyncpg.create_pool(
            **connection_arguments(url),
            min_size=pool_size,
            max_size=pool_size,
            connection_class=PooledConnection,
            server_settings=SESSION,
        )
        yield
        await pool.close()

    async def answer(request: Request) -> Response:
        body = orjson.loads(await request.body())
        async with pool.acquire() as connection:
            text = await _WRITES[body["operationName"]](connection, body["variables"]["input"])
        return Response(text, media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=connected)


if __name__ == "__main__":
    serve(application(sys.argv[1], int(sys.argv[2])))
