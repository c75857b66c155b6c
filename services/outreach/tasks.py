"""Tasks: messages which people send by hand, where a channel's terms forbid programs to. The limits are the same."""

from models import ActivityKind, AttemptOutcome, EnrolmentStop, OutreachStatus, TaskOutcome
from services.deadlocks import again_after_deadlocks
from services.errors import Conflict, ErrorCode, NotFound
from services.outreach.changing import change_message, end_attempt, note_sent
from services.outreach.finishing import Reserved
from services.outreach.message import locked_message
from services.outreach.stopping import end_enrolments
from services.safety.reserving import release
from services.transaction import Act, Transaction, transaction
from services.validation import Findings

LONGEST_NOTE = 2_000

_MAKE = "INSERT INTO outreach_tasks (message_id, created_at) VALUES ($1, $2)"
_LOCKED = "SELECT message_id, outcome FROM outreach_tasks WHERE id = $1 FOR NO KEY UPDATE"
_END = "UPDATE outreach_tasks SET outcome = $2, note = $3, actor = $4, ended_at = $5 WHERE id = $1"
_ATTEMPT = """
SELECT attempt.id, reservation.id AS reservation_id FROM delivery_attempts attempt
LEFT JOIN safety_reservations reservation ON reservation.attempt_id = attempt.id
WHERE attempt.message_id = $1 ORDER BY attempt.number DESC LIMIT 1
"""
_DELIVERED = "UPDATE delivery_attempts SET outcome = 'SENT', ended_at = $2 WHERE id = $1"


@again_after_deadlocks
async def make_task(reserved: Reserved, act: Act) -> None:
    """Give a message that may be sent now to a person. Its units stay reserved until the task has ended."""
    claim = reserved.claim
    async with transaction(act) as tx:
        found = await locked_message(tx, claim.message.id)
        if found is None or found[1] is not OutreachStatus.SCHEDULED:
            await release(tx.connection, reserved.reservation_id)
            await end_attempt(tx, claim.attempt_id, AttemptOutcome.ABANDONED, response="It was stopped meanwhile.")
            return
        if not await end_attempt(tx, claim.attempt_id, AttemptOutcome.DEFERRED, response="It waits for a person."):
            return
        await tx.connection.execute(_MAKE, claim.message.id, act.at)
        await change_message(
            tx,
            claim.message,
            OutreachStatus.PENDING,
            ActivityKind.OUTREACH_TASK_CREATED,
            decision=reserved.decision,
        )


@again_after_deadlocks
async def complete_task(task_id: int, outcome: TaskOutcome, note: str | None, act: Act) -> int:
    """End a task and return its message's id. DONE is as if a program had sent the message; DISMISSED skips it.

    Raises InvalidInput, NotFound, or Conflict where the task has ended. Whoever says the same again is told nothing
    new, and changes nothing.
    """
    findings = Findings()
    note = findings.optional_text(("note",), note, LONGEST_NOTE)
    findings.raise_if_any()
    async with transaction(act) as tx:
        task = await tx.connection.fetchrow(_LOCKED, task_id)
        if task is None:
            raise NotFound(("id",), "task")
        message_id: int = task["message_id"]
        if task["outcome"] == outcome:
            return message_id
        if task["outcome"] is not None:
            message = f"This task was ended already: {task['outcome']}."
            raise Conflict(("id",), ErrorCode.CONFLICT, message, {"outreach_task": task_id})
        await tx.connection.execute(_END, task_id, outcome, note, act.actor, act.at)
        await _follow(tx, message_id, outcome)
    return message_id


async def _follow(tx: Transaction, message_id: int, outcome: TaskOutcome) -> None:
    """What follows for the message. It may have been stopped meanwhile; what a person sent was sent all the same."""
    found = await locked_message(tx, message_id)
    attempt = await tx.connection.fetchrow(_ATTEMPT, message_id)
    assert found is not None, "a task has a message"
    message, status = found
    if outcome is TaskOutcome.DONE:
        if attempt is not None:
            await tx.connection.execute(_DELIVERED, attempt["id"], tx.act.at)
        await change_message(tx, message, OutreachStatus.SENT, ActivityKind.OUTREACH_TASK_COMPLETED, was_tried=True)
        await note_sent(tx, message, attempt["reservation_id"] if attempt is not None else None)
        return
    if attempt is not None and attempt["reservation_id"] is not None:
        await release(tx.connection, attempt["reservation_id"])
    if status is OutreachStatus.PENDING:
        await change_message(tx, message, OutreachStatus.SKIPPED, ActivityKind.OUTREACH_TASK_COMPLETED)
        await end_enrolments(tx, {message.enrolment_id: EnrolmentStop.SKIPPED})
