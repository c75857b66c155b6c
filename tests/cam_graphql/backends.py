"""A server's backends, seen from beside."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from cam_graphql.read_pool import Connect, ReadPool

WAIT = "SELECT pg_advisory_xact_lock_shared($1)::text || 'free'"
"""Waits while somebody has the lock."""


class _TimelyPool(ReadPool):
    """A read whose turn never comes ends with an error."""

    async def fetch(self, sql: str, arguments: Sequence[object]) -> str:
        async with asyncio.timeout(20):
            return await super().fetch(sql, arguments)


@dataclass
class Server:
    """The server, seen from a connection beside the pool's, whose backends bear a name."""

    beside: asyncpg.Connection
    arguments: dict[str, Any]
    name: str
    lock: int
    opened: list[asyncpg.Connection] = field(default_factory=list)

    def pool(self, size: int, connect: Connect | None = None) -> ReadPool:
        """A pool of connections to it."""
        return _TimelyPool(connect or self.connect, size)

    async def connect(self) -> asyncpg.Connection:
        """A connection which bears the name."""
        connection: asyncpg.Connection = await asyncpg.connect(
            **self.arguments,
            server_settings={"application_name": self.name, "client_connection_check_interval": "1000"},
        )
        self.opened.append(connection)
        return connection

    async def backends(self) -> int:
        """How many there are."""
        query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = $1"
        return int(await self.beside.fetchval(query, self.name))

    async def running(self, sql: str) -> int:
        """How many of the server's backends, whatever they are called, have this statement under way."""
        query = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = $1"
        return int(await self.beside.fetchval(query, sql))

    async def until_running(self, sql: str, many: int) -> None:
        """Come back once so many have."""
        async with asyncio.timeout(10):
            while await self.running(sql) != many:
                await asyncio.sleep(0.002)

    async def terminate(self) -> None:
        """End all of them, and wait until they are gone."""
        query = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = $1"
        assert all(row[0] for row in await self.beside.fetch(query, self.name))

    async def waiting(self, many: int) -> None:
        """Come back once so many backends wait for the lock."""
        query = "SELECT count(*) FROM pg_locks WHERE NOT granted AND objid::bigint = $1"
        async with asyncio.timeout(20):
            while await self.beside.fetchval(query, self.lock) != many:
                await asyncio.sleep(0.002)

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Hold the lock meanwhile."""
        await self.beside.execute(f"SELECT pg_advisory_lock({self.lock})")
        try:
            yield
        finally:
            await self.beside.execute(f"SELECT pg_advisory_unlock({self.lock})")

    def start(self, pool: ReadPool) -> asyncio.Task[str]:
        """A read which waits for the lock."""
        return asyncio.create_task(pool.fetch(WAIT, [self.lock]))

    async def assert_whole(self, pool: ReadPool, size: int) -> None:
        """The pool does just so many reads at once, and is left without any to do."""
        async with self.held():
            begun = [self.start(pool) for _ in range(size + 2)]
            await self.waiting(size)
            assert await self.backends() == size
        assert await asyncio.gather(*begun) == ["free"] * (size + 2)
        assert await self.backends() == size
