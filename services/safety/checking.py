"""Which safety settings are possible. Everything wrong with a patch is found at once; the paths are those of its input.

Nothing here asks the database: whether campaigns exist, for instance, is for others to check.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from models import Channel
from services.errors import ErrorCode
from services.patch import ABSENT, Absent
from services.safety.checking_windows import changed_window, checked_zone
from services.safety.patches import (
    CampaignChannelPatch,
    CampaignPatch,
    ChannelPatch,
    FrequencyPatch,
    SettingsPatch,
    WarmupPatch,
    WindowPatch,
)
from services.safety.settings import NO_LIMITS, CampaignLimits, ChannelSettings, LeadFrequency, Settings, Warmup
from services.validation import Findings, Path

T = TypeVar("T")

MOST_MESSAGES = 100_000
"""A day, on a channel or to a domain."""
LONGEST_GAP = 86_400
"""In seconds: a day."""
MOST_TO_A_LEAD = 1_000
LONGEST_SPAN = 365
"""In days, of which the frequency of messages to a lead is told."""
MOST_CAMPAIGNS = 1_000
"""With overrides of their own."""

_NO_WARMUP = (WarmupPatch(), WarmupPatch(enabled=False))


def changed_settings(findings: Findings, settings: Settings, patch: SettingsPatch) -> Settings:
    """The settings with what the patch names changed; of no use where something was found."""
    domain = _either(patch.max_per_domain_per_day, settings.max_per_domain_per_day)
    return Settings(
        channels=_channels(findings, ("channels",), settings.channels, patch.channels),
        time_zone=_time_zone(findings, settings.time_zone, patch),
        send_window=changed_window(findings, ("send_window",), settings.send_window, patch.send_window),
        max_per_domain_per_day=findings.whole_number(("max_per_domain_per_day",), domain, 0, MOST_MESSAGES),
        lead_frequency=_frequency(findings, ("lead_frequency",), settings.lead_frequency, patch.lead_frequency),
        ignore_plus_tags=_either(patch.ignore_plus_tags, settings.ignore_plus_tags),
        campaigns=_campaigns(findings, ("campaigns",), settings.campaigns, patch.campaigns),
    )


def _time_zone(findings: Findings, zone: str, patch: SettingsPatch) -> str:
    """There is one, of days and of the window; it may be given with either."""
    window = patch.send_window
    beside = window.time_zone if isinstance(window, WindowPatch) else ABSENT
    own = checked_zone(findings, ("time_zone",), zone, patch.time_zone)
    found = checked_zone(findings, ("send_window", "time_zone"), own, beside)
    if patch.time_zone is not ABSENT and beside is not ABSENT and found != own:
        message = "Days and the send window have one time zone: give it once."
        findings.add(("send_window", "time_zone"), ErrorCode.MALFORMED, message)
    return found


def _channels(
    findings: Findings, path: Path, channels: Mapping[Channel, ChannelSettings], patches: Sequence[ChannelPatch]
) -> Mapping[Channel, ChannelSettings]:
    _check_repeated(findings, path, "channel", (patch.channel for patch in patches))
    changed = dict(channels)
    for number, patch in enumerate(patches):
        present = channels.get(patch.channel, ChannelSettings())
        changed[patch.channel] = _channel(findings, (*path, str(number)), present, patch)
    return changed


def _channel(findings: Findings, path: Path, channel: ChannelSettings, patch: ChannelPatch) -> ChannelSettings:
    most = _either(patch.max_per_day, channel.max_per_day)
    gap = _either(patch.min_gap_seconds, channel.min_gap_seconds)
    spread = _either(patch.gap_spread_seconds, channel.gap_spread_seconds)
    return ChannelSettings(
        max_per_day=_number(findings, (*path, "max_per_day"), most, 0, MOST_MESSAGES) or 0,
        min_gap_seconds=_number(findings, (*path, "min_gap_seconds"), gap, 0, LONGEST_GAP) or 0,
        gap_spread_seconds=_number(findings, (*path, "gap_spread_seconds"), spread, 0, LONGEST_GAP) or 0,
        warmup=_warmup(findings, (*path, "warmup"), channel.warmup, patch.warmup),
    )


def _warmup(findings: Findings, path: Path, warmup: Warmup | None, patch: WarmupPatch | Absent) -> Warmup | None:
    """It starts with a message at least: since days are counted from the first one SENT, none would stay none."""
    if patch is ABSENT or (warmup is None and patch in _NO_WARMUP):
        return warmup
    given = [patch.start, patch.increment, patch.maximum]
    known = [warmup.start, warmup.increment, warmup.maximum] if warmup else [None] * 3
    numbers = [_either(*both) for both in zip(given, known, strict=True)]
    start = _number(findings, (*path, "start"), numbers[0], 1, MOST_MESSAGES)
    increment = _number(findings, (*path, "increment"), numbers[1], 0, MOST_MESSAGES)
    maximum = _number(findings, (*path, "max"), numbers[2], 1, MOST_MESSAGES)
    if start is None or increment is None or maximum is None:
        return warmup
    if start > maximum:
        place = "max" if patch.start is ABSENT else "start"
        message = f"The warm-up would start with {start} messages a day, which is above its maximum of {maximum}."
        findings.add((*path, place), ErrorCode.OUT_OF_RANGE, message)
    return Warmup(start, increment, maximum, _either(patch.enabled, warmup.enabled if warmup else True))


def _frequency(
    findings: Findings, path: Path, frequency: LeadFrequency | None, patch: FrequencyPatch | Absent | None
) -> LeadFrequency | None:
    if patch is ABSENT:
        return frequency
    if patch is None:
        return None
    messages = _either(patch.max_messages, frequency.max_messages if frequency else None)
    days = _either(patch.days, frequency.days if frequency else None)
    messages = _number(findings, (*path, "max_messages"), messages, 1, MOST_TO_A_LEAD)
    days = _number(findings, (*path, "days"), days, 1, LONGEST_SPAN)
    return None if messages is None or days is None else LeadFrequency(messages, days)


def _campaigns(
    findings: Findings, path: Path, campaigns: Mapping[int, CampaignLimits], patches: Sequence[CampaignPatch]
) -> Mapping[int, CampaignLimits]:
    _check_repeated(findings, path, "campaign_id", (patch.campaign_id for patch in patches))
    changed = dict(campaigns)
    for number, patch in enumerate(patches):
        at = (*path, str(number))
        present = campaigns.get(patch.campaign_id, NO_LIMITS)
        limits = CampaignLimits(
            _campaign_channels(findings, (*at, "channels"), present.max_per_day, patch.channels),
            changed_window(findings, (*at, "send_window"), present.send_window, patch.send_window),
        )
        if limits == NO_LIMITS:
            changed.pop(patch.campaign_id, None)
        else:
            changed[patch.campaign_id] = limits
    if len(changed) > MOST_CAMPAIGNS:
        findings.add(path, ErrorCode.TOO_MANY, f"At most {MOST_CAMPAIGNS} campaigns have overrides.")
    return changed


def _campaign_channels(
    findings: Findings, path: Path, limits: Mapping[Channel, int], patches: Sequence[CampaignChannelPatch]
) -> Mapping[Channel, int]:
    _check_repeated(findings, path, "channel", (patch.channel for patch in patches))
    changed = dict(limits)
    for number, patch in enumerate(patches):
        most = findings.whole_number((*path, str(number), "max_per_day"), patch.max_per_day, 0, MOST_MESSAGES)
        changed.pop(patch.channel, None)
        if most is not None:
            changed[patch.channel] = most
    return changed


def _check_repeated(findings: Findings, path: Path, name: str, keys: Iterable[object]) -> None:
    seen = set[object]()
    for number, key in enumerate(keys):
        if key in seen:
            findings.add((*path, str(number), name), ErrorCode.REPEATED, "This stands in the list twice.")
        seen.add(key)


def _number(findings: Findings, path: Path, value: int | None, least: int, most: int) -> int | None:
    """The number, which there must be; None, with a finding, where it is none that is possible."""
    if value is None:
        findings.add(path, ErrorCode.REQUIRED, "There is no number yet which could stay: give one.")
    return findings.whole_number(path, value, least, most)


def _either(given: T | Absent, present: T) -> T:
    return present if given is ABSENT else given
