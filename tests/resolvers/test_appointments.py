"""Making appointments, over HTTP."""

from datetime import timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from tests.resolvers.booking import ALL, CREATE, HOUR, MONDAY, lead_id, wanted
from tests.resolvers.serving import Api
from tests.services.contact_events.story import NOON, a_lead

MINUTE = timedelta(minutes=1)


async def _refused(api: Api, **values: Any) -> list[tuple[str | None, str]]:
    """What is wrong with an input like this one. Raises AssertionError where anything is changed by it."""
    lead = await a_lead()
    before = await api.execute(ALL)
    problems = await api.refused(CREATE, input=wanted(lead, **values))
    assert await api.execute(ALL) == before
    return problems


async def test_an_appointment_has_what_it_was_given_and_stands(api: Api) -> None:
    lead = await a_lead()
    given: dict[str, Any] = {
        "title": " First talk ",
        "host": " Rosa ",
        "location": "Doca 3",
        "calendarLink": "HTTPS://Meet.example/x",
        "notes": "Bring the plans.",
    }
    created = await api.done(CREATE, input=wanted(lead, **given))
    assert created["appointment"] | {"id": ""} == {
        "id": "",
        "title": "First talk",
        "startsAt": "2026-03-02T09:00:00+00:00",
        "endsAt": "2026-03-02T09:30:00+00:00",
        "durationMinutes": 30,
        "timeZone": "Europe/Lisbon",
        "location": "Doca 3",
        "calendarLink": "https://meet.example/x",
        "notes": "Bring the plans.",
        "status": "SCHEDULED",
        "cancelReason": None,
        "sequence": 0,
        "createdAt": "2026-03-01T12:00:00+00:00",
        "updatedAt": "2026-03-01T12:00:00+00:00",
        "host": {"name": "Rosa"},
        "lead": {"name": "Ada"},
    }


async def test_it_is_found_by_its_id_by_its_lead_and_by_its_host(api: Api) -> None:
    lead = await a_lead()
    created = (await api.done(CREATE, input=wanted(lead, host="Rosa")))["appointment"]
    await api.done(CREATE, input=wanted(lead, MONDAY + HOUR))
    host = await models.Host.get(name="Rosa")
    query = """query ($id: ID!, $lead: ID!, $host: ID!) {
        appointment(id: $id) { title }
        lead(id: $lead) { appointments { totalCount } }
        host(id: $host) { appointments { nodes { id } } }
        appointments(filter: { host: { eq: $host } }) { nodes { id } }
        nothing: appointment(id: $lead) { title }
    }"""
    found = await api.execute(query, id=created["id"], lead=lead_id(lead), host=encode_global_id("Host", host.id))
    assert found == {
        "appointment": {"title": "First talk"},
        "lead": {"appointments": {"totalCount": 2}},
        "host": {"appointments": {"nodes": [{"id": created["id"]}]}},
        "appointments": {"nodes": [{"id": created["id"]}]},
        "nothing": None,
    }


async def test_it_is_in_the_activity_log_with_its_host_who_was_new(api: Api) -> None:
    lead = await a_lead()
    await api.done(CREATE, input=wanted(lead, host="Rosa"))
    query = "{ activity { nodes { kind actor occurredAt detail subject { __typename } } } }"
    [appointment, host] = (await api.execute(query))["activity"]["nodes"]
    assert appointment == {
        "kind": "APPOINTMENT_CREATED",
        "actor": "tester",
        "occurredAt": "2026-03-01T12:00:00+00:00",
        "detail": {"lead_id": lead, "host_id": 1, "starts_at": "2026-03-02T09:00:00+00:00"},
        "subject": {"__typename": "Appointment"},
    }
    assert (host["kind"], host["subject"]) == ("HOST_CREATED", {"__typename": "Host"})
    [logged] = await models.Activity.filter(kind=models.ActivityKind.APPOINTMENT_CREATED)
    assert logged.campaign_id == (await models.Lead.get(id=lead).select_related("campaign")).campaign.id


async def test_a_host_is_one_whatever_the_case_of_the_name(api: Api) -> None:
    for hours, name in enumerate(("Rosa Inkwell", "ROSA INKWELL", "rosa inkwell ")):
        await api.done(CREATE, input=wanted(await a_lead(), MONDAY + hours * HOUR, host=name))
    assert (await api.execute(ALL))["hosts"] == {"nodes": [{"name": "Rosa Inkwell"}]}


