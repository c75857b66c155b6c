"""Working hours: what clocks of a host's zone show while appointments can be held."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.errors import ErrorCode
from services.patch import ABSENT, Absent
from services.validation import Findings, Path

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
"""In the order of `date.weekday`."""
MOST_SPANS = 12
"""Of one day."""

Week = dict[str, list[dict[str, str]]]
"""Of each day its spans, `{"start": "09:00", "end": "17:00"}`, as a host's row has them; `24:00` ends a day."""
Span = tuple[str, str]
Interval = tuple[datetime, datetime]
"""From a moment up to another one, both in UTC."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)
_STEP = timedelta(hours=6)
"""No zone changes its offset twice within this time."""


def week_of(days: Iterable[str], spans: Sequence[Span]) -> Week:
    """These days with these spans, the others without any. Raises ValueError for what is none."""
    working = frozenset(days)
    if unknown := working.difference(DAYS):
        raise ValueError(f"no day is called {min(unknown)}; they are {', '.join(DAYS)}")
    findings = Findings()
    week = changed_week(findings, (), {}, {day: spans if day in working else () for day in DAYS})
    if findings.any:
        raise ValueError(f"not times of a day: {', '.join('-'.join(span) for span in spans)}; write 09:00-17:00")
    return week


def changed_week(findings: Findings, path: Path, week: Week, changes: Mapping[str, Sequence[Span] | Absent]) -> Week:
    """The week with the spans of some days replaced. Spans that touch or overlap become one."""
    changed = dict(week)
    for day, spans in changes.items():
        if spans is not ABSENT:
            changed[day] = _checked_day(findings, (*path, day.lower()), spans)
    return changed


def working_intervals(week: Week, zone: ZoneInfo, begin: datetime, end: datetime) -> list[Interval]:
    """The working hours of every day of the zone that touches the time from `begin` up to `end`, in order.

    A moment belongs to them if the clock shows a time of theirs just then: where clocks are put forward or back, they
    are as much shorter or longer. Intervals that touch, over midnight for instance, are one.
    """
    # From the midnight before on, so that an interval's beginning does not depend on what is asked for.
    earliest = datetime.combine(begin.astimezone(zone).date() - timedelta(days=1), time(), zone).astimezone(UTC)
    latest = earliest + timedelta(days=(end - earliest).days + 2)
    intervals: list[Interval] = []
    for since, until, offset in _of_one_offset(zone, earliest, latest):
        for start, stop in _shown_spans(week, (since + offset).date(), (until + offset).date()):
            first, last = max(since, start - offset), min(until, stop - offset)
            if intervals and intervals[-1][1] == first < last:
                intervals[-1] = (intervals[-1][0], last)
            elif first < last:
                intervals.append((first, last))
    return [(first, last) for first, last in intervals if first < end and last > begin]


def _checked_day(findings: Findings, path: Path, spans: Sequence[Span]) -> list[dict[str, str]]:
    if len(spans) > MOST_SPANS:
        findings.add(path, ErrorCode.TOO_MANY, f"A day has at most {MOST_SPANS} spans.")
        return []
    joined: list[list[str]] = []
    for number, (start, end) in sorted(enumerate(spans), key=lambda span: span[1]):
        at = (*path, str(number))
        wrong = [name for name, text in (("start", start), ("end", end)) if not _TIME.fullmatch(text)]
        for name in wrong:
            findings.add((*at, name), ErrorCode.MALFORMED, "This must be a time of day, such as 09:00.")
        if not wrong and start >= end:
            findings.add((*at, "end"), ErrorCode.OUT_OF_RANGE, "This must be after the start, on the same day.")
        elif not wrong and joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        elif not wrong:
            joined.append([start, end])
    return [{"start": start, "end": end} for start, end in joined]


def _shown_spans(week: Week, first: date, last: date) -> Iterator[Interval]:
    """The spans of these days as the clock shows them, though in UTC, in order."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        midnight = datetime.combine(day, time(), UTC)
        for span in week.get(DAYS[day.weekday()], ()):
            yield midnight + _since_midnight(span["start"]), midnight + _since_midnight(span["end"])


def _since_midnight(text: str) -> timedelta:
    hours, _, minutes = text.partition(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def _of_one_offset(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """The time from `begin` up to `end` in pieces, in each of which the zone has one offset from UTC."""
    since = at = begin
    while at < end:
        following = min(at + _STEP, end)
        if _offset(zone, at) != _offset(zone, following):
            change = _change(zone, at, following)
            yield since, change, _offset(zone, at)
            since = change
        at = following
    yield since, end, _offset(zone, since)


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The moment, to the second, from which on the zone has the offset it has at `after`."""
    low, high = before, after
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _offset(zone, middle) == _offset(zone, before) else (low, middle)
    return high


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None, "a zone knows its offset at every moment"
    return offset
