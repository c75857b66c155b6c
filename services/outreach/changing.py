"""What moves a message on: its status, its attempts, its enrolment. All of it within the caller's transaction."""

from datetime import datetime

from models import (
    ActivityKind,
    AttemptOutcome,
    ContactDirection,
    OutreachStatus,
    SuppressionKind,
    SuppressionSource,
)
from services.activity import Subject
from services.contact_events.drafts import LONGEST_SUMMARY, ContactEventDraft
from services.contact_events.logging import log_in
from services.outreach.message import Message
from services.outreach.next_message import make_next_message
from services.safety.attempts import decision_text
from services.safety.decisions import Decision
from services.safety.taking import settle_sent
from services.suppressions.adding import add_values
from services.suppressions.digests import Value, load_digester
from services.suppressions.drafts import LONGEST_REASON, Terms
from services.suppressions.normalising import normal_value
from services.transaction import Transaction

# What was thought to be unknown can turn out to be known: its program was cut off from the database for a while.
_END_ATTEMPT = """
UPDATE delivery_attempts SET outcome = $2, ended_at = clock_timestamp(), code = $3, response = $4
WHERE id = $1 AND (outcome IS NULL OR outcome = 'UNKNOWN') RETURNING id
"""
_CHANGE = """
UPDATE outreach_messages SET status = $2::text, scheduled_for = $3, error = $4,
    decision = coalesce($5::jsonb, decision), attempts = attempts + $6,
    sent_at = CASE WHEN $2::text = 'SENT' THEN $7::timestamptz END, updated_at = $7
WHERE id = $1
"""
_IS_ACTIVE = "SELECT status = 'ACTIVE' FROM enrolments WHERE id = $1 FOR NO KEY UPDATE"


async def end_attempt(
    tx: Transaction, attempt_id: int, outcome: AttemptOutcome, code: int | None = None, response: str | None = None
) -> bool:
    """End an attempt; False where that was done before."""
    return await tx.connection.fetchval(_END_ATTEMPT, attempt_id, outcome, code, response) is not None


async def change_message(
    tx: Transaction,
    message: Message,
    status: OutreachStatus,
    kind: ActivityKind,
    *,
    scheduled_for: datetime | None = None,
    error: str | None = None,
    decision: Decision | None = None,
    was_tried: bool = False,
) -> None:
    """Bring a message to this status and tell of it. What is not given is emptied, but for the decision."""
    document = None if decision is None else decision_text(decision)
    await tx.connection.execute(_CHANGE, message.id, status, scheduled_for, error, document, int(was_tried), tx.act.at)
    rule = None if decision is None or decision.rule is None else decision.rule
    tx.log(
        kind,
        Subject.OUTREACH_MESSAGE,
        message.id,
        campaign_id=message.campaign_id,
        lead_id=message.lead_id,
        channel=message.channel,
        **({} if rule is None else {"rule": rule}),
    )


async def note_sent(tx: Transaction, message: Message, reservation_id: int | None) -> None:
    """All that follows from a message that was sent: units used up, a contact event, and the next step."""
    if reservation_id is not None:
        await settle_sent(tx, reservation_id)
    summary = "\n\n".join(text for text in (message.subject, message.body) if text)[:LONGEST_SUMMARY]
    event = ContactEventDraft(
        message.lead_id,
        message.channel,
        ContactDirection.OUTBOUND,
        summary,
        occurred_at=tx.act.at,
        idempotency_key=f"outreach:{message.id}",
    )
    await log_in(tx, event)
    await make_next_message(tx, message.enrolment_id)


async def is_active(tx: Transaction, message: Message) -> bool:
    """Whether more is to be sent by the message's enrolment, which stays so until the transaction ends."""
    return bool(await tx.connection.fetchval(_IS_ACTIVE, message.enrolment_id))


async def suppress_address(tx: Transaction, address: str, source: SuppressionSource, reason: str) -> None:
    """Let nothing more be sent to an e-mail address. One that cannot be an address is left: nothing goes there."""
    normal = normal_value(SuppressionKind.EMAIL, address)
    if normal is not None:
        terms = Terms(source, reason[:LONGEST_REASON])
        digester = await load_digester(tx.connection)
        await add_values(tx, digester, [Value(SuppressionKind.EMAIL, normal)], terms)
