"""The settings of outreach, as variables. Live sending is refused as long as something is missing that it needs."""

from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import unquote, urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, PositiveFloat, PositiveInt, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.outreach.outbox import DEFAULT_PACE, MailSettings, Pace, Security, Sender, SmtpSettings

_SECURITY = {"smtps": Security.TLS, "smtp": Security.STARTTLS, "smtp+plain": Security.NONE}
_PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}


def is_this_machine(host: str) -> bool:
    """Whether nobody else can listen to what is said to this host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _usable_smtp_url(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in _SECURITY or not parts.hostname:
        raise ValueError("it must be smtps://host, smtp://host (which uses STARTTLS) or smtp+plain://host")
    _ = parts.port  # raises ValueError where it is none
    if (parts.username is None) != (parts.password is None):
        raise ValueError("a user and a password go together")
    if parts.scheme == "smtp+plain" and parts.password is not None and not is_this_machine(parts.hostname):
        raise ValueError("a password is not sent over a connection that anybody can read; use smtps:// or smtp://")
    return url


def _usable_public_url(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    host = parts.hostname
    if not host or parts.scheme not in {"https", "http"} or parts.query or parts.fragment or not url.isascii():
        raise ValueError("it must be an address such as https://outreach.team.example")
    if parts.scheme == "http" and not is_this_machine(host):
        raise ValueError("links to unsubscribe must be https (RFC 8058)")
    return url.rstrip("/")


def _usable_address(address: str | None) -> str | None:
    if address is None:
        return None
    try:
        return validate_email(address, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error


class OutreachSettings(BaseSettings):
    """`CAM_OUTREACH_…` and `CAM_SMTP_…` say whether and how messages go out."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    outreach_live: bool = False
    """Whether messages of live campaigns go out; otherwise they are kept as previews."""
    outreach_from_name: str | None = None
    """The name of who writes."""
    outreach_from_address: Annotated[str | None, AfterValidator(_usable_address)] = None
    """The e-mail address of who writes. Live sending needs it."""
    postal_address: str | None = None
    """Where who writes can be reached by post; it stands in every e-mail. Live sending needs it."""
    public_url: Annotated[str | None, AfterValidator(_usable_public_url)] = None
    """Where recipients reach this program, to unsubscribe: `https://outreach.team.example`. Live sending needs it."""
    smtp_url: Annotated[str | None, AfterValidator(_usable_smtp_url), Field(repr=False)] = None
    """The mail server: `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS. Live sending needs it."""
    smtp_ca_file: Path | None = None
    """Certificates of the mail server's authority, where the system does not trust it."""
    smtp_timeout: Annotated[float, Field(gt=0, le=600)] = 30
    """Seconds to wait for each answer of the mail server."""
    outreach_poll_interval: Annotated[float, Field(gt=0, le=60)] = DEFAULT_PACE.poll.total_seconds()
    """Seconds between looks for messages that are due."""
    outreach_most_attempts: PositiveInt = DEFAULT_PACE.most_attempts
    """How often an e-mail is tried before it FAILED."""
    outreach_retry_pause: PositiveFloat = DEFAULT_PACE.retry_pause.total_seconds()
    """Seconds before an e-mail is tried again; twice as many before each later attempt, up to four hours."""

    @model_validator(mode="after")
    def _has_what_live_sending_needs(self) -> "OutreachSettings":
        needed = ("smtp_url", "outreach_from_address", "postal_address", "public_url")
        missing = [f"CAM_{name}".upper() for name in needed if not (getattr(self, name) or "").strip()]
        if self.outreach_live and missing:
            raise ValueError(f"outreach_live needs {', '.join(missing)}, too")
        return self

    def mail(self) -> MailSettings | None:
        """How e-mails go out; None where live sending is off."""
        if not self.outreach_live:
            return None
        assert self.smtp_url is not None
        assert self.outreach_from_address is not None
        assert self.postal_address is not None
        assert self.public_url is not None
        parts = urlsplit(self.smtp_url)
        smtp = SmtpSettings(
            host=parts.hostname or "",
            port=parts.port or _PORTS[parts.scheme],
            security=_SECURITY[parts.scheme],
            username=unquote(parts.username) if parts.username is not None else None,
            password=unquote(parts.password) if parts.password is not None else None,
            ca_file=self.smtp_ca_file,
            timeout=self.smtp_timeout,
        )
        sender = Sender(self.outreach_from_name or "", self.outreach_from_address, self.postal_address)
        return MailSettings(smtp, sender, self.public_url)

    def pace(self) -> Pace:
        """How often messages are looked for, and tried."""
        return Pace(
            poll=timedelta(seconds=self.outreach_poll_interval),
            most_attempts=self.outreach_most_attempts,
            retry_pause=timedelta(seconds=self.outreach_retry_pause),
        )

    def public_host(self) -> str | None:
        """The name under which recipients reach this program."""
        return urlsplit(self.public_url).hostname if self.public_url is not None else None
