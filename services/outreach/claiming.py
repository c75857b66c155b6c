"""Claiming due messages: each by one process, which writes its attempt down before anything else happens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

import models
from models import Channel
from services.deadlocks import again_after_deadlocks
from services.outreach.message import Message
from services.outreach.stopping import end_enrolments, why_to_stop
from services.safety.usage import recipient_of
from services.transaction import Act, transaction

_LOCKS = 0x6F757472
"""Keeps these locks apart from other advisory locks in the database."""
_LOCK = "SELECT pg_try_advisory_lock($1, ($2::bigint % 2147483647)::integer)"
_UNLOCK = "SELECT pg_advisory_unlock($1, ($2::bigint % 2147483647)::integer)"

_MOST = 50

# While all is stopped, or the channel's gap is not over, nothing is worth being claimed.
_HAS_TURN = """message.status = 'SCHEDULED' AND message.scheduled_for <= clock_timestamp()
    AND NOT coalesce((SELECT paused FROM safety_switch WHERE id = 1), true)
    AND NOT EXISTS (
        SELECT FROM safety_budgets WHERE scope = 'gap:' || message.channel AND free_at > clock_timestamp()
    )"""

# An enrolment that began live waits where live sending is off since: it must not become a preview half way.
_DUE = f"""
SELECT message.id FROM outreach_messages message
JOIN enrolments enrolment ON enrolment.id = message.enrolment_id
JOIN campaigns campaign ON campaign.id = message.campaign_id
WHERE {_HAS_TURN}
    AND (enrolment.preview IS NOT FALSE OR campaign.outreach_live AND ($1 OR message.channel <> 'EMAIL'))
    AND NOT EXISTS (SELECT FROM delivery_attempts WHERE message_id = message.id AND outcome IS NULL)
ORDER BY message.scheduled_for, message.id LIMIT $2
"""

_TAKE = f"""
SELECT message.id, message.lead_id, message.campaign_id, message.enrolment_id, message.channel, message.step,
    message.recipient, message.subject, message.body, message.attempts, lead.email, campaign.outreach_live,
    enrolment.preview, enrolment.status AS enrolment_status
FROM outreach_messages message
JOIN enrolments enrolment ON enrolment.id = message.enrolment_id
JOIN campaigns campaign ON campaign.id = message.campaign_id
JOIN leads lead ON lead.id = message.lead_id
WHERE message.id = $1 AND {_HAS_TURN}
FOR NO KEY UPDATE OF message
"""
_AT_WORK = "SELECT EXISTS (SELECT FROM delivery_attempts WHERE message_id = $1 AND outcome IS NULL)"
_ATTEMPT = """
INSERT INTO delivery_attempts (message_id, number, started_at)
SELECT $1, coalesce(max(number), 0) + 1, clock_timestamp() FROM delivery_attempts WHERE message_id = $1
RETURNING id
"""
_ADDRESSED = "UPDATE outreach_messages SET recipient = $2 WHERE id = $1 AND recipient IS DISTINCT FROM $2"
_PREVIEW = "UPDATE enrolments SET preview = $2 WHERE id = $1 AND preview IS NULL"
_SKIP = "UPDATE outreach_messages SET status = 'SKIPPED', updated_at = $2 WHERE id = $1"
_EARLIER = """
SELECT subject, provider_message_id FROM outreach_messages
WHERE enrolment_id = $1 AND step < $2 AND status = 'SENT' AND provider_message_id IS NOT NULL ORDER BY step
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """A message in the hands of this process, and the attempt at it."""

    message: Message
    attempt_id: int
    email: str | None
    """The lead's, as it stands there."""
    recipient: str | None
    attempts: int
    """How often it was tried before."""
    is_preview: bool
    references: tuple[str, ...]
    """The Message-IDs of the steps before, in their order."""


async def due_messages(connection: asyncpg.Connection, *, is_live: bool) -> list[int]:
    """The messages whose turn it is, those that have waited longest first; a few of them."""
    return [row["id"] for row in await connection.fetch(_DUE, is_live, _MOST)]


@asynccontextmanager
async def held(connection: asyncpg.Connection, message_id: int) -> AsyncIterator[bool]:
    """Hold a message while the body runs; False where another process has it.

    Held by an advisory lock of this connection's session: whatever becomes of the program, it vanishes with it.
    """
    if not await connection.fetchval(_LOCK, _LOCKS, message_id):
        yield False
        return
    try:
        yield True
    finally:
        if not connection.is_closed():
            await connection.execute(_UNLOCK, _LOCKS, message_id)


@again_after_deadlocks
async def begin(message_id: int, act: Act, *, is_live: bool) -> Claim | None:
    """Write an attempt at a held message down; None where its turn is not, or no more.

    The enrolment's first message settles whether all of them are previews.
    """
    async with transaction(act) as tx:
        row = await tx.connection.fetchrow(_TAKE, message_id)
        if row is None or await tx.connection.fetchval(_AT_WORK, message_id):
            return None
        if row["enrolment_status"] != models.EnrolmentStatus.ACTIVE:
            await tx.connection.execute(_SKIP, message_id, act.at)
            return None
        if (reason := await why_to_stop(tx.connection, row["enrolment_id"])) is not None:
            await end_enrolments(tx, {row["enrolment_id"]: reason})
            return None
        channel = Channel(row["channel"])
        live = row["outreach_live"] and (is_live or channel is not Channel.EMAIL)
        preview = (not live) if row["preview"] is None else row["preview"]
        if not preview and not live:
            return None
        if row["preview"] is None:
            await tx.connection.execute(_PREVIEW, row["enrolment_id"], preview)
        known = await recipient_of(tx.connection, row["lead_id"], channel)
        recipient = known.address if known is not None and known.address is not None else row["recipient"]
        await tx.connection.execute(_ADDRESSED, message_id, recipient)
        attempt_id = await tx.connection.fetchval(_ATTEMPT, message_id)
        earlier = await tx.connection.fetch(_EARLIER, row["enrolment_id"], row["step"])
    subject = row["subject"] or (f"Re: {earlier[0]['subject']}" if earlier else "")
    message = Message(
        message_id, row["lead_id"], row["campaign_id"], row["enrolment_id"], channel, subject, row["body"]
    )
    references = tuple(one["provider_message_id"] for one in earlier)
    return Claim(message, attempt_id, row["email"], recipient, row["attempts"], preview, references)
