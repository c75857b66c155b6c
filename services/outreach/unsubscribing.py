"""Unsubscribing: whoever has the link of a message may have its address left in peace, without further questions."""

from models import ActivityKind, EnrolmentStop, SuppressionKind, SuppressionSource
from services.activity import Subject
from services.deadlocks import again_after_deadlocks
from services.outreach.changing import suppress_address
from services.outreach.links import read_link
from services.outreach.stopping import stop_enrolments
from services.transaction import Act, reading, transaction

_TO_WHOM = "SELECT lead_id, recipient FROM outreach_messages WHERE id = $1"

# The message is gone, and with it the address; its digest is enough.
_BY_DIGEST = """
INSERT INTO suppressions (kind, value, digest, source, actor, created_at) VALUES ($1, NULL, $2, $3, $4, $5)
ON CONFLICT (kind, digest) DO UPDATE SET source = excluded.source, actor = excluded.actor, expires_at = NULL
WHERE suppressions.expires_at IS NOT NULL
RETURNING id
"""
_REASON = "Asked by the link of a message."


async def is_link(token: str) -> bool:
    """Whether a token is one of ours. Changes nothing."""
    async with reading() as connection:
        return await read_link(connection, token) is not None


@again_after_deadlocks
async def unsubscribe(token: str, act: Act) -> bool:
    """Suppress the address to which the token's message went, for ever; False for a token that is none of ours."""
    async with transaction(act) as tx:
        link = await read_link(tx.connection, token)
        if link is None:
            return False
        message = await tx.connection.fetchrow(_TO_WHOM, link.message_id)
        if message is not None and message["recipient"] is not None:
            await suppress_address(tx, message["recipient"], SuppressionSource.UNSUBSCRIBE, _REASON)
            await stop_enrolments(tx, [message["lead_id"]], EnrolmentStop.SUPPRESSED)
        new = await tx.connection.fetchval(
            _BY_DIGEST, SuppressionKind.EMAIL, link.digest, SuppressionSource.UNSUBSCRIBE, act.actor, act.at
        )
        if new is not None:
            tx.log(ActivityKind.SUPPRESSIONS_ADDED, Subject.SUPPRESSION, new, count=1, suppression_ids=[new])
    return True
