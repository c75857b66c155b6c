"""The safety settings as clients see them."""

from datetime import datetime
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Channel
from resolvers.safety.history import SafetySettingsVersionFilter
from resolvers.scalars import LocalTime, TimeZone
from resolvers.suppressions.types import SuppressionFilter, SuppressionOrder
from services.safety.settings import Weekday


@strawberry.type(description="How a new sender's limit grows from the channel's first SENT message on.")
class Warmup:
    """Day n allows `start + (n - 1) * increment`, up to `max`."""

    enabled: bool = strawberry.field(description="Whether it limits.")
    start: int | None = strawberry.field(description="How many messages the first day allows; null where none is set.")
    increment: int | None = strawberry.field(description="How many more each day allows; null where none is set.")
    maximum: int | None = strawberry.field(name="max", description="How many a day it allows at most; null likewise.")


@strawberry.type(description="What limits a channel.")
class ChannelLimit:
    """One channel."""

    channel: Channel = strawberry.field(description="The channel.")
    max_per_day: int = strawberry.field(description="How many messages a day at most; 0 for none.")
    min_gap_seconds: int = strawberry.field(description="How many seconds lie between two messages at least.")
    gap_spread_seconds: int = strawberry.field(description="Up to how many seconds more, by chance, lie between them.")
    warmup: Warmup = strawberry.field(description="How a new sender's limit grows.")
    limit_today: int = strawberry.field(
        description="How many messages today allows, the warm-up considered. The day is the settings' time zone's. A "
        "pause changes nothing here."
    )
    sent_today: int = strawberry.field(description="How many reserved today were SENT.")
    reserved_today: int = strawberry.field(
        description="How many are reserved today for messages that are being sent, or of which nobody knows yet."
    )
    remaining_today: int = strawberry.field(description="How many more may be sent today.")


@strawberry.type(description="When messages may go out.")
class SendWindow:
    """The window of the settings."""

    start: LocalTime = strawberry.field(description="From which time of day on.")
    end: LocalTime = strawberry.field(description="Up to which time of day; the next day's where not after `start`.")
    days: list[Weekday] = strawberry.field(description="On which days it begins, from Monday on.")
    time_zone: TimeZone = strawberry.field(description="The time zone of the settings.")
    use_lead_time_zone: bool = strawberry.field(
        description="Whether times are those of the lead's own time zone instead. Where that is not known, nothing is "
        "sent."
    )


@strawberry.type(description="How often one lead is written to at most, whatever the channel.")
class LeadFrequency:
    """At most so many messages within so many days."""

    max_messages: int = strawberry.field(description="How many messages.")
    days: int = strawberry.field(description="Within how many days.")


@pushdown.json_object
class CampaignChannelLimit:
    """A campaign's own maximum of a channel."""

    channel: Channel = pushdown.column("The channel.")
    max_per_day: int = pushdown.column("How many of the channel's messages a day may be the campaign's.")
    effective_max_per_day: int = pushdown.column("What holds: the same, or the channel's maximum where that is less.")


@pushdown.json_object
class CampaignSendWindow:
    """When a campaign's messages may go out, as far as the settings' window is open, too."""

    start: LocalTime = pushdown.column("From which time of day on.")
    end: LocalTime = pushdown.column("Up to which time of day; the next day's where not after `start`.")
    days: list[Weekday] = pushdown.column("On which days it begins, from Monday on.")
    use_lead_time_zone: bool = pushdown.column("Whether times are those of the lead's own time zone.")


@pushdown.json_object
class CampaignSafety:
    """What a campaign limits further. The settings hold for it, too: what is looser than they are has no effect."""

    campaign = pushdown.keyed(models.Campaign, "The campaign; null where it is gone.", key="campaign_id")
    channels: list[CampaignChannelLimit] = pushdown.embedded_list("Its own maxima.")
    send_window: CampaignSendWindow | None = pushdown.embedded("Its own send window; null where it has none.")


@strawberry.type(description="What limits sending.")
class SafetySettings:
    """The settings in force, and the emergency stop."""

    version: int = strawberry.field(description="The version in force, from 1 on. Every change makes a new one.")
    outreach_paused: bool = strawberry.field(
        description="Whether all sending is stopped. The settings are as they were when it goes on."
    )
    pause_reason: str | None = strawberry.field(description="Why it is stopped; null where it is not.")
    paused_at: datetime | None = strawberry.field(description="Since when it is stopped; null where it is not.")
    paused_by: str | None = strawberry.field(description="Who stopped it; null where it is not stopped.")
    time_zone: TimeZone = strawberry.field(description="The time zone in which days begin and end.")
    channels: list[ChannelLimit] = strawberry.field(description="Every channel's limits.")
    send_window: SendWindow | None = strawberry.field(description="When messages may go out; null for always.")
    max_per_domain_per_day: int | None = strawberry.field(
        description="How many e-mails a day go to one domain at most; null for no limit."
    )
    lead_frequency: LeadFrequency | None = strawberry.field(
        description="How often one lead is written to at most; null for no limit."
    )
    ignore_plus_tags: bool = strawberry.field(
        description="Whether suppressions take `ana+news@mail.example` for `ana@mail.example`."
    )
    campaigns: list[dict[str, Any]] = pushdown.embedded_values(
        CampaignSafety, "What campaigns limit further; those which do not are left out."
    )
    updated_at: datetime = strawberry.field(description="When the settings were changed last.")
    updated_by: str | None = strawberry.field(description="Who changed them.")
    suppressions = pushdown.rows(
        models.Suppression,
        "To whom nothing is sent, the newest first unless ordered otherwise. Expired ones are there, too.",
        default=pushdown.Ordering("created_at"),
        descending=True,
        filter=SuppressionFilter,
        order_by=SuppressionOrder,
    )
    history = pushdown.rows(
        models.SafetySettingsVersion,
        "Every version there was, the newest first.",
        default=pushdown.Ordering("version"),
        descending=True,
        filter=SafetySettingsVersionFilter,
    )
