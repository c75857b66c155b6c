"""The last look before a message leaves: everything that may have changed since it was reserved, and a note of it."""

from services.outreach.claiming import Claim
from services.suppressions.matching import suppression_of
from services.transaction import Act, transaction

# One statement looks and notes: what is switched off from now on comes after the message.
_HAND_OVER = """
WITH handed_over AS (
    UPDATE delivery_attempts attempt SET handed_over_at = clock_timestamp()
    FROM outreach_messages message
    JOIN enrolments enrolment ON enrolment.id = message.enrolment_id
    JOIN campaigns campaign ON campaign.id = message.campaign_id
    JOIN leads lead ON lead.id = message.lead_id
    WHERE attempt.id = $1 AND attempt.outcome IS NULL AND attempt.handed_over_at IS NULL
        AND message.id = attempt.message_id AND message.status = 'SCHEDULED'
        AND enrolment.status = 'ACTIVE' AND NOT enrolment.preview
        AND campaign.status = 'ACTIVE' AND campaign.outreach_live
        AND NOT lead.do_not_contact AND lead.stage NOT IN ('WON', 'LOST') AND lead.email IS NOT DISTINCT FROM $3
        AND NOT coalesce((SELECT paused FROM safety_switch WHERE id = 1), true)
        AND EXISTS (SELECT FROM safety_reservations WHERE id = $2 AND state = 'RESERVED')
    RETURNING attempt.message_id
)
UPDATE outreach_messages SET provider_message_id = $4 FROM handed_over WHERE id = handed_over.message_id RETURNING id
"""


async def hand_over(claim: Claim, reservation_id: int, provider_id: str, act: Act) -> bool:
    """Whether a reserved message may leave now; if so, it is noted that it did, and by which Message-ID."""
    async with transaction(act) as tx:
        if await suppression_of(tx.connection, claim.message.lead_id) is not None:
            return False
        handed_over = await tx.connection.fetchval(
            _HAND_OVER, claim.attempt_id, reservation_id, claim.email, provider_id
        )
        return handed_over is not None
