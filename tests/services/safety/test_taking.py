"""Taking leave to send: every budget holds, whatever happens between the decision and the reservation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import asyncpg
import orjson
import pytest

from cam_graphql.database import connection_arguments
from models import Channel, SafetyRule, SafetyVerdict
from services.errors import NotFound
from services.safety import taking
from services.safety.asking import ask
from services.safety.keeping import update_settings
from services.safety.patches import SettingsPatch
from services.safety.reserving import Refusal, Wish
from services.safety.settings import CampaignLimits, ChannelSettings, LeadFrequency, SendWindow, Settings, Warmup
from services.safety.taking import give_back, reservation_of, settle_sent, take
from services.transaction import Act, reading, transaction
from tests.services.safety.clock import put_clock
from tests.services.safety.sending import (
    MONDAY_NOON,
    leaks,
    open_settings,
    put_in_force,
    sent,
    stored_leads,
    taken,
    used,
)

SENDERS = 20


async def _reserved(lead_id: int) -> int:
    one = await taken(lead_id)
    assert one.reservation_id is not None, one.decision
    return one.reservation_id


async def _execute(statement: str, *arguments: Any) -> None:
    async with reading() as connection:
        await connection.execute(statement, *arguments)


async def _used(scope: str) -> int:
    async with reading() as connection:
        return await used(connection, scope)


async def test_what_is_let_through_takes_of_every_budget_and_is_written_down_with_it(connected: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1, domain="mail.example")
    one = await taken(lead_id, attempt_id=7)
    assert one.decision.allowed
    async with reading() as connection:
        assert await reservation_of(connection, 7) == one.reservation_id
        row = await connection.fetchrow("SELECT * FROM safety_reservations")
        attempt = await connection.fetchrow("SELECT * FROM safety_attempts")
        campaign_id = await connection.fetchval("SELECT campaign_id FROM leads")
    assert row is not None
    assert attempt is not None
    assert set(row["scopes"]) == {
        "channel:EMAIL",
        f"campaign:{campaign_id}:EMAIL",
        "domain:mail.example",
        f"lead:{lead_id}",
        "gap:EMAIL",
    }
    assert (attempt["verdict"], attempt["rule"], attempt["at"]) == ("ALLOWED", None, row["reserved_at"])
    assert [check["rule"] for check in orjson.loads(attempt["decision"])["checks"]] == list(SafetyRule)
    assert "ana@" not in attempt["inputs"]
    assert not await leaks()


async def test_the_same_attempt_never_takes_twice(connected: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    tries = await asyncio.gather(*(taken(lead_id, attempt_id=7) for _ in range(SENDERS)), return_exceptions=True)
    assert sum(isinstance(one, asyncpg.UniqueViolationError) for one in tries) == SENDERS - 1
    assert await _used("channel:EMAIL") == 1


_LIMITED: dict[str, tuple[Settings, int, SafetyRule]] = {
    "channel": (open_settings(7), 7, SafetyRule.CHANNEL_LIMIT),
    "warm-up": (
        open_settings(channels={Channel.EMAIL: ChannelSettings(20, warmup=Warmup(3, 2, 20))}),
        3,
        SafetyRule.WARMUP,
    ),
    "campaign": (
        open_settings(campaigns={1: CampaignLimits({Channel.EMAIL: 4})}),
        4,
        SafetyRule.CAMPAIGN_LIMIT,
    ),
    "domain": (open_settings(max_per_domain_per_day=5), 5, SafetyRule.DOMAIN_LIMIT),
    "gap": (open_settings(channels={Channel.EMAIL: ChannelSettings(99, 90, 60)}), 1, SafetyRule.GAP),
    "lead": (open_settings(lead_frequency=LeadFrequency(2, 7)), 2, SafetyRule.LEAD_FREQUENCY),
}


@pytest.mark.parametrize("limit", _LIMITED)
async def test_concurrent_senders_never_exceed_a_limit(connected: str, limit: str) -> None:
    settings, most, rule = _LIMITED[limit]
    await put_in_force(settings)
    leads = await stored_leads(SENDERS, domain="mail.example")
    tries = await asyncio.gather(*(taken(leads[0] if limit == "lead" else lead_id) for lead_id in leads))
    let_through = [one for one in tries if one.reservation_id is not None]
    others = [one.decision for one in tries if one.reservation_id is None]
    assert len(let_through) == most
    assert {(one.verdict, one.rule) for one in others} == {(SafetyVerdict.DEFERRED, rule)}
    assert all(one.next_eligible_at is not None and one.next_eligible_at > datetime.now(UTC) for one in others)
    assert not await leaks()


async def test_a_sender_that_dies_before_sending_leaves_its_units_taken_until_they_are_given_back(
    connected: str,
) -> None:
    await put_in_force(open_settings(1))
    first, second = await stored_leads(2)
    reservation_id = await _reserved(first)
    assert (await taken(second)).reservation_id is None
    assert await give_back(reservation_id)
    assert not await give_back(reservation_id)
    assert await _used("channel:EMAIL") == 0
    await _reserved(second)


async def test_units_that_were_used_up_by_a_message_are_not_given_back(connected: str) -> None:
    await put_in_force(open_settings(1))
    first, second = await stored_leads(2)
    assert not await give_back(await sent(first))
    assert (await taken(second)).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_the_message_that_is_rolled_back_uses_nothing_up(connected: str) -> None:
    await put_in_force(open_settings(1))
    (lead_id,) = await stored_leads(1)
    reservation_id = await _reserved(lead_id)
    with suppress(ZeroDivisionError):
        async with transaction(Act("tester", MONDAY_NOON)) as tx:
            assert await settle_sent(tx, reservation_id)
            raise ZeroDivisionError
    assert await give_back(reservation_id)


async def test_today_is_a_day_of_the_settings_time_zone_and_begins_at_its_midnight(
    database_url: str, connected: str
) -> None:
    before_midnight = datetime(2026, 3, 3, 4, 59, 59, tzinfo=UTC)
    await put_clock(database_url, before_midnight)
    await put_in_force(open_settings(1, time_zone="America/New_York"))
    first, second, third = await stored_leads(3)
    yesterday = await _reserved(first)
    decision = (await taken(second)).decision
    assert decision.next_eligible_at == before_midnight + timedelta(seconds=1)
    await put_clock(database_url, before_midnight + timedelta(seconds=1))
    await _reserved(second)
    assert await give_back(yesterday)  # to yesterday
    assert (await taken(third)).decision.rule is SafetyRule.CHANNEL_LIMIT
    assert not await leaks()


async def test_a_decision_of_yesterday_reserves_nothing_today(
    database_url: str, connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    midnight = datetime(2026, 3, 3, 5, tzinfo=UTC)
    await put_clock(database_url, midnight - timedelta(seconds=1))
    await put_in_force(open_settings(1, time_zone="America/New_York"))
    first, second = await stored_leads(2)
    refused = _between(monkeypatch, lambda: put_clock(database_url, midnight))
    await _reserved(first)
    assert [one.outdated for one in refused] == [True]
    assert (await taken(second)).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_a_window_that_closes_between_decision_and_reservation_is_kept(
    database_url: str, connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_clock(database_url, MONDAY_NOON - timedelta(seconds=1))
    await put_in_force(open_settings(send_window=SendWindow(time(9), time(12))))
    (lead_id,) = await stored_leads(1)
    _between(monkeypatch, lambda: put_clock(database_url, MONDAY_NOON))
    one = await taken(lead_id)
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.SEND_WINDOW)
    assert one.decision.next_eligible_at == MONDAY_NOON.replace(hour=9) + timedelta(days=1)


async def test_a_window_over_midnight_opens_in_the_settings_time_zone(database_url: str, connected: str) -> None:
    await put_clock(database_url, datetime(2026, 3, 3, 6, 30, tzinfo=UTC))  # 01:30 on Tuesday in New York
    await put_in_force(open_settings(time_zone="America/New_York", send_window=SendWindow(time(22), time(2))))
    first, second = await stored_leads(2)
    await _reserved(first)
    await put_clock(database_url, datetime(2026, 3, 3, 7, tzinfo=UTC))
    assert (await taken(second)).decision.rule is SafetyRule.SEND_WINDOW


def _between(monkeypatch: pytest.MonkeyPatch, what: Any) -> list[Refusal]:
    """Let something happen between the first decision and its reservation; gives the refusals."""
    reserve, refused = taking.reserve, list[Refusal]()
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


async def test_settings_changed_between_decision_and_reservation_decide(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings(5))
    (lead_id,) = await stored_leads(1)
    refused = _between(monkeypatch, lambda: put_in_force(open_settings(0)))
    one = await taken(lead_id)
    assert (one.reservation_id, one.decision.verdict) == (None, SafetyVerdict.BLOCKED)
    assert one.decision.settings_version == 3
    assert [one.outdated for one in refused] == [True]


async def test_a_pause_between_decision_and_reservation_stops_the_message(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings(5))
    first, second = await stored_leads(2)
    _between(monkeypatch, lambda: _execute("UPDATE safety_switch SET paused = true"))
    one = await taken(first)
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.OUTREACH_PAUSED)
    await _execute("UPDATE safety_switch SET paused = false")
    await _reserved(second)


async def test_a_pause_stops_also_who_waits_for_a_budget_already(connected: str) -> None:
    await put_in_force(open_settings(5))
    first, second = await stored_leads(2)
    await _reserved(first)
    async with _holding(connected):
        waiting = asyncio.create_task(taken(second))
        await _until_somebody_waits()
        await _execute("UPDATE safety_switch SET paused = true")
    one = await waiting
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.OUTREACH_PAUSED)


@asynccontextmanager
async def _holding(url: str) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else who holds the channel's budget."""
    connection: asyncpg.Connection = await asyncpg.connect(**connection_arguments(url))
    try:
        async with connection.transaction():
            await connection.execute("SELECT FROM safety_budgets WHERE scope = 'channel:EMAIL' FOR UPDATE")
            yield connection
    finally:
        await connection.close()


