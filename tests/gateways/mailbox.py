"""The mail server's process, and what it took, read by another library than the one that wrote it."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fast_mail_parser import PyMail, parse_email

from gateways.security import Security
from gateways.smtp import SmtpSettings
from tests.gateways.mail_server import AUTHORITY

REPOSITORY = Path(__file__).parents[2]
_SECURITY = {"plain": Security.NONE, "starttls": Security.STARTTLS, "tls": Security.TLS}


@dataclass(frozen=True, slots=True)
class MailServer:
    """A running mail server."""

    folder: Path
    port: int
    manner: str

    def settings(self, *, timeout: float = 5, username: str | None = None, password: str | None = None) -> SmtpSettings:
        """How it is reached."""
        return SmtpSettings(
            "127.0.0.1",
            self.port,
            _SECURITY[self.manner],
            username,
            password,
            self.folder / AUTHORITY,
            timeout=timeout,
        )

    @property
    def url(self) -> str:
        """The same, as the program's setting names it."""
        scheme = {"plain": "smtp+plain", "starttls": "smtp", "tls": "smtps"}[self.manner]
        return f"{scheme}://127.0.0.1:{self.port}"

    @property
    def raw(self) -> list[bytes]:
        """What it took, in the order in which it did."""
        files = sorted(self.folder.glob("*.eml"), key=lambda file: int(file.stem))
        return [file.read_bytes() for file in files]

    @property
    def mails(self) -> list[PyMail]:
        """The same, parsed."""
        return [parse_email(raw) for raw in self.raw]

    @property
    def envelopes(self) -> list[tuple[str, list[str]]]:
        """From whom to whom each went."""
        files = sorted(self.folder.glob("*.json"), key=lambda file: int(file.stem))
        return [tuple(json.loads(file.read_text())) for file in files]

    @property
    def connections(self) -> int:
        """How often somebody connected."""
        file = self.folder / "connections"
        return len(file.read_text().splitlines()) if file.exists() else 0


@asynccontextmanager
async def mail_server(folder: Path, manner: str = "plain", *credentials: str) -> AsyncIterator[MailServer]:
    """A mail server on a free port, killed on leaving."""
    folder.mkdir(parents=True, exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.gateways.mail_server",
        str(folder),
        manner,
        *credentials,
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), 30)
        yield MailServer(folder, int(line), manner)
    finally:
        process.kill()
        await process.wait()
