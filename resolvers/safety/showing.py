"""Safety as clients see it, from values of the services."""

from typing import Any

from models import Channel
from resolvers.safety.types import ChannelLimit, LeadFrequency, SafetySettings, SendWindow, Warmup
from resolvers.scalars import LocalTime, TimeZone
from services.safety import settings as safety
from services.safety.overview import Overview, overview
from services.safety.today import ChannelToday

_NO_LIMITS = safety.ChannelSettings()


async def safety_settings() -> SafetySettings:
    """The settings in force now."""
    return shown(await overview())


def shown(seen: Overview) -> SafetySettings:
    """An overview as clients see it."""
    settings, switch = seen.in_force.settings, seen.switch
    return SafetySettings(
        version=seen.in_force.version,
        outreach_paused=switch.paused,
        pause_reason=switch.reason if switch.paused else None,
        paused_at=switch.changed_at if switch.paused else None,
        paused_by=switch.actor if switch.paused else None,
        time_zone=TimeZone(settings.time_zone),
        channels=[
            _channel(channel, settings.channels.get(channel, _NO_LIMITS), seen.today[channel]) for channel in Channel
        ],
        send_window=_window(settings),
        max_per_domain_per_day=settings.max_per_domain_per_day,
        lead_frequency=_frequency(settings.lead_frequency),
        ignore_plus_tags=settings.ignore_plus_tags,
        campaigns=[_campaign(settings, key, limits) for key, limits in sorted(settings.campaigns.items())],
        updated_at=seen.at,
        updated_by=seen.actor,
    )


def _channel(channel: Channel, limits: safety.ChannelSettings, today: ChannelToday) -> ChannelLimit:
    return ChannelLimit(
        channel=channel,
        max_per_day=limits.max_per_day,
        min_gap_seconds=limits.min_gap_seconds,
        gap_spread_seconds=limits.gap_spread_seconds,
        warmup=_warmup(limits.warmup),
        limit_today=today.limit,
        sent_today=today.sent,
        reserved_today=today.reserved,
        remaining_today=today.remaining,
    )


def _warmup(warmup: safety.Warmup | None) -> Warmup:
    if warmup is None:
        return Warmup(enabled=False, start=None, increment=None, maximum=None)
    return Warmup(enabled=warmup.enabled, start=warmup.start, increment=warmup.increment, maximum=warmup.maximum)


def _window(settings: safety.Settings) -> SendWindow | None:
    window = settings.send_window
    if window is None:
        return None
    return SendWindow(
        start=LocalTime(f"{window.start:%H:%M}"),
        end=LocalTime(f"{window.end:%H:%M}"),
        days=sorted(window.days),
        time_zone=TimeZone(settings.time_zone),
        use_lead_time_zone=window.use_lead_time_zone,
    )


def _frequency(frequency: safety.LeadFrequency | None) -> LeadFrequency | None:
    return None if frequency is None else LeadFrequency(max_messages=frequency.max_messages, days=frequency.days)


def _campaign(settings: safety.Settings, key: int, limits: safety.CampaignLimits) -> dict[str, Any]:
    """One campaign's overrides as JSON, with what of each maximum holds beside the settings."""
    window = limits.send_window
    return {
        "campaign_id": key,
        "channels": [
            {
                "channel": channel,
                "max_per_day": limits.max_per_day[channel],
                "effective_max_per_day": min(
                    limits.max_per_day[channel], settings.channels.get(channel, _NO_LIMITS).max_per_day
                ),
            }
            for channel in Channel
            if channel in limits.max_per_day
        ],
        "send_window": window
        and {
            "start": f"{window.start:%H:%M}",
            "end": f"{window.end:%H:%M}",
            "days": sorted(window.days),
            "use_lead_time_zone": window.use_lead_time_zone,
        },
    }
