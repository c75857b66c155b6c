"""Mailboxes are read over real connections, from a real server and from some that are none."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gateways.imap import ImapSettings, MailboxUnreadable, open_mailbox
from gateways.security import Security
from tests.dovecot import Dovecot

MAIL = b"Subject: Hi (there\r\nMessage-ID: <1@a.example>\r\n\r\nHello {3}\r\n) * OK\r\n"


@pytest.mark.parametrize("security", Security)
async def test_mails_are_read_and_stay_as_they_are(imap_server: Dovecot, security: Security) -> None:
    user = f"reader-{security.lower()}"
    for number in range(3):
        imap_server.deliver(user, MAIL + b"%d" % number)
    today = datetime.now(UTC)
    async with open_mailbox(imap_server.settings(user, security)) as mailbox:
        assert mailbox.uid_validity > 0
        assert await mailbox.uids_after(0) == [1, 2, 3]
        assert await mailbox.uids_after(2) == [3]
        assert await mailbox.uids_after(3) == []
        assert await mailbox.uids_after(0, (today - timedelta(days=1)).date()) == [1, 2, 3]
        assert await mailbox.uids_after(0, (today + timedelta(days=2)).date()) == []
        mail = await mailbox.mail(2)
        assert mail is not None
        assert mail.content == MAIL + b"1"
        assert mail.received_at is not None
        assert abs(mail.received_at - today) < timedelta(seconds=30)
        assert await mailbox.mail(99) is None
    kept = list((imap_server.folder / "mail" / user / "Maildir").glob("*/*.tests*"))
    assert len(kept) == 3
    assert not [file for file in kept if re.search(r":2,\w", file.name)]


async def test_a_mail_is_read_up_to_its_bound_and_a_cut_is_no_end(imap_server: Dovecot) -> None:
    imap_server.deliver("huge", b"Subject: Huge\r\n\r\n" + b"x" * 70 * 100_000)
    imap_server.deliver("huge", MAIL)
    async with open_mailbox(replace(imap_server.settings("huge"), max_mail_bytes=50_000)) as mailbox:
        huge, after = await mailbox.mail(1), await mailbox.mail(2)
        assert huge is not None
        assert len(huge.content) == 50_000
        assert after is not None
        assert after.content == MAIL


async def test_thousands_of_mails_are_listed(imap_server: Dovecot) -> None:
    for number in range(3_000):
        imap_server.deliver("many", b"Subject: %d\r\n\r\n" % number)
    async with open_mailbox(imap_server.settings("many")) as mailbox:
        assert await mailbox.uids_after(0) == list(range(1, 3_001))
        assert await mailbox.uids_after(2_990) == list(range(2_991, 3_001))


async def test_what_cannot_be_read_says_why_and_no_password(imap_server: Dovecot) -> None:
    right = imap_server.settings("jo", Security.TLS)
    for wrong, reason in (
        (replace(right, password="wr0ng"), "AUTHENTICATIONFAILED"),
        (replace(right, mailbox="No such"), "doesn't exist"),
        (replace(right, ca_file=None), "certificate verify failed"),
        (replace(right, ca_file=imap_server.folder / "nothing.pem"), "nothing.pem"),
        (replace(right, port=1), "refused|Connect call failed|connect"),
        (replace(right, security=Security.NONE, timeout=0.3), "did not answer in time"),
        (replace(right, username="jo\r\nA LOGOUT"), "not allowed"),
    ):
        with pytest.raises(MailboxUnreadable, match=reason) as raised:
            async with open_mailbox(wrong):
                pass
        assert wrong.password not in f"{raised.value}{wrong}"


async def test_a_server_that_is_killed_is_noticed_at_once_and_found_again(imap_server: Dovecot) -> None:
    imap_server.deliver("survivor", MAIL)
    with pytest.raises(MailboxUnreadable):  # noqa: PT012 - all of it is needed
        async with open_mailbox(imap_server.settings("survivor", timeout=60)) as mailbox:
            assert await mailbox.uids_after(0) == [1]
            imap_server.kill()
            imap_server.start()
            async with asyncio.timeout(20):
                for _ in range(1_000):
                    await mailbox.uids_after(0)
                    await asyncio.sleep(0.01)
    async with open_mailbox(imap_server.settings("survivor")) as mailbox:
        assert await mailbox.uids_after(0) == [1]
        validity = mailbox.uid_validity
    imap_server.renumber("survivor")
    async with open_mailbox(imap_server.settings("survivor")) as mailbox:
        assert mailbox.uid_validity != validity


@asynccontextmanager
async def _server(speak: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[int]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await speak(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def _answering(*answers: bytes) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """A server which greets and gives one answer to each command; `TAG` stands for its tag. Then it hangs up."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tag = b""
        for answer in answers:
            writer.write(answer.replace(b"TAG", tag))
            await writer.drain()
            tag = (await reader.readline()).partition(b" ")[0]

    return speak


