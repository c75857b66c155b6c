"""Which lead a mail that came in is from, told by the mails we sent. What answers none of them is not kept."""

from dataclasses import dataclass

import asyncpg

from services.replies.reading_mail import Mail

_ANSWERED = """
SELECT message.id, message.lead_id FROM unnest($1::text[]) WITH ORDINALITY listed (message_id, place)
JOIN outreach_messages message ON message.provider_message_id = listed.message_id
ORDER BY listed.place, message.id LIMIT 1
"""
_IS_OURS = "SELECT EXISTS (SELECT FROM outreach_messages WHERE provider_message_id = $1)"


@dataclass(frozen=True, slots=True)
class Answered:
    """The message of ours which a mail is about, and its lead."""

    message_id: int
    lead_id: int


async def answered_by(connection: asyncpg.Connection, mail: Mail, own_addresses: frozenset[str]) -> Answered | None:
    """What a mail is about; None where it is no business of ours.

    Copies of what we sent answer earlier mails of ours: they are no replies, and neither is what our own people write
    from `own_addresses`, which are in lower case.
    """
    if mail.sender_address in own_addresses or await connection.fetchval(_IS_OURS, mail.key):
        return None
    row = await connection.fetchrow(_ANSWERED, list(mail.answers)) if mail.answers else None
    return None if row is None else Answered(row["id"], row["lead_id"])
