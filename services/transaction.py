"""The one way to write: a transaction which carries its activity with it, be it a single statement."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import asyncpg
import orjson
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.connection import get_connections

import models

ACTIVITY_CHANNEL = "cam_activity"

_TOLD = """told AS (
    INSERT INTO activity (kind, subject_type, subject_id, campaign_id, actor, detail, occurred_at)
    SELECT kind, subject_type, subject_id, campaign_id, {actor}, detail, {at} FROM ({rows}) row
    RETURNING id
)"""

NOTIFIED = f"(SELECT pg_notify('{ACTIVITY_CHANNEL}', max(id)::text) FROM told HAVING count(*) > 0)"
"""What a statement selects that has a part made by `telling`: whoever follows the log hears of it on commit."""


def telling(rows: str, *, actor: str, at: str) -> str:
    """The part of a statement which appends to the activity log.

    `rows` selects `kind`, `subject_type`, `subject_id`, `campaign_id` and `detail`, in order; `actor` and `at` are SQL.
    """
    return _TOLD.format(rows=rows, actor=actor, at=at)


_LISTED = """
    SELECT kind, subject_type, subject_id, campaign_id, detail::jsonb AS detail
    FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $7::text[])
        AS listed(kind, subject_type, subject_id, campaign_id, detail)
"""
_APPEND = f"WITH {telling(_LISTED, actor='$5::text', at='$6::timestamptz')} SELECT {NOTIFIED}"


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, and when (aware UTC)."""

    actor: str
    at: datetime


@dataclass(slots=True)
class Transaction:
    """An open transaction. Models used while it is open take part in it."""

    act: Act
    connection: asyncpg.Connection
    """The driver's connection, for what Tortoise cannot say."""
    _activity: list[tuple[models.ActivityKind, str, int, int | None, str]] = field(default_factory=list)

    def log(
        self,
        kind: models.ActivityKind,
        subject_type: str,
        subject_id: int,
        *,
        campaign_id: int | None = None,
        **detail: Any,
    ) -> None:
        """Append to the activity log when the transaction commits. `detail` must fit JSON."""
        self._activity.append((kind, subject_type, subject_id, campaign_id, orjson.dumps(detail).decode()))

    async def _append_activity(self) -> None:
        if not self._activity:
            return
        kinds, types, ids, campaigns, details = zip(*self._activity, strict=True)
        await self.connection.execute(
            _APPEND, list(kinds), list(types), list(ids), list(campaigns), self.act.actor, self.act.at, list(details)
        )


def _client() -> AsyncpgDBClient:
    client = get_connections().get("default")
    if isinstance(client, TransactionWrapper):
        raise RuntimeError("transactions do not nest: pass the open one on")
    return cast(AsyncpgDBClient, client)


async def _open_pool(client: AsyncpgDBClient) -> asyncpg.Pool:
    if client._pool is None:
        async with client._pool_init_lock:
            if client._pool is None:
                await client.create_connection(with_db=True)
    return cast("asyncpg.Pool", client._pool)


def pool_of_writes() -> asyncpg.Pool | None:
    """The pool behind transactions, to be looked at; None before its first use."""
    pool: asyncpg.Pool | None = _client()._pool
    return pool


@asynccontextmanager
async def reading() -> AsyncIterator[asyncpg.Connection]:
    """The driver's connection, for reads which Tortoise cannot say, outside any transaction."""
    pool = await _open_pool(_client())
    connection = await pool.acquire()
    try:
        yield cast(asyncpg.Connection, connection)
    finally:
        await pool.release(connection)  # which a cancellation does not stop: asyncpg sees to that


@asynccontextmanager
async def at_once(act: Act) -> AsyncIterator[Transaction]:
    """For one statement that does everything, which is a transaction by itself: it tells its activity by `telling`.

    Four round trips become one. What is sent besides sees what was committed by then.
    """
    async with reading() as connection:
        alone = Transaction(act, connection)
        yield alone
        if alone._activity:
            raise RuntimeError("nobody would hear of this: a statement alone tells its activity itself")


@asynccontextmanager
async def transaction(act: Act) -> AsyncIterator[Transaction]:
    """Open a transaction; commit on leaving, roll back on any exception, cancellation included.

    Tortoise's own helper loses its connection when a task is cancelled while entering; here it returns to the pool
    whatever happens. One `NOTIFY` a transaction, since they serialise commits.
    """
    client = _client()
    pool = await _open_pool(client)
    connection = await pool.acquire()
    try:
        wrapper = TransactionWrapper(client)
        wrapper._connection = cast(asyncpg.Connection, connection)
        token = get_connections().set(client.connection_name, wrapper)
        try:
            async with connection.transaction():
                opened = Transaction(act, cast(asyncpg.Connection, connection))
                yield opened
                await opened._append_activity()
        finally:
            get_connections().reset(token)
    finally:
        await asyncio.shield(pool.release(connection))
