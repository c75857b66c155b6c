"""The next message of an enrolment: written for the lead as it is when its turn comes."""

from datetime import timedelta

from models import Channel, EnrolmentStatus, EnrolmentStop
from services.outreach.drafts import MessageDraft, store_messages
from services.outreach.rendering import Text, Unwritable, write
from services.outreach.stopping import end_enrolments
from services.outreach.timing import turn_of
from services.outreach.variables import known_of
from services.safety.keeping import in_force
from services.safety.usage import recipient_of
from services.transaction import Transaction

_LOCK = "SELECT status, lead_id, sequence_id FROM enrolments WHERE id = $1 FOR NO KEY UPDATE"

_STEP = """
WITH done AS (
    SELECT coalesce(max(step), 0) AS step FROM outreach_messages WHERE enrolment_id = $1
)
SELECT step.number, step.delay_minutes, step.subject, step.body, sequence.channel, lead.campaign_id,
    clock_timestamp() AS now
FROM done, outreach_sequences sequence, sequence_steps step, leads lead
WHERE sequence.id = $2 AND step.sequence_id = sequence.id AND step.number = done.step + 1 AND lead.id = $3
"""

_COMPLETE = "UPDATE enrolments SET status = $2, ended_at = greatest(enrolled_at, $3::timestamptz) WHERE id = $1"


async def make_next_message(tx: Transaction, enrolment_id: int) -> int | None:
    """Make the message of the step after the last one, and return its id; complete the enrolment if there is none.

    It is due the step's delay after now (`tx.act.at`). One that cannot be written, since something is not known of the
    lead any more, is FAILED from the start, has the template's text, and ends the enrolment. None, too, where the
    enrolment is not ACTIVE.
    """
    enrolment = await tx.connection.fetchrow(_LOCK, enrolment_id)
    if enrolment is None or enrolment["status"] != EnrolmentStatus.ACTIVE:
        return None
    lead_id = enrolment["lead_id"]
    step = await tx.connection.fetchrow(_STEP, enrolment_id, enrolment["sequence_id"], lead_id)
    if step is None:
        await tx.connection.execute(_COMPLETE, enrolment_id, EnrolmentStatus.COMPLETED, tx.act.at)
        return None
    channel, template = Channel(step["channel"]), Text(step["subject"], step["body"])
    recipient = await recipient_of(tx.connection, lead_id, channel)
    assert recipient is not None, "an enrolment has a lead"
    to = (enrolment_id, lead_id, step["number"], recipient.address)
    try:
        text = write(template, (await known_of(tx.connection, [lead_id]))[lead_id])
    except Unwritable as problem:
        failed = MessageDraft(*to, template, None, str(problem))
        (message_id,) = await store_messages(tx, step["campaign_id"], channel, [failed])
        await end_enrolments(tx, {enrolment_id: EnrolmentStop.FAILED})
        return message_id
    due_at = tx.act.at + timedelta(minutes=step["delay_minutes"])
    settings = await in_force(tx.connection)
    turn = await turn_of(tx.connection, settings, channel, recipient, due_at=due_at, now=step["now"])
    (message_id,) = await store_messages(tx, step["campaign_id"], channel, [MessageDraft(*to, text, turn)])
    return message_id
