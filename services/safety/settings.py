"""The safety settings: what limits sending. Values alone; `services.safety.checking` says which are possible."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import IntEnum

from models import Channel


class Weekday(IntEnum):
    """The days of a week, numbered as `date.weekday` numbers them."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


WORKING_DAYS = frozenset(Weekday) - {Weekday.SATURDAY, Weekday.SUNDAY}


@dataclass(frozen=True, slots=True)
class Warmup:
    """How a new sender's limit grows: day n, from the first SENT message on, allows `start + (n - 1) * increment`.

    One that is not `enabled` limits nothing; its numbers are kept for when it is again.
    """

    start: int
    increment: int
    maximum: int
    enabled: bool = True

    def allowed_on(self, day: int) -> int:
        """How many messages day n allows, n from 1 on."""
        return min(self.start + (day - 1) * self.increment, self.maximum)


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """The limits of one channel. Between two messages lie `min_gap_seconds` and up to `gap_spread_seconds` more."""

    max_per_day: int = 0
    min_gap_seconds: int = 0
    gap_spread_seconds: int = 0
    warmup: Warmup | None = None

    def limit_on(self, day: int) -> int:
        """How many messages day n of the channel allows, n from 1 on."""
        if self.warmup is None or not self.warmup.enabled:
            return self.max_per_day
        return min(self.max_per_day, self.warmup.allowed_on(day))


@dataclass(frozen=True, slots=True)
class SendWindow:
    """When messages may go out: from `start` up to `end` on some days; over midnight where `end` comes first.

    A window belongs to the day on which it starts. One that ends as it starts is open for a whole day. Times are those
    of the settings' time zone, or of the lead's own.
    """

    start: time = time(9)
    end: time = time(18)
    days: frozenset[Weekday] = WORKING_DAYS
    use_lead_time_zone: bool = False


@dataclass(frozen=True, slots=True)
class LeadFrequency:
    """At most so many messages to one lead within so many days, whatever the channel."""

    max_messages: int
    days: int


@dataclass(frozen=True, slots=True)
class CampaignLimits:
    """What a campaign limits further. The settings hold beside it, so that it can only tighten them."""

    max_per_day: Mapping[Channel, int] = field(default_factory=dict)
    send_window: SendWindow | None = None


NO_LIMITS = CampaignLimits()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `time_zone` (IANA) is where days begin and end. No `send_window` means that it is always open."""

    channels: Mapping[Channel, ChannelSettings]
    time_zone: str = "UTC"
    send_window: SendWindow | None = field(default_factory=SendWindow)
    max_per_domain_per_day: int | None = None
    lead_frequency: LeadFrequency | None = None
    ignore_plus_tags: bool = True
    campaigns: Mapping[int, CampaignLimits] = field(default_factory=dict)


DEFAULTS = Settings(
    channels={
        Channel.EMAIL: ChannelSettings(20, 90, 60, Warmup(5, 5, 20)),
        Channel.LINKEDIN: ChannelSettings(10, 300, 120, Warmup(3, 2, 10)),
        Channel.TWITTER: ChannelSettings(15, 300, 120),
        Channel.INSTAGRAM: ChannelSettings(),
        Channel.PHONE: ChannelSettings(),
        Channel.OTHER: ChannelSettings(),
    },
    max_per_domain_per_day=5,
    lead_frequency=LeadFrequency(3, 7),
)
"""What holds until somebody changes it."""
