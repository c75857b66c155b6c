"""Load on a server, by clients in processes of their own, and what the server itself says of it."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.end_to_end.load_client import Told
from tests.end_to_end.processes import Process

_LONGEST_LINE = 1 << 26


def within(seconds: Iterable[float], share: float = 0.99) -> float:
    """Seconds within which this share lies."""
    ordered = sorted(seconds)
    return ordered[int(len(ordered) * share)] if ordered else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of operations."""

    told: Told
    by_server: dict[str, float]
    """Seconds which the server says that each took."""

    @property
    def accepted(self) -> dict[str, float]:
        """Seconds of each that was carried out."""
        return self.told["accepted"]

    @property
    def refused(self) -> dict[str, float]:
        """Seconds of each that was refused."""
        return self.told["refused"]

    def accepted_by_server(self) -> list[float]:
        """What the server says of those that were carried out."""
        return [self.by_server[one] for one in self.accepted]

    def beyond_server(self) -> list[float]:
        """Seconds of the accepted for which the server does not answer: on the way in and out, and in the client."""
        return [took - self.by_server[one] for one, took in self.accepted.items()]

    def __str__(self) -> str:
        accepted = self.accepted.values()
        return (
            f"{len(accepted)} accepted, p50 {within(accepted, 0.5):.2f} s, p99 {within(accepted):.2f} s "
            f"(by the server's log {within(self.accepted_by_server()):.2f} s, beyond it "
            f"{within(self.beyond_server()):.2f} s, the client late by {within(self.told['late']):.3f} s); "
            f"{len(self.refused)} refused, p99 {within(self.refused.values()):.2f} s; "
            f"{self.told['held_back']} held back"
        )


@dataclass(slots=True)
class Load:
    """Sends one operation over and over."""

    name: str
    client: asyncio.subprocess.Process
    server: Process
    port: int
    query: str
    headers: dict[str, str]
    anew: bool = False
    """Whether each request comes over a connection of its own."""
    _orders: int = 0

    async def sustained(self, seconds: float, connections: int = 16) -> float:
        """Operations a second where so many clients each wait for their answers."""
        told = await self._order(connections, None, seconds)
        assert not told["wrong"], told["wrong"][0]
        return len(told["accepted"]) / told["seconds"]

    async def pressed(self, per_second: float, seconds: float, connections: int = 400) -> Outcome:
        """So many a second, each sent when it is due; `connections` bounds how many are under way."""
        told = await self._order(connections, per_second, seconds)
        wanted = told["accepted"].keys() | told["refused"].keys()
        return Outcome(told, await self._said_by_server(wanted))

    async def _order(self, connections: int, per_second: float | None, seconds: float) -> Told:
        assert self.client.stdin is not None
        assert self.client.stdout is not None
        self._orders += 1
        order = {
            "name": f"{self.name}-{self._orders}",
            "port": self.port,
            "body": json.dumps({"query": self.query}),
            "headers": self.headers,
            "connections": connections,
            "per_second": per_second,
            "seconds": seconds,
            "anew": self.anew,
        }
        self.client.stdin.write(json.dumps(order).encode() + b"\n")
        await self.client.stdin.drain()
        told: Told = json.loads(await self.client.stdout.readline())
        return told

    async def _said_by_server(self, wanted: set[str]) -> dict[str, float]:
        """Its log comes a little later than its answers."""
        async with asyncio.timeout(30):
            while True:
                said = {
                    line["request_id"]: line["milliseconds"] / 1000
                    for line in self.server.lines
                    if line.get("message") == "served" and line["request_id"] in wanted
                }
                if said.keys() == wanted:
                    return said
                await asyncio.sleep(0.05)


@asynccontextmanager
async def load(
    name: str, server: tuple[Process, str], query: str, headers: dict[str, str], *, anew: bool = False
) -> AsyncIterator[Load]:
    """A client for one operation. Ids of its requests begin with the name."""
    process, url = server
    client = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.end_to_end.load_client",
        env=os.environ,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LONGEST_LINE,
    )
    try:
        yield Load(name, client, process, int(url.rpartition(":")[2]), query, headers, anew)
    finally:
        client.kill()
        await client.wait()
