"""When a send window is open, through changes of clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from services.safety.settings import SendWindow, Weekday

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A time for which a window is open, in UTC: from `begin` up to `end`."""

    begin: datetime
    end: datetime


def opening_at_or_after(window: SendWindow, zone: ZoneInfo, at: datetime) -> Opening | None:
    """The opening in which `at` lies, or the next one; None for a window without days.

    A wall time that clocks skip is taken as if they had not been put forward yet, one that comes twice as the first.
    """
    for opening in _openings(window, zone, at):
        if opening.end > at:
            return opening
    return None


def _openings(window: SendWindow, zone: ZoneInfo, at: datetime) -> Iterator[Opening]:
    """The openings of nine days, from that of the day before on, which may not have ended yet."""
    today = at.astimezone(zone).date()
    over_midnight = window.end <= window.start
    for number in range(-1, 9):
        day = today + number * _DAY
        if Weekday(day.weekday()) in window.days:
            begin = datetime.combine(day, window.start, zone).astimezone(UTC)
            end = datetime.combine(day + over_midnight * _DAY, window.end, zone).astimezone(UTC)
            if begin < end:
                yield Opening(begin, end)
