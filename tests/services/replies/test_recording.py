"""Recording what came back."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

import models
from models import Channel, EnrolmentStop, LeadStage, OutreachStatus, ReplyIntent, ReplyKind
from services.errors import NotFound
from services.replies import IncomingReply, RecordedReply, record
from tests.services.contact_events.story import NOON, act, told
from tests.services.replies.answered import enrolled_alone, stopped, suppressions

pytestmark = pytest.mark.usefixtures("connected")

GOING_ON = (None, [OutreachStatus.SENT, OutreachStatus.SCHEDULED])
ENDED = [OutreachStatus.SENT, OutreachStatus.SKIPPED]


def incoming(lead_id: int, message_id: int | None, kind: ReplyKind = ReplyKind.REPLY, **values: Any) -> IncomingReply:
    reply = IncomingReply(
        key="<1@team.example>",
        channel=Channel.EMAIL,
        lead_id=lead_id,
        outreach_message_id=message_id,
        kind=kind,
        intent=ReplyIntent.UNCLEAR if kind is ReplyKind.REPLY else None,
        permanent=None,
        reason="It says so.",
        sender="Ana <Ana@Team.example>",
        subject="Re: Hello",
        text="Hello yourself.",
        received_at=NOON,
    )
    return replace(reply, **values)


async def test_a_reply_moves_its_lead_stops_its_sequence_and_is_recorded_once() -> None:
    lead_id, message_id = await enrolled_alone()
    first = await record(incoming(lead_id, message_id), act(1))
    assert first == RecordedReply(1, lead_id, is_new=True)
    lead = await models.Lead.get(id=lead_id)
    assert (lead.stage, lead.last_replied_at) == (LeadStage.REPLIED, NOON)
    assert await stopped(lead_id) == (EnrolmentStop.REPLIED, ENDED)
    event = await models.ContactEvent.get()
    assert (event.summary, event.direction, event.channel) == ("Hello yourself.", "INBOUND", "EMAIL")
    reply = await models.Reply.get()
    assert (reply.contact_event_id, reply.sender, reply.actor) == (event.id, "Ana <Ana@Team.example>", "tester")  # type: ignore[attr-defined]
    kinds = [kind for kind, _ in await told(lead_id)]
    assert "REPLY_RECORDED" in kinds
    assert (await told(lead_id))[-1][1] == {
        "reply_id": reply.id,
        "channel": "EMAIL",
        "reply_kind": "REPLY",
        "intent": "UNCLEAR",
    }
    assert await suppressions() == []

    other, _ = await enrolled_alone("bo@team.example")
    told_before = await models.Activity.all().count()
    again = await record(incoming(other, None, text="Another text.", intent=ReplyIntent.UNSUBSCRIBE), act(2))
    assert again == RecordedReply(first.id, lead_id, is_new=False)
    assert await models.Activity.all().count() == told_before
    assert await stopped(other) == GOING_ON
    assert await models.Reply.all().count() == await models.ContactEvent.all().count() == 1


async def test_auto_replies_and_temporary_bounces_are_only_recorded() -> None:
    lead_id, message_id = await enrolled_alone()
    await record(incoming(lead_id, message_id, ReplyKind.AUTO_REPLY, key=None), act())
    await record(incoming(lead_id, message_id, ReplyKind.BOUNCE, key=None, permanent=False), act())
    assert await models.Reply.all().count() == 2
    assert (await models.Lead.get(id=lead_id)).stage is LeadStage.CONTACTED
    assert await stopped(lead_id) == GOING_ON
    assert await suppressions() == []
    assert not await models.ContactEvent.exists()


async def test_a_permanent_bounce_suppresses_the_address_that_was_written_to() -> None:
    lead_id, message_id = await enrolled_alone()
    await models.Lead.filter(id=lead_id).update(email="new@team.example")
    bounce = incoming(lead_id, message_id, ReplyKind.BOUNCE, permanent=True, sender="MAILER-DAEMON@team.example")
    await record(bounce, act())
    assert await stopped(lead_id) == (EnrolmentStop.BOUNCED, ENDED)
    assert await suppressions() == [("EMAIL", "ana@team.example", "BOUNCE")]
    assert (await models.Lead.get(id=lead_id)).stage is LeadStage.CONTACTED
    assert not await models.ContactEvent.exists()

    other, _ = await enrolled_alone("bo@team.example")
    await record(incoming(other, None, ReplyKind.BOUNCE, key=None, permanent=True), act())
    assert ("EMAIL", "bo@team.example", "BOUNCE") in await suppressions()


async def test_who_asks_for_it_is_suppressed_by_every_address_in_question() -> None:
    lead_id, message_id = await enrolled_alone()
    await models.Lead.filter(id=lead_id).update(email="ana@home.example")
    asking = incoming(lead_id, message_id, intent=ReplyIntent.UNSUBSCRIBE, sender="Ana <a.silva@team.example>")
    await record(asking, act())
    assert await stopped(lead_id) == (EnrolmentStop.REPLIED, ENDED)
    assert await suppressions() == [
        ("EMAIL", "a.silva@team.example", "REPLY"),
        ("EMAIL", "ana@home.example", "REPLY"),
        ("EMAIL", "ana@team.example", "REPLY"),
        ("LEAD", str(lead_id), "REPLY"),
    ]


async def test_a_reply_without_a_text_is_noted_by_its_subject() -> None:
    lead_id, _ = await enrolled_alone()
    await record(incoming(lead_id, None, text=" ", key=None), act())
    await record(incoming(lead_id, None, text="", subject=None, key=None), act())
    events = await models.ContactEvent.all().order_by("id")
    assert [event.summary for event in events] == ["Re: Hello", "An answer without a text."]


async def test_nothing_is_recorded_of_what_is_not_there() -> None:
    lead_id, _ = await enrolled_alone()
    _, foreign = await enrolled_alone("bo@team.example")
    for wrong in (incoming(lead_id, foreign), incoming(lead_id, 2**70), incoming(999, None), incoming(0, None)):
        with pytest.raises(NotFound):
            await record(wrong, act())
    assert not await models.Reply.exists()
    assert await stopped(lead_id) == GOING_ON


async def test_20_programs_with_one_key_record_once() -> None:
    lead_id, message_id = await enrolled_alone()
    recorded = await asyncio.gather(*(record(incoming(lead_id, message_id), act(one)) for one in range(20)))
    assert sorted(one.is_new for one in recorded) == [False] * 19 + [True]
    assert len({one.id for one in recorded}) == 1
    assert await models.Reply.all().count() == await models.ContactEvent.all().count() == 1
    assert await models.Activity.filter(kind="REPLY_RECORDED").count() == 1
