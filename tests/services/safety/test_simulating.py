"""Replaying attempts: as they went by the same settings, and otherwise by others."""

from datetime import timedelta
from random import Random

import pytest

from models import Channel, SafetyRule
from services.errors import InvalidInput
from services.safety.patches import ChannelPatch, FrequencyPatch, SettingsPatch, WarmupPatch, WindowPatch
from services.safety.settings import ChannelSettings, LeadFrequency, SendWindow, Settings, Warmup
from services.safety.simulating import Simulation, simulate
from services.safety.taking import give_back, take
from tests.services.safety.clock import put_clock
from tests.services.safety.sending import MONDAY_NOON, open_settings, put_in_force, sent, stored_leads, taken

NOTHING = SettingsPatch()
FOUR_DAYS = 4


def _email(**changes: int | WarmupPatch) -> SettingsPatch:
    return SettingsPatch(channels=[ChannelPatch(Channel.EMAIL, **changes)])  # type: ignore[arg-type]


def _outcome(one: Simulation) -> tuple[int, int, int, int]:
    return one.sent, one.deferred, one.blocked, one.spared


def _really(one: Simulation) -> tuple[int, int, int, int]:
    return one.really_sent, one.really_deferred, one.really_blocked, 0


async def _four_days(url: str, settings: Settings, each_day: int) -> None:
    """Attempts for so many leads a day, ten minutes apart; some that were let through were not sent after all."""
    await put_in_force(settings)
    leads = await stored_leads(7, domain="mail.example") + await stored_leads(2, do_not_contact=True)
    random = Random(5)
    for day in range(FOUR_DAYS):
        for number in range(each_day):
            await put_clock(url, MONDAY_NOON + timedelta(days=day, minutes=10 * number))
            one = await take(random.choice(leads), Channel.EMAIL, random)
            if one.reservation_id is not None and random.random() < 0.3:
                await put_clock(url, MONDAY_NOON + timedelta(days=day, minutes=10 * number + 5))
                await give_back(one.reservation_id)
    await put_clock(url, MONDAY_NOON + timedelta(days=FOUR_DAYS - 1, hours=6))


@pytest.mark.slow
async def test_by_the_same_settings_attempts_become_what_they_became(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    settings = open_settings(
        channels={Channel.EMAIL: ChannelSettings(6, 300, 900)},
        send_window=SendWindow(),
        max_per_domain_per_day=5,
        lead_frequency=LeadFrequency(2, 2),
        time_zone="Asia/Kathmandu",
    )
    await _four_days(database_url, settings, 12)
    same = await simulate(NOTHING, FOUR_DAYS)
    assert same.attempts == FOUR_DAYS * 12
    assert _outcome(same) == _really(same)
    assert len(same.rules) > 2
    assert sum(one.deferred for one in same.rules) == same.deferred
    open_wide = await simulate(
        SettingsPatch(
            channels=[ChannelPatch(Channel.EMAIL, 100, 0, 0)],
            send_window=None,
            max_per_domain_per_day=None,
            lead_frequency=None,
        ),
        FOUR_DAYS,
    )
    assert open_wide.deferred == 0
    assert [one.rule for one in open_wide.rules] == [SafetyRule.DO_NOT_CONTACT]


async def test_what_the_replay_lets_through_counts_for_what_follows(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(2))
    for lead_id in await stored_leads(6):
        await taken(lead_id)
    assert _outcome(await simulate(_email(max_per_day=5), 1)) == (5, 1, 0, 0)
    assert _outcome(await simulate(_email(max_per_day=1), 1)) == (1, 5, 0, 0)
    frugal = await simulate(_email(max_per_day=6, warmup=WarmupPatch(True, 3, 1, 6)), 1)
    assert (_outcome(frugal), [one.rule for one in frugal.rules]) == ((3, 3, 0, 0), [SafetyRule.WARMUP])


async def test_a_message_that_would_have_been_sent_is_not_tried_again(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(1))
    first, second = await stored_leads(2)
    await sent(first)
    await taken(second)
    await put_clock(database_url, MONDAY_NOON + timedelta(hours=1))
    await taken(second)
    await put_clock(database_url, MONDAY_NOON + timedelta(days=1))
    await sent(second)
    await put_clock(database_url, MONDAY_NOON + timedelta(days=1, hours=1))
    assert _outcome(await simulate(_email(max_per_day=2), 2)) == (2, 0, 0, 2)
    assert _outcome(await simulate(NOTHING, 2)) == (2, 2, 0, 0)


async def test_what_was_sent_before_the_first_attempt_counts(database_url: str, connected: str) -> None:
    await put_clock(database_url, MONDAY_NOON)
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(9, warmup=Warmup(1, 2, 9))}))
    leads = await stored_leads(4)
    await sent(leads[0])
    await put_clock(database_url, MONDAY_NOON + timedelta(days=1))
    for lead_id in leads:
        await taken(lead_id)
    assert _outcome(await simulate(NOTHING, 1)) == (3, 1, 0, 0)
    once = SettingsPatch(lead_frequency=FrequencyPatch(1, 7))
    assert [one.rule for one in (await simulate(once, 1)).rules] == [SafetyRule.LEAD_FREQUENCY]


async def test_the_patch_is_refused_as_it_would_be_as_a_change(connected: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await simulate(SettingsPatch(send_window=WindowPatch(start="9 o'clock"), max_per_domain_per_day=-1), 0)
    assert {problem.path[0] for problem in refused.value.problems} == {"days", "send_window", "max_per_domain_per_day"}
