"""Taking units of budgets, many at once: none is exceeded, none leaks."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from models import Channel
from services.safety.days import begin_of_day
from services.safety.reserving import TIMELESS, Budget, Refusal, Wish, mark_sent, release, reserve
from services.transaction import reading

SENDERS = 20


async def _wish(most: int, *more: Budget) -> Wish:
    async with reading() as connection:
        now = await connection.fetchval("SELECT clock_timestamp()")
    day = now.astimezone(UTC).date()
    begin = begin_of_day(day, ZoneInfo("UTC"))
    return Wish(Channel.EMAIL, [Budget("channel:EMAIL", day, most), *more], 1, day, begin, begin + timedelta(days=1))


async def _reserve(wish: Wish) -> int | Refusal:
    async with reading() as connection:
        return await reserve(connection, wish)


async def _used(scope: str) -> int:
    async with reading() as connection:
        used: int = await connection.fetchval("SELECT used FROM safety_budgets WHERE scope = $1", scope)
    return used


async def test_many_at_once_take_exactly_what_there_is(connected: str) -> None:
    wish = await _wish(7, Budget("lead:1", TIMELESS, 100, span=3600.0))
    taken = await asyncio.gather(*(_reserve(wish) for _ in range(SENDERS)))
    assert sum(isinstance(one, int) for one in taken) == 7
    assert all(one.exhausted == ("channel:EMAIL",) for one in taken if isinstance(one, Refusal))
    assert await _used("channel:EMAIL") == await _used("lead:1") == 7


async def test_whoever_finds_one_budget_used_up_takes_of_none(connected: str) -> None:
    wish = await _wish(7)
    both = await _wish(7, Budget("domain:mail.example", wish.day, 0))
    assert isinstance(await _reserve(both), Refusal)
    assert await _used("channel:EMAIL") == 0


async def test_a_gap_lets_one_through_of_many(connected: str) -> None:
    wish = await _wish(100, Budget("gap:EMAIL", TIMELESS, gap=60.0))
    taken = await asyncio.gather(*(_reserve(wish) for _ in range(SENDERS)))
    assert sum(isinstance(one, int) for one in taken) == 1


async def test_what_is_released_is_given_back_once(connected: str) -> None:
    wish = await _wish(1)
    taken = await _reserve(wish)
    assert isinstance(taken, int)
    async with reading() as connection:
        assert await release(connection, taken)
        assert not await release(connection, taken)
        assert not await mark_sent(connection, taken)
    assert await _used("channel:EMAIL") == 0
    assert isinstance(await _reserve(wish), int)


async def test_the_first_sent_message_starts_the_channel_and_a_released_one_does_not(connected: str) -> None:
    wish = await _wish(5)
    skipped, sent = await _reserve(wish), await _reserve(wish)
    assert isinstance(skipped, int)
    assert isinstance(sent, int)
    async with reading() as connection:
        await release(connection, skipped)
        assert await connection.fetchval("SELECT count(*) FROM channel_starts") == 0
        assert await mark_sent(connection, sent)
        assert not await release(connection, sent)
        assert await connection.fetchval("SELECT first_sent_at FROM channel_starts") <= datetime.now(UTC)


async def test_nothing_is_reserved_while_outreach_is_paused_or_by_settings_of_before(connected: str) -> None:
    wish = await _wish(5)
    async with reading() as connection:
        await connection.execute("UPDATE safety_switch SET paused = true")
        refused = await reserve(connection, wish)
        assert isinstance(refused, Refusal)
        assert refused.paused
        assert not refused.outdated
        await connection.execute("UPDATE safety_switch SET paused = false")
        await connection.execute(
            "INSERT INTO safety_settings_versions (version, settings, changed, actor, at)"
            " SELECT 2, settings, changed, actor, at FROM safety_settings_versions"
        )
        refused = await reserve(connection, wish)
    assert isinstance(refused, Refusal)
    assert refused.outdated
