"""How texts are written to a WebSocket, and what becomes of a client that reads nothing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.utils import ClientDisconnected
from websockets.asyncio.client import ClientConnection, connect

from cam_graphql.http_server import HttpServer, listen
from cam_graphql.socket_protocol import ABORT, SocketProtocol, Writing

_STALL = 0.5
Talk = Callable[[Callable[[Any], Awaitable[None]], Callable[[], Awaitable[Any]], dict[str, Any]], Awaitable[None]]


@asynccontextmanager
async def _serving(talk: Talk) -> AsyncIterator[str]:
    """The address of a server which has this to say to every socket."""

    async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await talk(send, receive, scope)

    protocol: Any = partial(SocketProtocol, writing=Writing(), stall_seconds=_STALL)
    listening = listen("127.0.0.1", 0)
    config = uvicorn.Config(
        application, loop="none", lifespan="off", log_config=None, ws=protocol, ws_per_message_deflate=False
    )
    server = HttpServer(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"ws://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        async with asyncio.timeout(10):
            await serving


def _client(address: str, **options: Any) -> Any:
    return connect(address, max_size=None, ping_interval=None, close_timeout=0.1, **options)


async def _texts(socket: ClientConnection) -> list[str | bytes]:
    async with asyncio.timeout(10):
        return [text async for text in socket]


@pytest.mark.parametrize("sizes", [[0, 1, 125, 126, 127, 65_535, 65_536, 300_000], [3] * 5_000, [40_000] * 20])
async def test_texts_of_any_size_arrive_whole_and_in_order(sizes: list[int]) -> None:
    texts = [f"{number}".rjust(size, "ä")[:size] for number, size in enumerate(sizes)]

    async def talk(send: Any, _receive: Any, _scope: Any) -> None:
        for text in texts:
            await send({"type": "websocket.send", "text": text})
        await send({"type": "websocket.close", "code": 1000, "reason": "enough"})

    async with _serving(talk) as address, _client(address) as socket:
        assert await _texts(socket) == texts
        assert (socket.close_code, socket.close_reason) == (1000, "enough")


async def test_texts_keep_their_place_among_other_messages() -> None:
    async def talk(send: Any, _receive: Any, _scope: Any) -> None:
        for number in range(5):
            await send({"type": "websocket.send", "text": str(number)})
            await send({"type": "websocket.send", "bytes": b"%d" % number})
        await send({"type": "websocket.close"})

    async with _serving(talk) as address, _client(address) as socket:
        assert await _texts(socket) == [one for number in range(5) for one in (str(number), b"%d" % number)]


async def test_texts_sent_in_one_go_are_written_as_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    write = SocketProtocol.write

    def counted(self: SocketProtocol) -> None:
        written.extend([len(self._texts)] if self._texts else [])
        write(self)

    monkeypatch.setattr(SocketProtocol, "write", counted)

    async def talk(send: Any, receive: Any, _scope: Any) -> None:
        for _ in range(10):
            await send({"type": "websocket.send", "text": "text"})
        await receive()

    async with _serving(talk) as address, _client(address) as socket:
        for _ in range(10):
            assert await socket.recv() == "text"
    assert written == [20], "a head and a text for each of ten"


async def _fill(send: Any) -> None:
    while True:
        await send({"type": "websocket.send", "text": "x" * 10_000})


async def test_a_client_that_reads_nothing_is_given_up() -> None:
    ended = asyncio.Event()

    async def talk(send: Any, _receive: Any, _scope: Any) -> None:
        try:
            await _fill(send)
        except ClientDisconnected:
            ended.set()

    async with _serving(talk) as address, _client(address, max_queue=1):
        async with asyncio.timeout(10):
            await ended.wait()


async def test_a_client_that_reads_again_in_time_is_kept() -> None:
    full = asyncio.Event()

    async def talk(send: Any, _receive: Any, _scope: Any) -> None:
        try:
            async with asyncio.timeout(_STALL / 2):
                await _fill(send)
        except TimeoutError:
            full.set()
        await send({"type": "websocket.send", "text": "the end"})
        await asyncio.sleep(2 * _STALL)
        await send({"type": "websocket.close"})

    async with _serving(talk) as address, _client(address, max_queue=1) as socket:
        await full.wait()
        assert (await _texts(socket))[-1] == "the end"
        assert socket.close_code == 1000


async def test_a_connection_can_be_ended_although_its_client_reads_nothing() -> None:
    ended = asyncio.Event()

    async def talk(send: Any, receive: Any, scope: Any) -> None:
        filling = asyncio.create_task(_fill(send))
        await asyncio.wait([filling], timeout=_STALL / 5)
        scope[ABORT]()
        assert (await receive())["type"] == "websocket.disconnect"
        with pytest.raises(ClientDisconnected):
            await filling
        ended.set()

    async with _serving(talk) as address, _client(address, max_queue=1):
        async with asyncio.timeout(_STALL / 2):
            await ended.wait()
