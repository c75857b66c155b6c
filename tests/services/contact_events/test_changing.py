import asyncio
from collections.abc import Awaitable
from typing import Any

import asyncpg
import pytest

import models
from cam_graphql.database import connection_arguments
from models import ActivityKind, Channel, ContactDirection, LeadStage
from services.contact_events import ContactEventPatch, delete_contact_event, update_contact_event
from services.leads.stages import StageMove, update_lead_stage
from tests.services.contact_events.story import HOUR, NOON, a_lead, act, history, log, told
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("connected")

INBOUND, OUTBOUND = ContactDirection.INBOUND, ContactDirection.OUTBOUND
NEW, CONTACTED, REPLIED = LeadStage.NEW, LeadStage.CONTACTED, LeadStage.REPLIED


async def test_a_patch_changes_what_it_names_and_says_so() -> None:
    lead_id = await a_lead()
    event_id = await log(lead_id, OUTBOUND, 1)

    await update_contact_event(event_id, ContactEventPatch(summary=" New. ", channel=Channel.PHONE), act(2))

    event = await models.ContactEvent.get(id=event_id)
    assert (event.summary, event.channel, event.direction) == ("New.", Channel.PHONE, OUTBOUND)
    assert (event.occurred_at, event.created_at, event.updated_at) == (NOON + HOUR, NOON + HOUR, NOON + 2 * HOUR)
    assert (await told(lead_id))[-1] == (
        ActivityKind.CONTACT_EVENT_UPDATED,
        {"contact_event_id": event_id, "changed": ["channel", "summary"]},
    )


async def test_a_patch_that_changes_nothing_leaves_no_trace() -> None:
    lead_id = await a_lead()
    event_id = await log(lead_id, OUTBOUND, 1)
    before, said = await models.ContactEvent.all().values(), await told(lead_id)

    await update_contact_event(event_id, ContactEventPatch("Hello.", Channel.EMAIL, OUTBOUND, NOON + HOUR), act(2))
    await update_contact_event(event_id, ContactEventPatch(), act(2))

    assert await models.ContactEvent.all().values() == before
    assert await told(lead_id) == said


async def test_a_correction_of_words_does_not_move_a_lead_that_was_moved_back() -> None:
    lead_id = await a_lead()
    event_id = await log(lead_id, OUTBOUND, 1)
    await update_lead_stage(lead_id, StageMove(NEW), act(2))

    await update_contact_event(event_id, ContactEventPatch(summary="New."), act(3))
    await update_contact_event(event_id, ContactEventPatch(occurred_at=NOON + 2 * HOUR), act(3))

    lead = await models.Lead.get(id=lead_id)
    assert (lead.stage, lead.last_contacted_at) == (NEW, NOON + 2 * HOUR)


async def test_another_direction_does_to_the_lead_what_logging_it_would() -> None:
    lead_id = await a_lead()
    event_id = await log(lead_id, OUTBOUND, 1)

    await update_contact_event(event_id, ContactEventPatch(direction=INBOUND), act(2))

    lead = await models.Lead.get(id=lead_id)
    assert (lead.last_contacted_at, lead.last_replied_at) == (NOON + HOUR, NOON + HOUR)
    assert (lead.version, lead.updated_at) == (3, NOON + 2 * HOUR)
    assert await history(lead_id) == [(None, NEW), (NEW, CONTACTED), (CONTACTED, REPLIED)]
    assert [kind for kind, _ in await told(lead_id)][-2:] == ["CONTACT_EVENT_UPDATED", "LEAD_STAGE_CHANGED"]


async def test_an_earlier_time_and_a_deletion_leave_the_lead_as_it_is() -> None:
    lead_id = await a_lead()
    event_id = await log(lead_id, INBOUND, 2)
    [before] = await models.Lead.filter(id=lead_id).values()

    await update_contact_event(event_id, ContactEventPatch(occurred_at=NOON), act(3))
    assert await delete_contact_event(event_id, act(4)) == lead_id

    assert await models.Lead.filter(id=lead_id).values() == [before]
    assert not await models.ContactEvent.exists()
    assert (await told(lead_id))[-1] == (ActivityKind.CONTACT_EVENT_DELETED, {"contact_event_id": event_id})


@pytest.mark.parametrize("event_id", [0, -1, 99, 2**63])
async def test_an_unknown_event_is_neither_changed_nor_deleted(event_id: int) -> None:
    missing = {("id", "NOT_FOUND")}
    assert await problems_of(update_contact_event(event_id, ContactEventPatch(summary="New."), act())) == missing
    assert await problems_of(delete_contact_event(event_id, act())) == missing


async def _while_lead_is_locked(url: str, lead_id: int, change: Awaitable[Any], *statements: tuple[Any, ...]) -> None:
    """Let a change wait for somebody who locks the lead and carries out these statements."""
    other = await asyncpg.connect(**connection_arguments(url))
    try:
        changing = other.transaction()
        await changing.start()
        await other.execute("SELECT FROM leads WHERE id = $1 FOR NO KEY UPDATE", lead_id)
        waiting = asyncio.ensure_future(change)
        while not await other.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            await asyncio.sleep(0.01)
        for statement in statements:
            await other.execute(*statement)
        await changing.commit()
        await waiting
    finally:
        await other.close()


@pytest.mark.parametrize("patch", [ContactEventPatch(summary="New."), None], ids=["changed", "deleted"])
async def test_an_event_that_goes_to_another_lead_meanwhile_is_found_there(
    connected: str, patch: ContactEventPatch | None
) -> None:
    """As a merge does it: it locks the leads first, then changes their events."""
    absorbed, surviving = await a_lead(), await a_lead()
    event_id = await log(absorbed, OUTBOUND, 1)

    await _while_lead_is_locked(
        connected,
        absorbed,
        update_contact_event(event_id, patch, act(2)) if patch else delete_contact_event(event_id, act(2)),
        ("UPDATE contact_events SET lead_id = $1 WHERE id = $2", surviving, event_id),
        ("DELETE FROM leads WHERE id = $1", absorbed),
    )

    assert [kind for kind, _ in await told(surviving)] == [f"CONTACT_EVENT_{'UPDATED' if patch else 'DELETED'}"]
