"""Many subscribers of one process, and some among them who do not read."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import orjson
import psutil
import pytest

from bench.credentials import AUTHORIZATION, ENVIRONMENT
from bench.subscriptions.changes import Changes
from bench.subscriptions.group import Group
from bench.subscriptions.subscriber import Subscriber
from cam_graphql.database import connection_arguments
from services.activity import Position
from tests.end_to_end.client import client
from tests.end_to_end.processes import server

pytestmark = pytest.mark.slow

_MIB = 2**20
_PADDING = 20_000
"""Characters of a change: some hundred of them fill a socket."""
_MORE_THAN_KEPT = 1_500
"""Changes: more than a subscriber's queue and its socket hold."""
_MORE_THAN_A_SOCKET = 500
_TOKEN = 'mutation { createApiToken(input: {name: "slow", role: VIEWER, days: 1}) { apiToken { id } secret } }'
_REVOKE = "mutation($id: ID!) { revokeApiToken(input: {id: $id}) { apiToken { id } } }"


@dataclass(frozen=True, slots=True)
class Desk:
    """A server, some subscribers who read, and changes to tell them."""

    url: str
    process: psutil.Process
    changes: Changes
    group: Group

    @property
    def port(self) -> int:
        """The server's."""
        return int(self.url.rpartition(":")[2])

    @property
    def resident(self) -> float:
        """MiB."""
        return self.process.memory_info().rss / _MIB

    async def made(self, count: int) -> None:
        """So many changes more, as fast as those who read take them."""
        goal = self.changes.made + count
        while self.changes.made < goal:
            await self.group.saturate(0.2, 20)

    async def subscribed(
        self,
        *,
        after: bytes | None = None,
        begin: int | None = None,
        authorization: Mapping[str, str] = AUTHORIZATION,
    ) -> Subscriber:
        """One more, whose socket takes little. `begin` is the number of the change which has to come first."""
        one = Subscriber(self.port, after=after, authorization=authorization)
        one.next = begin
        plain = socket.socket()
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**16)
        plain.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(plain, ("127.0.0.1", self.port))
        await loop.create_connection(lambda: one, sock=plain)
        async with asyncio.timeout(10):
            await one.ready
            while one.next is None:
                await self.changes.make(1)
                await asyncio.sleep(0.1)
        return one


@asynccontextmanager
async def _desk(database_url: str, subscribers: int, padding: int = 0, **settings: str) -> AsyncIterator[Desk]:
    connection = await asyncpg.connect(**connection_arguments(database_url))
    try:
        async with server(database_url, "--no-worker", **ENVIRONMENT, **settings) as (process, url):
            changes = Changes(connection, for_peers=False, padding=padding)
            group = Group(changes, lambda sequence: Position.decode(sequence.decode()))
            desk = Desk(url, psutil.Process(process.pid), changes, group)
            try:
                await group.open(desk.port, subscribers)
                yield desk
            finally:
                group.close()
    finally:
        await connection.close()


async def _until(holds: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.02)


async def test_a_thousand_subscribers_receive_ten_changes_a_second_in_order_and_without_loss(database_url: str) -> None:
    async with _desk(database_url, 1_000) as desk:
        figures = await desk.group.pace(2, 10)
        print(f"\n{figures}; {desk.resident:.0f} MiB")
        assert all(len(one.times) == 20 for one in desk.group.subscribers)
        assert figures["p99_ms"] < 2_000, "they do not keep up"


async def test_one_that_stops_reading_holds_up_nobody_and_resumes_where_it_stands(database_url: str) -> None:
    async with _desk(database_url, 3, _PADDING) as desk:
        await desk.group.saturate(0.5, 20)
        slow = await desk.subscribed()
        before, resident = await desk.group.pace(1, 20), desk.resident

        slow.stop_reading()
        await desk.made(_MORE_THAN_KEPT)
        during = await desk.group.pace(1, 20)
        print(f"\n{before}, {resident:.0f} MiB; {during}, {desk.resident:.0f} MiB")
        assert during["p50_ms"] < before["p50_ms"] + 20
        assert desk.resident < resident + 40

        slow.read_again()
        said = orjson.loads(await asyncio.wait_for(slow.ended, 30))
        assert slow.wrong is None
        assert slow.next is not None
        assert slow.next < desk.changes.made
        (error,) = said["payload"]["errors"]
        assert error["extensions"] == {"code": "FELL_BEHIND", "after": slow.sequences[-1].decode()}
        slow.close()
        resumed = await desk.subscribed(after=slow.sequences[-1], begin=slow.next)
        await _until(lambda: resumed.next == desk.changes.made, 30)
        assert resumed.wrong is None
        resumed.close()


async def test_one_that_does_not_read_is_told_nothing_after_its_token_was_revoked(database_url: str) -> None:
    async with _desk(database_url, 1, _PADDING) as desk, client(desk.url, AUTHORIZATION) as api:
        made = (await api.execute(_TOKEN))["createApiToken"]
        theirs = {"authorization": f"Bearer {made['secret']}"}
        slow, other = [await desk.subscribed(authorization=theirs) for _ in range(2)]
        slow.stop_reading()
        await desk.made(_MORE_THAN_A_SOCKET)

        await api.execute(_REVOKE, id=made["apiToken"]["id"])
        last = desk.changes.made
        assert await asyncio.wait_for(other.ended, 5) == b"The credentials have expired or were revoked"
        await desk.group.pace(2, 20)
        slow.read_again()
        assert await asyncio.wait_for(slow.ended, 10) == b"lost"
        assert slow.next is not None
        assert slow.next <= last
        assert len(slow.sequences) < last, "its socket was never full"