async def _until_somebody_waits() -> None:
    async with reading() as connection, asyncio.timeout(10):
        while not await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            await asyncio.sleep(0.005)


async def test_a_limit_lowered_below_what_is_used_lets_nothing_through_until_it_rises(connected: str) -> None:
    await put_in_force(open_settings(5))
    leads = await stored_leads(6)
    for lead_id in leads[:4]:
        await _reserved(lead_id)
    await put_in_force(open_settings(2))
    assert (await taken(leads[4])).decision.rule is SafetyRule.CHANNEL_LIMIT
    await put_in_force(open_settings(5))
    await _reserved(leads[4])
    assert (await taken(leads[5])).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_limits_set_in_the_course_of_a_day_count_what_was_sent_before(connected: str) -> None:
    await put_in_force(open_settings())
    leads = await stored_leads(3, domain="mail.example")
    await _reserved(leads[0])
    await _reserved(leads[1])
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
    await _reserved(leads[2])


async def test_a_lead_is_written_to_so_often_within_a_span_that_moves_on(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(lead_frequency=LeadFrequency(2, 7)))
    (lead_id,) = await stored_leads(1)
    await _reserved(lead_id)
    await put_clock(database_url, MONDAY_NOON + timedelta(days=6))
    await _reserved(lead_id)
    again = (await taken(lead_id)).decision
    assert (again.rule, again.next_eligible_at) == (SafetyRule.LEAD_FREQUENCY, MONDAY_NOON + timedelta(days=7))
    await put_clock(database_url, MONDAY_NOON + timedelta(days=7))
    given_back = await _reserved(lead_id)
    assert (await taken(lead_id)).reservation_id is None
    await give_back(given_back)
    await put_in_force(open_settings(lead_frequency=LeadFrequency(2, 30)))  # what lies longer ago counts again
    assert (await taken(lead_id)).decision.rule is SafetyRule.LEAD_FREQUENCY


