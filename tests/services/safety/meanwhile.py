"""What happens meanwhile: between a decision and its reservation, or while somebody waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from services.safety import taking
from services.safety.reserving import Refusal, Wish, reserve
from services.transaction import reading
from tests.services.safety.sending import (
    taken,
    used,
)


async def reserved(lead_id: int) -> int:
    one = await taken(lead_id)
    assert one.reservation_id is not None, one.decision
    return one.reservation_id


async def execute(statement: str, *arguments: Any) -> None:
    async with reading() as connection:
        await connection.execute(statement, *arguments)


async def used_of(scope: str) -> int:
    async with reading() as connection:
        return await used(connection, scope)


def between(monkeypatch: pytest.MonkeyPatch, what: Any) -> list[Refusal]:
    """Let something happen between the first decision and its reservation; gives the refusals."""
    refused = list[Refusal]()
    happened = False

    async def reserve_later(connection: asyncpg.Connection, wish: Wish) -> int | Refusal:
        nonlocal happened
        if not happened:
            happened = True
            await what()
        outcome = await reserve(connection, wish)
        if isinstance(outcome, Refusal):
            refused.append(outcome)
        return outcome

    monkeypatch.setattr(taking, "reserve", reserve_later)
    return refused


@asynccontextmanager
async def holding(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else who holds the channel's budget."""
    connection: asyncpg.Connection = await asyncpg.connect(**connection_arguments(url))
    try:
        async with connection.transaction():
            await connection.execute("SELECT FROM safety_budgets WHERE scope = 'channel:EMAIL' FOR UPDATE")
            yield connection
    finally:
        await connection.close()


async def until_somebody_waits(how_many: int = 1) -> None:
    async with reading() as connection, asyncio.timeout(10):
        while await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted") < how_many:
            await asyncio.sleep(0.005)
