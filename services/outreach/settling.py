"""Settling messages of which nobody knew whether they went out: a person looks, and says."""

from enum import StrEnum

from models import ActivityKind, OutreachStatus
from services.deadlocks import again_after_deadlocks
from services.errors import Conflict, ErrorCode, NotFound
from services.outreach.changing import change_message, is_active, note_sent
from services.outreach.message import locked_message
from services.safety.reserving import release
from services.transaction import Act, transaction

_ATTEMPT = """
SELECT attempt.id, reservation.id AS reservation_id FROM delivery_attempts attempt
LEFT JOIN safety_reservations reservation ON reservation.attempt_id = attempt.id
WHERE attempt.message_id = $1 AND attempt.outcome = 'UNKNOWN' ORDER BY attempt.number DESC LIMIT 1
"""
_SETTLE_ATTEMPT = "UPDATE delivery_attempts SET outcome = $2, ended_at = $3 WHERE id = $1"


class Settlement(StrEnum):
    """What a person found out about an UNKNOWN message."""

    SENT = "SENT"
    NOT_SENT = "NOT_SENT"


@again_after_deadlocks
async def settle_message(message_id: int, settlement: Settlement, act: Act) -> None:
    """Settle an UNKNOWN message: as SENT, with all that follows, or as not, and then it is tried again.

    One whose enrolment was stopped meanwhile is SKIPPED instead. Raises NotFound, or Conflict for any other message.
    """
    async with transaction(act) as tx:
        found = await locked_message(tx, message_id)
        if found is None:
            raise NotFound(("id",), "message")
        message, status = found
        if status is not OutreachStatus.UNKNOWN:
            told = f"Only an UNKNOWN message can be settled; this one is {status}."
            raise Conflict(("id",), ErrorCode.CONFLICT, told, {"outreach_message": message_id})
        attempt = await tx.connection.fetchrow(_ATTEMPT, message_id)
        reservation_id = attempt["reservation_id"] if attempt is not None else None
        if attempt is not None:
            outcome = "SENT" if settlement is Settlement.SENT else "ABANDONED"
            await tx.connection.execute(_SETTLE_ATTEMPT, attempt["id"], outcome, act.at)
        if settlement is Settlement.SENT:
            await change_message(tx, message, OutreachStatus.SENT, ActivityKind.OUTREACH_MESSAGE_SETTLED)
            await note_sent(tx, message, reservation_id)
            return
        if reservation_id is not None:
            await release(tx.connection, reservation_id)
        if await is_active(tx, message):
            await change_message(
                tx,
                message,
                OutreachStatus.SCHEDULED,
                ActivityKind.OUTREACH_MESSAGE_SETTLED,
                scheduled_for=act.at,
            )
        else:
            await change_message(tx, message, OutreachStatus.SKIPPED, ActivityKind.OUTREACH_MESSAGE_SETTLED)
