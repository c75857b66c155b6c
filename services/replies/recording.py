"""Recording what came back, once, with all that follows from it: the lead moves, sequences stop, addresses rest."""

from dataclasses import dataclass
from datetime import datetime

from models import (
    ActivityKind,
    Channel,
    ContactDirection,
    EnrolmentStop,
    ReplyIntent,
    ReplyKind,
)
from services.activity import Subject
from services.contact_events.drafts import LONGEST_SUMMARY, ContactEventDraft
from services.contact_events.logging import log_in
from services.deadlocks import again_after_deadlocks
from services.errors import NotFound
from services.leads.refusing import is_key
from services.outreach.stopping import stop_enrolments
from services.replies.resting import rest_bounced, rest_person
from services.transaction import Act, Transaction, transaction

LONGEST_KEY = 600
"""Characters of up to four bytes: PostgreSQL indexes texts of up to 2,704 bytes."""

# Who records under the same key at the same time waits here until the first has committed.
_STORE = """
INSERT INTO replies (key, channel, lead_id, outreach_message_id, kind, intent, permanent, reason, sender, subject,
    text, received_at, created_at, actor)
SELECT coalesce($1, 'recorded:' || gen_random_uuid()), $2, lead.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
FROM leads lead WHERE lead.id = $3
ON CONFLICT (key) DO NOTHING RETURNING id
"""
_FIRST = "SELECT id, lead_id FROM replies WHERE key = $1"
_OF_LEAD = "SELECT true FROM outreach_messages WHERE id = $1 AND lead_id = $2"
_CAMPAIGN = "SELECT campaign_id FROM leads WHERE id = $1"
_LINK = "UPDATE replies SET contact_event_id = $2 WHERE id = $1"


@dataclass(frozen=True, slots=True)
class IncomingReply:
    """A message that came back, as it is to be recorded: its kind and intent are settled, its texts can be stored.

    `key` is what it is recorded once by, its Message-ID or a text of the caller's, at most `LONGEST_KEY` characters;
    without one it is always another one. `intent` is of a REPLY, `permanent` of a BOUNCE; `reason` says by what all
    three were told. `received_at` is when it reached us by our own mail server's clock: the sender's Date can be wrong.
    """

    key: str | None
    channel: Channel
    lead_id: int
    outreach_message_id: int | None
    kind: ReplyKind
    intent: ReplyIntent | None
    permanent: bool | None
    reason: str
    sender: str | None
    subject: str | None
    text: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class RecordedReply:
    """The reply as it is stored: the first one under its key, whose lead may be another by now."""

    id: int
    lead_id: int
    is_new: bool


@again_after_deadlocks
async def record(reply: IncomingReply, act: Act) -> RecordedReply:
    """Record a reply in a transaction of its own. Raises NotFound on `lead_id` or `outreach_message_id`."""
    async with transaction(act) as tx:
        return await record_in(tx, reply)


async def record_in(tx: Transaction, reply: IncomingReply) -> RecordedReply:
    """The same within an open transaction, which may have to be begun again after a deadlock.

    What was recorded under the key before is given back, and nothing changes. Locks enrolments, then the lead.
    """
    if reply.key is not None:
        first = await _first(tx, reply.key)
        if first is not None:
            return first
    await _check_message(tx, reply)
    reply_id = await _store(tx, reply)
    if reply_id is None:
        first = None if reply.key is None else await _first(tx, reply.key)
        if first is None:
            raise NotFound(("lead_id",), "lead")
        return first
    match reply.kind:
        case ReplyKind.REPLY:
            await _answered(tx, reply, reply_id)
        case ReplyKind.BOUNCE if reply.permanent:
            await stop_enrolments(tx, [reply.lead_id], EnrolmentStop.BOUNCED)
            await rest_bounced(tx, reply.lead_id, reply.outreach_message_id, reply.reason)
        case _:
            pass
    await _tell(tx, reply, reply_id)
    return RecordedReply(reply_id, reply.lead_id, is_new=True)


async def _answered(tx: Transaction, reply: IncomingReply, reply_id: int) -> None:
    """What follows from a person's answer. Sequences stop as REPLIED, whatever the person says."""
    await stop_enrolments(tx, [reply.lead_id], EnrolmentStop.REPLIED)
    spoken = reply.text.strip() or (reply.subject or "").strip() or "An answer without a text."
    event = ContactEventDraft(
        reply.lead_id, reply.channel, ContactDirection.INBOUND, spoken[:LONGEST_SUMMARY], reply.received_at
    )
    await tx.connection.execute(_LINK, reply_id, await log_in(tx, event))
    if reply.intent is ReplyIntent.UNSUBSCRIBE:
        sender = reply.sender if reply.channel is Channel.EMAIL else None
        await rest_person(tx, reply.lead_id, reply.outreach_message_id, sender, reply.reason)


async def _store(tx: Transaction, reply: IncomingReply) -> int | None:
    """The new reply's id; None where there is one under its key, or no such lead."""
    if not is_key(reply.lead_id):
        return None
    stored: int | None = await tx.connection.fetchval(
        _STORE,
        reply.key,
        reply.channel,
        reply.lead_id,
        reply.outreach_message_id,
        reply.kind,
        reply.intent,
        reply.permanent,
        reply.reason,
        reply.sender,
        reply.subject,
        reply.text,
        reply.received_at,
        tx.act.at,
        tx.act.actor,
    )
    return stored


async def _first(tx: Transaction, key: str) -> RecordedReply | None:
    row = await tx.connection.fetchrow(_FIRST, key)
    return None if row is None else RecordedReply(row["id"], row["lead_id"], is_new=False)


async def _check_message(tx: Transaction, reply: IncomingReply) -> None:
    message_id = reply.outreach_message_id
    if message_id is None:
        return
    if not is_key(message_id) or not await tx.connection.fetchval(_OF_LEAD, message_id, reply.lead_id):
        raise NotFound(("outreach_message_id",), "message to this lead")


async def _tell(tx: Transaction, reply: IncomingReply, reply_id: int) -> None:
    """Of the lead, so that whoever watches it hears of it. The log outlasts erasures, so it has no texts."""
    intent = {} if reply.intent is None else {"intent": reply.intent}
    tx.log(
        ActivityKind.REPLY_RECORDED,
        Subject.LEAD,
        reply.lead_id,
        campaign_id=await tx.connection.fetchval(_CAMPAIGN, reply.lead_id),
        reply_id=reply_id,
        channel=reply.channel,
        reply_kind=reply.kind,
        **intent,
    )
