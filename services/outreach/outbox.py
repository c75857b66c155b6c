"""What a process sends by: its gateway, where live sending is on, and how often it tries."""

from dataclasses import dataclass, field
from datetime import timedelta

from gateways.mime import Sender
from gateways.protocol import Gateway
from gateways.security import Security
from gateways.smtp import SmtpGateway, SmtpSettings

__all__ = ["DEFAULT_PACE", "MailSettings", "Outbox", "Pace", "Security", "Sender", "SmtpSettings", "open_outbox"]


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the runner looks, and how failures are tried again. The values here are the settings' defaults."""

    poll: timedelta = timedelta(seconds=1)
    """Between two looks for messages that are due. It bounds how late anything is noticed."""
    most_attempts: int = 8
    """How often a message is tried before it FAILED."""
    retry_pause: timedelta = timedelta(minutes=5)
    """Before the second attempt; twice as long before each later one."""
    longest_pause: timedelta = timedelta(hours=4)

    def pause_after(self, attempts: int) -> timedelta:
        """How long to wait after so many attempts, 1 or more."""
        return min(self.retry_pause * (1 << min(attempts - 1, 32)), self.longest_pause)


DEFAULT_PACE = Pace()


@dataclass(frozen=True, slots=True)
class MailSettings:
    """By what server e-mails go, who writes them, and where the links in them lead."""

    smtp: SmtpSettings
    sender: Sender
    public_url: str
    """Without a slash at its end."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """A process's way out. Without `gateway` live sending is off, and e-mails are kept as previews."""

    gateway: Gateway | None = None
    domain: str = "localhost"
    """Of the sender, for Message-IDs."""
    public_url: str = ""
    pace: Pace = field(default_factory=Pace)

    @property
    def is_live(self) -> bool:
        """Whether e-mails go out of campaigns that are live."""
        return self.gateway is not None

    async def close(self) -> None:
        """Give connections up."""
        if self.gateway is not None:
            await self.gateway.close()


def open_outbox(mail: MailSettings | None, pace: Pace = DEFAULT_PACE) -> Outbox:
    """The outbox of a process; `mail` is None where live sending is off."""
    if mail is None:
        return Outbox(pace=pace)
    domain = mail.sender.address.rpartition("@")[2]
    return Outbox(SmtpGateway(mail.smtp, mail.sender), domain, mail.public_url, pace)
