"""The changes which subscribers are told: rows of the activity log, numbered, with the moment of their making."""

import time

import asyncpg
import orjson

CHANNEL = "bench_changes"
"""On which peers hear of changes, with all they send of them."""

_OURS = """
INSERT INTO activity (actor, kind, subject_type, subject_id, detail, occurred_at)
SELECT 'bench', 'LEAD_UPDATED', 'Lead', 1, change, now() FROM unnest($1::jsonb[]) change
"""
_TOLD = "SELECT pg_notify('cam_activity', '')"
_PEERS = f"SELECT pg_notify('{CHANNEL}', told) FROM unnest($1::text[]) told"


class Changes:
    """Makes changes for one system, by one connection. `padding` is characters more in each."""

    def __init__(self, connection: asyncpg.Connection, *, for_peers: bool, padding: int = 0) -> None:
        self._connection = connection
        self._for_peers = for_peers
        self._padding = "x" * padding
        self.made = 0

    async def make(self, count: int) -> None:
        """Make so many, in one transaction."""
        details = [
            {"number": number, "made": time.monotonic(), **({"padding": self._padding} if self._padding else {})}
            for number in range(self.made, self.made + count)
        ]
        self.made += count
        async with self._connection.transaction():
            if self._for_peers:
                await self._connection.execute(_PEERS, [_told(detail) for detail in details])
            else:
                await self._connection.execute(_OURS, [orjson.dumps(detail).decode() for detail in details])
                await self._connection.execute(_TOLD)


def _told(detail: dict[str, object]) -> str:
    return orjson.dumps(
        {
            "sequence": f"{detail['number']:012}",
            "kind": "LEAD_UPDATED",
            "occurredAt": "2026-11-23T12:00:00.000000+00:00",
            "detail": detail,
        }
    ).decode()
