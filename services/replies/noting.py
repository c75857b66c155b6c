"""Noting an answer which a person has before them: what it says is told by its words, as for any other."""

from dataclasses import dataclass
from datetime import datetime

from models import Channel, ReplyKind
from services.contact_events.drafts import EARLIEST, FURTHEST_AHEAD
from services.errors import ErrorCode
from services.leads.refusing import raise_if_any
from services.replies.classifying import classify
from services.replies.recording import LONGEST_KEY, IncomingReply, RecordedReply, record
from services.transaction import Act
from services.validation import Findings

LONGEST_TEXT = 50_000


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """An answer to be noted. It came just now, unless `received_at` says when.

    Whoever notes under a `key` again gets the first reply, and changes nothing.
    """

    lead_id: int
    channel: Channel
    text: str
    received_at: datetime | None = None
    outreach_message_id: int | None = None
    key: str | None = None


async def note_reply(draft: ReplyDraft, act: Act) -> RecordedReply:
    """Record an answer of a person. Raises InvalidInput, or NotFound on `lead_id` or `outreach_message_id`."""
    findings = Findings()
    text = findings.required_text(("text",), draft.text, LONGEST_TEXT)
    key = None if draft.key is None else findings.required_text(("key",), draft.key, LONGEST_KEY)
    received_at = draft.received_at or act.at
    if not EARLIEST <= received_at <= act.at + FURTHEST_AHEAD:
        message = f"This must lie between the year {EARLIEST.year} and a day from now."
        findings.add(("received_at",), ErrorCode.OUT_OF_RANGE, message)
    await raise_if_any(findings, draft.lead_id)
    intent, reason = classify(text)
    reply = IncomingReply(
        key=key,
        channel=draft.channel,
        lead_id=draft.lead_id,
        outreach_message_id=draft.outreach_message_id,
        kind=ReplyKind.REPLY,
        intent=intent,
        permanent=None,
        reason=reason,
        sender=None,
        subject=None,
        text=text,
        received_at=received_at,
    )
    return await record(reply, act)
