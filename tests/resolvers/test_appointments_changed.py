"""Changing and moving appointments that stand, over HTTP."""

from typing import Any

import pytest

import models
from pushdown import encode_global_id
from tests.resolvers.booking import ALL, CANCEL, CREATE, HOUR, MONDAY, RESCHEDULE, UPDATE, wanted
from tests.resolvers.serving import Api
from tests.services.contact_events.story import a_lead

UNKNOWN = [encode_global_id("Appointment", 999), encode_global_id("Lead", 1), "no id", "", encode_global_id("X", 0)]


async def _made(api: Api, hours: float = 0, lead: int | None = None, **values: Any) -> str:
    """The id of an appointment, so many hours after Monday at nine."""
    draft = wanted(lead or await a_lead(), MONDAY + hours * HOUR, **values)
    return str((await api.done(CREATE, input=draft))["appointment"]["id"])


async def _move(api: Api, id_: str, hours: float | None = 1, **values: Any) -> dict[str, Any]:
    at = {} if hours is None else {"startsAt": (MONDAY + hours * HOUR).isoformat()}
    return dict((await api.done(RESCHEDULE, input={"id": id_, **at, **values}))["appointment"])


async def _not_moved(api: Api, id_: str, **values: Any) -> list[tuple[str | None, str]]:
    before = await api.execute(ALL)
    problems = await api.refused(RESCHEDULE, input={"id": id_, **values})
    assert await api.execute(ALL) == before
    return problems


async def test_an_update_changes_what_it_names_and_null_empties(api: Api) -> None:
    id_ = await _made(api, location="Doca 3", notes="Bring the plans.", calendarLink="https://meet.example/x")
    given = {"id": id_, "title": " Second talk", "location": None, "notes": "  "}
    changed = (await api.done(UPDATE, input=given))["appointment"]
    assert changed == changed | {
        "title": "Second talk",
        "location": None,
        "notes": None,
        "calendarLink": "https://meet.example/x",
        "sequence": 1,
        "startsAt": "2026-03-02T09:00:00+00:00",
        "status": "SCHEDULED",
    }
    [told] = await models.Activity.filter(kind=models.ActivityKind.APPOINTMENT_UPDATED)
    assert told.detail == {"lead_id": 1, "changed": ["location", "notes", "title"]}


async def test_an_update_that_changes_nothing_leaves_no_trace(api: Api) -> None:
    id_ = await _made(api, location="Doca 3")
    before = await api.execute(ALL)
    for given in ({}, {"title": "First talk ", "location": "Doca 3", "notes": None}):
        await api.done(UPDATE, input={"id": id_, **given})
    await _move(api, id_, 0, durationMinutes=30, timeZone="europe/lisbon")
    assert await api.execute(ALL) == before


async def test_an_update_that_cannot_be_used_says_why_and_changes_nothing(api: Api) -> None:
    id_ = await _made(api)
    before = await api.execute(ALL)
    given = {"id": id_, "title": " ", "location": "x" * 501, "notes": "a\0b", "calendarLink": "ftp://x/"}
    assert sorted(await api.refused(UPDATE, input=given)) == [
        ("calendarLink", "MALFORMED"),
        ("location", "TOO_LONG"),
        ("notes", "MALFORMED"),
        ("title", "BLANK"),
    ]
    assert await api.execute(ALL) == before


async def test_moving_keeps_the_length_the_zone_and_the_host_unless_told_otherwise(api: Api) -> None:
    id_ = await _made(api, durationMinutes=45, host="Rosa")
    moved = await _move(api, id_)
    assert moved == moved | {
        "startsAt": "2026-03-02T10:00:00+00:00",
        "endsAt": "2026-03-02T10:45:00+00:00",
        "timeZone": "Europe/Lisbon",
        "host": {"name": "Rosa"},
        "sequence": 1,
    }
    moved = await _move(api, id_, 2, durationMinutes=60, timeZone="America/New_York", host="Sven")
    assert moved == moved | {
        "startsAt": "2026-03-02T11:00:00+00:00",
        "endsAt": "2026-03-02T12:00:00+00:00",
        "timeZone": "America/New_York",
        "host": {"name": "Sven"},
        "sequence": 2,
    }
    assert (await _move(api, id_, 2, host=None))["host"] is None
    kinds = [row.kind for row in await models.Activity.filter(subject_type="Appointment").order_by("id")]
    assert kinds == ["APPOINTMENT_CREATED", *["APPOINTMENT_RESCHEDULED"] * 3]


async def test_a_local_time_is_read_in_the_zone_it_was_agreed_in_or_in_the_new_one(api: Api) -> None:
    id_ = await _made(api, timeZone="America/New_York")
    moved = await _move(api, id_, None, startsAtLocal="2026-03-09T09:00")
    assert moved["startsAt"] == "2026-03-09T13:00:00+00:00"
    moved = await _move(api, id_, None, startsAtLocal="2026-03-09T09:00", timeZone="Europe/Lisbon")
    assert moved["startsAt"] == "2026-03-09T09:00:00+00:00"


