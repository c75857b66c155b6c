"""Rows of outreach in which every field is known: a template, a sequence, and all that came of it for one lead."""

from datetime import datetime
from typing import Any

import models


async def an_outreach(campaign: models.Campaign, lead: models.Lead, event: models.ContactEvent, at: datetime) -> None:
    """One row of each type, all with key 1."""
    texts: dict[str, Any] = {"subject": "Harbours", "body": "Hello {{ lead.name }}"}
    template = await models.MessageTemplate.create(
        name="Hello", channel=models.Channel.EMAIL, **texts, created_at=at, updated_at=at
    )
    sequence = await models.OutreachSequence.create(
        campaign=campaign, channel=models.Channel.EMAIL, stop_for_company=True, actor="tester", created_at=at
    )
    await models.SequenceStep.create(sequence=sequence, number=1, template=template, delay_minutes=0, **texts)
    enrolment = await models.Enrolment.create(
        sequence=sequence,
        lead=lead,
        status=models.EnrolmentStatus.STOPPED,
        stop_reason=models.EnrolmentStop.REPLIED,
        preview=False,
        actor="tester",
        enrolled_at=at,
        ended_at=at,
    )
    message = await models.OutreachMessage.create(
        enrolment=enrolment,
        lead=lead,
        campaign=campaign,
        channel=models.Channel.EMAIL,
        step=1,
        recipient=lead.email,
        subject="Harbours",
        body="Hello Ada",
        status=models.OutreachStatus.SENT,
        decision=_allowed(),
        scheduled_for=at,
        sent_at=at,
        provider_message_id="<1@people.example>",
        error="Greylisted, at first.",
        attempts=2,
        created_at=at,
        updated_at=at,
    )
    await models.OutreachTask.create(
        message=message, outcome=models.TaskOutcome.DONE, note="Done.", actor="tester", created_at=at, ended_at=at
    )
    await models.Reply.create(
        key="<2@people.example>",
        channel=models.Channel.EMAIL,
        lead=lead,
        outreach_message=message,
        contact_event=event,
        kind=models.ReplyKind.REPLY,
        intent=models.ReplyIntent.INTERESTED,
        permanent=False,
        reason="It says: I'm interested.",
        sender=lead.email,
        subject="Re: Harbours",
        text="I'm interested.",
        received_at=at,
        created_at=at,
        actor="tester",
    )


def _allowed() -> dict[str, object]:
    return {
        "allowed": True,
        "verdict": "ALLOWED",
        "rule": "GAP",
        "next_eligible_at": "2026-02-01T09:30:00+00:00",
        "settings_version": 1,
        "checks": [{"rule": "GAP", "passed": True, "detail": "It has passed."}],
    }
