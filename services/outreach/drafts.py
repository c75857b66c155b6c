"""Messages to be stored: a few statements, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import ActivityKind, Channel, OutreachStatus
from services.activity import Subject
from services.outreach.rendering import Text
from services.outreach.timing import Turn
from services.safety.attempts import decision_text
from services.transaction import Transaction

_INSERT = """
INSERT INTO outreach_messages (enrolment_id, lead_id, campaign_id, channel, step, recipient, subject, body, status,
    decision, scheduled_for, error, attempts, created_at, updated_at)
SELECT draft.enrolment_id, draft.lead_id, $3, $4, draft.step, draft.recipient, draft.subject, draft.body, draft.status,
    draft.decision::jsonb, draft.scheduled_for, draft.error, 0, $12, $12
FROM unnest($1::bigint[], $2::bigint[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
    $11::timestamptz[], $13::text[]) WITH ORDINALITY AS draft(enrolment_id, lead_id, step, recipient, subject, body,
    status, decision, scheduled_for, error, place)
ORDER BY draft.place RETURNING id
"""


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message of an enrolment's step. One without a turn is FAILED from the start, and `error` says why."""

    enrolment_id: int
    lead_id: int
    step: int
    recipient: str | None
    text: Text
    turn: Turn | None
    error: str | None = None


async def store_messages(
    tx: Transaction, campaign_id: int, channel: Channel, drafts: Sequence[MessageDraft]
) -> list[int]:
    """Store messages of one campaign and channel, tell of each, and return their ids, in their order."""
    turns = [draft.turn for draft in drafts]
    rows = await tx.connection.fetch(
        _INSERT,
        [draft.enrolment_id for draft in drafts],
        [draft.lead_id for draft in drafts],
        campaign_id,
        channel,
        [draft.step for draft in drafts],
        [draft.recipient for draft in drafts],
        [draft.text.subject for draft in drafts],
        [draft.text.body for draft in drafts],
        [turn.status if turn is not None else OutreachStatus.FAILED for turn in turns],
        [decision_text(turn.decision) if turn is not None else None for turn in turns],
        [turn.scheduled_for if turn is not None else None for turn in turns],
        tx.act.at,
        [draft.error for draft in drafts],
    )
    for row, draft in zip(rows, drafts, strict=True):
        scheduled, failed = ActivityKind.OUTREACH_MESSAGE_SCHEDULED, ActivityKind.OUTREACH_MESSAGE_FAILED
        tx.log(
            scheduled if draft.turn is not None else failed,
            Subject.OUTREACH_MESSAGE,
            row["id"],
            campaign_id=campaign_id,
            lead_id=draft.lead_id,
            channel=channel,
        )
    return [row["id"] for row in rows]
