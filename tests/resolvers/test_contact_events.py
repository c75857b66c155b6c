"""Noting messages and calls, over HTTP."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

import models
from models import LeadStage
from pushdown import encode_global_id
from tests.resolvers.serving import Api
from tests.services.contact_events.story import NOON, a_lead, history, told

LOG = """
mutation ($input: LogContactEventInput!) {
  logContactEvent(input: $input) {
    contactEvent {
      id channel direction summary occurredAt createdAt actor lead { stage lastContactedAt lastRepliedAt }
    }
    userErrors { field code message }
  }
}
"""
UPDATE = """
mutation ($input: UpdateContactEventInput!) {
  updateContactEvent(input: $input) {
    contactEvent { channel direction summary occurredAt lead { stage lastContactedAt lastRepliedAt } }
    userErrors { field code message }
  }
}
"""
DELETE = """
mutation ($input: DeleteContactEventInput!) {
  deleteContactEvent(input: $input) {
    lead { stage lastContactedAt contactEvents { totalCount } }
    userErrors { field code message }
  }
}
"""
UNKNOWN = [encode_global_id("ContactEvent", 999), encode_global_id("Lead", 1), "no id", "", encode_global_id("X", 0)]


def lead(key: int) -> str:
    return encode_global_id("Lead", key)


def event(key: int, direction: str = "OUTBOUND", **values: Any) -> dict[str, Any]:
    """Input of `logContactEvent`."""
    return {"leadId": lead(key), "channel": "EMAIL", "direction": direction, "summary": "Hello.", **values}


async def test_a_message_to_a_new_lead_is_noted_and_moves_it(api: Api) -> None:
    key = await a_lead()

    logged = await api.done(LOG, input=event(key, summary=" Hello. ", occurredAt="2026-03-01T10:30:00+02:00"))

    assert logged["contactEvent"] | {"id": ""} == {
        "id": "",
        "channel": "EMAIL",
        "direction": "OUTBOUND",
        "summary": "Hello.",
        "occurredAt": "2026-03-01T08:30:00+00:00",
        "createdAt": "2026-03-01T12:00:00+00:00",
        "actor": "tester",
        "lead": {"stage": "CONTACTED", "lastContactedAt": "2026-03-01T08:30:00+00:00", "lastRepliedAt": None},
    }
    assert await history(key) == [(None, "NEW"), ("NEW", "CONTACTED")]


async def test_a_message_without_a_time_happened_now(api: Api) -> None:
    logged = await api.done(LOG, input=event(await a_lead(), "INBOUND"))
    assert logged["contactEvent"]["occurredAt"] == "2026-03-01T12:00:00+00:00"
    assert logged["contactEvent"]["lead"] == {
        "stage": "REPLIED",
        "lastContactedAt": None,
        "lastRepliedAt": "2026-03-01T12:00:00+00:00",
    }


@pytest.mark.parametrize("stage", ["QUALIFIED", "WON", "LOST"])
@pytest.mark.parametrize("direction", ["INBOUND", "OUTBOUND"])
async def test_no_message_touches_what_was_decided_about_a_lead(api: Api, stage: str, direction: str) -> None:
    key = await a_lead(LeadStage(stage))
    logged = await api.done(LOG, input=event(key, direction))
    assert logged["contactEvent"]["lead"]["stage"] == stage
    assert await history(key) == [(None, stage)]


async def test_messages_noted_out_of_order_leave_the_times_at_their_latest(api: Api) -> None:
    key = await a_lead()
    for direction, hour in (("OUTBOUND", 9), ("INBOUND", 11), ("OUTBOUND", 7), ("INBOUND", 8), ("OUTBOUND", 10)):
        logged = await api.done(LOG, input=event(key, direction, occurredAt=f"2026-03-01T{hour:02}:00:00Z"))
    assert logged["contactEvent"]["lead"] == {
        "stage": "REPLIED",
        "lastContactedAt": "2026-03-01T10:00:00+00:00",
        "lastRepliedAt": "2026-03-01T11:00:00+00:00",
    }


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"summary": ""}, ("summary", "BLANK")),
        ({"summary": "x" * 10_001}, ("summary", "TOO_LONG")),
        ({"summary": "a\0b"}, ("summary", "MALFORMED")),
        ({"occurredAt": "2026-03-02T12:00:01Z"}, ("occurredAt", "OUT_OF_RANGE")),
        ({"occurredAt": "1969-12-31T23:59:59Z"}, ("occurredAt", "OUT_OF_RANGE")),
        ({"occurredAt": "0001-01-01T00:00:00+14:00"}, ("occurredAt", "OUT_OF_RANGE")),
        ({"idempotencyKey": " "}, ("idempotencyKey", "BLANK")),
        ({"idempotencyKey": "k" * 201}, ("idempotencyKey", "TOO_LONG")),
        ({"leadId": lead(999)}, ("leadId", "NOT_FOUND")),
        ({"leadId": encode_global_id("Campaign", 1)}, ("leadId", "NOT_FOUND")),
        ({"leadId": "nothing"}, ("leadId", "NOT_FOUND")),
    ],
)
async def test_a_wrong_value_changes_nothing(api: Api, values: dict[str, Any], problem: tuple[str, str]) -> None:
    key = await a_lead()
    assert await api.refused(LOG, input=event(key, **values)) == [problem]
    assert not await models.ContactEvent.exists()
    assert await history(key) == [(None, "NEW")]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"channel": "PIGEON"}, "PIGEON"),
        ({"direction": "SIDEWAYS"}, "SIDEWAYS"),
        ({"direction": None}, "direction"),
        ({"occurredAt": "2026-03-01T09:00:00"}, "offset"),
        ({"occurredAt": "2026-02-30T09:00:00Z"}, "occurredAt"),
        ({"summary": 7}, "summary"),
        ({"score": 1}, "score"),
    ],
)
async def test_what_has_the_wrong_form_is_refused_before_anything_happens(
    api: Api, values: dict[str, Any], message: str
) -> None:
    key = await a_lead()
    answer = await api.post(LOG, input=event(key, **values))
    assert message in answer["errors"][0]["message"]
    assert not await models.ContactEvent.exists()


async def test_everything_wrong_is_said_at_once(api: Api) -> None:
    wrong = event(999, summary=" ", occurredAt="2027-01-01T00:00:00Z", idempotencyKey="")
    assert sorted(await api.refused(LOG, input=wrong)) == [
        ("idempotencyKey", "BLANK"),
        ("leadId", "NOT_FOUND"),
        ("occurredAt", "OUT_OF_RANGE"),
        ("summary", "BLANK"),
    ]


async def test_a_call_repeated_25_times_at_once_logs_one_event(api: Api) -> None:
    key = await a_lead()

    answers = await asyncio.gather(*(api.done(LOG, input=event(key, idempotencyKey="mail-1")) for _ in range(25)))

    assert len({answer["contactEvent"]["id"] for answer in answers}) == 1
    assert await models.ContactEvent.all().count() == 1
    assert await history(key) == [(None, "NEW"), ("NEW", "CONTACTED")]
    assert [kind for kind, _ in await told(key)] == ["CONTACT_EVENT_LOGGED", "LEAD_STAGE_CHANGED"]


async def test_of_25_calls_about_different_leads_under_one_key_one_is_carried_out(api: Api) -> None:
    keys = [await a_lead() for _ in range(25)]

    answers = await asyncio.gather(*(api.execute(LOG, input=event(key, idempotencyKey="mail-1")) for key in keys))

    payloads = [answer["logContactEvent"] for answer in answers]
    assert sum(not payload["userErrors"] for payload in payloads) == 1
    assert [error["code"] for payload in payloads for error in payload["userErrors"]] == ["KEY_REUSED"] * 24
    assert len({payload["contactEvent"]["id"] for payload in payloads}) == 1, "the refused are shown the first event"
    assert await models.Lead.filter(stage=LeadStage.CONTACTED).count() == 1


async def test_a_key_is_refused_for_anything_else_than_the_first_event(api: Api) -> None:
    key, other = await a_lead(), await a_lead()
    first = await api.done(LOG, input=event(key, idempotencyKey="mail-1"))
    for different in (
        event(key, idempotencyKey="mail-1", summary="Goodbye."),
        event(key, idempotencyKey="mail-1", channel="PHONE"),
        event(key, "INBOUND", idempotencyKey="mail-1"),
        event(other, idempotencyKey="mail-1"),
    ):
        assert await api.refused(LOG, input=different) == [("idempotencyKey", "KEY_REUSED")]

    again = await api.done(LOG, input=event(key, idempotencyKey="mail-1", occurredAt="2026-02-01T00:00:00Z"))
    assert again["contactEvent"] == first["contactEvent"]


async def test_50_messages_both_ways_at_once_leave_the_lead_where_all_of_them_bring_it(api: Api) -> None:
    key = await a_lead()
    wanted = [
        event(key, direction, occurredAt=(NOON - timedelta(minutes=7 * number % 25 + 1)).isoformat())
        for number in range(25)
        for direction in ("INBOUND", "OUTBOUND")
    ]

    await asyncio.gather(*(api.done(LOG, input=one) for one in wanted))

    row = await models.Lead.get(id=key)
    latest = NOON - timedelta(minutes=1)
    assert (row.stage, row.last_contacted_at, row.last_replied_at) == (LeadStage.REPLIED, latest, latest)
    assert (await history(key))[-1][1] is LeadStage.REPLIED
    assert await models.ContactEvent.filter(lead_id=key).count() == 50
    assert [kind for kind, _ in await told(key)].count("CONTACT_EVENT_LOGGED") == 50


async def test_messages_and_moves_at_once_leave_a_history_without_gaps(api: Api) -> None:
    move = """mutation ($input: UpdateLeadStageInput!) { updateLeadStage(input: $input) { userErrors { code } } }"""
    key = await a_lead()
    moves = [{"leadId": lead(key), "stage": stage} for stage in ("NEW", "QUALIFIED", "CONTACTED", "REPLIED") * 4]
    events = [event(key, direction) for direction in ("INBOUND", "OUTBOUND") * 8]

    await asyncio.gather(*(api.done(move, input=one) for one in moves), *(api.done(LOG, input=one) for one in events))

    entered = await history(key)
    told_of = [(detail["from"], detail["to"]) for kind, detail in await told(key) if kind == "LEAD_STAGE_CHANGED"]
    assert told_of == entered[1:]


async def test_a_noted_message_is_corrected(api: Api) -> None:
    logged = await api.done(LOG, input=event(await a_lead(), occurredAt="2026-03-01T09:00:00Z"))
    key = logged["contactEvent"]["id"]

    updated = await api.done(UPDATE, input={"id": key, "channel": "PHONE", "summary": "Called."})
    assert updated["contactEvent"] == {
        "channel": "PHONE",
        "direction": "OUTBOUND",
        "summary": "Called.",
        "occurredAt": "2026-03-01T09:00:00+00:00",
        "lead": {"stage": "CONTACTED", "lastContactedAt": "2026-03-01T09:00:00+00:00", "lastRepliedAt": None},
    }

    turned = await api.done(UPDATE, input={"id": key, "direction": "INBOUND", "occurredAt": "2026-03-01T08:00:00Z"})
    assert turned["contactEvent"]["summary"] == "Called."
    assert turned["contactEvent"]["lead"] == {
        "stage": "REPLIED",
        "lastContactedAt": "2026-03-01T09:00:00+00:00",
        "lastRepliedAt": "2026-03-01T08:00:00+00:00",
    }


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"summary": " "}, ("summary", "BLANK")),
        ({"occurredAt": "2026-03-09T00:00:00Z"}, ("occurredAt", "OUT_OF_RANGE")),
        *(({"id": unknown, "summary": "New."}, ("id", "NOT_FOUND")) for unknown in UNKNOWN),
    ],
)
async def test_a_wrong_correction_changes_nothing(api: Api, values: dict[str, Any], problem: tuple[str, str]) -> None:
    logged = await api.done(LOG, input=event(await a_lead()))
    before = await models.ContactEvent.all().values()
    assert await api.refused(UPDATE, input={"id": logged["contactEvent"]["id"], "channel": "PHONE", **values}) == [
        problem
    ]
    assert await models.ContactEvent.all().values() == before


@pytest.mark.parametrize("field", ["summary", "channel", "direction", "occurredAt"])
async def test_a_correction_empties_nothing(api: Api, field: str) -> None:
    logged = await api.done(LOG, input=event(await a_lead()))
    assert await api.refused(UPDATE, input={"id": logged["contactEvent"]["id"], field: None}) == [(field, "REQUIRED")]


async def test_a_deleted_message_is_gone_and_the_lead_keeps_what_it_did(api: Api) -> None:
    key = await a_lead()
    logged = await api.done(LOG, input=event(key, idempotencyKey="mail-1"))

    deleted = await api.done(DELETE, input={"id": logged["contactEvent"]["id"]})

    assert deleted["lead"] == {
        "stage": "CONTACTED",
        "lastContactedAt": "2026-03-01T12:00:00+00:00",
        "contactEvents": {"totalCount": 0},
    }
    assert [kind for kind, _ in await told(key)][-1] == "CONTACT_EVENT_DELETED"
    again = await api.done(LOG, input=event(key, idempotencyKey="mail-1"))
    assert again["contactEvent"]["id"] != logged["contactEvent"]["id"]


@pytest.mark.parametrize("unknown", UNKNOWN, ids=str)
async def test_ids_that_name_no_message_look_alike(api: Api, unknown: str) -> None:
    await api.done(LOG, input=event(await a_lead()))
    assert await api.refused(DELETE, input={"id": unknown}) == [("id", "NOT_FOUND")]
    assert await models.ContactEvent.all().count() == 1


async def test_of_20_who_delete_a_message_at_once_one_does_while_others_correct_it(api: Api) -> None:
    key = await a_lead()
    logged = await api.done(LOG, input=event(key))
    named = {"id": logged["contactEvent"]["id"]}

    answers = await asyncio.gather(
        *(api.execute(DELETE, input=named) for _ in range(20)),
        *(api.execute(UPDATE, input=named | {"summary": f"Number {number}."}) for number in range(10)),
    )

    payloads = [payload for answer in answers for payload in answer.values()]
    assert sum(not payload["userErrors"] for payload in payloads[:20]) == 1
    codes = {error["code"] for payload in payloads for error in payload["userErrors"]}
    assert codes == {"NOT_FOUND"}
    kinds = [kind for kind, _ in await told(key)]
    assert (kinds.count("CONTACT_EVENT_DELETED"), kinds[-1]) == (1, "CONTACT_EVENT_DELETED")
