"""What killed programs left behind: attempts that nobody works on, and units that nobody will use."""

import asyncpg

from models import ActivityKind, AttemptOutcome, OutreachStatus
from services.deadlocks import again_after_deadlocks
from services.outreach.changing import change_message, end_attempt
from services.outreach.claiming import held
from services.outreach.message import locked_message
from services.safety.reserving import release
from services.safety.taking import reservation_of
from services.transaction import Act, reading, transaction

_UNFINISHED = "SELECT id, message_id FROM delivery_attempts WHERE outcome IS NULL ORDER BY id LIMIT 200"
_LOCKED = "SELECT handed_over_at FROM delivery_attempts WHERE id = $1 AND outcome IS NULL FOR NO KEY UPDATE"

# Units whose attempt came to nothing, or whose task nobody will do: its message was stopped. Those taken by a program
# at the very moment of its death come to light a little later, therefore a minute.
_STRAY = """
SELECT reservation.id FROM safety_reservations reservation
JOIN delivery_attempts attempt ON attempt.id = reservation.attempt_id
JOIN outreach_messages message ON message.id = attempt.message_id
WHERE reservation.state = 'RESERVED' AND (
    attempt.outcome IN ('ABANDONED', 'TEMPORARY_FAILURE', 'PERMANENT_FAILURE', 'PREVIEWED')
        AND attempt.ended_at < clock_timestamp() - interval '1 minute'
    OR attempt.outcome = 'DEFERRED' AND message.status <> 'PENDING'
)
"""
# Rows that were held just when their enrolment ended were left out then.
_SKIP = """
UPDATE outreach_messages message SET status = 'SKIPPED', updated_at = $1 FROM enrolments enrolment
WHERE enrolment.id = message.enrolment_id AND enrolment.status = 'STOPPED' AND message.status = 'PENDING'
"""
_WITHDRAW = """
UPDATE outreach_tasks task SET outcome = 'DISMISSED', note = $1, actor = $2, ended_at = $3
FROM outreach_messages message
WHERE message.id = task.message_id AND task.outcome IS NULL AND message.status <> 'PENDING'
RETURNING task.message_id
"""
# What brings a program down again and again must not do so every second.
_LATER = """
UPDATE outreach_messages SET scheduled_for = $3::timestamptz + abandoned.number * interval '1 minute', updated_at = $3
FROM (
    SELECT count(*) AS number FROM delivery_attempts
    WHERE message_id = $1 AND outcome = 'ABANDONED' AND started_at > $3::timestamptz - interval '1 day'
) abandoned
WHERE id = $1 AND status = 'SCHEDULED' AND abandoned.number > $2
"""
_UNSUSPICIOUS = 3
"""How many attempts may be abandoned within a day before a message waits some minutes, one for each."""
_WHY_UNKNOWN = "The program ended after the message was handed over: it may have gone out, or not."
_WHY_WITHDRAWN = "The message was stopped."


async def recover(locks: asyncpg.Connection, act: Act) -> int:
    """Take up what killed programs left; how many attempts that were. `locks` tells who is still at work."""
    async with reading() as connection:
        unfinished = await connection.fetch(_UNFINISHED)
    recovered = 0
    for attempt in unfinished:
        async with held(locks, attempt["message_id"]) as is_nobodys:
            if is_nobodys:
                recovered += await _settle(attempt["id"], attempt["message_id"], act)
    return recovered


@again_after_deadlocks
async def _settle(attempt_id: int, message_id: int, act: Act) -> bool:
    """Before it was handed over nothing went out, and it is tried again; after that nobody knows."""
    async with transaction(act) as tx:
        found = await locked_message(tx, message_id)
        attempt = await tx.connection.fetchrow(_LOCKED, attempt_id)
        if found is None or attempt is None:
            return False
        if attempt["handed_over_at"] is not None:
            await end_attempt(tx, attempt_id, AttemptOutcome.UNKNOWN, response=_WHY_UNKNOWN)
            await change_message(
                tx,
                found[0],
                OutreachStatus.UNKNOWN,
                ActivityKind.OUTREACH_MESSAGE_UNKNOWN,
                error=_WHY_UNKNOWN,
                was_tried=True,
            )
            return True
        reservation_id = await reservation_of(tx.connection, attempt_id)
        if reservation_id is not None:
            await release(tx.connection, reservation_id)
        await end_attempt(tx, attempt_id, AttemptOutcome.ABANDONED)
        await tx.connection.execute(_LATER, message_id, _UNSUSPICIOUS, act.at)
        return True


async def tidy(act: Act) -> None:
    """Give back what is reserved for nothing, withdraw tasks whose message was stopped, and skip what waits in vain."""
    async with reading() as connection:
        await connection.execute(_SKIP, act.at)
        for row in await connection.fetch(_STRAY):
            await release(connection, row["id"])
        await connection.execute(_WITHDRAW, _WHY_WITHDRAWN, act.actor, act.at)
