"""Connections are accepted as fast as they come, whatever else there is to do."""

import asyncio
import resource
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest
import uvloop

from cam_graphql.accepting import Accepting
from cam_graphql.http_server import listen


@pytest.fixture
async def listening() -> AsyncIterator[socket.socket]:
    with listen("127.0.0.1", 0) as one:
        yield one


@contextmanager
def connections(count: int, to: socket.socket) -> Iterator[None]:
    """So many, which the kernel has established and nobody has accepted."""
    opened = [socket.create_connection(to.getsockname()) for _ in range(count)]
    try:
        yield
    finally:
        for one in opened:
            one.close()


class Counting(asyncio.Protocol):
    """Notes that a connection began, and closes it."""

    def __init__(self, begun: list[str]) -> None:
        self._begun = begun

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._begun.append("one")
        transport.close()


def test_hundreds_of_connections_take_a_few_rounds_of_a_busy_event_loop() -> None:
    async def accept_all() -> int:
        rounds, begun = 0, list[str]()
        with listen("127.0.0.1", 0) as listening:
            accepting = Accepting(listening, lambda: Counting(begun), backlog=500)
            with connections(300, listening):
                while len(begun) < 300 and rounds < 300:
                    time.sleep(0.001)  # noqa: ASYNC251 - this is what keeps the loop busy
                    await asyncio.sleep(0)
                    rounds += 1
            accepting.close()
            await accepting.wait_closed()
        return rounds

    assert uvloop.run(accept_all()) < 30


async def test_a_process_without_file_descriptors_goes_on_accepting_once_it_has_some(
    listening: socket.socket, caplog: pytest.LogCaptureFixture
) -> None:
    begun: list[str] = []
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    accepting = Accepting(listening, lambda: Counting(begun), backlog=10)
    with connections(1, listening):
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        try:
            async with asyncio.timeout(5):
                while not caplog.records:
                    await asyncio.sleep(0.01)
            assert not begun
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        async with asyncio.timeout(5):
            while not begun:
                await asyncio.sleep(0.01)
    accepting.close()
    assert [record.message for record in caplog.records] == ["cannot accept connections for a moment"]
