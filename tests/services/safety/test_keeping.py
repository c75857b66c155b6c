"""Versions of the safety settings, and the emergency stop beside them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from models import Channel
from services.errors import Conflict
from services.patch import ABSENT
from services.safety.keeping import in_force, newest, restore_settings, update_settings
from services.safety.patches import ChannelPatch, SettingsPatch
from services.safety.settings import DEFAULTS, Settings
from services.safety.switching import is_paused, pause, resume, switch_of
from services.transaction import Act, reading

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ACT = Act("rosa", NOON)


def _most(number: int) -> SettingsPatch:
    return SettingsPatch(channels=[ChannelPatch(Channel.EMAIL, max_per_day=number)])


async def _settings() -> Settings:
    async with reading() as connection:
        return (await in_force(connection)).settings


async def test_a_fresh_database_has_the_defaults(connected: str) -> None:
    async with reading() as connection:
        kept = await newest(connection)
        assert (kept.in_force.settings, kept.in_force.version, kept.actor) == (DEFAULTS, 1, "migration")
        assert not await is_paused(connection)


async def test_many_changes_at_once_each_make_a_version_and_none_is_lost(connected: str) -> None:
    fields = ["max_per_day", "min_gap_seconds", "gap_spread_seconds"]
    patches = [
        SettingsPatch(channels=[ChannelPatch(channel, **{field: 7})])  # type: ignore[arg-type]
        for channel in Channel
        for field in fields
    ]
    await asyncio.gather(*(update_settings(patch, ACT) for patch in patches), *(pause("now", ACT) for _ in range(4)))

    async with reading() as connection:
        kept = await newest(connection)
        versions = await connection.fetch("SELECT version FROM safety_settings_versions ORDER BY id")
        assert await connection.fetchval("SELECT count(*) FROM activity WHERE kind = 'OUTREACH_PAUSED'") == 1
    assert [row["version"] for row in versions] == list(range(1, len(patches) + 2))
    for limits in kept.in_force.settings.channels.values():
        assert [getattr(limits, field) for field in fields] == [7, 7, 7]


async def test_of_changes_that_expect_one_version_one_succeeds(connected: str) -> None:
    done = await asyncio.gather(
        *(update_settings(_most(number), ACT, expected_version=1) for number in range(30, 50)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in done) == ["Conflict"] * 19 + ["int"]
    assert all(one.current == {"settings_version": 2} for one in done if isinstance(one, Conflict))


async def test_times_of_versions_never_go_back(connected: str) -> None:
    future = Act("rosa", datetime.now(UTC) + timedelta(days=1))
    await update_settings(_most(30), future)
    await update_settings(_most(40), ACT)
    async with reading() as connection:
        assert (await newest(connection)).at == future.at


async def test_a_version_is_restored_whole_with_what_a_program_of_today_adds(connected: str) -> None:
    """What an older program did not write has its default."""
    await update_settings(replace(_most(3), ignore_plus_tags=False, send_window=None), ACT)
    async with reading() as connection:
        await connection.execute(
            "UPDATE safety_settings_versions SET settings = settings - 'lead_frequency' WHERE version = 1"
        )
    assert await restore_settings(1, ACT) == 3
    assert await _settings() == replace(DEFAULTS, lead_frequency=None)


async def test_an_empty_patch_and_restoring_what_is_in_force_leave_no_trace(connected: str) -> None:
    assert await update_settings(SettingsPatch(send_window=ABSENT), ACT) == 1
    assert await restore_settings(1, ACT) == 1
    async with reading() as connection:
        assert await connection.fetchval("SELECT count(*) FROM activity") == 0


async def test_pausing_on_a_fresh_database_leaves_every_limit_as_it_was(connected: str) -> None:
    """Predecessor: pausing on a fresh database zeroed every limit, also after resuming."""
    async with reading() as connection:
        await connection.execute("DELETE FROM safety_switch")
        assert await is_paused(connection), "who cannot know does not send"
    assert await pause("first of all", ACT)
    assert await _settings() == DEFAULTS
    assert await resume(ACT)
    async with reading() as connection:
        assert not await is_paused(connection)
        assert (await in_force(connection)).version == 1
    assert await _settings() == DEFAULTS


async def test_a_missing_switch_can_be_put_back_by_resuming(connected: str) -> None:
    async with reading() as connection:
        await connection.execute("DELETE FROM safety_switch")
    assert await resume(ACT)
    async with reading() as connection:
        assert not await is_paused(connection)


async def test_pausing_twice_keeps_the_first_reason_and_leaves_one_trace(connected: str) -> None:
    assert await pause("fire", ACT)
    assert not await pause("smoke", Act("bo", NOON + timedelta(hours=1)))
    async with reading() as connection:
        switch = await switch_of(connection)
        assert (switch.reason, switch.actor) == ("fire", "rosa")
        assert await connection.fetchval("SELECT count(*) FROM activity") == 1
    assert await resume(ACT)
    assert not await resume(ACT)


async def test_versions_are_numbered_once(connected: str) -> None:
    async with reading() as connection:
        with pytest.raises(asyncpg.UniqueViolationError):
            await connection.execute(
                "INSERT INTO safety_settings_versions (version, settings, changed, actor, at)"
                " VALUES (1, '{}', '[]', 'x', now())"
            )


async def test_without_any_settings_nothing_can_be_decided(connected: str) -> None:
    async with reading() as connection:
        await connection.execute("DELETE FROM safety_settings_versions")
        with pytest.raises(LookupError):
            await in_force(connection)
