"""Appointments as iCalendar has them, read by another library than the one that writes them."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from models import AppointmentStatus
from services.appointments.calendar import CalendarEntry, Organizer, appointment_calendar, feed_calendar
from tests.examples import examples

NINE = datetime(2026, 3, 29, 9, 0, 0, 250_000, tzinfo=UTC)
TALK = CalendarEntry(
    uid="8b1e6a2c-5a3c-4f6e-9d43-0c9f6a1b2c3d",
    sequence=3,
    status=AppointmentStatus.SCHEDULED,
    title="First talk",
    starts_at=NINE,
    ends_at=NINE + timedelta(minutes=45),
    created_at=NINE - timedelta(days=2),
    updated_at=NINE - timedelta(days=1),
    location="Doca 3",
    calendar_link="https://calendar.example/1?a=b,c;d",
    description="Ada, Harbour Works\n\nBring the plans.",
    organizer=Organizer(7, "Rosa"),
)


def read(text: str) -> Any:
    """The calendar, as vobject reads it."""
    [calendar] = vobject.readComponents(text)
    return calendar


def shown(event: Any) -> dict[str, Any]:
    """An event's values by the names of its properties. Raises AssertionError where one is there twice."""
    assert all(len(lines) == 1 for lines in event.contents.values())
    return {name: lines[0].value for name, lines in event.contents.items()}


def test_an_appointment_says_when_and_what() -> None:
    calendar = read(appointment_calendar(TALK))
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    assert shown(calendar.vevent) == {
        "uid": "8b1e6a2c-5a3c-4f6e-9d43-0c9f6a1b2c3d@cam-graphql",
        "sequence": "3",
        "dtstamp": datetime(2026, 3, 28, 9, tzinfo=UTC),
        "created": datetime(2026, 3, 27, 9, tzinfo=UTC),
        "last-modified": datetime(2026, 3, 28, 9, tzinfo=UTC),
        "dtstart": datetime(2026, 3, 29, 9, tzinfo=UTC),
        "dtend": datetime(2026, 3, 29, 9, 45, tzinfo=UTC),
        "summary": "First talk",
        "location": "Doca 3",
        "description": "Ada, Harbour Works\n\nBring the plans.",
        "url": "https://calendar.example/1?a=b,c;d",
        "organizer": "mailto:host-7@cam-graphql.invalid",
        "status": "CONFIRMED",
        "transp": "OPAQUE",
    }
    assert calendar.vevent.organizer.params == {"CN": ["Rosa"]}


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(TALK, location=None, calendar_link=None, description=None, organizer=None)
    event = read(appointment_calendar(bare)).vevent
    assert not {"location", "url", "description"} & set(event.contents)
    assert event.organizer.value == "mailto:nobody@cam-graphql.invalid"


def test_one_that_is_called_off_says_so_by_method_and_status() -> None:
    calendar = read(appointment_calendar(replace(TALK, status=AppointmentStatus.CANCELLED, sequence=4)))
    assert calendar.method.value == "CANCEL"
    assert shown(calendar.vevent).items() >= {"status": "CANCELLED", "transp": "TRANSPARENT", "sequence": "4"}.items()


@pytest.mark.parametrize("status", [AppointmentStatus.COMPLETED, AppointmentStatus.NO_SHOW])
def test_what_took_place_or_was_waited_for_in_vain_stays(status: AppointmentStatus) -> None:
    calendar = read(appointment_calendar(replace(TALK, status=status)))
    assert (calendar.method.value, calendar.vevent.status.value) == ("PUBLISH", "CONFIRMED")


def test_times_are_in_utc_whatever_their_offset() -> None:
    there = replace(TALK, starts_at=NINE.astimezone(timezone(timedelta(hours=10, minutes=30))))
    assert "\r\nDTSTART:20260329T090000Z\r\n" in appointment_calendar(there)


def test_a_feed_has_a_name_and_asks_to_be_looked_at_now_and_then() -> None:
    gone = replace(TALK, uid="other", status=AppointmentStatus.CANCELLED)
    calendar = read(feed_calendar("Rosa; Inkwell", [TALK, gone]))
    assert calendar.method.value == "PUBLISH"
    assert calendar.contents["x-wr-calname"][0].value == "Rosa; Inkwell"
    assert calendar.contents["refresh-interval"][0].value == "PT15M"
    assert [event.status.value for event in calendar.vevent_list] == ["CONFIRMED", "CANCELLED"]


def test_a_feed_without_appointments_is_a_calendar() -> None:
    assert "vevent" not in read(feed_calendar("Rosa", [])).contents


_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]")
NASTY = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:x\\n;y,z:"q" ^n \u2028X:1 \x85Y:2' + "🦉é" * 60
texts = st.text(min_size=1, max_size=300) | st.lists(
    st.sampled_from((*'\r\n\\;,:"^=nN\t \x0b\x85\u2028\0\x07', "BEGIN:VEVENT", "é", "🦉", "e\u0301", "x" * 80))
).map("".join)


@examples(200)
@given(title=texts, location=texts, description=texts, host=texts)
@example(title=NASTY, location=NASTY, description=NASTY, host=NASTY)
def test_whatever_stands_in_a_text_stays_text(title: str, location: str, description: str, host: str) -> None:
    entry = replace(
        TALK, title=title, location=location or "-", description=description or "-", organizer=Organizer(7, host)
    )
    for text in (appointment_calendar(entry), feed_calendar(host, [entry])):
        calendar = read(text)
        [event] = calendar.vevent_list
        assert set(event.contents) == set(read(appointment_calendar(TALK)).vevent.contents)
        for name, given_text in (
            ("summary", title),
            ("location", location or "-"),
            ("description", description or "-"),
        ):
            assert shown(event)[name] == _CONTROLS.sub("", _ENDS.sub("\n", given_text))
        lines = text.encode().split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert not any(control in line for line in lines for control in (b"\r", b"\n", b"\0"))


@pytest.mark.parametrize(
    "link", ["", "no address", "javascript:alert(1)", "https://x.example/\r\nX:1", "https://x.example/ü", "http://"]
)
def test_what_is_no_address_is_left_out(link: str) -> None:
    assert "url" not in read(appointment_calendar(replace(TALK, calendar_link=link))).vevent.contents


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_no_year_is_too_far_away(year: int) -> None:
    then = replace(TALK, starts_at=NINE.replace(year=year))
    assert f"\r\nDTSTART:{year:04}0329T090000Z\r\n" in appointment_calendar(then)
