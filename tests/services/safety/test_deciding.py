"""What may be sent, by which rule, and when it is worth asking again."""

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import CampaignStatus, Channel, LeadStage, SafetyRule, SafetyVerdict
from services.safety.days import channel_day, day_of
from services.safety.deciding import InForce, Recipient, Usage, decide
from services.safety.decisions import Decision
from services.safety.settings import DEFAULTS, SendWindow, Settings, Warmup, Weekday
from services.safety.windows import opening_at_or_after

MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANA = Recipient(1, "ana@mail.example", "mail.example")
LISBON = ZoneInfo("Europe/Lisbon")
_MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_ZONES = st.sampled_from(["UTC", "Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"])
_WINDOWS = st.builds(SendWindow, st.times(), st.times(), st.frozensets(st.sampled_from(list(Weekday)), min_size=1))


def _decided(
    recipient: Recipient = ANA,
    usage: Usage | None = None,
    now: datetime = MONDAY_NOON,
    settings: Settings = DEFAULTS,
    channel: Channel = Channel.EMAIL,
) -> Decision:
    return decide(InForce(settings, 7), channel, recipient, usage or Usage(), now)


def test_a_message_that_no_rule_forbids_is_allowed_with_every_rule_checked() -> None:
    decision = _decided()
    assert decision.allowed
    assert [check.rule for check in decision.checks] == list(SafetyRule)
    assert decision.settings_version == 7


def test_a_lead_that_must_not_be_contacted_is_blocked() -> None:
    decision = _decided(replace(ANA, do_not_contact=True))
    assert (decision.verdict, decision.rule) == (SafetyVerdict.BLOCKED, SafetyRule.DO_NOT_CONTACT)


def test_suppressed_addressless_and_closed_leads_are_blocked() -> None:
    for change, rule in (
        ({"suppressed_by": "EMAIL by MANUAL"}, SafetyRule.SUPPRESSION),
        ({"address": None}, SafetyRule.ADDRESS),
        ({"stage": LeadStage.LOST}, SafetyRule.STAGE),
        ({"campaign_status": CampaignStatus.ARCHIVED}, SafetyRule.CAMPAIGN),
    ):
        decision = _decided(replace(ANA, **change))
        assert (decision.verdict, decision.rule) == (SafetyVerdict.BLOCKED, rule)


def test_a_pause_defers_for_nobody_knows_how_long() -> None:
    decision = _decided(usage=Usage(paused=True))
    assert (decision.verdict, decision.rule) == (SafetyVerdict.DEFERRED, SafetyRule.OUTREACH_PAUSED)
    assert decision.next_eligible_at is None


def test_a_channel_without_messages_is_blocked_rather_than_put_off_to_tomorrow() -> None:
    decision = _decided(channel=Channel.PHONE)
    assert (decision.verdict, decision.rule) == (SafetyVerdict.BLOCKED, SafetyRule.CHANNEL_LIMIT)


def test_a_used_up_warm_up_defers_to_the_next_window() -> None:
    decision = _decided(usage=Usage(channel=5))
    assert (decision.verdict, decision.rule) == (SafetyVerdict.DEFERRED, SafetyRule.WARMUP)
    assert decision.next_eligible_at == datetime(2026, 3, 3, 9, tzinfo=UTC)


def test_a_warm_up_never_allows_more_than_its_own_maximum_or_the_channels() -> None:
    limits = DEFAULTS.channels[Channel.EMAIL]
    assert [limits.limit_on(day) for day in (1, 2, 4, 60)] == [5, 10, 20, 20]
    assert replace(limits, max_per_day=7).limit_on(60) == 7
    assert replace(limits, warmup=Warmup(5, 5, 6)).limit_on(60) == 6


def test_a_warm_up_stays_at_its_first_day_until_something_was_sent() -> None:
    assert channel_day(None, MONDAY_NOON, LISBON) == 1


def test_days_are_those_of_the_settings_time_zone() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert day_of(late, LISBON).day == 2
    assert channel_day(datetime(2026, 7, 1, 12, tzinfo=UTC), late, LISBON) == 2


def test_a_window_over_midnight_belongs_to_the_day_on_which_it_starts() -> None:
    window = SendWindow(time(22), time(2), frozenset({Weekday.FRIDAY}))
    saturday = datetime(2026, 3, 7, 1, tzinfo=UTC)
    opening = opening_at_or_after(window, ZoneInfo("UTC"), saturday)
    assert opening is not None
    assert opening.begin == datetime(2026, 3, 6, 22, tzinfo=UTC)
    assert opening.end == datetime(2026, 3, 7, 2, tzinfo=UTC)


def test_a_window_keeps_its_wall_times_on_the_day_clocks_change() -> None:
    window = SendWindow(time(9), time(18), frozenset(Weekday))
    opening = opening_at_or_after(window, LISBON, datetime(2026, 3, 29, 0, tzinfo=UTC))
    assert opening is not None
    assert opening.begin == datetime(2026, 3, 29, 8, tzinfo=UTC)


@pytest.mark.parametrize("zone", [None, "Mars/Olympus"])
def test_where_the_leads_zone_is_not_known_nothing_is_sent_and_nobody_knows_when(zone: str | None) -> None:
    settings = replace(DEFAULTS, send_window=SendWindow(use_lead_time_zone=True))
    decision = _decided(settings=settings, recipient=replace(ANA, time_zone=zone))
    assert (decision.verdict, decision.rule) == (SafetyVerdict.DEFERRED, SafetyRule.SEND_WINDOW)
    assert decision.next_eligible_at is None


def test_a_window_without_days_never_opens() -> None:
    assert opening_at_or_after(SendWindow(days=frozenset()), LISBON, MONDAY_NOON) is None


@given(_WINDOWS, _ZONES, _MOMENTS)
def test_an_opening_begins_on_one_of_its_days_and_ends_after_it_was_asked_for(
    window: SendWindow, zone: str, at: datetime
) -> None:
    opening = opening_at_or_after(window, ZoneInfo(zone), at)
    if opening is not None:
        assert opening.begin < opening.end
        assert opening.end > at
        assert Weekday(opening.begin.astimezone(ZoneInfo(zone)).weekday()) in window.days


@given(_WINDOWS, _ZONES, _MOMENTS, st.integers(0, 25))
def test_what_is_deferred_to_a_known_time_is_allowed_then(
    window: SendWindow, zone: str, now: datetime, used: int
) -> None:
    settings = replace(DEFAULTS, time_zone=zone, send_window=window)
    decision = _decided(usage=Usage(channel=used, first_sent_at=now), now=now, settings=settings)
    if decision.next_eligible_at is not None:
        later = decision.next_eligible_at
        same_day = day_of(later, ZoneInfo(zone)) == day_of(now, ZoneInfo(zone))
        then = Usage(channel=used if same_day else 0, first_sent_at=now)
        assert _decided(usage=then, now=later, settings=settings).allowed
