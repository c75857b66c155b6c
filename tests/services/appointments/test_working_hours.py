"""Working hours: what a week is made of, and when its hours are."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.appointments.working_hours import DAYS, Interval, Span, Week, changed_week, week_of, working_intervals
from services.errors import InvalidInput
from services.validation import Findings
from tests.examples import examples

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
OFFICE = week_of(DAYS[:5], [("09:00", "17:00")])


def every_day(*spans: Span) -> Week:
    return week_of(DAYS, spans)


def hours(week: Week, zone: str, begin: str, end: str) -> list[str]:
    """The intervals within these dates, as UTC shows them."""
    first, last = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (begin, end))
    return [f"{start:%a %H:%M}-{stop:%a %H:%M}" for start, stop in working_intervals(week, ZoneInfo(zone), first, last)]


def test_an_ordinary_week() -> None:
    assert hours(OFFICE, "Europe/Lisbon", "2026-06-05", "2026-06-09") == [
        "Fri 08:00-Fri 16:00",
        "Mon 08:00-Mon 16:00",
    ]


def test_hours_are_those_of_the_clock_on_either_side_of_a_change() -> None:
    week = every_day(("09:00", "10:00"))
    assert hours(week, "America/New_York", "2026-03-07", "2026-03-09") == ["Sat 14:00-Sat 15:00", "Sun 13:00-Sun 14:00"]


@pytest.mark.parametrize(
    ("zone", "day", "span", "expected"),
    [
        # Lisbon, 29 March: 01:00 becomes 02:00.
        ("Europe/Lisbon", "2026-03-29", ("00:30", "03:00"), ["Sun 00:30-Sun 02:00"]),
        ("Europe/Lisbon", "2026-03-29", ("01:30", "03:00"), ["Sun 01:00-Sun 02:00"]),
        ("Europe/Lisbon", "2026-03-29", ("00:00", "01:30"), ["Sun 00:00-Sun 01:00"]),
        ("Europe/Lisbon", "2026-03-29", ("01:10", "01:50"), []),
        # Lisbon, 25 October: 02:00 becomes 01:00 again, so that the hour before is there twice.
        ("Europe/Lisbon", "2026-10-25", ("00:30", "03:00"), ["Sat 23:30-Sun 03:00"]),
        ("Europe/Lisbon", "2026-10-25", ("01:15", "01:45"), ["Sun 00:15-Sun 00:45", "Sun 01:15-Sun 01:45"]),
        ("Europe/Lisbon", "2026-10-25", ("01:30", "03:00"), ["Sun 00:30-Sun 01:00", "Sun 01:30-Sun 03:00"]),
        # Lord Howe Island: by half an hour, 02:00 becomes 02:30 on 4 October, and 01:30 on 5 April.
        ("Australia/Lord_Howe", "2026-10-04", ("01:30", "03:00"), ["Sat 15:00-Sat 16:00"]),
        ("Australia/Lord_Howe", "2026-04-05", ("01:00", "03:00"), ["Sat 14:00-Sat 16:30"]),
        ("Australia/Lord_Howe", "2026-04-05", ("01:45", "02:15"), ["Sat 14:45-Sat 15:00", "Sat 15:15-Sat 15:45"]),
    ],
)
def test_nights_on_which_clocks_are_changed(zone: str, day: str, span: Span, expected: list[str]) -> None:
    local_midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    name = datetime.fromisoformat(day).strftime("%A").upper()
    found = working_intervals(week_of([name], [span]), ZoneInfo(zone), local_midnight, local_midnight + DAY)
    assert [f"{start:%a %H:%M}-{stop:%a %H:%M}" for start, stop in found] == expected


def test_hours_that_touch_over_midnight_are_one() -> None:
    week = week_of(["MONDAY", "TUESDAY"], [("22:00", "24:00"), ("00:00", "02:00")])
    assert hours(week, "UTC", "2026-06-08", "2026-06-11") == [
        "Mon 00:00-Mon 02:00",
        "Mon 22:00-Tue 02:00",
        "Tue 22:00-Wed 00:00",
    ]


def test_an_interval_begins_where_it_does_whatever_is_asked_for() -> None:
    week = every_day(("00:00", "24:00"))
    zone = ZoneInfo("Europe/Lisbon")
    noon = datetime(2026, 6, 10, 12, 7, 30, 5, tzinfo=UTC)
    assert working_intervals(week, zone, noon, noon + MINUTE)[0][0] == datetime(2026, 6, 8, 23, tzinfo=UTC)


ZONES = ("UTC", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia")
CHANGES = tuple(datetime(2026, month, 1, tzinfo=UTC) for month in (2, 3, 4, 10, 11))
minutes = st.integers(0, 24 * 60)
times = minutes.map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
spans = st.tuples(times, times).filter(lambda span: span[0] < span[1])
weeks = st.fixed_dictionaries({day: st.lists(spans, max_size=3) for day in DAYS})


def shows_working_time(week: Week, zone: ZoneInfo, at: datetime) -> bool:
    """What working hours are, said plainly."""
    clock = at.astimezone(zone)
    return any(span["start"] <= f"{clock:%H:%M}" < span["end"] for span in week.get(DAYS[clock.weekday()], ()))


@examples(150)
@given(days=weeks, zone=st.sampled_from(ZONES), month=st.sampled_from(CHANGES), minute=st.integers(0, 30 * 24 * 60))
def test_a_moment_belongs_to_them_if_the_clock_shows_a_time_of_theirs(
    days: dict[str, list[Span]], zone: str, month: datetime, minute: int
) -> None:
    week, clock = changed_week(Findings(), (), {}, days), ZoneInfo(zone)
    begin = month + minute * MINUTE
    intervals = working_intervals(week, clock, begin, begin + DAY)
    assert all(start < stop for start, stop in intervals)
    assert all(one[1] < other[0] for one, other in pairwise(intervals))
    for number in range(0, 24 * 60, 5):
        at = begin + number * MINUTE
        assert _within(intervals, at) == shows_working_time(week, clock, at), at


def _within(intervals: list[Interval], at: datetime) -> bool:
    return any(start <= at < stop for start, stop in intervals)


def test_spans_that_touch_or_overlap_become_one_in_order() -> None:
    given_spans = [("14:00", "18:00"), ("09:00", "11:00"), ("11:00", "12:00"), ("15:00", "16:00"), ("17:30", "24:00")]
    assert every_day(*given_spans)["SUNDAY"] == [{"start": "09:00", "end": "12:00"}, {"start": "14:00", "end": "24:00"}]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"MONDAY": [("9:00", "25:00")]}, {("monday", "0", "start"): "MALFORMED", ("monday", "0", "end"): "MALFORMED"}),
        ({"FRIDAY": [("09:00", "17:00\n")]}, {("friday", "0", "end"): "MALFORMED"}),
        ({"FRIDAY": [("09:00", "12:00"), ("13:00", "13:00")]}, {("friday", "1", "end"): "OUT_OF_RANGE"}),
        ({"SUNDAY": [("22:00", "02:00")]}, {("sunday", "0", "end"): "OUT_OF_RANGE"}),
        ({"SUNDAY": [("24:00", "24:00")]}, {("sunday", "0", "end"): "OUT_OF_RANGE"}),
        ({"SUNDAY": [("09:00", "10:00")] * 13}, {("sunday",): "TOO_MANY"}),
        (
            {"MONDAY": [("x", "10:00")], "SUNDAY": [("10:00", "09:00")]},
            {("monday", "0", "start"): "MALFORMED", ("sunday", "0", "end"): "OUT_OF_RANGE"},
        ),
    ],
)
def test_spans_that_are_none_are_all_told_of(days: dict[str, list[Span]], expected: dict[tuple[str, ...], str]) -> None:
    findings = Findings()
    changed_week(findings, ("working_hours",), {}, days)
    with pytest.raises(InvalidInput) as caught:
        findings.raise_if_any()
    found = {problem.path: problem.code.value for problem in caught.value.problems}
    assert found == {("working_hours", *path): code for path, code in expected.items()}


@pytest.mark.parametrize(("days", "spans"), [(["NEVER"], []), (["MONDAY"], [("9", "17")])])
def test_a_setting_that_is_no_week_is_refused(days: list[str], spans: list[Span]) -> None:
    with pytest.raises(ValueError, match=r"NEVER|9-17"):
        week_of(days, spans)
