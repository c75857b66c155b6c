"""The budgets of a message: what they are called, and how much of each a decision allows."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from models import Channel
from services.safety.days import channel_day, day_of, next_day
from services.safety.deciding import InForce, Recipient, Usage
from services.safety.reserving import NO_LIMIT, TIMELESS, Budget
from services.safety.settings import NO_LIMITS, ChannelSettings, LeadFrequency, Settings
from services.safety.windows import opening_at_or_after
from services.time_zones import zone_named

_DAY_SECONDS = 86_400.0
_UNCOUNTED = LeadFrequency(NO_LIMIT, 0)


def channel_scope(channel: Channel) -> str:
    """What a channel sends on a day."""
    return f"channel:{channel}"


def campaign_scope(campaign_id: int, channel: Channel) -> str:
    """What a campaign sends on a day by a channel."""
    return f"campaign:{campaign_id}:{channel}"


def domain_scope(domain: str) -> str:
    """What is sent to addresses of a domain on a day."""
    return f"domain:{domain}"


def lead_scope(lead_id: int) -> str:
    """When a lead was sent something."""
    return f"lead:{lead_id}"


def gap_scope(channel: Channel) -> str:
    """When a channel may send the next message."""
    return f"gap:{channel}"


def budgets_of(
    in_force: InForce, channel: Channel, recipient: Recipient, usage: Usage, *, now: datetime, spread: float
) -> list[Budget]:
    """Of what a message takes a unit now. All is counted, also what has no limit at present: it may get one.

    `spread`, from 0 up to 1, says how much of the gap's random part there is.
    """
    settings = in_force.settings
    zone = ZoneInfo(settings.time_zone)
    day = day_of(now, zone)
    limits = settings.channels.get(channel, ChannelSettings())
    frequency = settings.lead_frequency or _UNCOUNTED
    gap = limits.min_gap_seconds + spread * limits.gap_spread_seconds
    most = limits.limit_on(channel_day(usage.first_sent_at, now, zone))
    return [
        Budget(channel_scope(channel), day, most),
        *_campaign(settings, channel, recipient, day),
        *_domain(settings, recipient, day),
        Budget(lead_scope(recipient.lead_id), TIMELESS, frequency.max_messages, span=frequency.days * _DAY_SECONDS),
        Budget(gap_scope(channel), TIMELESS, span=float(limits.min_gap_seconds), gap=gap),
    ]


def allowed_until(settings: Settings, recipient: Recipient, now: datetime) -> datetime:
    """Until when a message that is allowed now stays so: to the end of the day, or of the send window."""
    zone = ZoneInfo(settings.time_zone)
    campaign = settings.campaigns.get(recipient.campaign_id or 0, NO_LIMITS)
    ends = [next_day(now, zone)]
    for window in (settings.send_window, campaign.send_window):
        if window is not None:
            place = zone_named(recipient.time_zone) if window.use_lead_time_zone else zone
            opening = opening_at_or_after(window, place, now) if place is not None else None
            ends.append(opening.end if opening is not None else now)
    return min(ends)


def _campaign(settings: Settings, channel: Channel, recipient: Recipient, day: date) -> list[Budget]:
    campaign_id = recipient.campaign_id
    if campaign_id is None:
        return []
    most = settings.campaigns.get(campaign_id, NO_LIMITS).max_per_day.get(channel, NO_LIMIT)
    return [Budget(campaign_scope(campaign_id, channel), day, most)]


def _domain(settings: Settings, recipient: Recipient, day: date) -> list[Budget]:
    if recipient.domain is None:
        return []
    most = settings.max_per_domain_per_day
    return [Budget(domain_scope(recipient.domain), day, NO_LIMIT if most is None else most)]
