"""What clocks show, and when."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from services.appointments.zones import local_moment, moment, zone_of
from services.errors import ErrorCode, InvalidInput
from services.validation import Findings

PATH = ("starts_at_local",)
LISBON = ZoneInfo("Europe/Lisbon")


def read(text: str, zone: str) -> str | ErrorCode:
    """The moment as ISO writes it, or the code of what is wrong."""
    findings = Findings()
    found = local_moment(findings, PATH, text, ZoneInfo(zone))
    try:
        findings.raise_if_any()
    except InvalidInput as error:
        assert found is None
        [problem] = error.problems
        assert problem.path == PATH
        return problem.code
    assert found is not None
    assert found.tzinfo is UTC
    return found.strftime("%d %H:%M:%S")


@pytest.mark.parametrize(
    ("zone", "text", "expected"),
    [
        # In Lisbon clocks go from 01:00 to 02:00 on 29 March, and from 02:00 to 01:00 on 25 October.
        ("Europe/Lisbon", "2026-03-29T00:59:59", "29 00:59:59"),
        ("Europe/Lisbon", "2026-03-29T01:00", ErrorCode.NONEXISTENT_TIME),
        ("Europe/Lisbon", "2026-03-29T01:59", ErrorCode.NONEXISTENT_TIME),
        ("Europe/Lisbon", "2026-03-29T02:00", "29 01:00:00"),
        ("Europe/Lisbon", "2026-10-25T01:30", "25 00:30:00"),
        ("Europe/Lisbon", "2026-10-25T02:00", "25 02:00:00"),
        # In New York from 02:00 to 03:00 on 8 March, and from 02:00 to 01:00 on 1 November.
        ("America/New_York", "2026-03-08T02:30", ErrorCode.NONEXISTENT_TIME),
        ("America/New_York", "2026-03-08T03:00", "08 07:00:00"),
        ("America/New_York", "2026-11-01T01:30", "01 05:30:00"),
        ("America/New_York", "2026-11-01T02:00", "01 07:00:00"),
        # On Lord Howe Island by half an hour: from 02:00 to 02:30 on 4 October, back on 5 April.
        ("Australia/Lord_Howe", "2026-10-04T02:00", ErrorCode.NONEXISTENT_TIME),
        ("Australia/Lord_Howe", "2026-10-04T02:29", ErrorCode.NONEXISTENT_TIME),
        ("Australia/Lord_Howe", "2026-10-04T02:30", "03 15:30:00"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "04 14:45:00"),
        ("Australia/Lord_Howe", "2026-04-05T02:00", "04 15:30:00"),
        # Samoa left 30 December 2011 out.
        ("Pacific/Apia", "2011-12-30T12:00", ErrorCode.NONEXISTENT_TIME),
    ],
)
def test_a_local_time_is_the_moment_at_which_clocks_show_it_first(
    zone: str, text: str, expected: str | ErrorCode
) -> None:
    assert read(text, zone) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "09:30", "2026-03-29", "2026-03-29 09:30", "2026-03-29T09:30Z", "2026-03-29T09:30+01:00"),
        *("2026-02-30T09:30", "2026-03-29T24:00", "2026-03-29T9:30", "20260329T0930", "2026-W13-7T09:30", "now"),
        *("2026-03-29T09:30:15.5", "2026-03-29T09:30\n", "٢٠٢٦-03-29T09:30", "2026-03-29T09:30[Europe/Lisbon]"),
    ],
)
def test_anything_but_a_date_and_a_time_of_day_is_refused(text: str) -> None:
    assert read(text, "Europe/Lisbon") is ErrorCode.MALFORMED


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        *(
            (zone, text)
            for zone in ("UTC", "Asia/Tokyo", "Etc/GMT+12")
            for text in ("0001-01-01T00:00", "9999-12-31T23:59")
        ),
        *(
            ("UTC", "1969-12-31T23:59:59"),
            ("Etc/GMT+12", "1969-12-31T11:59"),
            ("Pacific/Kiritimati", "2200-01-01T14:00"),
        ),
    ],
)
def test_years_beyond_what_can_be_reckoned_with_are_refused(zone: str, text: str) -> None:
    assert read(text, zone) is ErrorCode.OUT_OF_RANGE


@pytest.mark.parametrize(
    "value",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(2200, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-14))),
    ],
)
def test_a_moment_that_cannot_be_reckoned_with_is_refused(value: datetime) -> None:
    findings = Findings()
    assert moment(findings, ("starts_at",), value) is None
    assert findings.any


@pytest.mark.parametrize("name", ["", "../etc/passwd", "no zone", "a\0b", "x" * 300, "Europe", "/etc/localtime"])
def test_a_name_that_no_zone_has_any_more_stands_for_utc(name: str) -> None:
    assert zone_of(name).key == "UTC"
    assert zone_of("Europe/Lisbon") == LISBON
