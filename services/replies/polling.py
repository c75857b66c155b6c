"""Polling a mailbox: each mail in it is looked at once, and what answers a message of ours is recorded."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import asyncpg

from gateways.imap import ImapSettings, Mailbox, MailboxUnreadable, ReceivedMail, open_mailbox
from gateways.security import Security
from models import Channel, ReplyKind
from services.errors import NotFound
from services.replies.classifying import classify
from services.replies.matching import Answered, answered_by
from services.replies.own_words import own_words
from services.replies.reading_mail import Mail, read_mail
from services.replies.recording import IncomingReply, record
from services.transaction import Act, reading

__all__ = ["ImapSettings", "MailboxUnreadable", "PolledMailbox", "Security", "hold_mailbox", "poll_mailbox"]

logger = logging.getLogger(__name__)

ACTOR = "mailbox"

_LOCKS = 0x6D626F78
"""Keeps these locks apart from other advisory locks in the database."""
_HOLD = "SELECT pg_try_advisory_lock($1, hashtext($2))"
_POSITION = "SELECT uid_validity, last_uid FROM mailbox_positions WHERE mailbox = $1"
_MOVE = """
INSERT INTO mailbox_positions (mailbox, uid_validity, last_uid, read_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (mailbox) DO UPDATE SET uid_validity = $2, last_uid = $3, read_at = $4, error = NULL
"""
_FAILED = """
INSERT INTO mailbox_positions (mailbox, uid_validity, last_uid, read_at, error) VALUES ($1, 0, 0, $2, $3)
ON CONFLICT (mailbox) DO UPDATE SET error = $3
"""
_FIRST_SENT = "SELECT min(coalesce(sent_at, updated_at)) FROM outreach_messages WHERE provider_message_id IS NOT NULL"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PolledMailbox:
    """A mailbox to which answers come. The values here are the settings' defaults."""

    imap: ImapSettings
    own_addresses: frozenset[str] = frozenset()
    """From which our own people write, in lower case."""
    interval: timedelta = timedelta(minutes=1)
    longest_pause: timedelta = timedelta(minutes=15)
    """Between looks at a mailbox which cannot be read."""


async def hold_mailbox(locks: asyncpg.Connection, mailbox: PolledMailbox) -> bool:
    """Take the mailbox for this process, as long as the connection lasts; False where another one has it."""
    return bool(await locks.fetchval(_HOLD, _LOCKS, mailbox.imap.name))


async def poll_mailbox(mailbox: PolledMailbox, clock: Callable[[], datetime], stop: asyncio.Event) -> int:
    """Look at each mail that was not looked at yet; how many replies were recorded anew.

    Whoever calls holds the mailbox. Raises MailboxUnreadable, after what was read until then was recorded.
    """
    name, recorded = mailbox.imap.name, 0
    try:
        async with open_mailbox(mailbox.imap) as opened:
            last_uid, since = await _position(name, opened)
            uids = await opened.uids_after(last_uid, since) if last_uid or since else []
            for uid in uids:
                if stop.is_set():
                    break
                received = await opened.mail(uid)
                if received is not None:
                    recorded += await _take(received, mailbox, clock())
                last_uid = uid
                await _execute(_MOVE, name, opened.uid_validity, uid, clock())
            await _execute(_MOVE, name, opened.uid_validity, last_uid, clock())
    except MailboxUnreadable as error:
        await _execute(_FAILED, name, clock(), str(error))
        raise
    return recorded


async def _position(name: str, opened: Mailbox) -> tuple[int, date | None]:
    """Up to where the mailbox was read, and since when mails in it can be of any interest.

    Where it was never read, or the server numbered it anew, what came before we first sent anything is left out:
    that is all of it, where there is neither.
    """
    async with reading() as connection:
        row = await connection.fetchrow(_POSITION, name)
        if row is not None and row["uid_validity"] == opened.uid_validity and row["last_uid"]:
            return row["last_uid"], None
        first_sent: datetime | None = await connection.fetchval(_FIRST_SENT)
    # Servers know days of their own time zone.
    return 0, (first_sent.astimezone(UTC) - _DAY).date() if first_sent is not None else None


async def _take(received: ReceivedMail, mailbox: PolledMailbox, now: datetime) -> bool:
    """Record what the mail is, where it answers us; whether that was new."""
    # Parsing is somebody else's bytes against the clock: requests must not wait for it.
    mail = await asyncio.to_thread(read_mail, received.content)
    for _ in range(2):
        async with reading() as connection:
            answered = await answered_by(connection, mail, mailbox.own_addresses)
        if answered is None:
            return False
        received_at = min(received.received_at or now, now)
        try:
            return (await record(await _reply(mail, answered, received_at), Act(ACTOR, now))).is_new
        except NotFound:
            continue  # deleted or merged just now
        except (asyncpg.DataError, asyncpg.ProgramLimitExceededError):
            logger.exception("mail %s of %s cannot be recorded", received.uid, mailbox.imap.name)
            return False
    return False


async def _reply(mail: Mail, answered: Answered, received_at: datetime) -> IncomingReply:
    intent, reason = None, mail.reason or ""
    if mail.kind is ReplyKind.REPLY:
        # Who has nothing to say but in the subject says it there.
        said = mail.text if own_words(mail.text).strip() else mail.subject or ""
        intent, reason = await asyncio.to_thread(classify, said)
    return IncomingReply(
        key=mail.key,
        channel=Channel.EMAIL,
        lead_id=answered.lead_id,
        outreach_message_id=answered.message_id,
        kind=mail.kind,
        intent=intent,
        permanent=mail.permanent,
        reason=reason,
        sender=mail.sender,
        subject=mail.subject,
        text=mail.text,
        received_at=received_at,
    )


async def _execute(statement: str, *arguments: object) -> None:
    async with reading() as connection:
        await connection.execute(statement, *arguments)
