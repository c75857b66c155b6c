"""A server which is asked for four times what it can do, and one which has as many sockets as it may."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from cam_graphql.overload import OverloadBounds
from cam_graphql.turns import TurnBounds
from tests.end_to_end.client import AUTHORIZATION, client
from tests.end_to_end.pressing import CREATE_TOKEN, SETTINGS, assert_held, press
from tests.end_to_end.processes import Process, server

pytestmark = pytest.mark.slow

_BOUNDS = OverloadBounds(TurnBounds(running=12, running_each=8, waiting=96, waiting_each=64), queue_seconds=0.5)
_SETTINGS = {
    "CAM_CONCURRENT_OPERATIONS": str(_BOUNDS.turns.running),
    "CAM_CONCURRENT_PER_CREDENTIAL": str(_BOUNDS.turns.running_each),
    "CAM_QUEUED_OPERATIONS": str(_BOUNDS.turns.waiting),
    "CAM_QUEUED_PER_CREDENTIAL": str(_BOUNDS.turns.waiting_each),
    "CAM_QUEUE_SECONDS": str(_BOUNDS.queue_seconds),
    "CAM_SOCKETS": "3",
    "CAM_SOCKETS_PER_CREDENTIAL": "2",
    "CAM_SOCKET_OPERATIONS_PER_CREDENTIAL": "2",
}
_SECONDS = 2


@pytest.fixture(scope="module")
async def bounded(module_database_url: str) -> AsyncIterator[tuple[Process, str]]:
    """A server which does little at once, and its address."""
    async with server(module_database_url, "--no-worker", **SETTINGS, **_SETTINGS) as running:
        yield running


async def test_four_times_what_it_can_do_is_met_with_refusals_and_bounded_latency(
    bounded: tuple[Process, str], module_database_url: str
) -> None:
    pressed = await press(bounded, module_database_url, _SECONDS, anew=True)
    print(f"\n{pressed}")
    assert_held(pressed, _SECONDS, _BOUNDS)


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


async def test_sockets_and_what_goes_on_over_them_are_bounded(bounded: tuple[Process, str]) -> None:
    url = bounded[1]
    async with client(url) as api:
        secret = (await api.execute(CREATE_TOKEN))["createApiToken"]["secret"]
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
