"""Stopping enrolments: what was not sent yet is not sent any more.

Called with the lead's row locked, or with nothing: rows that a sender holds just then are left to it, who finds the
enrolment ended before it sends, so that nobody waits in a circle.
"""

from collections.abc import Mapping, Sequence

import asyncpg

from models import ActivityKind, EnrolmentStop
from services.activity import Subject
from services.safety.reserving import release
from services.transaction import Transaction

# Whoever works for the same company, however its name is cased and spaced.
_OF_COMPANY = """
SELECT enrolment.id FROM enrolments enrolment
JOIN outreach_sequences sequence ON sequence.id = enrolment.sequence_id AND sequence.stop_for_company
JOIN leads lead ON lead.id = enrolment.lead_id
WHERE enrolment.status = 'ACTIVE' AND enrolment.lead_id <> ALL($1::bigint[])
    AND (sequence.campaign_id, lower(regexp_replace(btrim(lead.company), '\\s+', ' ', 'g'))) IN (
        SELECT campaign_id, lower(regexp_replace(btrim(company), '\\s+', ' ', 'g'))
        FROM leads WHERE id = ANY($1) AND btrim(company) <> ''
    )
"""
_ANSWERED = """
SELECT coalesce(lead.last_replied_at >= enrolment.enrolled_at, false) AS own,
    sequence.stop_for_company AND btrim(lead.company) <> '' AND EXISTS (
        SELECT FROM leads other
        WHERE other.campaign_id = sequence.campaign_id AND other.last_replied_at >= enrolment.enrolled_at
            AND lower(regexp_replace(btrim(other.company), '\\s+', ' ', 'g'))
                = lower(regexp_replace(btrim(lead.company), '\\s+', ' ', 'g'))
    ) AS company
FROM enrolments enrolment
JOIN outreach_sequences sequence ON sequence.id = enrolment.sequence_id
JOIN leads lead ON lead.id = enrolment.lead_id
WHERE enrolment.id = $1
"""
_OF_LEADS = "SELECT id FROM enrolments WHERE lead_id = ANY($1::bigint[]) AND status = 'ACTIVE'"

_END = """
WITH wanted AS MATERIALIZED (
    SELECT enrolment.id, wanted.reason FROM enrolments enrolment
    JOIN unnest($1::bigint[], $2::text[]) AS wanted(id, reason) ON wanted.id = enrolment.id
    WHERE enrolment.status = 'ACTIVE' ORDER BY enrolment.id FOR NO KEY UPDATE OF enrolment
)
UPDATE enrolments SET status = 'STOPPED', stop_reason = wanted.reason, ended_at = greatest(enrolled_at, $3::timestamptz)
FROM wanted, outreach_sequences sequence
WHERE enrolments.id = wanted.id AND sequence.id = enrolments.sequence_id
RETURNING enrolments.id, enrolments.lead_id, enrolments.sequence_id, enrolments.stop_reason,
    sequence.campaign_id
"""

_DISMISS = """
WITH open AS MATERIALIZED (
    SELECT task.id, ended.why FROM outreach_tasks task JOIN outreach_messages message ON message.id = task.message_id
    JOIN unnest($1::bigint[], $2::text[]) AS ended(id, why) ON ended.id = message.enrolment_id
    WHERE task.outcome IS NULL
    ORDER BY task.id FOR NO KEY UPDATE OF task SKIP LOCKED
)
UPDATE outreach_tasks task SET outcome = 'DISMISSED', note = open.why, actor = $3, ended_at = $4 FROM open
WHERE task.id = open.id RETURNING task.message_id
"""

_RESERVED = """
SELECT reservation.id FROM safety_reservations reservation
JOIN delivery_attempts attempt ON attempt.id = reservation.attempt_id
WHERE attempt.message_id = ANY($1::bigint[]) AND reservation.state = 'RESERVED' ORDER BY reservation.id
"""

_SKIP = """
WITH unsent AS MATERIALIZED (
    SELECT message.id, ended.why FROM outreach_messages message
    JOIN unnest($1::bigint[], $2::text[]) AS ended(id, why) ON ended.id = message.enrolment_id
    WHERE message.status IN ('PENDING', 'SCHEDULED')
    ORDER BY message.id FOR NO KEY UPDATE OF message SKIP LOCKED
)
UPDATE outreach_messages message
SET status = 'SKIPPED', scheduled_for = NULL, error = unsent.why, updated_at = greatest(updated_at, $3) FROM unsent
WHERE message.id = unsent.id
"""

_WHY = {
    EnrolmentStop.REPLIED: "The lead answered.",
    EnrolmentStop.COMPANY_REPLIED: "Somebody else of the lead's company answered.",
    EnrolmentStop.CLOSED: "The lead is WON or LOST.",
    EnrolmentStop.SUPPRESSED: "The lead must not be written to any more.",
    EnrolmentStop.BOUNCED: "Mail to the lead cannot be delivered.",
    EnrolmentStop.SKIPPED: "A rule of safety forbids it for good.",
    EnrolmentStop.FAILED: "A message before could not be delivered.",
    EnrolmentStop.CANCELLED: "It was stopped by a person.",
}


async def why_to_stop(connection: asyncpg.Connection, enrolment_id: int) -> EnrolmentStop | None:
    """Whether the lead, or where the sequence says so somebody of the same company, has answered since it was enrolled.

    Whatever way an answer was noted, this is asked before a message goes.
    """
    row = await connection.fetchrow(_ANSWERED, enrolment_id)
    if row is None:
        return None
    return EnrolmentStop.REPLIED if row["own"] else EnrolmentStop.COMPANY_REPLIED if row["company"] else None


async def stop_enrolments(
    tx: Transaction, lead_ids: Sequence[int], reason: EnrolmentStop, *, message: str | None = None
) -> int:
    """End the leads' ACTIVE enrolments and skip what was not sent; how many enrolments were ended.

    Where the leads REPLIED, those of the same campaign and company end as COMPANY_REPLIED, too, in sequences that say
    so. `message` is what skipped messages say of it, in words. Open tasks are dismissed, and their units given back.
    """
    own = await tx.connection.fetch(_OF_LEADS, list(lead_ids))
    reasons = {row["id"]: reason for row in own}
    if reason is EnrolmentStop.REPLIED:
        company = await tx.connection.fetch(_OF_COMPANY, list(lead_ids))
        reasons |= {row["id"]: EnrolmentStop.COMPANY_REPLIED for row in company}
    return await end_enrolments(tx, reasons, message=message)


async def end_enrolments(tx: Transaction, reasons: Mapping[int, EnrolmentStop], *, message: str | None = None) -> int:
    """The same of single enrolments, each for its reason. All at once: who ends others just then waits in one order."""
    if not reasons:
        return 0
    ended = await tx.connection.fetch(_END, list(reasons), list(reasons.values()), tx.act.at)
    keys = [row["id"] for row in ended]
    told = [message or _WHY[EnrolmentStop(row["stop_reason"])] for row in ended]
    dismissed = await tx.connection.fetch(_DISMISS, keys, told, tx.act.actor, tx.act.at)
    if dismissed:
        for row in await tx.connection.fetch(_RESERVED, [row["message_id"] for row in dismissed]):
            await release(tx.connection, row["id"])
    await tx.connection.execute(_SKIP, keys, told, tx.act.at)
    for row in ended:
        tx.log(
            ActivityKind.OUTREACH_STOPPED,
            Subject.OUTREACH_SEQUENCE,
            row["sequence_id"],
            campaign_id=row["campaign_id"],
            lead_id=row["lead_id"],
            reason=row["stop_reason"],
        )
    return len(ended)
