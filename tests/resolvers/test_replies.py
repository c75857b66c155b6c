"""Recording replies over HTTP."""

import asyncio
from typing import Any

import pytest

import models
from models import EnrolmentStop, OutreachStatus
from pushdown import encode_global_id
from tests.resolvers.serving import Api
from tests.services.contact_events.story import a_lead
from tests.services.replies.answered import enrolled, enrolled_alone, sequence_of, stopped, suppressions
from tests.services.stored_profiles import stored_campaign

RECORD = """
mutation ($input: RecordReplyInput!) {
  recordReply(input: $input) {
    reply {
      id channel kind intent permanent reason sender subject text receivedAt createdAt actor
      lead { id } outreachMessage { id status } contactEvent { summary direction }
    }
    lead { stage lastRepliedAt replies { totalCount nodes { id } } enrolments { status stopReason } }
    userErrors { field code message }
  }
}
"""
REPLIES = "query ($filter: ReplyFilter) { replies(filter: $filter) { totalCount nodes { id text } } }"


def lead(key: int) -> str:
    return encode_global_id("Lead", key)


def answer(lead_id: int, text: str = "Who are you?", **values: Any) -> dict[str, Any]:
    """Input of `recordReply`."""
    return {"leadId": lead(lead_id), "channel": "EMAIL", "text": text, **values}


async def test_an_answer_moves_the_lead_and_stops_its_sequence(api: Api) -> None:
    lead_id, message_id = await enrolled_alone()
    message = encode_global_id("OutreachMessage", message_id)
    recorded = await api.done(
        RECORD,
        input=answer(lead_id, " Who are you? ", outreachMessageId=message, receivedAt="2026-03-01T10:30:00+02:00"),
    )
    reply_id = recorded["reply"].pop("id")
    assert recorded["reply"] == {
        "channel": "EMAIL",
        "kind": "REPLY",
        "intent": "UNCLEAR",
        "permanent": False,
        "reason": "Nothing is said in words that are plain to a program.",
        "sender": None,
        "subject": None,
        "text": "Who are you?",
        "receivedAt": "2026-03-01T08:30:00+00:00",
        "createdAt": "2026-03-01T12:00:00+00:00",
        "actor": "tester",
        "lead": {"id": lead(lead_id)},
        "outreachMessage": {"id": message, "status": "SENT"},
        "contactEvent": {"summary": "Who are you?", "direction": "INBOUND"},
    }
    assert recorded["lead"] == {
        "stage": "REPLIED",
        "lastRepliedAt": "2026-03-01T08:30:00+00:00",
        "replies": {"totalCount": 1, "nodes": [{"id": reply_id}]},
        "enrolments": [{"status": "STOPPED", "stopReason": "REPLIED"}],
    }
    assert (await stopped(lead_id))[1] == [OutreachStatus.SENT, OutreachStatus.SKIPPED]
    assert await suppressions() == []

    await api.done(RECORD, input=answer(lead_id, "No thank you, not interested"))
    shown = (await api.execute(REPLIES, filter={"kind": {"eq": "REPLY"}}))["replies"]
    assert [one["text"] for one in shown["nodes"]] == ["No thank you, not interested", "Who are you?"]
    assert (await api.execute(REPLIES, filter={"kind": {"eq": "BOUNCE"}}))["replies"]["totalCount"] == 0
    later = {"receivedAt": {"gte": "2026-03-01T12:00:00Z"}}
    assert (await api.execute(REPLIES, filter=later))["replies"]["totalCount"] == 1


