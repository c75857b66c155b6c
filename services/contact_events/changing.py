"""Correcting what was noted, and taking it back."""

from typing import Any

import asyncpg

from models import ActivityKind, ContactDirection
from services.activity import Subject
from services.contact_events.advancing import NO_EFFECT, Effect, Writing, advance, advancing, effect_of
from services.contact_events.drafts import ContactEventPatch, checked_patch
from services.errors import NotFound
from services.leads.refusing import is_key
from services.transaction import Act, Transaction, transaction
from services.validation import Findings

# The lead before its event, as everybody locks them who moves events from lead to lead.
_LOCKED = """
SELECT event.id, event.lead_id, lead.campaign_id, event.channel, event.direction, event.summary, event.occurred_at
FROM contact_events event JOIN leads lead ON lead.id = event.lead_id
WHERE event.id = $1 FOR NO KEY UPDATE OF lead, event
"""

_UPDATE = advancing("""
    UPDATE contact_events SET channel = $10, direction = $11, summary = $12, occurred_at = $13,
        updated_at = greatest(updated_at, $2)
    FROM lead WHERE contact_events.id = $14 RETURNING contact_events.id
""")

_DELETE = "DELETE FROM contact_events WHERE id = $1"


async def update_contact_event(event_id: int, patch: ContactEventPatch, act: Act) -> None:
    """Change what the patch names. A patch that changes nothing leaves no trace.

    Another direction does to the lead what logging it would; another time may raise the lead's, and never lowers it.
    Raises InvalidInput, or NotFound on `("id",)`.
    """
    findings = Findings()
    values = checked_patch(findings, patch, act.at)
    findings.raise_if_any()
    async with transaction(act) as tx:
        event = await _locked(tx, event_id)
        changed = {name: value for name, value in values.items() if value != event[name]}
        if not changed:
            return
        present = dict(event) | changed
        written = (present["channel"], present["direction"], present["summary"], present["occurred_at"], event_id)
        writing = Writing(_UPDATE, written, ActivityKind.CONTACT_EVENT_UPDATED, {"changed": sorted(changed)})
        await advance(tx, event["lead_id"], writing, _effect(present, changed))


async def delete_contact_event(event_id: int, act: Act) -> int:
    """Take an event back, and return the id of its lead, which stays as it is. Raises NotFound on `("id",)`."""
    async with transaction(act) as tx:
        event = await _locked(tx, event_id)
        await tx.connection.execute(_DELETE, event_id)
        lead_id: int = event["lead_id"]
        campaign_id: int = event["campaign_id"]
        deleted = ActivityKind.CONTACT_EVENT_DELETED
        tx.log(deleted, Subject.LEAD, lead_id, campaign_id=campaign_id, contact_event_id=event_id)
    return lead_id


async def _locked(tx: Transaction, event_id: int) -> asyncpg.Record:
    """The event, locked with its lead. Raises NotFound."""
    for _ in range(2):  # a lead which is merged into another just now takes the row away once, not the event
        event = await tx.connection.fetchrow(_LOCKED, event_id) if is_key(event_id) else None
        if event is not None:
            return event
    raise NotFound(("id",), "contact event")


def _effect(event: dict[str, Any], changed: dict[str, Any]) -> Effect:
    if not changed.keys() & {"direction", "occurred_at"}:
        return NO_EFFECT
    return effect_of(ContactDirection(event["direction"]), event["occurred_at"], moves="direction" in changed)
