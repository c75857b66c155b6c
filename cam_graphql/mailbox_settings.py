"""The settings of the mailbox to which leads answer, as variables."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, ByteSize, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.outreach_settings import is_this_machine
from services.replies.polling import ImapSettings, PolledMailbox, Security

_SECURITY = {"imaps": Security.TLS, "imap": Security.STARTTLS, "imap+plain": Security.NONE}
_PORTS = {"imaps": 993, "imap": 143, "imap+plain": 143}


def _usable_imap_url(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in _SECURITY or not parts.hostname:
        raise ValueError("it must be imaps://user:password@host, imap://… (which uses STARTTLS) or imap+plain://…")
    _ = parts.port  # raises ValueError where it is none
    if not parts.username or not parts.password:
        raise ValueError("it needs a user and a password, with %40 for an @ in them")
    texts = [unquote(one) for one in (parts.username, parts.password, parts.path)]
    if any(not text.isprintable() for text in texts) or not texts[2].isascii() or parts.query or parts.fragment:
        raise ValueError("it must be one address of printable characters, the mailbox's name of ASCII alone")
    if parts.scheme == "imap+plain" and not is_this_machine(parts.hostname):
        raise ValueError("a password is not sent over a connection that anybody can read; use imaps:// or imap://")
    return url


class MailboxSettings(BaseSettings):
    """`CAM_IMAP_…` say where answers come in."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    imap_url: Annotated[str | None, AfterValidator(_usable_imap_url), Field(repr=False)] = None
    """The mailbox of answers: `imaps://user:password@host:993/INBOX`, or `imap://…:143` with STARTTLS."""
    imap_ca_file: Path | None = None
    """Certificates of that server's authority, where the system does not trust it."""
    imap_timeout: Annotated[float, Field(gt=0, le=600)] = 30
    """Seconds to wait for each answer of that server."""
    imap_poll_interval: Annotated[float, Field(gt=0, le=86_400)] = 60
    """Seconds between looks at that mailbox."""
    imap_max_mail_bytes: Annotated[ByteSize, Field(ge=10_000, le=100_000_000)] = ByteSize(1024 * 1024)
    """Bytes of a mail that are read at most, from its beginning, e.g. `1MiB`."""

    def mailbox(self, own_address: str | None) -> PolledMailbox | None:
        """The mailbox, whose owners write from `own_address`; None where there is none."""
        if self.imap_url is None:
            return None
        parts = urlsplit(self.imap_url)
        username = unquote(parts.username or "")
        imap = ImapSettings(
            host=parts.hostname or "",
            port=parts.port or _PORTS[parts.scheme],
            username=username,
            password=unquote(parts.password or ""),
            mailbox=unquote(parts.path).strip("/") or "INBOX",
            security=_SECURITY[parts.scheme],
            ca_file=self.imap_ca_file,
            timeout=self.imap_timeout,
            max_mail_bytes=self.imap_max_mail_bytes,
        )
        own = frozenset(address.lower() for address in (username, own_address) if address and "@" in address)
        return PolledMailbox(imap, own, timedelta(seconds=self.imap_poll_interval))
