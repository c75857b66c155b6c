"""Whatever happens between the decision and the reservation, what holds then decides."""

import asyncio
from typing import Any

import asyncpg
import pytest

from models import Channel, SafetyRule, SafetyVerdict
from services.errors import NotFound
from services.safety import taking
from services.safety.asking import ask
from services.safety.reserving import Refusal
from services.safety.settings import CampaignLimits, ChannelSettings, LeadFrequency
from services.transaction import reading
from tests.services.safety.meanwhile import between, execute, holding, reserved, until_somebody_waits, used_of
from tests.services.safety.sending import (
    open_settings,
    put_in_force,
    stored_leads,
    taken,
)


async def test_settings_changed_between_decision_and_reservation_decide(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings(5))
    (lead_id,) = await stored_leads(1)
    refused = between(monkeypatch, lambda: put_in_force(open_settings(0)))
    one = await taken(lead_id)
    assert (one.reservation_id, one.decision.verdict) == (None, SafetyVerdict.BLOCKED)
    assert one.decision.settings_version == 3
    assert [one.outdated for one in refused] == [True]


async def test_a_pause_between_decision_and_reservation_stops_the_message(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings(5))
    first, second = await stored_leads(2)
    between(monkeypatch, lambda: execute("UPDATE safety_switch SET paused = true"))
    one = await taken(first)
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.OUTREACH_PAUSED)
    await execute("UPDATE safety_switch SET paused = false")
    await reserved(second)


async def test_a_pause_stops_also_who_waits_for_a_budget_already(connected: str) -> None:
    await put_in_force(open_settings(5))
    first, second = await stored_leads(2)
    await reserved(first)
    async with holding(connected):
        waiting = asyncio.create_task(taken(second))
        await until_somebody_waits()
        await execute("UPDATE safety_switch SET paused = true")
    one = await waiting
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.OUTREACH_PAUSED)


async def test_settings_change_only_after_who_reserves_by_the_former_ones_already(connected: str) -> None:
    await put_in_force(open_settings(5))
    first, second = await stored_leads(2)
    await reserved(first)
    await reserved(second)
    async with holding(connected):
        waiting = asyncio.create_task(taken(first))
        await until_somebody_waits()
        changing = asyncio.create_task(put_in_force(open_settings(0)))
        await until_somebody_waits(2)
        late = asyncio.create_task(taken(second))
        await until_somebody_waits(3)
    one, _, none = await asyncio.gather(waiting, changing, late)
    assert one.reservation_id is not None
    assert (none.reservation_id, none.decision.settings_version) == (None, 3)


async def test_a_limit_lowered_below_what_is_used_lets_nothing_through_until_it_rises(connected: str) -> None:
    await put_in_force(open_settings(5))
    leads = await stored_leads(6)
    for lead_id in leads[:4]:
        await reserved(lead_id)
    await put_in_force(open_settings(2))
    assert (await taken(leads[4])).decision.rule is SafetyRule.CHANNEL_LIMIT
    await put_in_force(open_settings(5))
    await reserved(leads[4])
    assert (await taken(leads[5])).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_limits_set_in_the_course_of_a_day_count_what_was_sent_before(connected: str) -> None:
    await put_in_force(open_settings())
    leads = await stored_leads(3, domain="mail.example")
    await reserved(leads[0])
    await reserved(leads[1])
    async with reading() as connection:
        campaign_id = await connection.fetchval("SELECT campaign_id FROM leads")
    for settings, rule in (
        (open_settings(max_per_domain_per_day=2), SafetyRule.DOMAIN_LIMIT),
        (open_settings(campaigns={campaign_id: CampaignLimits({Channel.EMAIL: 2})}), SafetyRule.CAMPAIGN_LIMIT),
        (open_settings(channels={Channel.EMAIL: ChannelSettings(99, 3600)}), SafetyRule.GAP),
    ):
        await put_in_force(settings)
        assert (await taken(leads[2])).decision.rule is rule
    await put_in_force(open_settings(lead_frequency=LeadFrequency(1, 7)))
    assert (await taken(leads[0])).decision.rule is SafetyRule.LEAD_FREQUENCY
    await reserved(leads[2])


async def test_a_lead_that_is_gone_is_not_found_and_takes_nothing(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    between(monkeypatch, lambda: execute("DELETE FROM leads"))
    for _ in range(2):
        with pytest.raises(NotFound):
            await taken(lead_id)
    with pytest.raises(NotFound):
        await ask(lead_id, Channel.EMAIL)
    assert await used_of("channel:EMAIL") == 0


async def test_nothing_is_sent_where_the_database_cannot_answer(connected: str) -> None:
    await put_in_force(open_settings())
    first, second = await stored_leads(2)
    await reserved(first)
    async with holding(connected) as holder:
        waiting = asyncio.create_task(taken(second))
        await until_somebody_waits()
        await holder.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted")
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await waiting
    assert await used_of("channel:EMAIL") == 1
    await execute("ALTER TABLE safety_budgets RENAME TO gone")
    with pytest.raises(asyncpg.PostgresError):
        await taken(second)


@pytest.mark.parametrize("table", ["safety_switch", "safety_settings_versions"])
async def test_nothing_is_sent_without_settings_or_without_an_emergency_stop(connected: str, table: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    await execute(f"DELETE FROM {table}")
    if table == "safety_switch":
        assert (await taken(lead_id)).decision.rule is SafetyRule.OUTREACH_PAUSED
    else:
        with pytest.raises(LookupError):
            await taken(lead_id)


async def test_whoever_is_always_too_late_is_put_off_instead_of_trying_for_ever(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    tries = 0

    async def refuse(*_: Any) -> Refusal:
        nonlocal tries
        tries += 1
        return Refusal(False, False, ("gap:EMAIL",))

    monkeypatch.setattr(taking, "reserve", refuse)
    decision = (await taken(lead_id)).decision
    assert tries == 5
    assert (decision.verdict, decision.rule) == (SafetyVerdict.DEFERRED, SafetyRule.GAP)
    assert decision.next_eligible_at is not None