async def test_what_the_clock_shows_can_be_said_instead_of_the_moment(api: Api) -> None:
    lead = await a_lead()
    for zone, shown, moment in (
        ("Europe/Lisbon", "2026-03-28T09:00", "2026-03-28T09:00:00+00:00"),
        ("Europe/Lisbon", "2026-03-29T09:00", "2026-03-29T08:00:00+00:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00+00:00"),
        ("australia/lord_howe", "2026-10-04T02:30:15", "2026-10-03T15:30:15+00:00"),
    ):
        created = await api.done(CREATE, input=wanted(lead, startsAt=None, startsAtLocal=shown, timeZone=zone))
        assert created["appointment"]["startsAt"] == moment
    assert created["appointment"]["timeZone"] == "Australia/Lord_Howe"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Lisbon", "2026-03-29T01:30"),
        ("America/New_York", "2026-03-08T02:30"),
        ("Australia/Lord_Howe", "2026-10-04T02:15"),
    ],
)
async def test_a_time_that_no_clock_shows_is_refused(api: Api, zone: str, shown: str) -> None:
    problems = await _refused(api, startsAt=None, startsAtLocal=shown, timeZone=zone)
    assert problems == [("startsAtLocal", "NONEXISTENT_TIME")]


async def test_an_appointment_runs_through_the_night_on_which_clocks_change(api: Api) -> None:
    """Ten hours are ten hours, whatever clocks show at the end."""
    lead = await a_lead()
    given: dict[str, Any] = {"startsAtLocal": "2026-03-28T22:00", "durationMinutes": 600}
    created = await api.done(CREATE, input=wanted(lead, startsAt=None, **given))
    assert created["appointment"]["endsAt"] == "2026-03-29T08:00:00+00:00"
    assert created["appointment"]["durationMinutes"] == 600


@pytest.mark.parametrize("minutes", [5, 720])
async def test_the_shortest_and_the_longest_are_made(api: Api, minutes: int) -> None:
    created = await api.done(CREATE, input=wanted(await a_lead(), durationMinutes=minutes))
    assert created["appointment"]["durationMinutes"] == minutes


UNUSABLE: tuple[tuple[dict[str, Any], tuple[str, str]], ...] = (
    *(({"durationMinutes": minutes}, ("durationMinutes", "OUT_OF_RANGE")) for minutes in (4, 721, 0, -1, -(2**31))),
    ({"startsAt": (NOON - MINUTE).isoformat()}, ("startsAt", "IN_THE_PAST")),
    ({"startsAt": "1969-12-31T23:59:59Z", "allowPast": True}, ("startsAt", "OUT_OF_RANGE")),
    ({"startsAt": "0001-01-01T00:00:00+14:00"}, ("startsAt", "OUT_OF_RANGE")),
    ({"startsAt": "9999-12-31T23:59:59-14:00"}, ("startsAt", "OUT_OF_RANGE")),
    ({"startsAt": None}, ("startsAt", "REQUIRED")),
    ({"startsAtLocal": "2026-03-02T09:00"}, ("startsAtLocal", "MALFORMED")),
    ({"startsAt": None, "startsAtLocal": "2026-03-01T11:59"}, ("startsAtLocal", "IN_THE_PAST")),
    ({"startsAt": None, "startsAtLocal": "2026-03-02T09:00Z"}, ("startsAtLocal", "MALFORMED")),
    ({"startsAt": None, "startsAtLocal": "9999-12-31T23:59"}, ("startsAtLocal", "OUT_OF_RANGE")),
    *(
        ({"timeZone": zone}, ("timeZone", "MALFORMED"))
        for zone in ("../etc/passwd", "Factory", "localtime", "Mars/Olympus", "Lisbon", "+01:00", "a\0b")
    ),
    *(({"timeZone": zone}, ("timeZone", "BLANK")) for zone in ("", " \n")),
    ({"timeZone": "x" * 65}, ("timeZone", "TOO_LONG")),
    ({"title": " "}, ("title", "BLANK")),
    ({"title": "x" * 201}, ("title", "TOO_LONG")),
    ({"title": "a\0b"}, ("title", "MALFORMED")),
    ({"location": "x" * 501}, ("location", "TOO_LONG")),
    ({"notes": "x" * 20_001}, ("notes", "TOO_LONG")),
    ({"calendarLink": "javascript:alert(1)"}, ("calendarLink", "MALFORMED")),
    ({"calendarLink": "https://user:secret@meet.example/"}, ("calendarLink", "MALFORMED")),
    ({"host": ""}, ("host", "BLANK")),
    ({"host": "x" * 201}, ("host", "TOO_LONG")),
    ({"leadId": encode_global_id("Lead", 999)}, ("leadId", "NOT_FOUND")),
    ({"leadId": encode_global_id("Campaign", 1)}, ("leadId", "NOT_FOUND")),
    ({"leadId": "no id"}, ("leadId", "NOT_FOUND")),
)


