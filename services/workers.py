"""Which workers are alive, by the database's clock: the clocks of several machines need not agree."""

from datetime import timedelta
from typing import Protocol
from uuid import UUID

import asyncpg

BEAT_INTERVAL = timedelta(seconds=3)
ALIVE_WITHIN = timedelta(seconds=10)
"""A worker which was not seen for this long is taken for dead."""

_BEAT = """
INSERT INTO worker_heartbeats (id, started_at, seen_at) VALUES ($1, now(), now())
ON CONFLICT (id) DO UPDATE SET seen_at = now()
"""

_PRUNE = "DELETE FROM worker_heartbeats WHERE seen_at < now() - 6 * $1::interval"

_LEAVE = "DELETE FROM worker_heartbeats WHERE id = $1"

_COUNT = "SELECT count(*) FROM worker_heartbeats WHERE seen_at >= now() - $1::interval"


class Executes(Protocol):
    """A connection, or PGQueuer's driver around one."""

    async def execute(self, query: str, *arguments: object) -> str:
        """Run a statement."""
        ...


async def beat(connection: Executes, worker_id: UUID) -> None:
    """The worker is alive. Rows of workers long dead go."""
    await connection.execute(_BEAT, worker_id)
    await connection.execute(_PRUNE, ALIVE_WITHIN)


async def leave(connection: Executes, worker_id: UUID) -> None:
    """The worker stops."""
    await connection.execute(_LEAVE, worker_id)


async def count_alive(connection: asyncpg.Connection) -> int:
    """How many workers were seen lately."""
    number: int = await connection.fetchval(_COUNT, ALIVE_WITHIN)
    return number
