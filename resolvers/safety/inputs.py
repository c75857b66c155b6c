"""What clients say about safety."""

import strawberry

import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Channel
from resolvers.ids import row_key
from resolvers.patches import patched
from resolvers.safety.window_inputs import CampaignSendWindowInput, SendWindowInput, window_patch
from resolvers.scalars import TimeZone
from services.patch import ABSENT
from services.safety.patches import (
    CampaignChannelPatch,
    CampaignPatch,
    ChannelPatch,
    FrequencyPatch,
    SettingsPatch,
    WarmupPatch,
)

_EXPECTED_VERSION = "The version which you saw: where another is in force by now, nothing is changed."


@strawberry.input(description="What to change about a channel's warm-up. What is left out stays.")
class WarmupInput:
    """How a new sender's limit grows."""

    enabled: strawberry.Maybe[bool] = strawberry.field(description="Whether it limits; its numbers stay in any case.")
    start: strawberry.Maybe[int] = strawberry.field(
        description="How many messages the first day allows, from 1 on; not above `max`."
    )
    increment: strawberry.Maybe[int] = strawberry.field(description="How many more each day allows, from 0 on.")
    maximum: strawberry.Maybe[int] = strawberry.field(name="max", description="How many a day it allows at most.")

    def patch(self) -> WarmupPatch:
        """As services take it."""
        return WarmupPatch(patched(self.enabled), patched(self.start), patched(self.increment), patched(self.maximum))


@strawberry.input(description="What to change about a channel's limits. What is left out stays.")
class ChannelLimitInput:
    """One channel."""

    channel: Channel = strawberry.field(description="The channel.")
    max_per_day: strawberry.Maybe[int] = strawberry.field(
        description="How many messages a day at most, 0 to 100,000; 0 for none."
    )
    min_gap_seconds: strawberry.Maybe[int] = strawberry.field(
        description="How many seconds lie between two messages at least, 0 to 86,400."
    )
    gap_spread_seconds: strawberry.Maybe[int] = strawberry.field(
        description="Up to how many seconds more, by chance, lie between them, 0 to 86,400."
    )
    warmup: strawberry.Maybe[WarmupInput] = strawberry.field(description="How a new sender's limit grows.")

    def patch(self) -> ChannelPatch:
        """As services take it."""
        return ChannelPatch(
            self.channel,
            max_per_day=patched(self.max_per_day),
            min_gap_seconds=patched(self.min_gap_seconds),
            gap_spread_seconds=patched(self.gap_spread_seconds),
            warmup=ABSENT if self.warmup is None else self.warmup.value.patch(),
        )


@strawberry.input(description="How often one lead is written to at most, whatever the channel. What is left out stays.")
class LeadFrequencyInput:
    """At most so many messages within so many days."""

    max_messages: strawberry.Maybe[int] = strawberry.field(description="How many messages, 1 to 1,000.")
    days: strawberry.Maybe[int] = strawberry.field(description="Within how many days, 1 to 365.")

    def patch(self) -> FrequencyPatch:
        """As services take it."""
        return FrequencyPatch(patched(self.max_messages), patched(self.days))


@strawberry.input(description="A campaign's own maximum of a channel.")
class CampaignChannelLimitInput:
    """One channel of one campaign."""

    channel: Channel = strawberry.field(description="The channel.")
    max_per_day: int | None = strawberry.field(
        description="How many of the channel's messages a day may be the campaign's, 0 to 100,000; null for no maximum "
        "of its own."
    )


@strawberry.input(
    description="What a campaign limits further. The settings hold for it, too: what is looser than they are has no "
    "effect. What is left out stays."
)
class CampaignSafetyInput:
    """One campaign's overrides."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign.")
    channels: list[CampaignChannelLimitInput] = strawberry.field(
        default_factory=list, description="Its own maxima. Channels that are left out stay."
    )
    send_window: strawberry.Maybe[CampaignSendWindowInput | None] = strawberry.field(
        description="Its own send window, which must be open, too; null for none of its own."
    )

    def patch(self) -> CampaignPatch:
        """As services take it."""
        return CampaignPatch(
            row_key(self.campaign_id, "Campaign"),
            [CampaignChannelPatch(limit.channel, limit.max_per_day) for limit in self.channels],
            window_patch(self.send_window),
        )


@strawberry.input(description="Safety settings to be changed. What is left out stays, however deep it lies.")
class SafetySettingsInput:
    """What can be changed."""

    time_zone: strawberry.Maybe[TimeZone] = strawberry.field(
        description="The time zone in which days begin and end, and of the send window."
    )
    channels: list[ChannelLimitInput] = strawberry.field(
        default_factory=list, description="Limits of channels. Channels that are left out stay."
    )
    send_window: strawberry.Maybe[SendWindowInput | None] = strawberry.field(
        description="When messages may go out; null for always."
    )
    max_per_domain_per_day: strawberry.Maybe[int | None] = strawberry.field(
        description="How many e-mails a day go to one domain at most, 0 to 100,000; null for no limit."
    )
    lead_frequency: strawberry.Maybe[LeadFrequencyInput | None] = strawberry.field(
        description="How often one lead is written to at most; null for no limit."
    )
    ignore_plus_tags: strawberry.Maybe[bool] = strawberry.field(
        description="Whether suppressions take `ana+news@mail.example` for `ana@mail.example`."
    )
    campaigns: list[CampaignSafetyInput] = strawberry.field(
        default_factory=list, description="What campaigns limit further. Campaigns that are left out stay."
    )

    def patch(self) -> SettingsPatch:
        """As services take it."""
        frequency = patched(self.lead_frequency)
        return SettingsPatch(
            channels=[channel.patch() for channel in self.channels],
            time_zone=patched(self.time_zone),
            send_window=window_patch(self.send_window),
            max_per_domain_per_day=patched(self.max_per_domain_per_day),
            lead_frequency=frequency.patch() if isinstance(frequency, LeadFrequencyInput) else frequency,
            ignore_plus_tags=patched(self.ignore_plus_tags),
            campaigns=[campaign.patch() for campaign in self.campaigns],
        )


@strawberry.input(description="What to change about the safety settings. What is left out stays, however deep it lies.")
class UpdateSafetySettingsInput(SafetySettingsInput):
    """Input of `updateSafetySettings`."""

    expected_version: int | None = strawberry.field(default=None, description=_EXPECTED_VERSION)


@strawberry.input(description="Which settings to take up again.")
class RestoreSafetySettingsInput:
    """Input of `restoreSafetySettings`."""

    version: int = strawberry.field(description="The version whose settings are to be in force again.")
    expected_version: int | None = strawberry.field(default=None, description=_EXPECTED_VERSION)


@strawberry.input(description="Why to stop all sending.")
class PauseOutreachInput:
    """Input of `pauseOutreach`."""

    reason: str | None = strawberry.field(default=None, description="Why; at most 2,000 characters.")


@strawberry.input(description="Why to let messages go out again.")
class ResumeOutreachInput:
    """Input of `resumeOutreach`."""

    reason: str | None = strawberry.field(default=None, description="Why, for the log; at most 2,000 characters.")
