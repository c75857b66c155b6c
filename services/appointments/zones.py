"""What clocks show somewhere, and the moments at which they do."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from services.errors import ErrorCode
from services.validation import Findings, Path

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
"""Within these, no arithmetic with days and zones leaves what Python can say."""

_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", re.ASCII)


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name; UTC where there is none, as for a name which an earlier release of the zones had."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def moment(findings: Findings, path: Path, value: datetime) -> datetime | None:
    """An aware time in UTC; None, with a finding, where it lies before 1970 or from 2200 on."""
    if not EARLIEST <= value < LATEST:
        message = f"This must lie between the years {EARLIEST.year} and {LATEST.year}."
        findings.add(path, ErrorCode.OUT_OF_RANGE, message)
        return None
    return value.astimezone(UTC)


def local_moment(findings: Findings, path: Path, text: str, zone: ZoneInfo) -> datetime | None:
    """The moment, in UTC, at which clocks in the zone show `2026-03-29T09:30`; the first, where they do so twice.

    None, with a finding, where they never do, for they are put forward just then.
    """
    shown = _shown(text)
    if shown is None:
        message = "This must be a date and a time of day without an offset, such as 2026-03-29T09:30."
        findings.add(path, ErrorCode.MALFORMED, message)
        return None
    found = moment(findings, path, shown.replace(tzinfo=zone))
    if found is not None and found.astimezone(zone).replace(tzinfo=None) != shown:
        message = f"Clocks in {zone.key} are put forward at this time, so they never show it; choose another one."
        findings.add(path, ErrorCode.NONEXISTENT_TIME, message)
        return None
    return found


def _shown(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if _LOCAL.fullmatch(text) else None
    except ValueError:
        return None
