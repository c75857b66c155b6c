"""E-mail by SMTP: one connection for a mailbox, kept from one message to the next."""

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

import aiosmtplib
from aiosmtplib import SMTP, SMTPException, SMTPResponseException, SMTPTimeoutError

from gateways.mime import Sender, address_of, compose
from gateways.protocol import Delivery, HandOver, Letter, Outcome
from gateways.security import Security, tls

_LONGEST_RESPONSE = 1_000
_STARTS_WITH_DOT = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """A mailbox's server. Times are in seconds."""

    host: str
    port: int
    security: Security = Security.STARTTLS
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    """Certificates to trust besides the system's."""
    timeout: float = 30
    """For each answer of the server."""


class SmtpGateway:
    """See `protocol.Gateway`."""

    def __init__(self, settings: SmtpSettings, sender: Sender) -> None:
        self._settings = settings
        self._sender = sender
        self._connected: SMTP | None = None
        self._one_at_a_time = asyncio.Lock()

    async def deliver(self, letter: Letter, hand_over: HandOver) -> Delivery:
        """See `protocol.Gateway`."""
        try:
            mail = compose(letter, self._sender)
            recipient, sender = address_of(letter.to).addr_spec, address_of(self._sender.address).addr_spec
        except ValueError as error:
            return Delivery(Outcome.PERMANENT_FAILURE, None, f"It cannot be written as an e-mail: {error}")
        content = _STARTS_WITH_DOT.sub(b"..", mail.as_bytes())
        async with self._one_at_a_time:
            try:
                return await self._send(sender, recipient, content, hand_over)
            except (SMTPException, OSError, ValueError) as error:
                # Nothing was handed over yet, and what fails here is the server's or ours, not the address's.
                await self._drop()
                return Delivery(Outcome.TEMPORARY_FAILURE, _code(error), _text(error))
            except BaseException:
                await self._drop()
                raise

    async def close(self) -> None:
        """Say goodbye, where there is a connection."""
        smtp, self._connected = self._connected, None
        if smtp is not None and smtp.is_connected:
            try:
                async with asyncio.timeout(2):
                    await smtp.quit()
            except (SMTPException, OSError, TimeoutError):
                smtp.close()

    async def _send(self, sender: str, recipient: str, content: bytes, hand_over: HandOver) -> Delivery:
        smtp = await self._connection()
        utf8 = not (sender + recipient).isascii()
        if utf8 and not smtp.supports_extension("smtputf8"):
            return Delivery(Outcome.TEMPORARY_FAILURE, None, "Our mail server takes addresses of ASCII alone.")
        await smtp.mail(sender, options=["SMTPUTF8"] if utf8 else None, encoding="utf-8" if utf8 else "ascii")
        try:
            await smtp.rcpt(recipient, encoding="utf-8" if utf8 else "ascii")
        except aiosmtplib.SMTPRecipientRefused as error:
            return _refused(error.code, error.message)
        answer = await smtp.execute_command(b"DATA")
        if answer.code != aiosmtplib.SMTPStatus.start_input:
            return _refused(answer.code, answer.message)
        if not await hand_over():
            await self._drop()  # what was begun and not ended is no mail (RFC 5321, 4.1.1.4)
            return Delivery(Outcome.WITHHELD)
        return await self._transmit(smtp, content)

    async def _transmit(self, smtp: SMTP, content: bytes) -> Delivery:
        """Send what DATA announced. From here on silence does not mean that nothing went out."""
        try:
            if smtp.protocol is None:
                return Delivery(Outcome.TEMPORARY_FAILURE, None, "The connection was lost.")
            smtp.protocol.write(content + b".\r\n")
            code, message = await smtp.protocol.read_response(self._settings.timeout)
        except (SMTPException, OSError) as error:
            await self._drop()
            return Delivery(Outcome.UNKNOWN, None, _text(error))
        if code == aiosmtplib.SMTPStatus.completed:
            return Delivery(Outcome.SENT, code, message[:_LONGEST_RESPONSE])
        return _refused(code, message)

    async def _connection(self) -> SMTP:
        """The connection of before, if it is still there."""
        if self._connected is not None:
            try:
                await self._connected.rset()
                return self._connected
            except (SMTPException, OSError):
                await self._drop()
        settings = self._settings
        smtp = SMTP(
            hostname=settings.host,
            port=settings.port,
            username=settings.username,
            password=settings.password,
            timeout=settings.timeout,
            use_tls=settings.security is Security.TLS,
            start_tls=settings.security is Security.STARTTLS,
            tls_context=tls(settings.ca_file) if settings.security is not Security.NONE else None,
        )
        await smtp.connect()
        self._connected = smtp
        return smtp

    async def _drop(self) -> None:
        smtp, self._connected = self._connected, None
        if smtp is not None:
            smtp.close()


def _refused(code: int, message: str) -> Delivery:
    """What a server's answer to a recipient, or to a message, comes to (RFC 5321, 4.2.1)."""
    permanent = 500 <= code < 600
    outcome = Outcome.PERMANENT_FAILURE if permanent else Outcome.TEMPORARY_FAILURE
    return Delivery(outcome, code, message[:_LONGEST_RESPONSE])


def _code(error: Exception) -> int | None:
    return error.code if isinstance(error, SMTPResponseException) else None


def _text(error: Exception) -> str:
    if isinstance(error, SMTPTimeoutError):
        return "The mail server did not answer in time."
    return (str(error) or type(error).__name__)[:_LONGEST_RESPONSE]
