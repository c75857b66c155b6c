"""What stops a sequence at the latest when its message is due, whatever way it was noted."""

from datetime import timedelta

import pytest

import models
from models import Channel, ContactDirection, EnrolmentStop, LeadStage, OutreachStatus, SuppressionKind
from services.contact_events import ContactEventDraft, log_contact_event
from services.leads.stages import StageMove, update_lead_stage
from services.outreach.stopping import stop_enrolments
from services.suppressions.adding import add_suppressions
from services.suppressions.drafts import Given, SuppressionDraft
from services.transaction import Act, transaction
from tests.services.outreach.delivered import (
    desk_at,
    due_message,
    let_everything_go,
    look_once,
    message_of,
    now,
    reservations,
)
from tests.services.safety.sending import MONDAY_NOON


@pytest.mark.parametrize(
    ("what", "reason"),
    [("answer", "REPLIED"), ("won", "CLOSED"), ("suppression", "SUPPRESSED"), ("company", "COMPANY_REPLIED")],
)
async def test_what_stops_a_sequence_is_seen_before_its_message_goes(connected: str, what: str, reason: str) -> None:
    await let_everything_go()
    message_id = await due_message(live=False, steps=2)
    lead = (await message_of(message_id)).lead
    act = Act("tester", now())
    match what:
        case "answer":
            draft = ContactEventDraft(lead.id, Channel.PHONE, ContactDirection.INBOUND, "Yes?", occurred_at=act.at)
            await log_contact_event(draft, act)
        case "won":
            await update_lead_stage(lead.id, StageMove(LeadStage.WON), act)
        case "suppression":
            await add_suppressions(SuppressionDraft([Given(SuppressionKind.DOMAIN, "team.example")]), act)
        case "company":
            await models.OutreachSequence.all().update(stop_for_company=True)
            await models.Lead.filter(id=lead.id).update(company="Tide")
            same = await models.Lead.get(id=lead.id).values()
            other = {name: value for name, value in same.items() if name != "id"}
            await models.Lead.create(**(other | {"email": None, "company": " tide", "last_replied_at": act.at}))

    await look_once(connected, desk_at(None))

    message = await message_of(message_id)
    assert (message.status, message.enrolment.stop_reason) == (OutreachStatus.SKIPPED, reason)
    assert await models.OutreachMessage.all().count() == 1
    assert "RESERVED" not in await reservations()


async def test_an_answer_from_before_the_enrolment_stops_nothing(connected: str) -> None:
    await let_everything_go()
    message_id = await due_message(live=False)
    lead = (await message_of(message_id)).lead
    before = MONDAY_NOON - timedelta(days=1)
    draft = ContactEventDraft(lead.id, Channel.EMAIL, ContactDirection.INBOUND, "Hello", occurred_at=before)
    await log_contact_event(draft, Act("tester", now()))
    await look_once(connected, desk_at(None))
    assert (await message_of(message_id)).status is OutreachStatus.PREVIEWED


async def test_an_open_task_of_a_stopped_sequence_is_dismissed_and_its_units_are_free_again(connected: str) -> None:
    await let_everything_go()
    message_id = await due_message(channel=Channel.PHONE)
    await look_once(connected, desk_at(None))
    assert await reservations() == ["RESERVED"]
    lead = (await message_of(message_id)).lead
    async with transaction(Act("tester", now())) as tx:
        assert await stop_enrolments(tx, [lead.id], EnrolmentStop.REPLIED) == 1
    task = await models.OutreachTask.get()
    assert (task.outcome, task.note, task.actor) == ("DISMISSED", "The lead answered.", "tester")
    assert (await message_of(message_id)).status is OutreachStatus.SKIPPED
    assert await reservations() == ["RELEASED"]
