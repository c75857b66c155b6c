"""What becomes of appointments, over HTTP."""

import asyncio
from typing import Any

import pytest

import models
from models import LeadStage
from tests.resolvers.booking import ALL, CANCEL, COMPLETE, CREATE, MONDAY, NO_SHOW, lead_id, wanted
from tests.resolvers.serving import Api
from tests.resolvers.test_appointments_changed import UNKNOWN
from tests.services.contact_events.story import a_lead, history

UPCOMING = "{ appointments(filter: { upcoming: true }) { nodes { id } } }"
FAR = MONDAY.replace(year=2100)
"""Upcoming by the database's clock, whatever that shows."""


async def _made(api: Api, lead: int, **values: Any) -> str:
    return str(
        (await api.done(CREATE, input=wanted(lead, **({"startsAt": FAR.isoformat()} | values))))["appointment"]["id"]
    )


async def test_one_that_is_called_off_keeps_the_reason_and_frees_its_time(api: Api) -> None:
    lead = await a_lead()
    id_ = await _made(api, lead, host="Rosa")
    cancelled = (await api.done(CANCEL, input={"id": id_, "reason": " Rain. "}))["appointment"]
    assert cancelled == cancelled | {"status": "CANCELLED", "cancelReason": "Rain.", "sequence": 1}
    again = await _made(api, lead, host="Rosa")
    assert (await api.execute(UPCOMING))["appointments"]["nodes"] == [{"id": again}]
    [told] = await models.Activity.filter(kind=models.ActivityKind.APPOINTMENT_CANCELLED)
    assert told.detail == {"lead_id": lead}


async def test_a_reason_is_not_needed_and_has_an_end(api: Api) -> None:
    id_ = await _made(api, await a_lead())
    before = await api.execute(ALL)
    assert await api.refused(CANCEL, input={"id": id_, "reason": "x" * 2_001}) == [("reason", "TOO_LONG")]
    assert await api.execute(ALL) == before
    assert (await api.done(CANCEL, input={"id": id_}))["appointment"]["cancelReason"] is None


async def test_upcoming_are_those_that_stand(api: Api) -> None:
    lead = await a_lead()
    ids = [await _made(api, lead, startsAt=FAR.replace(day=day).isoformat()) for day in (1, 2, 3, 4)]
    for mutation, id_ in zip((CANCEL, COMPLETE, NO_SHOW), ids, strict=False):
        await api.done(mutation, input={"id": id_})
    assert (await api.execute(UPCOMING))["appointments"]["nodes"] == [{"id": ids[3]}]


@pytest.mark.parametrize("stage", [LeadStage.NEW, LeadStage.CONTACTED])
async def test_one_that_took_place_is_a_contact_event_and_moves_the_lead(api: Api, stage: LeadStage) -> None:
    """Who comes answers: the event is inbound."""
    lead = await a_lead(stage)
    id_ = await _made(api, lead, startsAt="2026-02-20T09:00:00Z", allowPast=True)
    done = await api.done(COMPLETE, input={"id": id_, "summary": "Spoke about the Zéphyr."})
    assert (done["appointment"]["status"], done["appointment"]["sequence"]) == ("COMPLETED", 1)
    assert done["contactEvent"] == {
        "channel": "OTHER",
        "direction": "INBOUND",
        "summary": "Spoke about the Zéphyr.",
        "occurredAt": "2026-02-20T09:00:00+00:00",
        "actor": "tester",
        "lead": {"stage": "REPLIED"},
    }
    query = "query ($id: ID!) { lead(id: $id) { lastRepliedAt lastContactedAt contactEvents { totalCount } } }"
    assert (await api.execute(query, id=lead_id(lead)))["lead"] == {
        "lastRepliedAt": "2026-02-20T09:00:00+00:00",
        "lastContactedAt": None,
        "contactEvents": {"totalCount": 1},
    }
    assert (await history(lead))[-1] == (stage, LeadStage.REPLIED)
    [event] = await models.ContactEvent.all().select_related("appointment")
    assert event.appointment is not None
    assert event.appointment.status is models.AppointmentStatus.COMPLETED
    kinds = {row.kind.value for row in await models.Activity.all()}
    assert kinds >= {"APPOINTMENT_COMPLETED", "CONTACT_EVENT_LOGGED", "LEAD_STAGE_CHANGED"}


