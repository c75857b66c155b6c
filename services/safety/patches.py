"""What is to change about the safety settings. Whatever is ABSENT stays, however deep it lies; null is a value."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import Channel
from services.patch import ABSENT, Absent
from services.safety.settings import Weekday


@dataclass(frozen=True, slots=True)
class WarmupPatch:
    """What to change about a channel's warm-up."""

    enabled: bool | Absent = ABSENT
    start: int | Absent = ABSENT
    increment: int | Absent = ABSENT
    maximum: int | Absent = ABSENT


@dataclass(frozen=True, slots=True)
class ChannelPatch:
    """What to change about one channel."""

    channel: Channel
    max_per_day: int | Absent = ABSENT
    min_gap_seconds: int | Absent = ABSENT
    gap_spread_seconds: int | Absent = ABSENT
    warmup: WarmupPatch | Absent = ABSENT


@dataclass(frozen=True, slots=True)
class WindowPatch:
    """What to change about a send window. Times are texts such as `09:00`; a campaign's window has no `time_zone`."""

    start: str | Absent = ABSENT
    end: str | Absent = ABSENT
    days: Sequence[Weekday] | Absent = ABSENT
    use_lead_time_zone: bool | Absent = ABSENT
    time_zone: str | Absent = ABSENT


@dataclass(frozen=True, slots=True)
class FrequencyPatch:
    """What to change about how often one lead is written to."""

    max_messages: int | Absent = ABSENT
    days: int | Absent = ABSENT


@dataclass(frozen=True, slots=True)
class CampaignChannelPatch:
    """A campaign's own maximum of one channel; None takes it away."""

    channel: Channel
    max_per_day: int | None


@dataclass(frozen=True, slots=True)
class CampaignPatch:
    """What to change about a campaign's overrides. Channels that are not named stay."""

    campaign_id: int
    channels: Sequence[CampaignChannelPatch] = ()
    send_window: WindowPatch | Absent | None = ABSENT


@dataclass(frozen=True, slots=True)
class SettingsPatch:
    """What to change. Channels and campaigns that are not named stay."""

    channels: Sequence[ChannelPatch] = ()
    time_zone: str | Absent = ABSENT
    send_window: WindowPatch | Absent | None = ABSENT
    max_per_domain_per_day: int | Absent | None = ABSENT
    lead_frequency: FrequencyPatch | Absent | None = ABSENT
    ignore_plus_tags: bool | Absent = ABSENT
    campaigns: Sequence[CampaignPatch] = ()
