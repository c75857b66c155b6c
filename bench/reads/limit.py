"""The limit: what one could write by hand for these reads and nothing else. `python -m bench.reads.limit URL POOL`.

Each operation is one statement, found by the operation's name; its document is never looked at. Nothing is checked.
"""

import sys
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.reads.asgi_server import serve
from bench.reads.statements import STATEMENTS
from cam_graphql.database import PooledConnection, connection_arguments

SESSION = {
    "TimeZone": "UTC",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "plan_cache_mode": "force_generic_plan",
    "random_page_cost": "1.1",
}
"""What our own connections have, too. Planned with its values each time, the limit's page takes twice as long."""

Arguments = Callable[[dict[str, Any]], tuple[Any, ...]]


def _key(global_id: str) -> int:
    return int(b64decode(global_id).partition(b":")[2])


def _page(variables: dict[str, Any]) -> tuple[Any, ...]:
    return (variables["first"],)


def _by_id(variables: dict[str, Any]) -> tuple[Any, ...]:
    return (_key(variables["id"]),)


def _batch(variables: dict[str, Any]) -> tuple[Any, ...]:
    named = [b64decode(one).decode().split(":") for one in variables["ids"]]
    return [type_name for type_name, _ in named], [int(key) for _, key in named]


def _pages(variables: dict[str, Any]) -> tuple[Any, ...]:
    if "after" not in variables:
        return variables["first"], None, None
    return variables["first"], *orjson.loads(b64decode(variables["after"]))


_ARGUMENTS: dict[str, Arguments] = {
    "Page": _page,
    "Point": _by_id,
    "Wide": _page,
    "Deep": _by_id,
    "Pipeline": _by_id,
    "Count": lambda _: (),
    "Nodes": _batch,
    "Pages": _pages,
}


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
        name = body["operationName"]
        text = await pool.fetchval(STATEMENTS[name], *_ARGUMENTS[name](body["variables"]))
        return Response(text, media_type="application/json")

    return Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=connected)


if __name__ == "__main__":
    serve(application(sys.argv[1], int(sys.argv[2])))