@pytest.mark.parametrize("stage", [LeadStage.QUALIFIED, LeadStage.WON, LeadStage.LOST])
async def test_a_lead_further_on_stays_where_it_is(api: Api, stage: LeadStage) -> None:
    id_ = await _made(api, await a_lead(stage))
    done = await api.done(COMPLETE, input={"id": id_})
    assert done["contactEvent"]["lead"] == {"stage": stage}


async def test_without_a_summary_the_event_has_the_title_and_never_happens_in_the_future(api: Api) -> None:
    id_ = await _made(api, await a_lead())
    event = (await api.done(COMPLETE, input={"id": id_, "summary": " "}))["contactEvent"]
    assert (event["summary"], event["occurredAt"]) == ("First talk", "2026-03-01T12:00:00+00:00")


async def test_a_summary_that_cannot_be_kept_completes_nothing(api: Api) -> None:
    id_ = await _made(api, await a_lead())
    before = await api.execute(ALL)
    assert await api.refused(COMPLETE, input={"id": id_, "summary": "x" * 10_001}) == [("summary", "TOO_LONG")]
    assert await api.refused(COMPLETE, input={"id": id_, "summary": "a\0b"}) == [("summary", "MALFORMED")]
    assert await api.execute(ALL) == before


async def test_one_to_which_nobody_came_moves_nobody(api: Api) -> None:
    lead = await a_lead()
    id_ = await _made(api, lead)
    missed = (await api.done(NO_SHOW, input={"id": id_}))["appointment"]
    assert (missed["status"], missed["sequence"]) == ("NO_SHOW", 1)
    assert await models.ContactEvent.all().count() == 0
    assert await models.Activity.filter(kind=models.ActivityKind.APPOINTMENT_MISSED).count() == 1
    assert (await history(lead)) == [(None, LeadStage.NEW)]


@pytest.mark.parametrize("first", [CANCEL, COMPLETE, NO_SHOW])
async def test_what_has_ended_ends_once(api: Api, first: str) -> None:
    id_ = await _made(api, await a_lead())
    ended = (await api.done(first, input={"id": id_}))["appointment"]
    before = await api.execute(ALL)
    for mutation in (CANCEL, COMPLETE, NO_SHOW):
        payload = (await api.execute(mutation, input={"id": id_})).popitem()[1]
        assert [(error["field"], error["code"]) for error in payload["userErrors"]] == [(["id"], "NOT_SCHEDULED")]
        assert payload["appointment"] == ended
    assert await api.execute(ALL) == before


async def test_ids_that_name_no_appointment_look_alike(api: Api) -> None:
    for mutation in (CANCEL, COMPLETE, NO_SHOW):
        found = [await api.refused(mutation, input={"id": id_}) for id_ in UNKNOWN]
        assert found == [[("id", "NOT_FOUND")]] * len(UNKNOWN)


async def test_of_25_who_end_one_at_once_one_does(api: Api) -> None:
    lead = await a_lead()
    id_ = await _made(api, lead)
    mutations = [(CANCEL, COMPLETE, NO_SHOW)[number % 3] for number in range(25)]
    answers = await asyncio.gather(*(api.execute(mutation, input={"id": id_}) for mutation in mutations))
    refused = [payload["userErrors"] for answer in answers for payload in answer.values() if payload["userErrors"]]
    assert len(refused) == 24
    assert {errors[0]["code"] for errors in refused} == {"NOT_SCHEDULED"}
    appointment = await models.Appointment.get()
    assert appointment.sequence == 1
    completed = appointment.status is models.AppointmentStatus.COMPLETED
    assert await models.ContactEvent.all().count() == int(completed)