async def test_days_of_another_time_zone_count_what_was_sent_in_them(database_url: str, connected: str) -> None:
    await put_clock(database_url, datetime(2026, 3, 2, 15, 30, tzinfo=UTC))
    await put_in_force(open_settings(3))
    leads = await stored_leads(5)
    await _reserved(leads[0])  # on the 3rd in Tokyo
    given_back = await _reserved(leads[1])
    await update_settings(SettingsPatch(time_zone="Asia/Tokyo"), Act("tester", MONDAY_NOON))
    assert not await leaks()
    await _reserved(leads[2])
    assert (await taken(leads[3])).decision.rule is SafetyRule.CHANNEL_LIMIT
    await give_back(given_back)
    await _reserved(leads[3])
    assert (await taken(leads[4])).decision.rule is SafetyRule.CHANNEL_LIMIT
    assert not await leaks()


async def test_a_warm_up_begins_with_the_first_message_sent_and_not_with_one_that_was_skipped(
    database_url: str, connected: str
) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(7, warmup=Warmup(1, 5, 300))}))
    leads = await stored_leads(20)
    await give_back(await _reserved(leads[0]))
    await put_clock(database_url, MONDAY_NOON + timedelta(days=3))
    await sent(leads[1])
    assert (await taken(leads[2])).decision.rule is SafetyRule.WARMUP
    await put_clock(database_url, MONDAY_NOON + timedelta(days=4))
    for lead_id in leads[2:8]:
        await sent(lead_id)
    assert (await taken(leads[8])).decision.rule is SafetyRule.WARMUP
    await put_clock(database_url, MONDAY_NOON + timedelta(days=60))
    for lead_id in leads[8:15]:
        await sent(lead_id)
    assert (await taken(leads[15])).decision.rule is SafetyRule.CHANNEL_LIMIT  # 7, though the warm-up has reached 300


