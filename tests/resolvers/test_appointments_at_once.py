"""Twenty-five clients who book, move and hold at once: no lead and no host has two appointments at a time."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

import models
from tests.resolvers.booking import CREATE, HOLD, MONDAY, RESCHEDULE, wanted
from tests.resolvers.serving import Api
from tests.services.contact_events.story import a_lead
from tests.services.stored_profiles import stored_campaign

CLIENTS = 25
MINUTE = timedelta(minutes=1)


async def _leads(count: int) -> list[int]:
    campaign = await stored_campaign()
    return [await a_lead(campaign=campaign) for _ in range(count)]


async def _at_once(api: Api, mutation: str, inputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    answers = await asyncio.gather(*(api.execute(mutation, input=one) for one in inputs))
    return [payload for answer in answers for payload in answer.values()]


def _outcomes(payloads: list[dict[str, Any]]) -> Counter[str]:
    """How many were done, and how many refused for what."""
    return Counter(payload["userErrors"][0]["code"] if payload["userErrors"] else "DONE" for payload in payloads)


async def _assert_apart() -> None:
    """Raise AssertionError where two appointments that stand overlap although they have a lead or a host in common."""
    standing = await models.Appointment.filter(status=models.AppointmentStatus.SCHEDULED).order_by("starts_at").values()
    for key in ("lead_id", "host_id"):
        for one in standing:
            others = [other for other in standing if other[key] == one[key] is not None and other["id"] != one["id"]]
            for other in others:
                assert other["ends_at"] <= one["starts_at"] or other["starts_at"] >= one["ends_at"]


@pytest.mark.parametrize("known", [True, False], ids=["a known host", "a new host"])
async def test_of_25_leads_one_gets_the_hosts_time(api: Api, known: bool) -> None:
    leads = await _leads(CLIENTS)
    if known:
        await api.done(CREATE, input=wanted(leads[0], MONDAY + timedelta(days=1), host="Rosa"))
    shifted = [wanted(lead, MONDAY + (number % 5) * MINUTE, host="Rosa") for number, lead in enumerate(leads)]
    payloads = await _at_once(api, CREATE, shifted)
    assert _outcomes(payloads) == {"DONE": 1, "OVERLAPPING": 24}
    assert await models.Host.all().count() == 1
    assert await models.Activity.filter(kind=models.ActivityKind.HOST_CREATED).count() == 1
    await _assert_apart()


async def test_of_25_hosts_one_gets_the_leads_time(api: Api) -> None:
    [lead] = await _leads(1)
    payloads = await _at_once(api, CREATE, [wanted(lead, host=f"Host {number}") for number in range(CLIENTS)])
    assert _outcomes(payloads) == {"DONE": 1, "OVERLAPPING": 24}
    assert await models.Host.all().count() == 1, "hosts of refused bookings were not made"


async def test_of_25_one_holds_the_time_and_only_the_holder_books_it(api: Api) -> None:
    leads = await _leads(CLIENTS)
    slot = {"host": "Rosa", "startsAt": MONDAY.isoformat(), "durationMinutes": 30}
    holds = await _at_once(api, HOLD, [slot] * CLIENTS)
    assert _outcomes(holds) == {"DONE": 1, "OVERLAPPING": 24}

    [token] = [hold["token"] for hold in holds if hold["token"]]
    bookings = [wanted(lead, host="Rosa", holdToken=token if lead == leads[7] else None) for lead in leads]
    payloads = await _at_once(api, CREATE, bookings)
    assert _outcomes(payloads) == {"DONE": 1, "OVERLAPPING": 24}
    assert payloads[7]["appointment"]
    assert await models.SlotHold.all().count() == 0


async def test_a_hold_is_used_once_however_many_have_its_token(api: Api) -> None:
    leads = await _leads(CLIENTS)
    slot = {"host": "Rosa", "startsAt": MONDAY.isoformat(), "durationMinutes": 600}
    token = (await api.done(HOLD, input=slot))["token"]
    bookings = [
        wanted(lead, MONDAY + number * 20 * MINUTE, durationMinutes=20, holdToken=token)
        for number, lead in enumerate(leads)
    ]
    assert _outcomes(await _at_once(api, CREATE, bookings)) == {"DONE": 1, "NOT_FOUND": 24}


async def test_of_holding_and_booking_at_once_one_succeeds(api: Api) -> None:
    leads = await _leads(CLIENTS)
    slot = {"host": "Rosa", "startsAt": MONDAY.isoformat(), "durationMinutes": 30}
    calls = [(HOLD, slot) if lead % 2 else (CREATE, wanted(lead, host="Rosa")) for lead in leads]
    answers = await asyncio.gather(*(api.execute(mutation, input=one) for mutation, one in calls))
    outcomes = _outcomes([payload for answer in answers for payload in answer.values()])
    assert outcomes == {"DONE": 1, "OVERLAPPING": 24}
    assert await models.SlotHold.all().count() + await models.Appointment.all().count() == 1


async def test_of_25_appointments_one_moves_to_the_time(api: Api) -> None:
    leads = await _leads(CLIENTS)
    ids = []
    for number, lead in enumerate(leads):
        made = await api.done(CREATE, input=wanted(lead, MONDAY + timedelta(days=2, hours=number), host="Rosa"))
        ids.append(made["appointment"]["id"])
    moves = [{"id": id_, "startsAt": MONDAY.isoformat()} for id_ in ids]
    assert _outcomes(await _at_once(api, RESCHEDULE, moves)) == {"DONE": 1, "OVERLAPPING": 24}
    await _assert_apart()


async def test_bookings_and_moves_across_leads_and_hosts_never_wait_in_a_circle(api: Api) -> None:
    """Nor does anything overlap that must not. What is refused is so for overlapping, which a retry would not mend."""
    dice = random.Random(5)
    leads = await _leads(5)
    ids = []
    for number in range(10):
        draft = wanted(leads[number % 5], MONDAY + timedelta(days=3, hours=number), host=f"Host {number % 4}")
        ids.append((await api.done(CREATE, input=draft))["appointment"]["id"])
    for _ in range(3):
        calls = []
        for number in range(CLIENTS):
            at = MONDAY + dice.randrange(12) * 10 * MINUTE
            host = f"Host {dice.randrange(4)}"
            if number % 2:
                calls.append((RESCHEDULE, {"id": dice.choice(ids), "startsAt": at.isoformat(), "host": host}))
            else:
                calls.append((CREATE, wanted(dice.choice(leads), at, host=host)))
        answers = await asyncio.gather(*(api.execute(mutation, input=one) for mutation, one in calls))
        outcomes = _outcomes([payload for answer in answers for payload in answer.values()])
        assert set(outcomes) <= {"DONE", "OVERLAPPING"}
    await _assert_apart()
