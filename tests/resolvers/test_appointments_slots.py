"""Free slots, and holding them, over HTTP."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from resolvers.context import Context
from tests.resolvers.booking import (
    ALL,
    CANCEL,
    CREATE,
    FREE_SLOTS,
    HOLD,
    HOUR,
    MONDAY,
    RESCHEDULE,
    UPDATE_HOST,
    Clock,
    wanted,
)
from tests.resolvers.serving import Api, serving
from tests.services.contact_events.story import NOON, a_lead

DAY = timedelta(days=1)
EVERY_DAY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.fixture
def clock() -> Clock:
    """A clock that shows noon on Sunday, 1 March 2026."""
    return Clock()


@pytest.fixture
async def api(context: Context, clock: Clock) -> AsyncIterator[Api]:
    """A client of the application by that clock."""
    async with serving(replace(context, clock=clock)) as client:
        yield client


async def _free(
    api: Api, begin: datetime = NOON, end: datetime = MONDAY + DAY, minutes: int = 60, **more: Any
) -> list[str]:
    """When free slots begin: `Mon 09:00`."""
    asked = {"from": begin.isoformat(), "to": end.isoformat(), "minutes": minutes, "host": "Rosa"}
    slots = (await api.execute(FREE_SLOTS, **(asked | more)))["freeSlots"]
    for slot in slots:
        starts_at, ends_at = (datetime.fromisoformat(slot[name]) for name in ("startsAt", "endsAt"))
        assert ends_at - starts_at == timedelta(minutes=minutes)
    return [f"{datetime.fromisoformat(slot['startsAt']):%a %H:%M}" for slot in slots]


async def _host(api: Api, zone: str = "UTC", days: tuple[str, ...] = EVERY_DAY, *spans: tuple[str, str]) -> None:
    """Make Rosa a host who works in these spans of these days."""
    token = await api.done(HOLD, input=_slot(datetime(2100, 1, 1, tzinfo=UTC)))
    assert token["host"] == {"name": "Rosa"}
    host = await models.Host.get(name="Rosa")
    week = {day: [{"start": start, "end": end} for start, end in spans if day in days] for day in EVERY_DAY}
    given = {"id": encode_global_id("Host", host.id), "timeZone": zone, "workingHours": week}
    await api.done(UPDATE_HOST, input=given)


def _slot(starts_at: datetime = MONDAY, minutes: int = 60, host: str = "Rosa") -> dict[str, Any]:
    return {"host": host, "startsAt": starts_at.isoformat(), "durationMinutes": minutes}


async def test_who_was_never_named_has_everybodys_hours_and_is_not_made_by_asking(api: Api) -> None:
    assert await _free(api, minutes=120) == ["Mon 09:00", "Mon 11:00", "Mon 13:00", "Mon 15:00"]
    assert await models.Host.all().count() == 0


async def test_slots_are_working_hours_less_what_is_booked(api: Api) -> None:
    lead = await a_lead()
    await api.done(CREATE, input=wanted(lead, MONDAY + 1.25 * HOUR, host="Rosa"))
    other = await api.done(CREATE, input=wanted(lead, MONDAY + 3 * HOUR, host="Rosa"))
    await api.done(CREATE, input=wanted(lead, MONDAY + 5 * HOUR, host="Sven"))
    free = await _free(api)
    assert free == ["Mon 09:00", "Mon 11:00", "Mon 13:00", "Mon 14:00", "Mon 15:00", "Mon 16:00"]
    await api.done(CANCEL, input={"id": other["appointment"]["id"]})
    assert await _free(api) == sorted([*free, "Mon 12:00"])


async def test_slots_begin_in_steps(api: Api) -> None:
    await api.done(CREATE, input=wanted(await a_lead(), MONDAY + HOUR, host="Rosa"))
    end = MONDAY + 3 * HOUR
    assert await _free(api, end=end, minutes=45, step=15) == [
        *("Mon 09:00", "Mon 09:15"),
        *("Mon 10:30", "Mon 10:45", "Mon 11:00", "Mon 11:15"),
    ]


async def test_slots_lie_within_the_time_asked_about_and_none_has_begun(api: Api, clock: Clock) -> None:
    assert await _free(api, MONDAY + timedelta(minutes=1), MONDAY + 3 * HOUR) == ["Mon 10:00", "Mon 11:00"]
    clock.now = MONDAY + timedelta(hours=1, minutes=1)
    assert await _free(api, NOON, MONDAY + 4 * HOUR) == ["Mon 11:00", "Mon 12:00"]
    assert await _free(api, NOON, MONDAY) == []


async def test_every_slot_offered_can_be_booked_until_nothing_is_left(api: Api) -> None:
    lead = await a_lead()
    await _host(api, "Europe/Lisbon", ("monday",), ("09:00", "10:30"), ("22:00", "24:00"))
    free = await _free(api, minutes=30)
    assert free == [*("Mon 09:00", "Mon 09:30", "Mon 10:00"), *("Mon 22:00", "Mon 22:30", "Mon 23:00", "Mon 23:30")]
    while slots := (
        await api.execute(
            FREE_SLOTS, **{"from": NOON.isoformat()}, to=(NOON + 2 * DAY).isoformat(), minutes=30, host="Rosa"
        )
    )["freeSlots"]:
        await api.done(CREATE, input=wanted(lead, startsAt=slots[-1]["startsAt"], host="Rosa"))
    assert await models.Appointment.all().count() == len(free)


@pytest.mark.parametrize(
    ("zone", "night", "expected"),
    [
        ("Europe/Lisbon", "2026-03-28T23:00Z", ["Sun 00:00", "Sun 01:00", "Sun 02:00"]),
        ("Europe/Lisbon", "2026-10-24T22:00Z", ["Sat 23:00", "Sun 00:00", "Sun 01:00", "Sun 02:00", "Sun 03:00"]),
        ("America/New_York", "2026-03-08T04:00Z", ["Sun 05:00", "Sun 06:00", "Sun 07:00"]),
        ("America/New_York", "2026-11-01T03:00Z", ["Sun 04:00", "Sun 05:00", "Sun 06:00", "Sun 07:00", "Sun 08:00"]),
        ("Australia/Lord_Howe", "2026-10-03T13:00Z", ["Sat 13:30", "Sat 14:30", "Sat 15:30"]),
        ("Australia/Lord_Howe", "2026-04-04T12:30Z", ["Sat 13:00", "Sat 14:00", "Sat 15:00", "Sat 16:00"]),
    ],
)
async def test_nights_on_which_clocks_change_are_shorter_or_longer(
    api: Api, zone: str, night: str, expected: list[str]
) -> None:
    await _host(api, zone, EVERY_DAY, ("00:00", "04:00"))
    begin = datetime.fromisoformat(night)
    assert await _free(api, begin, begin + timedelta(hours=10)) == expected


async def test_at_most_500_slots_the_first_to_come_first(api: Api) -> None:
    await _host(api, "UTC", EVERY_DAY, ("00:00", "24:00"))
    slots = await _free(api, MONDAY, MONDAY + 31 * DAY, 5)
    assert len(slots) == 500
    assert slots[0] == "Mon 09:00"


async def test_questions_that_cannot_be_answered_say_why(api: Api) -> None:
    good = {"from": NOON.isoformat(), "to": MONDAY.isoformat(), "minutes": 60, "host": "Rosa"}
    for wrong, argument in (
        ({"to": (NOON + 31 * DAY + timedelta(microseconds=1)).isoformat()}, "to"),
        ({"to": NOON.isoformat()}, "to"),
        ({"to": (NOON - DAY).isoformat()}, "to"),
        ({"from": "0001-01-01T00:00:00+14:00"}, "from"),
        ({"from": "9999-12-31T00:00:00Z", "to": "9999-12-31T23:59:59-12:00"}, "from"),
        ({"minutes": 4}, "durationMinutes"),
        ({"minutes": 721}, "durationMinutes"),
        ({"minutes": -1}, "durationMinutes"),
        ({"step": 0}, "stepMinutes"),
        ({"step": -5}, "stepMinutes"),
        ({"host": " "}, "host"),
        ({"host": "a\0b"}, "host"),
    ):
        [error] = (await api.post(FREE_SLOTS, **(good | wrong)))["errors"]
        assert error["extensions"] == {"code": "BAD_USER_INPUT", "argument": argument}, wrong
    assert "errors" in await api.post(FREE_SLOTS, **(good | {"from": "2026-03-01T09:00:00"}))


async def test_a_slot_that_is_held_is_nobody_elses_for_five_minutes(api: Api, clock: Clock) -> None:
    lead = await a_lead()
    hold = await api.done(HOLD, input=_slot(host="rosa"))
    assert hold["expiresAt"] == "2026-03-01T12:05:00+00:00"
    assert "Mon 09:00" not in await _free(api)
    before = await api.execute(ALL)
    for minutes in (-29, 0, 59):
        at = MONDAY + timedelta(minutes=minutes)
        assert await api.refused(CREATE, input=wanted(lead, at, host="Rosa")) == [("startsAt", "OVERLAPPING")]
        assert await api.refused(HOLD, input=_slot(at, 30)) == [("startsAt", "OVERLAPPING")]
    assert await api.execute(ALL) == before
    await api.done(HOLD, input=_slot(MONDAY + HOUR))
    await api.done(CREATE, input=wanted(lead, host="Sven"))

    clock.now = NOON + timedelta(minutes=5)
    assert "Mon 09:00" in await _free(api)
    assert await api.refused(CREATE, input=wanted(lead, host="Rosa", holdToken=hold["token"])) == [
        ("holdToken", "NOT_FOUND")
    ]
    await api.done(CREATE, input=wanted(await a_lead(), host="Rosa"))


async def test_an_expired_hold_keeps_nobody_from_holding(api: Api, clock: Clock) -> None:
    await api.done(HOLD, input=_slot())
    clock.now = NOON + timedelta(minutes=5)
    await api.done(HOLD, input=_slot())
    assert await models.SlotHold.all().count() == 1


async def test_whoever_has_the_token_books_and_uses_it_up(api: Api) -> None:
    lead = await a_lead()
    token = (await api.done(HOLD, input=_slot()))["token"]
    booked = (await api.done(CREATE, input=wanted(lead, holdToken=token)))["appointment"]
    assert booked["host"] == {"name": "Rosa"}
    assert await api.refused(CREATE, input=wanted(lead, MONDAY + HOUR, holdToken=token)) == [("holdToken", "NOT_FOUND")]
    await api.done(CREATE, input=wanted(await a_lead(), MONDAY + HOUR / 2, host="Rosa"))


async def test_an_appointment_is_moved_to_what_is_held_for_it_only(api: Api) -> None:
    made = await api.done(CREATE, input=wanted(await a_lead(), MONDAY + 4 * HOUR, host="Rosa"))
    id_ = made["appointment"]["id"]
    token = (await api.done(HOLD, input=_slot(host="Sven")))["token"]
    await api.done(HOLD, input=_slot(host="Rosa"))
    assert await api.refused(RESCHEDULE, input={"id": id_, "startsAt": MONDAY.isoformat()}) == [
        ("startsAt", "OVERLAPPING")
    ]
    held = {"id": id_, "startsAt": MONDAY.isoformat(), "holdToken": token}
    assert await api.refused(RESCHEDULE, input={**held, "host": None}) == [("holdToken", "CONFLICT")]
    moved = await api.done(RESCHEDULE, input=held)
    assert moved["appointment"]["host"] == {"name": "Sven"}


@pytest.mark.parametrize("given", [{"host": "Sven"}, {"startsAt": "2026-03-02T08:59:00Z"}, {"durationMinutes": 61}])
async def test_a_hold_is_for_its_own_time_and_host(api: Api, given: dict[str, Any]) -> None:
    lead = await a_lead()
    token = (await api.done(HOLD, input=_slot()))["token"]
    before = await api.execute(ALL)
    assert await api.refused(CREATE, input=wanted(lead, holdToken=token, **given)) == [("holdToken", "CONFLICT")]
    assert await api.execute(ALL) == before
    await api.done(CREATE, input=wanted(lead, holdToken=token))


@pytest.mark.parametrize("token", ["", "no token", "00000000-0000-0000-0000-000000000000", "a\0b", "{x}"])
@pytest.mark.parametrize("host", [None, "Rosa"])
async def test_tokens_that_hold_nothing_look_alike(api: Api, token: str, host: str | None) -> None:
    refused = await api.refused(CREATE, input=wanted(await a_lead(), holdToken=token, host=host))
    assert refused == [("holdToken", "NOT_FOUND")]
    assert await models.Host.all().count() == 0


async def test_what_is_booked_cannot_be_held(api: Api) -> None:
    await api.done(CREATE, input=wanted(await a_lead(), host="Rosa"))
    for minutes in (-59, 0, 29):
        refused = await api.refused(HOLD, input=_slot(MONDAY + timedelta(minutes=minutes)))
        assert refused == [("startsAt", "OVERLAPPING")]
    await api.done(HOLD, input=_slot(MONDAY + HOUR / 2))


async def test_a_slot_that_cannot_be_held_says_why(api: Api) -> None:
    before = await api.execute(ALL)
    wrong = {"host": " ", "startsAt": "2026-03-01T11:59:59Z", "durationMinutes": 0}
    assert sorted(await api.refused(HOLD, input=wrong)) == [
        ("durationMinutes", "OUT_OF_RANGE"),
        ("host", "BLANK"),
        ("startsAt", "IN_THE_PAST"),
    ]
    assert await api.execute(ALL) == before
