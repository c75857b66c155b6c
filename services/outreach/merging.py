"""What becomes of the sequences that leads are in who are to be merged: the one person is written to by one."""

from collections.abc import Sequence
from datetime import datetime

from models import EnrolmentStop, LeadStage
from services.outreach.stopping import end_enrolments
from services.transaction import Transaction

_ACTIVE = """
SELECT enrolment.id, enrolment.enrolled_at, sequence.channel FROM enrolments enrolment
JOIN outreach_sequences sequence ON sequence.id = enrolment.sequence_id
WHERE enrolment.lead_id = ANY($1::bigint[]) AND enrolment.status = 'ACTIVE'
ORDER BY enrolment.lead_id <> $2, enrolment.id
"""

_WHY = "The lead was merged with another one, who is in a sequence already."


async def keep_one_sequence(
    tx: Transaction,
    lead_ids: Sequence[int],
    *,
    stage: LeadStage,
    do_not_contact: bool,
    last_replied_at: datetime | None,
) -> None:
    """Of each channel, keep what the first of the leads is in, else the oldest, and end the others.

    All end where the person, of whom the rest is told, is WON or LOST, must not be contacted, or has answered since.
    """
    ended, over = dict[int, EnrolmentStop](), dict[int, EnrolmentStop]()
    channels = set[str]()
    for row in await tx.connection.fetch(_ACTIVE, list(lead_ids), lead_ids[0]):
        if do_not_contact:
            ended[row["id"]] = EnrolmentStop.SUPPRESSED
        elif stage in (LeadStage.WON, LeadStage.LOST):
            ended[row["id"]] = EnrolmentStop.CLOSED
        elif last_replied_at is not None and last_replied_at >= row["enrolled_at"]:
            ended[row["id"]] = EnrolmentStop.REPLIED
        elif row["channel"] in channels:
            over[row["id"]] = EnrolmentStop.CANCELLED
        channels.add(row["channel"])
    await end_enrolments(tx, ended)
    await end_enrolments(tx, over, message=_WHY)
