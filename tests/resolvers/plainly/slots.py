"""Free slots, found by looking at the clock minute by minute."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.resolvers.plainly.tables import Row, Tables

_MINUTE = timedelta(minutes=1)
_DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_MOST = 500


def free_slots(tables: Tables, arguments: Mapping[str, Any], now: datetime) -> list[dict[str, datetime]]:
    """The slots that the host could give away. Nobody in the rows works through a day and a night.

    Somebody whom no row names works as everybody does at first: from 9 to 5 in UTC.
    """
    host = next((one for one in tables.all("Host") if one.name.lower() == arguments["host"].lower()), None)
    begin, end = max(arguments["from"], now), arguments["to"]
    length = arguments["durationMinutes"] * _MINUTE
    step = (arguments.get("stepMinutes") or arguments["durationMinutes"]) * _MINUTE
    taken = list(_taken(tables, host, now)) if host else []
    found = []
    for opens, closes in _working(host, begin, end):
        starts = opens
        while starts + length <= closes:
            ends = starts + length
            if starts >= begin and ends <= end and not any(starts < until and ends > since for since, until in taken):
                found.append({"startsAt": starts, "endsAt": ends})
            starts += step
    return found[:_MOST]


def _taken(tables: Tables, host: Row, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    for appointment in tables.all("Appointment"):
        if appointment.host_id == host.id and appointment.status == "SCHEDULED":
            yield appointment.starts_at, appointment.ends_at
    for hold in tables.all("SlotHold"):
        if hold.host_id == host.id and hold.expires_at > now:
            yield hold.starts_at, hold.ends_at


def _working(host: Row | None, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when to when the clock of the host's zone shows working hours without a break, from a day earlier on."""
    zone = ZoneInfo(host.time_zone if host else "UTC")
    at, opened = begin.replace(second=0, microsecond=0) - timedelta(days=1), None
    while at <= end + timedelta(days=2):
        works = _works(host, at.astimezone(zone))
        if works and opened is None:
            opened = at
        elif not works and opened is not None:
            yield opened, at
            opened = None
        at += _MINUTE


def _works(host: Row | None, local: datetime) -> bool:
    spans: Sequence[Mapping[str, str]] = ({"start": "09:00", "end": "17:00"},) if local.weekday() < 5 else ()
    if host:
        spans = host.working_hours[_DAYS[local.weekday()]]
    return any(span["start"] <= f"{local:%H:%M}" < span["end"] for span in spans)