async def test_an_appointment_may_be_moved_into_its_own_time(api: Api) -> None:
    id_ = await _made(api, host="Rosa")
    assert (await _move(api, id_, 0.25))["startsAt"] == "2026-03-02T09:15:00+00:00"


async def test_what_cannot_be_moved_there_stays_and_is_shown_as_it_is(api: Api) -> None:
    lead = await a_lead()
    id_ = await _made(api, lead=lead, host="Rosa")
    await _made(api, 1, lead=lead)
    await _made(api, 2, host="Sven")
    for hours, host, kind in ((1.25, "Rosa", "lead"), (2.25, "Sven", "host")):
        before = await api.execute(ALL)
        given = {"id": id_, "startsAt": (MONDAY + hours * HOUR).isoformat(), "host": host}
        payload = (await api.execute(RESCHEDULE, input=given))["rescheduleAppointment"]
        [error] = payload["userErrors"]
        assert (error["field"], error["code"], kind in error["message"]) == (["startsAt"], "OVERLAPPING", True)
        assert payload["appointment"]["startsAt"] == "2026-03-02T09:00:00+00:00"
        assert await api.execute(ALL) == before


async def test_a_time_that_cannot_be_used_is_refused(api: Api) -> None:
    id_ = await _made(api, timeZone="America/New_York")
    soon = (MONDAY + HOUR).isoformat()
    cases: tuple[tuple[dict[str, Any], list[tuple[str, str]]], ...] = (
        ({}, [("startsAt", "REQUIRED")]),
        ({"startsAt": soon, "startsAtLocal": "2026-03-02T09:00"}, [("startsAtLocal", "MALFORMED")]),
        ({"startsAt": "2026-03-01T11:59:59Z"}, [("startsAt", "IN_THE_PAST")]),
        ({"startsAt": "9999-12-31T23:59:59Z", "allowPast": True}, [("startsAt", "OUT_OF_RANGE")]),
        ({"startsAtLocal": "2026-03-08T02:30"}, [("startsAtLocal", "NONEXISTENT_TIME")]),
        ({"startsAtLocal": "2026-03-29T01:30", "timeZone": "Europe/Lisbon"}, [("startsAtLocal", "NONEXISTENT_TIME")]),
        ({"startsAtLocal": "2026-03-08T02:30", "timeZone": "x"}, [("timeZone", "MALFORMED")]),
        ({"startsAt": soon, "durationMinutes": -1}, [("durationMinutes", "OUT_OF_RANGE")]),
        ({"startsAt": soon, "host": " "}, [("host", "BLANK")]),
        (
            {"startsAt": "2020-01-01T00:00:00Z", "durationMinutes": 721, "timeZone": "", "host": "x" * 201},
            [
                ("durationMinutes", "OUT_OF_RANGE"),
                ("host", "TOO_LONG"),
                ("startsAt", "IN_THE_PAST"),
                ("timeZone", "BLANK"),
            ],
        ),
    )
    for given, expected in cases:
        assert sorted(await _not_moved(api, id_, **given)) == expected, given


async def test_what_took_place_earlier_than_planned_can_be_noted(api: Api) -> None:
    id_ = await _made(api)
    assert (await _move(api, id_, -48, allowPast=True))["startsAt"] == "2026-02-28T09:00:00+00:00"


@pytest.mark.parametrize("mutation", [UPDATE, RESCHEDULE])
async def test_ids_that_name_no_appointment_look_alike(api: Api, mutation: str) -> None:
    more = {"startsAt": MONDAY.isoformat()} if mutation == RESCHEDULE else {"title": "x"}
    answers = [(await api.execute(mutation, input={"id": id_, **more})).popitem()[1] for id_ in UNKNOWN]
    assert answers == [
        {
            "appointment": None,
            "userErrors": [{"field": ["id"], "code": "NOT_FOUND", "message": "There is no appointment with this id."}],
        }
    ] * len(UNKNOWN)


async def test_only_appointments_that_stand_are_changed(api: Api) -> None:
    id_ = await _made(api)
    await api.done(CANCEL, input={"id": id_})
    before = await api.execute(ALL)
    for mutation, more in ((UPDATE, {"title": "x"}), (RESCHEDULE, {"startsAt": MONDAY.isoformat()})):
        payload = (await api.execute(mutation, input={"id": id_, **more})).popitem()[1]
        assert [(error["field"], error["code"]) for error in payload["userErrors"]] == [(["id"], "NOT_SCHEDULED")]
        assert payload["appointment"]["status"] == "CANCELLED"
    assert await api.execute(ALL) == before
