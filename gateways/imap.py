"""Mails that came in, by IMAP: read, and left in the mailbox as they are."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from aioimaplib import AioImapException, aioimaplib

from gateways.security import Security, tls

# It would log mails and passwords.
logger = logging.getLogger(__name__)
logging.getLogger("aioimaplib").setLevel(logging.WARNING)

_UID_VALIDITY = re.compile(rb"\[UIDVALIDITY ([1-9]\d{0,9})\]", re.IGNORECASE)
_UID = re.compile(rb"\bUID (\d{1,10})\b")
_INTERNAL_DATE = re.compile(rb'\bINTERNALDATE "([^"]{1,40})"')
_PATIENCE = 10
"""A mail may take so many times as long as an answer, as long as something comes."""
_LONGEST_ANSWER = 300


class MailboxUnreadable(Exception):
    """The mailbox could not be read; the message says why, and holds no secret."""


@dataclass(frozen=True, slots=True)
class ImapSettings:
    """A mailbox, and how it is reached. Times are in seconds."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    mailbox: str = "INBOX"
    """ASCII; others in modified UTF-7 (RFC 3501, 5.1.3)."""
    security: Security = Security.TLS
    ca_file: Path | None = None
    """Certificates to trust besides the system's."""
    timeout: float = 30
    """For each answer of the server."""
    max_mail_bytes: int = 1024 * 1024
    """As much of a mail is read, from its beginning."""

    @property
    def name(self) -> str:
        """What the mailbox is known by."""
        return f"{self.username}@{self.host}:{self.port}/{self.mailbox}"


@dataclass(frozen=True, slots=True)
class ReceivedMail:
    """A mail as it lies in the mailbox."""

    uid: int
    received_at: datetime | None
    """By our own mail server's clock, aware UTC. None where it does not tell."""
    content: bytes
    """At most `max_mail_bytes`: what is longer is cut."""


