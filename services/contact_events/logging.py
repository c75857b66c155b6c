"""Noting messages and calls, each once."""

from models import ActivityKind
from services.contact_events.advancing import Writing, advance, advancing, effect_of
from services.contact_events.drafts import ContactEventDraft, checked_draft
from services.errors import Conflict, ErrorCode, NotFound
from services.leads.refusing import is_key, raise_if_any
from services.transaction import Act, Transaction, at_once
from services.validation import Findings

LOG = advancing("""
    INSERT INTO contact_events (lead_id, channel, direction, summary, occurred_at, created_at, updated_at, actor,
        idempotency_key, appointment_id)
    SELECT id, $10, $11, $12, $13, $2, $2, $3, $14, $15 FROM lead
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id
""")
"""Writes an event: channel $10, direction, summary, time, idempotency key, appointment $15."""

_FIRST = """
SELECT id, lead_id, channel, direction, summary, updated_at > created_at AS is_changed FROM contact_events
WHERE idempotency_key = $1
"""


async def log_contact_event(draft: ContactEventDraft, act: Act) -> int:
    """Note a message or a call, and return the event's id: the first one's, where its idempotency key was used before.

    Outbound brings a NEW lead to CONTACTED and raises `last_contacted_at`; inbound brings a NEW or CONTACTED one to
    REPLIED and raises `last_replied_at`. Raises InvalidInput, NotFound on `("lead_id",)`, or Conflict where something
    else was logged under the key.
    """
    findings = Findings()
    draft = checked_draft(findings, draft, act.at)
    await raise_if_any(findings, draft.lead_id)
    async with at_once(act) as tx:
        return await log_in(tx, draft)


async def log_in(tx: Transaction, draft: ContactEventDraft, *, appointment_id: int | None = None) -> int:
    """The same within an open transaction, for a draft which nobody needs to check. Locks the lead."""
    if not is_key(draft.lead_id):
        raise NotFound(("lead_id",), "lead")
    while True:
        event_id = await _insert(tx, draft, appointment_id)
        if event_id is None:
            event_id = await _first(tx, draft)
        if event_id is not None:
            return event_id


async def _insert(tx: Transaction, draft: ContactEventDraft, appointment_id: int | None) -> int | None:
    """The new event; None where there is one with this key."""
    occurred_at = draft.occurred_at or tx.act.at
    channel, direction = draft.channel, draft.direction
    values = (channel, direction, draft.summary, occurred_at, draft.idempotency_key, appointment_id)
    detail = {"channel": channel, "direction": direction}
    writing = Writing(LOG, values, ActivityKind.CONTACT_EVENT_LOGGED, detail)
    return await advance(tx, draft.lead_id, writing, effect_of(direction, occurred_at))


async def _first(tx: Transaction, draft: ContactEventDraft) -> int | None:
    """The event which has the draft's key, if it is this one; None where it was deleted just now.

    What was changed about it since does not make it another one.
    """
    first = await tx.connection.fetchrow(_FIRST, draft.idempotency_key)
    if first is None:
        return None
    asked = (draft.lead_id, draft.channel, draft.direction, draft.summary)
    logged = (first["lead_id"], first["channel"], first["direction"], first["summary"])
    if logged != asked and (first["lead_id"] != draft.lead_id or not first["is_changed"]):
        message = "Another message or call was logged under this key."
        raise Conflict(("idempotency_key",), ErrorCode.KEY_REUSED, message, {"contact_event": first["id"]})
    event_id: int = first["id"]
    return event_id