async def test_an_answer_stops_the_company_where_the_sequence_says_so(api: Api) -> None:
    campaign = await stored_campaign()
    company, single = [await sequence_of(campaign, stop_for_company=value) for value in (True, False)]
    (ana, _), (bo, _) = [await enrolled(company, f"{name}@team.example", company="Team") for name in ("ana", "bo")]
    cy, _ = await enrolled(company, "cy@other.example", company="Other")
    dee, _ = await enrolled(single, "dee@team.example", company="Team")
    await api.done(RECORD, input=answer(ana))
    assert [(await stopped(one))[0] for one in (ana, bo, cy, dee)] == [
        EnrolmentStop.REPLIED,
        EnrolmentStop.COMPANY_REPLIED,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("No thank you, not interested", "NOT_INTERESTED"),
        ("I'm interested", "INTERESTED"),
        ("Please don't call me again", "UNSUBSCRIBE"),
    ],
)
async def test_what_the_predecessor_got_wrong_is_told_rightly(api: Api, text: str, intent: str) -> None:
    lead_id, _ = await enrolled_alone()
    recorded = await api.done(RECORD, input=answer(lead_id, text))
    assert recorded["reply"]["intent"] == intent
    assert bool(await suppressions()) == (intent == "UNSUBSCRIBE")


async def test_who_asks_for_it_by_telephone_is_not_written_to_either(api: Api) -> None:
    lead_id, _ = await enrolled_alone()
    await api.done(RECORD, input=answer(lead_id, "Please don't call me again.", channel="PHONE"))
    assert await suppressions() == [("EMAIL", "ana@team.example", "REPLY"), ("LEAD", str(lead_id), "REPLY")]
    decision = await api.execute(
        "query ($lead: ID!) { safetyDecision(leadId: $lead, channel: EMAIL) { verdict rule } }", lead=lead(lead_id)
    )
    assert decision["safetyDecision"]["verdict"] == "BLOCKED"


@pytest.mark.parametrize("stage", ["QUALIFIED", "WON", "LOST"])
async def test_no_answer_touches_what_was_decided_about_a_lead(api: Api, stage: str) -> None:
    lead_id = await a_lead(models.LeadStage(stage))
    assert (await api.done(RECORD, input=answer(lead_id)))["lead"]["stage"] == stage


async def test_20_calls_at_once_with_one_key_record_once(api: Api) -> None:
    lead_id, _ = await enrolled_alone()
    answers = [answer(lead_id, f"Text {number}", key="<1@team.example>") for number in range(20)]
    recorded = await asyncio.gather(*(api.done(RECORD, input=one) for one in answers))
    assert len({one["reply"]["id"] for one in recorded}) == len({one["reply"]["text"] for one in recorded}) == 1
    assert await models.Reply.all().count() == await models.ContactEvent.all().count() == 1


async def test_wrong_values_are_told_together_and_change_nothing(api: Api) -> None:
    lead_id, _ = await enrolled_alone()
    _, foreign = await enrolled_alone("bo@team.example")
    rubbish = answer(0, " ", key="", receivedAt="1969-12-31T23:59:59Z")
    assert sorted(await api.refused(RECORD, input=rubbish)) == [
        ("key", "BLANK"),
        ("leadId", "NOT_FOUND"),
        ("receivedAt", "OUT_OF_RANGE"),
        ("text", "BLANK"),
    ]
    wrong: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"text": "x" * 50_001}, ("text", "TOO_LONG")),
        ({"text": "a\0b"}, ("text", "MALFORMED")),
        ({"key": "k" * 1_001}, ("key", "TOO_LONG")),
        ({"receivedAt": "2026-03-02T12:00:01Z"}, ("receivedAt", "OUT_OF_RANGE")),
        ({"leadId": encode_global_id("Campaign", 1)}, ("leadId", "NOT_FOUND")),
        ({"outreachMessageId": encode_global_id("OutreachMessage", foreign)}, ("outreachMessageId", "NOT_FOUND")),
        ({"outreachMessageId": "nothing"}, ("outreachMessageId", "NOT_FOUND")),
    ]
    for values, problem in wrong:
        assert await api.refused(RECORD, input=answer(lead_id) | values) == [problem]
    assert not await models.Reply.exists()
    assert (await stopped(lead_id))[0] is None
