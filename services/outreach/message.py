"""A message as those see it who deliver and settle it."""

from dataclasses import dataclass

from models import Channel, OutreachStatus
from services.transaction import Transaction

_LOCKED = """
SELECT id, lead_id, campaign_id, enrolment_id, channel, subject, body, status FROM outreach_messages WHERE id = $1
FOR NO KEY UPDATE
"""


@dataclass(frozen=True, slots=True)
class Message:
    """A message, and whose it is. Only an e-mail has a subject."""

    id: int
    lead_id: int
    campaign_id: int
    enrolment_id: int
    channel: Channel
    subject: str | None
    body: str


async def locked_message(tx: Transaction, message_id: int) -> tuple[Message, OutreachStatus] | None:
    """The message and where it stands, which stays so until the transaction ends; None where there is none."""
    row = await tx.connection.fetchrow(_LOCKED, message_id)
    if row is None:
        return None
    message = Message(
        row["id"],
        row["lead_id"],
        row["campaign_id"],
        row["enrolment_id"],
        Channel(row["channel"]),
        row["subject"],
        row["body"],
    )
    return message, OutreachStatus(row["status"])
