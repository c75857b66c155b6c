"""Makes the past: what is in a database now, was there some days ago, at an hour at which people work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import asyncpg

from tests.databases import connection_to

_COLUMNS = """
SELECT columns.table_name::text AS table, array_agg(columns.column_name::text) AS columns
FROM information_schema.columns
JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
    AND data_type = ANY($1) AND column_name <> ALL($2)
    AND table_name <> 'workers' AND table_name NOT LIKE 'pgqueuer%'
GROUP BY 1
"""
_INSTANTS, _DAYS = "timestamp with time zone", "date"
_FAR = timedelta(days=100_000)
"""Where nothing else is: on the way, a day's row must not meet that of the day before."""
_CHOSEN = ("ends_at", "expires_at", "scheduled_for", "starts_at")
"""Columns of times at which something is to be, and not of when it was done."""
_NOON = time(12)
_APART = "UPDATE safety_attempts SET at = at + id % 60 * interval '4 minutes'"
"""A day was made within seconds, and messages that went together would all but one break every pause between two."""


async def age(database_url: str, days: int) -> None:
    """Move every time into the past, but for those of processes which are at work."""
    async with _alone(database_url) as connection:
        await _move(connection, -_FAR, [_INSTANTS, _DAYS])
        await _move(connection, _FAR - timedelta(days=days), [_INSTANTS, _DAYS])


async def move_to_noon(database_url: str, zone: str) -> None:
    """Move what was done at this hour of former days to noon of theirs."""
    now = datetime.now(ZoneInfo(zone))
    async with _alone(database_url) as connection:
        await _move(connection, datetime.combine(now, _NOON, now.tzinfo) - now, [_INSTANTS], _CHOSEN)
        await connection.execute(_APART)


@asynccontextmanager
async def _alone(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A transaction while nobody else reads or writes."""
    async with connection_to(database_url) as connection:
        tables = ", ".join(
            f'"{record["table"]}"' for record in await connection.fetch(_COLUMNS, [_INSTANTS, _DAYS], ())
        )
        while True:
            transaction = connection.transaction()
            await transaction.start()
            with suppress(asyncpg.DeadlockDetectedError):  # with a worker: one of both has to begin anew
                await connection.execute(f"LOCK TABLE {tables}")
                break
            await transaction.rollback()
        yield connection
        await transaction.commit()


async def _move(connection: asyncpg.Connection, by: timedelta, types: list[str], besides: tuple[str, ...] = ()) -> None:
    for record in await connection.fetch(_COLUMNS, types, besides):
        moves = ", ".join(f'"{column}" = "{column}" + $1::interval' for column in record["columns"])
        await connection.execute(f'UPDATE "{record["table"]}" SET {moves}', by)