_CAPABLE = b"* CAPABILITY IMAP4rev1\r\nTAG OK\r\n"


@pytest.mark.parametrize(
    ("answers", "security", "reason"),
    [
        ((), Security.NONE, "closed the connection"),
        ((b"* OK hi\r\n", _CAPABLE), Security.NONE, "closed the connection"),
        ((b"* OK hi\r\n", _CAPABLE), Security.STARTTLS, "does not offer STARTTLS"),
        (
            (b"* PREAUTH hi\r\n", b"* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK\r\n"),
            Security.STARTTLS,
            "illegal in state",
        ),
        ((b"* OK hi\r\n", _CAPABLE, b"TAG OK\r\n", b"* 1 EXISTS\r\nTAG OK\r\n"), Security.NONE, "by what UIDs"),
        ((b"* OK hi\r\n", _CAPABLE, b"TAG OK\r\n", b"x\r\n" * 5_000 + b"TAG NO none\r\n"), Security.NONE, "."),
        ((b"* BYE busy\r\n",), Security.NONE, "closed|in time"),
    ],
)
async def test_servers_that_are_none_fail_and_nothing_hangs(
    answers: tuple[bytes, ...], security: Security, reason: str
) -> None:
    async with asyncio.timeout(5), _server(_answering(*answers)) as port:
        settings = ImapSettings("127.0.0.1", port, "jo", "secret", security=security, timeout=1)
        with pytest.raises(MailboxUnreadable, match=reason):
            async with open_mailbox(settings):
                pass


async def test_a_server_that_answers_what_nobody_asked_gets_no_password_into_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answers = (b"* OK hi\r\n", _CAPABLE, b"ZZZ9 NO nobody asked\r\n")
    async with _server(_answering(*answers)) as port:
        settings = ImapSettings("127.0.0.1", port, "jo", "HUNTER2SECRET", security=Security.NONE, timeout=5)
        with caplog.at_level("DEBUG"), pytest.raises(MailboxUnreadable, match="closed") as raised:
            async with open_mailbox(settings):
                pass
    assert f"jo@127.0.0.1:{port}/INBOX" in caplog.text
    causes = f"{raised.value!r} {raised.value.__cause__!r} {raised.value.__context__!r}"
    assert "HUNTER2SECRET" not in f"{caplog.text} {causes}"


async def test_nobody_hears_a_password_where_encryption_fails() -> None:
    heard = b""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal heard
        writer.write(b"* OK hi\r\n")
        tag = (await reader.readline()).partition(b" ")[0]
        writer.write(b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" + tag + b" OK\r\n")
        tag = (await reader.readline()).partition(b" ")[0]
        writer.write(tag + b" OK begin\r\n* CAPABILITY IMAP4rev1\r\nplainly")
        heard = await reader.read(10_000)

    async with _server(speak) as port:
        settings = ImapSettings("127.0.0.1", port, "jo", "secret", security=Security.STARTTLS, timeout=1)
        with pytest.raises(MailboxUnreadable):
            async with open_mailbox(settings):
                pass
    assert b"LOGIN" not in heard
