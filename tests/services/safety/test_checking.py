"""Which safety settings are possible: everything wrong at once, and a patch changes nothing but what it names."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Channel
from services.errors import InvalidInput
from services.patch import ABSENT
from services.safety.checking import MOST_CAMPAIGNS, changed_settings
from services.safety.documents import from_document, to_document
from services.safety.patches import (
    CampaignChannelPatch,
    CampaignPatch,
    ChannelPatch,
    FrequencyPatch,
    SettingsPatch,
    WarmupPatch,
    WindowPatch,
)
from services.safety.settings import DEFAULTS, CampaignLimits, SendWindow, Settings, Warmup, Weekday
from services.validation import Findings

EMAIL = DEFAULTS.channels[Channel.EMAIL]


def _changed(patch: SettingsPatch, settings: Settings = DEFAULTS) -> Settings:
    findings = Findings()
    changed = changed_settings(findings, settings, patch)
    findings.raise_if_any()
    return changed


def _wrong(patch: SettingsPatch, settings: Settings = DEFAULTS) -> set[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        _changed(patch, settings)
    return {(".".join(problem.path), problem.code) for problem in refused.value.problems}


def _email(**values: object) -> SettingsPatch:
    return SettingsPatch(channels=[ChannelPatch(Channel.EMAIL, **values)])  # type: ignore[arg-type]


def _warmup(**values: object) -> SettingsPatch:
    return _email(warmup=WarmupPatch(**values))  # type: ignore[arg-type]


def _window(**values: object) -> SettingsPatch:
    return SettingsPatch(send_window=WindowPatch(**values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("patch", "problems"),
    [
        (_email(max_per_day=-1), {("channels.0.max_per_day", "OUT_OF_RANGE")}),
        (_email(max_per_day=100_001), {("channels.0.max_per_day", "OUT_OF_RANGE")}),
        (_email(min_gap_seconds=-1), {("channels.0.min_gap_seconds", "OUT_OF_RANGE")}),
        (_email(gap_spread_seconds=86_401), {("channels.0.gap_spread_seconds", "OUT_OF_RANGE")}),
        (_warmup(start=21), {("channels.0.warmup.start", "OUT_OF_RANGE")}),
        (_warmup(maximum=4), {("channels.0.warmup.max", "OUT_OF_RANGE")}),
        (_warmup(start=0), {("channels.0.warmup.start", "OUT_OF_RANGE")}),
        (_warmup(increment=-1), {("channels.0.warmup.increment", "OUT_OF_RANGE")}),
        (_warmup(start=-1, maximum=2), {("channels.0.warmup.start", "OUT_OF_RANGE")}),
        (_window(start="9:00"), {("send_window.start", "MALFORMED")}),
        (_window(start="24:00"), {("send_window.start", "MALFORMED")}),
        (_window(end="25:00"), {("send_window.end", "MALFORMED")}),
        (_window(end="18:00:00"), {("send_window.end", "MALFORMED")}),
        (_window(end="１８:00"), {("send_window.end", "MALFORMED")}),
        (_window(days=[]), {("send_window.days", "EMPTY")}),
        (_window(time_zone="Mars/Olympus"), {("send_window.time_zone", "MALFORMED")}),
        (SettingsPatch(time_zone=" "), {("time_zone", "BLANK")}),
        (SettingsPatch(time_zone="../etc/passwd"), {("time_zone", "MALFORMED")}),
        (
            SettingsPatch(time_zone="Europe/Lisbon", send_window=WindowPatch(time_zone="Europe/Paris")),
            {("send_window.time_zone", "MALFORMED")},
        ),
        (SettingsPatch(max_per_domain_per_day=-1), {("max_per_domain_per_day", "OUT_OF_RANGE")}),
        (
            SettingsPatch(lead_frequency=FrequencyPatch(0, 366)),
            {("lead_frequency.max_messages", "OUT_OF_RANGE"), ("lead_frequency.days", "OUT_OF_RANGE")},
        ),
        (
            SettingsPatch(channels=[ChannelPatch(Channel.EMAIL), ChannelPatch(Channel.EMAIL)]),
            {("channels.1.channel", "REPEATED")},
        ),
        (
            SettingsPatch(campaigns=[CampaignPatch(1, [CampaignChannelPatch(Channel.EMAIL, -1)]), CampaignPatch(1)]),
            {("campaigns.0.channels.0.max_per_day", "OUT_OF_RANGE"), ("campaigns.1.campaign_id", "REPEATED")},
        ),
        (
            SettingsPatch(campaigns=[CampaignPatch(1, send_window=WindowPatch(start="noon", days=[]))]),
            {("campaigns.0.send_window.start", "MALFORMED"), ("campaigns.0.send_window.days", "EMPTY")},
        ),
    ],
)
def test_what_is_not_possible_is_named_by_its_path(patch: SettingsPatch, problems: set[tuple[str, str]]) -> None:
    assert _wrong(patch) == problems


def test_all_that_is_wrong_is_told_at_once() -> None:
    patch = SettingsPatch(
        channels=[ChannelPatch(Channel.EMAIL, max_per_day=-5, warmup=WarmupPatch(start=30))],
        time_zone="Nowhere",
        send_window=WindowPatch(start="half past nine"),
        max_per_domain_per_day=-2,
    )
    assert _wrong(patch) == {
        ("channels.0.max_per_day", "OUT_OF_RANGE"),
        ("channels.0.warmup.start", "OUT_OF_RANGE"),
        ("time_zone", "MALFORMED"),
        ("send_window.start", "MALFORMED"),
        ("max_per_domain_per_day", "OUT_OF_RANGE"),
    }


def test_an_empty_patch_changes_nothing() -> None:
    assert _changed(SettingsPatch()) == DEFAULTS


def test_what_a_patch_leaves_out_stays_however_deep_it_lies() -> None:
    changed = _changed(
        SettingsPatch(
            channels=[ChannelPatch(Channel.EMAIL, warmup=WarmupPatch(increment=1))],
            send_window=WindowPatch(end="17:30"),
            lead_frequency=FrequencyPatch(days=14),
        )
    )
    assert changed == replace(
        DEFAULTS,
        channels={**DEFAULTS.channels, Channel.EMAIL: replace(EMAIL, warmup=Warmup(5, 1, 20))},
        send_window=SendWindow(end=time(17, 30)),
        lead_frequency=replace(DEFAULTS.lead_frequency, days=14),  # type: ignore[type-var]
    )


def test_null_is_not_the_same_as_nothing() -> None:
    changed = _changed(SettingsPatch(send_window=None, max_per_domain_per_day=None, lead_frequency=None))
    assert (changed.send_window, changed.max_per_domain_per_day, changed.lead_frequency) == (None, None, None)
    assert changed.channels == DEFAULTS.channels


def test_what_was_taken_away_has_to_be_given_whole() -> None:
    bare = _changed(SettingsPatch(send_window=None, lead_frequency=None))
    assert _wrong(SettingsPatch(lead_frequency=FrequencyPatch(days=7)), bare) == {
        ("lead_frequency.max_messages", "REQUIRED")
    }
    assert _changed(_window(start="10:00"), bare).send_window == SendWindow(start=time(10))


def test_a_warm_up_that_is_switched_off_keeps_its_numbers() -> None:
    off = _changed(_warmup(enabled=False))
    assert off.channels[Channel.EMAIL].limit_on(1) == EMAIL.max_per_day
    assert _changed(_warmup(enabled=True), off) == DEFAULTS


def test_a_first_warm_up_says_how_it_goes() -> None:
    def twitter(**values: object) -> SettingsPatch:
        return SettingsPatch(channels=[ChannelPatch(Channel.TWITTER, warmup=WarmupPatch(**values))])  # type: ignore[arg-type]

    assert _wrong(twitter(enabled=True, start=1)) == {
        ("channels.0.warmup.increment", "REQUIRED"),
        ("channels.0.warmup.max", "REQUIRED"),
    }
    assert _changed(twitter(enabled=False)) == DEFAULTS
    begun = _changed(twitter(start=1, increment=0, maximum=3))
    assert begun.channels[Channel.TWITTER].warmup == Warmup(1, 0, 3)


def test_a_channel_can_be_closed_whatever_its_warm_up() -> None:
    assert _changed(_email(max_per_day=0)).channels[Channel.EMAIL].limit_on(3) == 0


def test_the_end_of_a_day_is_the_midnight_after_it() -> None:
    window = _changed(_window(start="00:00", end="24:00")).send_window
    assert window == SendWindow(time(), time())


def test_days_and_window_share_a_time_zone_in_its_own_spelling() -> None:
    assert _changed(_window(time_zone="europe/LISBON")).time_zone == "Europe/Lisbon"
    both = SettingsPatch(time_zone="Europe/Lisbon", send_window=WindowPatch(time_zone="europe/lisbon"))
    assert _changed(both).time_zone == "Europe/Lisbon"


def test_overrides_come_change_and_go_one_by_one() -> None:
    first = _changed(
        SettingsPatch(
            campaigns=[
                CampaignPatch(7, [CampaignChannelPatch(Channel.EMAIL, 3), CampaignChannelPatch(Channel.TWITTER, 0)]),
                CampaignPatch(8, send_window=WindowPatch(days=[Weekday.MONDAY])),
            ]
        )
    )
    assert first.campaigns == {
        7: CampaignLimits({Channel.EMAIL: 3, Channel.TWITTER: 0}),
        8: CampaignLimits(send_window=SendWindow(days=frozenset({Weekday.MONDAY}))),
    }
    second = _changed(
        SettingsPatch(
            campaigns=[
                CampaignPatch(7, [CampaignChannelPatch(Channel.EMAIL, None)]),
                CampaignPatch(8, send_window=None),
            ]
        ),
        first,
    )
    assert second.campaigns == {7: CampaignLimits({Channel.TWITTER: 0})}


def test_so_many_campaigns_have_overrides_and_no_more() -> None:
    many = [CampaignPatch(key, [CampaignChannelPatch(Channel.EMAIL, 1)]) for key in range(1, MOST_CAMPAIGNS + 2)]
    assert len(_changed(SettingsPatch(campaigns=many[:-1])).campaigns) == MOST_CAMPAIGNS
    assert _wrong(SettingsPatch(campaigns=many)) == {("campaigns", "TOO_MANY")}


_NUMBERS = st.just(ABSENT) | st.integers(-3, 30)
_PATCHES = st.builds(
    SettingsPatch,
    channels=st.lists(
        st.builds(
            ChannelPatch,
            st.sampled_from(Channel),
            max_per_day=_NUMBERS,
            warmup=st.just(ABSENT) | st.builds(WarmupPatch, st.just(ABSENT) | st.booleans(), *[_NUMBERS] * 3),
        ),
        max_size=2,
    ),
    send_window=st.none()
    | st.just(ABSENT)
    | st.builds(WindowPatch, st.sampled_from(["08:00", "23:59", "x"]), st.sampled_from(["00:00", "24:00", ""])),
    lead_frequency=st.none() | st.just(ABSENT) | st.builds(FrequencyPatch, _NUMBERS, _NUMBERS),
)


@given(st.lists(_PATCHES, max_size=4))
def test_settings_that_patches_lead_to_are_possible_and_keep_in_documents(patches: list[SettingsPatch]) -> None:
    settings = DEFAULTS
    for patch in patches:
        findings = Findings()
        changed = changed_settings(findings, settings, patch)
        settings = settings if findings.any else changed
    assert from_document(to_document(settings)) == settings
    for limits in settings.channels.values():
        days = [limits.limit_on(day) for day in (1, 2, 30, 400)]
        assert days == sorted(days)
        assert all(0 <= allowed <= limits.max_per_day for allowed in days)
        assert limits.warmup is None or 1 <= limits.warmup.start <= limits.warmup.maximum
