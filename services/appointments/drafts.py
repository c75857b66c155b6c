"""Appointments as they are to be, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.appointments.zones import local_moment, moment, zone_of
from services.errors import ErrorCode
from services.patch import ABSENT, Absent
from services.time_zones import time_zone_name
from services.validation import Findings, Path
from services.web_address import canonical_address

LONGEST_TITLE = 200
LONGEST_HOST_NAME = 200
LONGEST_LOCATION = 500
LONGEST_NOTES = 20_000
SHORTEST = 5
LONGEST = 12 * 60
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Start:
    """When something begins: either an aware time, or what the clock shows in its time zone (`2026-03-29T09:30`)."""

    at: datetime | None = None
    local: str | None = None
    allow_past: bool = False

    @property
    def path(self) -> Path:
        """Which of the two was given."""
        return ("starts_at",) if self.local is None else ("starts_at_local",)


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """An appointment to be made. Without a host, nobody of us is bound by it.

    `hold_token` is that of a slot which is held for this appointment; its host need not be named.
    """

    lead_id: int
    title: str
    start: Start
    duration_minutes: int
    time_zone: str
    host: str | None = None
    location: str | None = None
    calendar_link: str | None = None
    notes: str | None = None
    hold_token: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentPatch:
    """What to change about an appointment, but for its time and its host; whatever is ABSENT stays."""

    title: str | Absent = ABSENT
    location: str | Absent | None = ABSENT
    calendar_link: str | Absent | None = ABSENT
    notes: str | Absent | None = ABSENT


@dataclass(frozen=True, slots=True)
class Reschedule:
    """Another time for an appointment; what is None stays, as does a host that is ABSENT."""

    start: Start
    duration_minutes: int | None = None
    time_zone: str | None = None
    host: str | Absent | None = ABSENT
    hold_token: str | None = None


def checked_start(findings: Findings, start: Start, zone: str | None, now: datetime) -> datetime | None:
    """The moment, in UTC. None, with a finding, where it is none, or has passed and must not have."""
    if (start.at is None) is (start.local is None):
        wrong = ErrorCode.REQUIRED if start.at is None else ErrorCode.MALFORMED
        findings.add(start.path, wrong, "Give either startsAt or startsAtLocal.")
        return None
    if start.at is not None:
        found = moment(findings, start.path, start.at)
    else:
        assert start.local is not None
        found = local_moment(findings, start.path, start.local, zone_of(zone)) if zone else None
    if found is not None and found < now and not start.allow_past:
        message = "This time has passed. Say allowPast to note what took place."
        findings.add(start.path, ErrorCode.IN_THE_PAST, message)
        return None
    return found


def checked_length(findings: Findings, minutes: int) -> timedelta:
    """A length from 5 minutes to 12 hours."""
    return timedelta(minutes=findings.whole_number(("duration_minutes",), minutes, SHORTEST, LONGEST) or SHORTEST)


def checked_zone(findings: Findings, value: str) -> str | None:
    """The name of a zone, which there must be."""
    if not value.strip():
        findings.add(("time_zone",), ErrorCode.BLANK, "This must not be blank.")
        return None
    return time_zone_name(findings, ("time_zone",), value)


def checked_host(findings: Findings, value: str | None) -> str | None:
    """A host's name, in one spelling; None where there is none."""
    return None if value is None else findings.required_text(("host",), value, LONGEST_HOST_NAME)


def checked_token(value: str | None) -> UUID | None:
    """The token of a hold; what is none becomes one that nobody has, for all of these are unknown alike."""
    try:
        return None if value is None else UUID(value)
    except ValueError:
        return UUID(int=0)


def checked_details(findings: Findings, patch: AppointmentPatch) -> dict[str, Any]:
    """What the patch names, by column, each in its one spelling."""
    given = {field.name: getattr(patch, field.name) for field in fields(patch)}
    return {name: _DETAILS[name](findings, (name,), value) for name, value in given.items() if value is not ABSENT}


def _title(findings: Findings, path: Path, value: str) -> str:
    return findings.required_text(path, value, LONGEST_TITLE)


def _location(findings: Findings, path: Path, value: str | None) -> str | None:
    return findings.optional_text(path, value, LONGEST_LOCATION)


def _link(findings: Findings, path: Path, value: str | None) -> str | None:
    return None if value is None or not value.strip() else canonical_address(findings, path, value) or None


def _notes(findings: Findings, path: Path, value: str | None) -> str | None:
    return findings.optional_text(path, value, LONGEST_NOTES)


_DETAILS: Mapping[str, Any] = {"title": _title, "location": _location, "calendar_link": _link, "notes": _notes}
