"""Reading the reservations again, with none of the services' statements: what was let through, and was it rightly?"""

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import asyncpg
import orjson

from models import Channel
from services.safety.documents import from_document
from services.safety.settings import NO_LIMITS, Settings
from services.safety.windows import opening_at_or_after


@dataclass(frozen=True, slots=True)
class Reservation:
    """A row. `until` is when its units were given back; None where they never were."""

    id: int
    channel: Channel
    lead_id: int
    campaign_id: int
    domain: str | None
    version: int
    at: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of settings or of the emergency stop: after `until` nothing goes by what was before."""

    version: int
    paused: bool
    since: datetime
    """Before it was made."""
    until: datetime
    """After it was committed."""


async def reservations(connection: asyncpg.Connection) -> list[Reservation]:
    """All, as they were made."""
    rows = await connection.fetch("SELECT * FROM safety_reservations ORDER BY reserved_at, id")
    return [
        Reservation(
            row["id"],
            Channel(row["channel"]),
            row["lead_id"],
            row["campaign_id"],
            next((scope[7:] for scope in row["scopes"] if scope.startswith("domain:")), None),
            row["settings_version"],
            row["reserved_at"],
            row["settled_at"] if row["state"] == "RELEASED" else None,
        )
        for row in rows
    ]


async def settings_by_version(connection: asyncpg.Connection) -> dict[int, Settings]:
    """Every version there was."""
    rows = await connection.fetch("SELECT version, settings FROM safety_settings_versions")
    return {row["version"]: from_document(orjson.loads(row["settings"])) for row in rows}


def violations(
    made: Sequence[Reservation],
    settings: dict[int, Settings],
    starts: dict[str, datetime],
    changes: Sequence[Change],
) -> Iterator[str]:
    """Every reservation that should not have been made, and why."""
    yield from _by_changes(made, changes)
    for zone in {one.time_zone for one in settings.values()}:
        yield from _by_days(made, settings, starts, ZoneInfo(zone))
    yield from _by_leads(made, settings)
    yield from _by_gaps(made, settings)
    yield from _by_windows(made, settings)


def _by_changes(made: Sequence[Reservation], changes: Sequence[Change]) -> Iterator[str]:
    """Nothing is reserved while outreach is paused, or by settings which others have replaced."""
    ends = [change.until for change in changes]
    for one in made:
        number = bisect_right(ends, one.at) - 1
        if number < 0:
            continue
        last, following = changes[number], changes[number + 1] if number + 1 < len(changes) else None
        if following is not None and one.at >= following.since:
            continue  # while it changed
        if last.paused:
            yield f"{one} while paused since {last.until}"
        if last.version != one.version:
            yield f"{one} by version {one.version}, {last.version} being in force since {last.until}"


def _by_days(
    made: Sequence[Reservation], settings: dict[int, Settings], starts: dict[str, datetime], zone: ZoneInfo
) -> Iterator[str]:
    """No budget of a day is exceeded, on the days of this zone, where it was the settings'."""
    used: defaultdict[tuple[str, object, date], int] = defaultdict(int)
    releases: list[tuple[datetime, int, list[tuple[str, object, date]]]] = []
    for one in made:
        while releases and releases[0][0] <= one.at:
            for scope in heapq.heappop(releases)[2]:
                used[scope] -= 1
        day = one.at.astimezone(zone).date()
        scopes: list[tuple[str, object, date]] = [
            ("channel", one.channel, day),
            ("campaign", (one.campaign_id, one.channel), day),
            ("domain", one.domain, day),
        ]
        for scope in scopes:
            used[scope] += 1
        if one.until is not None:
            heapq.heappush(releases, (one.until, one.id, scopes))
        by = settings[one.version]
        if by.time_zone != zone.key:
            continue
        started = starts.get(one.channel)
        number = 1 if started is None else max((day - started.astimezone(zone).date()).days, 0) + 1
        limits = [
            by.channels[one.channel].limit_on(number),
            by.campaigns.get(one.campaign_id, NO_LIMITS).max_per_day.get(one.channel),
            by.max_per_domain_per_day if one.domain is not None else None,
        ]
        for scope, limit in zip(scopes, limits, strict=True):
            if limit is not None and used[scope] > limit:
                yield f"{one} is number {used[scope]} of {limit} in {scope}"


def _by_leads(made: Sequence[Reservation], settings: dict[int, Settings]) -> Iterator[str]:
    to_lead: defaultdict[int, list[Reservation]] = defaultdict(list)
    for one in made:
        before = to_lead[one.lead_id]
        limit = settings[one.version].lead_frequency
        if limit is not None:
            span = timedelta(days=limit.days)
            recent = [two for two in before if two.at > one.at - span and (two.until is None or two.until > one.at)]
            if len(recent) >= limit.max_messages:
                yield f"{one} is one more than {limit} after {recent}"
        before.append(one)


def _by_gaps(made: Sequence[Reservation], settings: dict[int, Settings]) -> Iterator[str]:
    last: dict[Channel, datetime] = {}
    for one in made:
        least = timedelta(seconds=settings[one.version].channels[one.channel].min_gap_seconds)
        if one.channel in last and one.at - last[one.channel] < least:
            yield f"{one} is {one.at - last[one.channel]} after the one before, {least} at least"
        last[one.channel] = one.at


def _by_windows(made: Sequence[Reservation], settings: dict[int, Settings]) -> Iterator[str]:
    for one in made:
        by = settings[one.version]
        for window in (by.send_window, by.campaigns.get(one.campaign_id, NO_LIMITS).send_window):
            if window is not None:
                opening = opening_at_or_after(window, ZoneInfo(by.time_zone), one.at)
                if opening is None or opening.begin > one.at:
                    yield f"{one} outside of {window}"
