"""Leads in the funnel, and what tests look at afterwards."""

from datetime import UTC, datetime, timedelta
from typing import Any

import models
from models import Channel, ContactDirection, LeadStage
from services.contact_events import ContactEventDraft, log_contact_event
from services.leads.funnel import enter_funnel
from services.transaction import Act, transaction
from tests.services.stored_profiles import stored_campaign

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def act(hours: float = 0, actor: str = "tester") -> Act:
    """Something done so many hours after noon."""
    return Act(actor, NOON + hours * HOUR)


async def a_lead(stage: LeadStage = LeadStage.NEW, campaign: models.Campaign | None = None, **values: Any) -> int:
    """The id of a lead which entered the funnel at noon, in this stage."""
    known: dict[str, Any] = {
        "name": "Ada",
        "source": models.LeadSource.MANUAL,
        "stage": stage,
        "provenance": [],
        "created_at": NOON,
        "updated_at": NOON,
        "stage_entered_at": NOON,
    }
    async with transaction(act()) as tx:
        lead = await models.Lead.create(campaign=campaign or await stored_campaign(), **(known | values))
        await enter_funnel(tx, [lead.id])
    lead_id: int = lead.id
    return lead_id


async def log(lead_id: int, direction: ContactDirection, hours: float = 1, **values: Any) -> int:
    """The id of an event which happens and is logged so many hours after noon, unless told otherwise."""
    known: dict[str, Any] = {"channel": Channel.EMAIL, "summary": "Hello."}
    done_at = values.pop("done_at", hours)
    draft = ContactEventDraft(lead_id, direction=direction, occurred_at=NOON + hours * HOUR, **(known | values))
    return await log_contact_event(draft, act(done_at))


async def history(lead_id: int) -> list[tuple[LeadStage | None, LeadStage]]:
    """The lead's moves, in order. Raises AssertionError where they do not lead to its present stage without gap."""
    lead = await models.Lead.get(id=lead_id)
    changes = await models.StageChange.filter(lead_id=lead_id).order_by("at", "id")
    present, entered_at = None, None
    for change in changes:
        assert (change.from_stage, change.entered_from_at) == (present, entered_at)
        present, entered_at = change.to_stage, change.at
    assert (present, entered_at) == (lead.stage, lead.stage_entered_at)
    return [(change.from_stage, change.to_stage) for change in changes]


async def told(lead_id: int) -> list[tuple[str, dict[str, Any]]]:
    """What the activity log says of the lead, in order."""
    rows = await models.Activity.filter(subject_type="Lead", subject_id=lead_id).order_by("id")
    return [(row.kind, row.detail) for row in rows]
