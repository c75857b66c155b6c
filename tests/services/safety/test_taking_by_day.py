"""Days, windows, spans and warm-ups, by the settings' time zone and the database's clock."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from models import Channel, SafetyRule
from services.safety.asking import ask
from services.safety.keeping import update_settings
from services.safety.patches import SettingsPatch
from services.safety.settings import ChannelSettings, LeadFrequency, SendWindow, Warmup
from services.safety.taking import give_back, take
from services.transaction import Act
from tests.services.safety.clock import put_clock
from tests.services.safety.meanwhile import between, reserved
from tests.services.safety.sending import (
    MONDAY_NOON,
    leaks,
    open_settings,
    put_in_force,
    sent,
    stored_leads,
    taken,
)


async def test_today_is_a_day_of_the_settings_time_zone_and_begins_at_its_midnight(
    database_url: str, connected: str
) -> None:
    before_midnight = datetime(2026, 3, 3, 4, 59, 59, tzinfo=UTC)
    await put_clock(database_url, before_midnight)
    await put_in_force(open_settings(1, time_zone="America/New_York"))
    first, second, third = await stored_leads(3)
    yesterday = await reserved(first)
    decision = (await taken(second)).decision
    assert decision.next_eligible_at == before_midnight + timedelta(seconds=1)
    await put_clock(database_url, before_midnight + timedelta(seconds=1))
    await reserved(second)
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
    refused = between(monkeypatch, lambda: put_clock(database_url, midnight))
    await reserved(first)
    assert [one.outdated for one in refused] == [True]
    assert (await taken(second)).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_a_window_that_closes_between_decision_and_reservation_is_kept(
    database_url: str, connected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_clock(database_url, MONDAY_NOON - timedelta(seconds=1))
    await put_in_force(open_settings(send_window=SendWindow(time(9), time(12))))
    (lead_id,) = await stored_leads(1)
    between(monkeypatch, lambda: put_clock(database_url, MONDAY_NOON))
    one = await taken(lead_id)
    assert (one.reservation_id, one.decision.rule) == (None, SafetyRule.SEND_WINDOW)
    assert one.decision.next_eligible_at == MONDAY_NOON.replace(hour=9) + timedelta(days=1)


async def test_a_window_over_midnight_opens_in_the_settings_time_zone(database_url: str, connected: str) -> None:
    await put_clock(database_url, datetime(2026, 3, 3, 6, 30, tzinfo=UTC))  # 01:30 on Tuesday in New York
    await put_in_force(open_settings(time_zone="America/New_York", send_window=SendWindow(time(22), time(2))))
    first, second = await stored_leads(2)
    await reserved(first)
    await put_clock(database_url, datetime(2026, 3, 3, 7, tzinfo=UTC))
    assert (await taken(second)).decision.rule is SafetyRule.SEND_WINDOW


async def test_a_lead_is_written_to_so_often_within_a_span_that_moves_on(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(lead_frequency=LeadFrequency(2, 7)))
    (lead_id,) = await stored_leads(1)
    await reserved(lead_id)
    await put_clock(database_url, MONDAY_NOON + timedelta(days=6))
    await reserved(lead_id)
    again = (await taken(lead_id)).decision
    assert (again.rule, again.next_eligible_at) == (SafetyRule.LEAD_FREQUENCY, MONDAY_NOON + timedelta(days=7))
    await put_clock(database_url, MONDAY_NOON + timedelta(days=7))
    given_back = await reserved(lead_id)
    assert (await taken(lead_id)).reservation_id is None
    await give_back(given_back)
    await put_in_force(open_settings(lead_frequency=LeadFrequency(2, 30)))  # what lies longer ago counts again
    assert (await taken(lead_id)).decision.rule is SafetyRule.LEAD_FREQUENCY


async def test_days_of_another_time_zone_count_what_was_sent_in_them(database_url: str, connected: str) -> None:
    await put_clock(database_url, datetime(2026, 3, 2, 15, 30, tzinfo=UTC))
    await put_in_force(open_settings(3))
    leads = await stored_leads(5)
    await reserved(leads[0])  # on the 3rd in Tokyo
    given_back = await reserved(leads[1])
    await update_settings(SettingsPatch(time_zone="Asia/Tokyo"), Act("tester", MONDAY_NOON))
    assert not await leaks()
    await reserved(leads[2])
    assert (await taken(leads[3])).decision.rule is SafetyRule.CHANNEL_LIMIT
    await give_back(given_back)
    await reserved(leads[3])
    assert (await taken(leads[4])).decision.rule is SafetyRule.CHANNEL_LIMIT
    assert not await leaks()


async def test_a_warm_up_begins_with_the_first_message_sent_and_not_with_one_that_was_skipped(
    database_url: str, connected: str
) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(7, warmup=Warmup(1, 5, 300))}))
    leads = await stored_leads(20)
    await give_back(await reserved(leads[0]))
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
