"""Leads in sequences, and what became of them when something came back."""

from datetime import timedelta
from typing import Any

import models
from models import EnrolmentStatus, EnrolmentStop, OutreachStatus
from tests.services.contact_events.story import NOON, a_lead
from tests.services.stored_profiles import stored_campaign


async def sequence_of(campaign: models.Campaign, *, stop_for_company: bool = False) -> models.OutreachSequence:
    """A sequence by e-mail."""
    return await models.OutreachSequence.create(
        campaign=campaign,
        channel=models.Channel.EMAIL,
        stop_for_company=stop_for_company,
        actor="tester",
        created_at=NOON,
    )


async def enrolled(sequence: models.OutreachSequence, email: str, **values: Any) -> tuple[int, int]:
    """The ids of a lead which is CONTACTED, and of the message it was sent; another one is SCHEDULED."""
    campaign = await sequence.campaign
    lead_id = await a_lead(models.LeadStage.CONTACTED, campaign, email=email, **values)
    enrolment = await models.Enrolment.create(
        sequence=sequence, lead_id=lead_id, actor="tester", enrolled_at=NOON - timedelta(days=1)
    )
    ids = []
    for step, status in enumerate((OutreachStatus.SENT, OutreachStatus.SCHEDULED), 1):
        message = await models.OutreachMessage.create(
            enrolment=enrolment,
            lead_id=lead_id,
            campaign=campaign,
            channel=models.Channel.EMAIL,
            step=step,
            recipient=email,
            body="Hello.",
            status=status,
            sent_at=NOON if status is OutreachStatus.SENT else None,
            scheduled_for=NOON + timedelta(days=1) if status is OutreachStatus.SCHEDULED else None,
            created_at=NOON,
            updated_at=NOON,
        )
        ids.append(message.id)
    return lead_id, ids[0]


async def enrolled_alone(email: str = "ana@team.example") -> tuple[int, int]:
    """The same, in a sequence and a campaign of its own."""
    return await enrolled(await sequence_of(await stored_campaign()), email)


async def stopped(lead_id: int) -> tuple[EnrolmentStop | None, list[OutreachStatus]]:
    """Why the lead's enrolment ended, None while it is ACTIVE; and where its messages stand."""
    enrolment = await models.Enrolment.get(lead_id=lead_id)
    assert (enrolment.status is EnrolmentStatus.ACTIVE) == (enrolment.stop_reason is None)
    messages = await models.OutreachMessage.filter(lead_id=lead_id).order_by("id")
    return enrolment.stop_reason, [message.status for message in messages]


async def suppressions() -> list[tuple[str, str, str]]:
    """What is suppressed, and how it came about."""
    rows = await models.Suppression.all().order_by("kind", "value")
    return [(row.kind, row.value, row.source) for row in rows]
