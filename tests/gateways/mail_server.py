"""A mail server in a process of its own, which treats each mail as the recipient's address asks for.

`python -m tests.gateways.mail_server FOLDER plain|starttls|tls [USER PASSWORD]` prints its port, and keeps what it
takes in the folder: `N.eml` is the mail, `N.json` its envelope. `connections` there has a line for each connection,
and `authority.pem` is who vouches for its certificate, which is made anew each time.
"""

import asyncio
import itertools
import json
import ssl
import sys
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

AUTHORITY = "authority.pem"


class Postman:
    """Takes mail, or does not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._greylisted = set[str]()

    async def handle_RCPT(  # noqa: N802 - so aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer by the address: `refused-550@`, `busy-451@`, `greylisted@`, `stalls-at-rcpt@`, or any other."""
        local = address.partition("@")[0]
        if local.startswith(("refused-", "busy-")):
            return f"{local.partition('-')[2][:3]} 5.1.1 <{address}> is not here"
        if local.startswith("greylisted") and address not in self._greylisted:
            self._greylisted.add(address)
            return "451 4.7.1 Greylisted, come again"
        if local.startswith("stalls-at-rcpt"):
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail. `spam@` is refused by its content, `swallowed@` is taken, though nobody is told."""
        local = envelope.rcpt_tos[0].partition("@")[0]
        if local.startswith("spam"):
            return "554 5.7.1 This looks like spam"
        number = next(self._numbers)
        assert isinstance(envelope.content, bytes)
        (self._folder / f"{number}.json").write_text(json.dumps([envelope.mail_from, envelope.rcpt_tos]))
        written = self._folder / f"{number}.part"
        written.write_bytes(envelope.content)
        written.rename(self._folder / f"{number}.eml")
        if local.startswith("swallowed"):
            assert server.transport is not None
            server.transport.close()
        if local.startswith("stalls-at-end"):
            await asyncio.sleep(3600)
        return "250 OK: taken"


class MailServer(SMTP):
    """A server which can stall at DATA, and drop the line in the midst of a mail."""

    folder: Path

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the connection."""
        with (self.folder / "connections").open("a") as file:
            file.write("one\n")
        super().connection_made(transport)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """Ask for the mail, as far as it wants it."""
        assert self.envelope is not None
        assert isinstance(self.transport, asyncio.Transport)
        local = self.envelope.rcpt_tos[0].partition("@")[0] if self.envelope.rcpt_tos else ""
        if local.startswith("stalls-at-data"):
            await asyncio.sleep(3600)
        if local.startswith("drops-before-data"):
            self.transport.close()
            return
        if local.startswith("drops"):
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def _authenticator(user: str, password: str) -> Any:
    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
        wanted = LoginPassword(user.encode(), password.encode())
        return AuthResult(success=given == wanted, handled=False)

    return check


async def main(folder: Path, manner: str, user: str | None, password: str | None) -> None:
    """Serve until killed."""
    authority, tls = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    authority.cert_pem.write_to_path(str(folder / AUTHORITY))
    MailServer.folder = folder
    postman = Postman(folder)
    loop = asyncio.get_running_loop()
    options: dict[str, Any] = {"enable_SMTPUTF8": True, "timeout": 3600}
    if manner == "starttls":
        options |= {"tls_context": tls, "require_starttls": True}
    if user is not None and password is not None:
        options |= {
            "authenticator": _authenticator(user, password),
            "auth_required": True,
            "auth_require_tls": manner == "starttls",
        }
    server = await loop.create_server(
        lambda: MailServer(postman, loop=loop, **options),
        "127.0.0.1",
        0,
        ssl=tls if manner == "tls" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    _, place, how, *credentials = sys.argv
    asyncio.run(main(Path(place), how, *(credentials or (None, None))))
