"""What a decision is made of, besides the settings: to whom, and what is used up, as the database has it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import asyncpg

from models import CampaignStatus, Channel, LeadStage, Platform
from services.identities import normal_email
from services.safety.budgets import campaign_scope, channel_scope, domain_scope, gap_scope, lead_scope
from services.safety.days import day_of
from services.safety.deciding import InForce, Recipient, Usage
from services.safety.reserving import TIMELESS
from services.safety.settings import ChannelSettings
from services.suppressions.matching import suppressed_leads

_RECIPIENTS = """
SELECT lead.id, lead.email, lead.phone, lead.website, lead.time_zone, lead.do_not_contact, lead.stage, lead.campaign_id,
    campaign.status,
    ARRAY(SELECT value FROM lead_identities WHERE lead_id = lead.id AND kind = 'HANDLE' ORDER BY id) AS handles
FROM leads lead JOIN campaigns campaign ON campaign.id = lead.campaign_id WHERE lead.id = ANY($1::bigint[])
"""

_USAGE = """
SELECT wanted.scope, budget.used, budget.free_at, budget.recent, clock_timestamp() AS at,
    coalesce((SELECT paused FROM safety_switch WHERE id = 1), true) AS paused,
    (SELECT first_sent_at FROM channel_starts WHERE channel = $3) AS first_sent_at
FROM unnest($1::text[], $2::date[]) AS wanted(scope, day)
LEFT JOIN safety_budgets budget ON budget.scope = wanted.scope AND budget.day = wanted.day
"""

_PLATFORMS = {
    Channel.LINKEDIN: Platform.LINKEDIN,
    Channel.TWITTER: Platform.TWITTER,
    Channel.INSTAGRAM: Platform.INSTAGRAM,
}


async def recipient_of(connection: asyncpg.Connection, lead_id: int, channel: Channel) -> Recipient | None:
    """The lead as rules see it, suppressions included; None where there is no such lead."""
    return (await recipients_of(connection, [lead_id], channel)).get(lead_id)


async def recipients_of(
    connection: asyncpg.Connection, lead_ids: Iterable[int], channel: Channel
) -> dict[int, Recipient]:
    """The same of many leads, by id; ids that no lead has are left out."""
    rows = await connection.fetch(_RECIPIENTS, list(lead_ids))
    suppressed = await suppressed_leads(connection, [row["id"] for row in rows])
    return {row["id"]: _recipient(row, channel, suppressed.get(row["id"])) for row in rows}


def _recipient(row: asyncpg.Record, channel: Channel, suppressed_by: str | None) -> Recipient:
    address = _address(row, channel)
    return Recipient(
        row["id"],
        address,
        address.rpartition("@")[2] if address is not None and channel is Channel.EMAIL else None,
        row["time_zone"],
        row["do_not_contact"],
        suppressed_by,
        LeadStage(row["stage"]),
        row["campaign_id"],
        CampaignStatus(row["status"]),
    )


async def usage_of(
    connection: asyncpg.Connection, in_force: InForce, channel: Channel, recipient: Recipient, now: datetime
) -> Usage:
    """What is used up on the day of `now`. Where the emergency stop is missing, it is pulled."""
    campaign, domain = recipient.campaign_id, recipient.domain
    day = day_of(now, ZoneInfo(in_force.settings.time_zone))
    days: dict[str, date] = {
        channel_scope(channel): day,
        lead_scope(recipient.lead_id): TIMELESS,
        gap_scope(channel): TIMELESS,
    }
    if campaign is not None:
        days[campaign_scope(campaign, channel)] = day
    if domain is not None:
        days[domain_scope(domain)] = day
    rows = {row["scope"]: row for row in await connection.fetch(_USAGE, list(days), list(days.values()), channel)}
    any_row = rows[channel_scope(channel)]
    least = in_force.settings.channels.get(channel, ChannelSettings()).min_gap_seconds
    return Usage(
        any_row["paused"],
        _used(rows, channel_scope(channel)),
        0 if campaign is None else _used(rows, campaign_scope(campaign, channel)),
        0 if domain is None else _used(rows, domain_scope(domain)),
        _free_at(rows[gap_scope(channel)], timedelta(seconds=least)),
        any_row["first_sent_at"],
        tuple(sorted(rows[lead_scope(recipient.lead_id)]["recent"] or ())),
    )


def _used(rows: Mapping[str, asyncpg.Record], scope: str) -> int:
    return rows[scope]["used"] or 0


def _free_at(row: asyncpg.Record, least: timedelta) -> datetime | None:
    """When the gap that was left has passed, and the present least one since the last message; None once they have."""
    last = [moment + least for moment in row["recent"] or ()]
    free_at = max((moment for moment in (row["free_at"], *last) if moment is not None), default=None)
    return free_at if free_at is not None and free_at > row["at"] else None


def _address(row: asyncpg.Record, channel: Channel) -> str | None:
    """By what the channel reaches the lead. By others than those we know, anything will do."""
    handles: dict[str, str] = {}
    for identity in row["handles"]:
        platform, _, handle = identity.partition(":")
        handles.setdefault(platform, handle)
    match channel:
        case Channel.EMAIL:
            return normal_email(row["email"]) if row["email"] else None
        case Channel.PHONE:
            return row["phone"] or None
        case Channel.OTHER:
            return next(filter(None, (row["email"], row["phone"], row["website"], *handles.values())), None)
        case _:
            return handles.get(_PLATFORMS[channel])