async def test_input_that_cannot_be_used_changes_nothing(api: Api) -> None:
    for values, problem in UNUSABLE:
        assert await _refused(api, **({"host": "Rosa"} | values)) == [problem], values


async def test_everything_wrong_is_said_at_once(api: Api) -> None:
    wrong = {
        "leadId": "no id",
        "title": "",
        "durationMinutes": 4,
        "timeZone": "Factory",
        "startsAt": "2020-01-01T00:00:00Z",
        "host": "",
        "location": "a\0b",
        "calendarLink": "x",
    }
    assert sorted(await _refused(api, **wrong)) == [
        ("calendarLink", "MALFORMED"),
        ("durationMinutes", "OUT_OF_RANGE"),
        ("host", "BLANK"),
        ("leadId", "NOT_FOUND"),
        ("location", "MALFORMED"),
        ("startsAt", "IN_THE_PAST"),
        ("timeZone", "MALFORMED"),
        ("title", "BLANK"),
    ]


@pytest.mark.parametrize("starts_at", ["2026-03-02T09:00:00", "2026-03-02", "soon", "2026-02-30T09:00:00Z", 5, True])
async def test_a_time_without_an_offset_is_none(api: Api, starts_at: object) -> None:
    answer = await api.post(CREATE, input=wanted(await a_lead(), startsAt=starts_at))
    assert answer.get("data") is None
    assert "startsAt" in answer["errors"][0]["message"]
    assert (await api.execute(ALL))["appointments"]["nodes"] == []


async def test_what_took_place_can_be_noted(api: Api) -> None:
    long_ago = "2019-03-31T10:00:00+02:00"
    created = await api.done(CREATE, input=wanted(await a_lead(), startsAt=long_ago, allowPast=True))
    assert created["appointment"]["startsAt"] == "2019-03-31T08:00:00+00:00"


async def test_now_is_not_in_the_past(api: Api) -> None:
    assert (await api.done(CREATE, input=wanted(await a_lead(), NOON)))["appointment"]


async def _overlapping(api: Api, taken: dict[str, Any], other: dict[str, Any]) -> str:
    """What is said about an appointment which would overlap the one there is. Nothing else happens."""
    await api.done(CREATE, input=taken)
    before = await api.execute(ALL)
    payload = (await api.execute(CREATE, input=other))["createAppointment"]
    assert await api.execute(ALL) == before
    assert payload["appointment"] is None
    [error] = payload["userErrors"]
    assert (error["field"], error["code"]) == (["startsAt"], "OVERLAPPING")
    return str(error["message"])


@pytest.mark.parametrize("minutes", [-29, 0, 10, 29])
async def test_a_lead_has_no_two_appointments_at_once(api: Api, minutes: int) -> None:
    lead = await a_lead()
    other = wanted(lead, MONDAY + minutes * MINUTE, host="Sven")
    assert "lead" in await _overlapping(api, wanted(lead, host="Rosa"), other)


@pytest.mark.parametrize("minutes", [-29, 0, 29])
async def test_a_host_has_no_two_appointments_at_once(api: Api, minutes: int) -> None:
    other = wanted(await a_lead(), MONDAY + minutes * MINUTE, host="rosa")
    assert "host" in await _overlapping(api, wanted(await a_lead(), host="Rosa"), other)


async def test_one_may_follow_the_other_and_without_a_host_nobody_is_bound(api: Api) -> None:
    lead, other = await a_lead(), await a_lead()
    for hours in (0, 0.5, -0.5):
        await api.done(CREATE, input=wanted(lead, MONDAY + hours * HOUR, host="Rosa"))
    await api.done(CREATE, input=wanted(other))
    assert len((await api.execute(ALL))["appointments"]["nodes"]) == 4