class Mailbox:
    """A mailbox that was opened. Raises MailboxUnreadable wherever its server fails or takes too long."""

    def __init__(self, settings: ImapSettings) -> None:
        self.uid_validity = 0
        """Where this changes, all UIDs have (RFC 3501, 2.3.1.1)."""
        self._settings = settings
        self._deadline: asyncio.Timeout | None = None
        self._is_lost = False
        context = tls(settings.ca_file) if settings.security is not Security.NONE else None
        self._upgrade = context if settings.security is Security.STARTTLS else None
        client: Any = aioimaplib.IMAP4(
            settings.host,
            settings.port,
            timeout=settings.timeout,
            conn_lost_cb=self._lose,
            ssl_context=context if settings.security is Security.TLS else None,
        )
        self._client, self._hear = client, client.protocol.data_received
        client.protocol.data_received = self._receive

    async def uids_after(self, uid: int, since: date | None = None) -> list[int]:
        """The UIDs above this one, ascending; with `since` only those of mails which came on that day or later."""
        # "5:*" has the last mail, too, where that is before 5.
        criteria = ["UID", f"{uid + 1}:*"]
        if since is not None:
            criteria += ["SINCE", f"{since.day}-{aioimaplib.Months[since.month]}-{since.year}"]
        lines = await self._ask(self._client.uid_search(*criteria, charset=None))
        found = {int(word) for line in lines[:-1] for word in bytes(line).split() if word.isdigit()}
        return sorted(one for one in found if one > uid)

    async def mail(self, uid: int) -> ReceivedMail | None:
        """A mail, still unread for whoever reads the mailbox; None where it is gone."""
        items = f"(UID INTERNALDATE BODY.PEEK[]<0.{self._settings.max_mail_bytes}>)"
        lines = await self._ask(self._client.uid("FETCH", str(uid), items), patience=_PATIENCE)
        # Others' changes may be told in between; literals, and they alone, are bytearrays.
        for place, line in enumerate(lines[:-1]):
            told = _UID.search(line) if isinstance(line, bytes) else None
            if told is not None and int(told[1]) == uid and isinstance(lines[place + 1], bytearray):
                content = bytes(lines[place + 1][: self._settings.max_mail_bytes])
                return ReceivedMail(uid, _received_at(line), content)
        return None

    async def open(self) -> None:
        """Connect, log in and open the mailbox, in this order and once."""
        settings, protocol = self._settings, self._client.protocol
        await self._ask(self._client.wait_hello_from_server())
        if self._upgrade is not None:
            await self._start_tls(self._upgrade)
        await self._ask(protocol.login(aioimaplib.quoted(settings.username), settings.password))
        # EXAMINE would suit better, but the library drops what is answered to it.
        lines = await self._ask(protocol.select(aioimaplib.quoted(settings.mailbox)))
        told = [found for line in lines if (found := _UID_VALIDITY.search(line))]
        if not told:
            raise MailboxUnreadable("The mail server does not tell by what UIDs it knows mails.")
        self.uid_validity = int(told[0][1])

    async def close(self) -> None:
        """Say goodbye, where there is a connection."""
        if not self._is_lost and self._client.get_state() in {"AUTH", "SELECTED"}:
            with suppress(AioImapException, OSError, TimeoutError):
                async with asyncio.timeout(min(2, self._settings.timeout)):
                    await self._client.protocol.logout()
        self._client._client_task.cancel()
        for task in self._client.protocol.tasks:
            task.cancel()
        if self._client.protocol.transport is not None:
            self._client.protocol.transport.abort()

    async def _start_tls(self, context: Any) -> None:
        """Encrypt before anything is said; what was said before is forgotten (RFC 3501, 6.2.1)."""
        client, protocol, loop = self._client, self._client.protocol, asyncio.get_running_loop()
        if not client.has_capability("STARTTLS"):
            raise MailboxUnreadable("The mail server does not offer STARTTLS.")
        await self._ask(protocol.execute(aioimaplib.Command("STARTTLS", protocol.new_tag(), loop=loop)))
        if protocol.incomplete_line:
            raise MailboxUnreadable("Somebody spoke before the connection was encrypted.")

        async def encrypt() -> None:
            host = self._settings.host
            protocol.transport = await loop.start_tls(protocol.transport, protocol, context, server_hostname=host)
            await protocol.capability()

        await self._ask(encrypt())

    async def _ask(self, answering: Awaitable[Any], *, patience: int = 1) -> list[Any]:
        """The lines of an answer, the last of which says how it ended; none for what answers nothing."""
        try:
            async with asyncio.timeout(self._settings.timeout * patience) as deadline:
                self._deadline = deadline
                if self._is_lost:
                    self._lose(None)
                response = await answering
        except (TimeoutError, aioimaplib.CommandTimeout) as error:
            reason = "closed the connection" if self._is_lost else "did not answer in time"
            raise MailboxUnreadable(f"The mail server {reason}.") from error
        except (AioImapException, OSError, ValueError, RecursionError) as error:
            raise MailboxUnreadable((str(error) or type(error).__name__)[:_LONGEST_ANSWER]) from error
        finally:
            self._deadline = None
        if response is None:
            return []
        if response.result != "OK":
            said = bytes(response.lines[-1]).decode(errors="replace") if response.lines else ""
            raise MailboxUnreadable(f"The mail server answered {response.result}: {said}"[:_LONGEST_ANSWER])
        lines: list[Any] = response.lines
        return lines

    def _receive(self, data: bytes) -> None:
        """What the library raises here would be logged by asyncio, and names the command: with LOGIN, the password."""
        try:
            self._hear(data)
        except Exception as error:
            logger.warning("what %s answers is no IMAP: %s", self._settings.name, type(error).__name__)
            self._client.protocol.transport.abort()
            self._lose(None)

    def _lose(self, error: Exception | None) -> None:
        """The library would go on waiting for the answer."""
        self._is_lost = True
        if self._deadline is not None:
            self._deadline.reschedule(asyncio.get_running_loop().time())


@asynccontextmanager
async def open_mailbox(settings: ImapSettings) -> AsyncIterator[Mailbox]:
    """A connection to the mailbox, closed on leaving. Raises MailboxUnreadable."""
    try:
        mailbox = Mailbox(settings)
    except OSError as error:
        raise MailboxUnreadable(f"{settings.ca_file}: {error}") from error
    try:
        await mailbox.open()
        yield mailbox
    finally:
        await mailbox.close()


def _received_at(line: bytes) -> datetime | None:
    found = _INTERNAL_DATE.search(line)
    try:
        return datetime.strptime(found[1].decode().strip(), "%d-%b-%Y %H:%M:%S %z").astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None
