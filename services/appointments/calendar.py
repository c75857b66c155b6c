"""Appointments as iCalendar (RFC 5545, with the methods of RFC 5546) has them, for other people's calendars.

Times are in UTC: that is exact where clocks are put back, too. Whatever stands in a text stays text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from models import AppointmentStatus

REFRESHED = timedelta(minutes=15)
"""How often calendars are asked to look at a feed."""

_PRODUCT = "-//CAM GraphQL//EN"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]")
_ADDRESS = re.compile("https?://[!-~]+")


@dataclass(frozen=True, slots=True)
class Organizer:
    """Who holds an appointment. Hosts have no e-mail addresses, so they get one that can never be reached."""

    host_id: int
    name: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An appointment as a calendar shows it."""

    uid: str
    sequence: int
    status: AppointmentStatus
    title: str
    starts_at: datetime
    ends_at: datetime
    created_at: datetime
    updated_at: datetime
    location: str | None = None
    calendar_link: str | None = None
    description: str | None = None
    organizer: Organizer | None = None


def appointment_calendar(entry: CalendarEntry) -> str:
    """One appointment, published; called off where it is CANCELLED, so that a calendar which has it drops it."""
    method = "CANCEL" if entry.status is AppointmentStatus.CANCELLED else "PUBLISH"
    return _written(_calendar(method), [entry])


def feed_calendar(name: str, entries: Iterable[CalendarEntry]) -> str:
    """A calendar of this name to subscribe to. Those called off are in it as such."""
    calendar = _calendar("PUBLISH")
    for property_ in ("name", "x-wr-calname"):  # the standard one, and the one that programs know
        calendar.add(property_, vText(_plain(name)))
    calendar.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{REFRESHED // timedelta(minutes=1)}M")
    return _written(calendar, entries)


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _written(calendar: Calendar, entries: Iterable[CalendarEntry]) -> str:
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@cam-graphql")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.updated_at.astimezone(UTC))
    event.add("created", entry.created_at.astimezone(UTC))
    event.add("last-modified", entry.updated_at.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", _plain(entry.title))
    event.add("organizer", _organizer(entry.organizer))
    cancelled = entry.status is AppointmentStatus.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    if entry.location:
        event.add("location", _plain(entry.location))
    if entry.description:
        event.add("description", _plain(entry.description))
    if entry.calendar_link and _ADDRESS.fullmatch(entry.calendar_link):
        event.add("url", entry.calendar_link)
    return event


def _organizer(organizer: Organizer | None) -> vCalAddress:
    """RFC 5546 wants one wherever there is a method."""
    address = vCalAddress(f"mailto:{f'host-{organizer.host_id}' if organizer else 'nobody'}@cam-graphql.invalid")
    address.params["cn"] = _plain(organizer.name if organizer else "CAM GraphQL")
    return address


def _plain(text: str) -> str:
    """The text with one kind of line end, and without what has no place in a calendar."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
