"""A server which is asked for four times what it can do, and one which has as many sockets as it may."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import asyncpg
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from cam_graphql.database import connection_arguments
from tests.end_to_end.client import AUTHORIZATION, client
from tests.end_to_end.loading import Load, Outcome
from tests.end_to_end.processes import server

pytestmark = pytest.mark.slow

_TIMES = 4
_BOUNDED = 6.0
"""Seconds: CAM_QUEUE_SECONDS is 2, and the machine is busy with the load itself and with other tests."""
_CAMPAIGNS = """INSERT INTO campaigns (name, description, status, created_at, updated_at)
    SELECT 'Campaign ' || n, repeat('harbour ', 20), 'ACTIVE', now(), now() FROM generate_series(1, 10000) n"""
_HEAVY = "{" + " ".join(f"a{n}: campaigns {{ totalCount }}" for n in range(20)) + "}"
_LIGHT = "{ campaigns { totalCount } }"
_CREATE = 'mutation { createApiToken(input: {name: "modest", role: VIEWER, days: 1}) { secret } }'


async def test_four_times_what_it_can_do_is_met_with_refusals_and_bounded_latency(database_url: str) -> None:
    await press(database_url, 3)


async def press(database_url: str, seconds: float) -> None:
    """Ask for four times what the server can do, for so long; another credential asks for little meanwhile."""
    connection = await asyncpg.connect(**connection_arguments(database_url))
    await connection.execute(_CAMPAIGNS)
    await connection.close()
    no_points = {"CAM_COST_BUCKET": "1000000000", "CAM_COST_RESTORED": "1000000000"}
    async with (
        server(database_url, "--no-worker", **no_points) as (_, url),
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=2)) as http,
        client(url) as api,
    ):
        secret = (await api.execute(_CREATE))["createApiToken"]["secret"]
        load = Load(http, f"{url}/graphql", _HEAVY, AUTHORIZATION)
        modest = Load(http, f"{url}/graphql", _LIGHT, {"authorization": f"Bearer {secret}"})
        before = max([await load.sustained(0.8) for _ in range(2)])
        async with asyncio.TaskGroup() as tasks:
            pressing = tasks.create_task(load.pressed(_TIMES * before, seconds))
            asking = tasks.create_task(modest.pressed(5, seconds))
        flood, others = pressing.result(), asking.result()
        after = max([await load.sustained(0.8) for _ in range(2)])
        print(
            f"\n{before:.0f} operations/s; at {_TIMES} times: {len(flood.accepted)} accepted, "
            f"p99 {flood.slowest():.2f} s, {len(flood.refused)} refused; another: p99 {others.slowest():.2f} s, "
            f"{len(others.accepted)} accepted, {len(others.refused)} refused; afterwards {after:.0f}/s"
        )
    assert_held(flood, others, before, after, seconds)


def assert_held(flood: Outcome, others: Outcome, before: float, after: float, seconds: float) -> None:
    """Whether all is as it has to be."""
    assert not flood.wrong, flood.wrong[0]
    assert not others.wrong, others.wrong[0]
    assert flood.closed + others.closed < 0.01 * len(flood.accepted)
    assert flood.slowest() < _BOUNDED
    assert len(flood.accepted) > 0.4 * before * seconds, "the server hardly did anything any more"
    assert len(flood.refused) > 0.2 * len(flood.accepted)
    assert not others.refused, "one that floods takes others' turns"
    assert others.slowest() < _BOUNDED
    assert after > 0.7 * before


@asynccontextmanager
async def _socket(url: str, **init: str) -> AsyncIterator[ClientConnection]:
    address = f"{url.replace('http', 'ws', 1)}/graphql"
    async with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        with suppress(ConnectionClosed):  # turned away already
            await socket.send(json.dumps({"type": "connection_init", "payload": init}))
        yield socket


async def _received(socket: ClientConnection) -> Any:
    async with asyncio.timeout(10):
        return json.loads(await socket.recv())


async def _close_code(socket: ClientConnection) -> int | None:
    async with asyncio.timeout(10):
        await socket.wait_closed()
    return socket.close_code


async def test_sockets_and_what_goes_on_over_them_are_bounded(database_url: str) -> None:
    bounds = {"CAM_SOCKETS": "3", "CAM_SOCKETS_PER_CREDENTIAL": "2", "CAM_SOCKET_OPERATIONS_PER_CREDENTIAL": "2"}
    async with server(database_url, "--no-worker", **bounds) as (_, url), client(url) as api:
        secret = (await api.execute(_CREATE))["createApiToken"]["secret"]
        async with _socket(url, **AUTHORIZATION) as first, _socket(url, **AUTHORIZATION) as second:
            for socket in (first, second):
                assert await _received(socket) == {"type": "connection_ack"}
            async with _socket(url, **AUTHORIZATION) as third:
                assert await _close_code(third) == 4429
            async with _socket(url, authorization=f"Bearer {secret}") as another:
                assert await _received(another) == {"type": "connection_ack"}
                async with _socket(url) as beyond:
                    assert await _close_code(beyond) == 1013
            await _operations_are_bounded(first, second)
        async with _socket(url, **AUTHORIZATION) as first:
            assert await _received(first) == {"type": "connection_ack"}


async def _operations_are_bounded(first: ClientConnection, second: ClientConnection) -> None:
    for id_ in ("a", "b"):
        await first.send(_subscribe(id_))
    await first.send(json.dumps({"type": "ping"}))
    assert (await _received(first))["type"] == "pong"
    await second.send(_subscribe("c"))
    refused = await _received(second)
    assert (refused["type"], refused["id"]) == ("error", "c")
    assert refused["payload"][0]["extensions"]["code"] == "OVERLOADED"
    await first.send(json.dumps({"type": "complete", "id": "a"}))
    await first.send(json.dumps({"type": "ping"}))
    assert (await _received(first))["type"] == "pong"
    async with asyncio.timeout(10):  # what is ended counts until it has given back what it held
        while True:
            await second.send(_subscribe("d", "{ __typename }"))
            if (await _received(second))["type"] == "next":
                return


def _subscribe(id_: str, query: str = "subscription { activity { id } }") -> str:
    return json.dumps({"type": "subscribe", "id": id_, "payload": {"query": query}})