async def test_who_must_not_be_written_to_is_never_let_through_and_it_is_told_why(connected: str) -> None:
    await put_in_force(open_settings())
    (unwanted,) = await stored_leads(1, do_not_contact=True)
    (addressless,) = await stored_leads(1, email=None)
    (lost,) = await stored_leads(1, stage="LOST")
    (there,) = await stored_leads(1)
    await _execute(
        "UPDATE campaigns SET status = 'ARCHIVED' WHERE id = (SELECT campaign_id FROM leads WHERE id = $1)", there
    )
    for lead_id, rule in (
        (unwanted, SafetyRule.DO_NOT_CONTACT),
        (addressless, SafetyRule.ADDRESS),
        (lost, SafetyRule.STAGE),
        (there, SafetyRule.CAMPAIGN),
    ):
        one = await taken(lead_id)
        assert (one.reservation_id, one.decision.verdict, one.decision.rule) == (None, SafetyVerdict.BLOCKED, rule)
    async with reading() as connection:
        assert [row["rule"] for row in await connection.fetch("SELECT rule FROM safety_attempts ORDER BY id")] == [
            SafetyRule.DO_NOT_CONTACT,
            SafetyRule.ADDRESS,
            SafetyRule.STAGE,
            SafetyRule.CAMPAIGN,
        ]
        assert await connection.fetchval("SELECT count(*) FROM safety_budgets") == 0


async def test_a_lead_that_is_gone_is_not_found_and_takes_nothing(
    connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    _between(monkeypatch, lambda: _execute("DELETE FROM leads"))
    for _ in range(2):
        with pytest.raises(NotFound):
            await taken(lead_id)
    with pytest.raises(NotFound):
        await ask(lead_id, Channel.EMAIL)
    assert await _used("channel:EMAIL") == 0


async def test_nothing_is_sent_where_the_database_cannot_answer(connected: str) -> None:
    await put_in_force(open_settings())
    first, second = await stored_leads(2)
    await _reserved(first)
    async with _holding(connected) as holder:
        waiting = asyncio.create_task(taken(second))
        await _until_somebody_waits()
        await holder.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted")
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await waiting
    assert await _used("channel:EMAIL") == 1
    await _execute("ALTER TABLE safety_budgets RENAME TO gone")
    with pytest.raises(asyncpg.PostgresError):
        await taken(second)


@pytest.mark.parametrize("table", ["safety_switch", "safety_settings_versions"])
async def test_nothing_is_sent_without_settings_or_without_an_emergency_stop(connected: str, table: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    await _execute(f"DELETE FROM {table}")
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


async def test_the_gap_has_the_random_spread_it_is_given(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(99, 90, 60)}))
    first, second = await stored_leads(2)

    class Half:
        def random(self) -> float:
            return 0.5

    await take(first, Channel.EMAIL, Half())  # type: ignore[arg-type]
    decision = await ask(second, Channel.EMAIL)
    assert decision.next_eligible_at == MONDAY_NOON + timedelta(seconds=120)
    settings = open_settings(channels={Channel.EMAIL: ChannelSettings(99, 90, 60)})
    await put_in_force(replace(settings, channels={Channel.EMAIL: ChannelSettings(99, 300)}))
    longer = await ask(second, Channel.EMAIL)
    assert longer.next_eligible_at == MONDAY_NOON + timedelta(seconds=300)
