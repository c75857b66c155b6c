"""Senders which reserve as fast as they can, in three ways."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Iterator
from random import Random

import asyncpg

from bench.rounds import Figures
from bench.safety.people import LEADS
from models import Channel
from services.safety.asking import Question, weigh
from services.safety.reserving import _OPEN as OPEN_BUDGETS
from services.safety.reserving import _RESERVE as RESERVE
from services.safety.reserving import Refusal, arguments_of
from services.safety.taking import reserve_for, take, wish_of
from services.transaction import reading

Reserve = Callable[[int], Awaitable[bool]]
_RANDOM = Random(4)


async def questions() -> list[Question]:
    """Every lead's message, decided about; its budgets are open, as they are after the first message of a day."""
    async with reading() as connection:
        asked = [await weigh(connection, lead_id, Channel.EMAIL) for lead_id in range(1, LEADS + 1)]
        budgets = {pair for one in asked for pair in zip(*arguments_of(wish_of(one, 0))[:2], strict=True)}
        await connection.execute(OPEN_BUDGETS, *map(list, zip(*budgets, strict=True)))
    return asked


def ours(asked: list[Question]) -> Reserve:
    """Reserve by the service, for a message which was decided about."""

    async def reserve(number: int) -> bool:
        question = asked[number % LEADS]
        async with reading() as connection:
            return not isinstance(await reserve_for(connection, question, _RANDOM.random()), Refusal)

    return reserve


def statement(asked: list[Question], connections: list[asyncpg.Connection]) -> Reserve:
    """Send the bare statement, each sender on a connection of its own."""
    ready = [arguments_of(wish_of(question, _RANDOM.random())) for question in asked]
    free = list(connections)

    async def reserve(number: int) -> bool:
        connection = free.pop()
        row = await connection.fetchrow(RESERVE, *ready[number % LEADS])
        free.append(connection)
        return row is not None and row["reservation_id"] is not None

    return reserve


async def decided(number: int) -> bool:
    """Decide and reserve."""
    return (await take(number % LEADS + 1, Channel.EMAIL, _RANDOM)).reservation_id is not None


async def measure(reserve: Reserve, senders: int, seconds: float) -> Figures:
    """How many reservations a second so many senders make. Raises RuntimeError where one was refused."""
    numbers, times = itertools.count(), list[float]()
    begin = time.perf_counter()
    await asyncio.gather(*(_send(reserve, numbers, begin + seconds, times) for _ in range(senders)))
    took = time.perf_counter() - begin
    times.sort()
    return {
        "rps": len(times) / took,
        "p50_ms": times[len(times) // 2] * 1000,
        "p99_ms": times[len(times) * 99 // 100] * 1000,
    }


async def _send(reserve: Reserve, numbers: Iterator[int], end: float, times: list[float]) -> None:
    while (begin := time.perf_counter()) < end:
        if not await reserve(next(numbers)):
            raise RuntimeError("a reservation was refused")
        times.append(time.perf_counter() - begin)
