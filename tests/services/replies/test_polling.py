"""Mailboxes are polled: what answers us is recorded once, and nothing else is kept."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

import models
from models import EnrolmentStop, LeadStage, OutreachStatus, ReplyIntent, ReplyKind
from services.replies.polling import MailboxUnreadable, PolledMailbox, hold_mailbox, poll_mailbox
from tests.dovecot import Dovecot
from tests.services.replies.answered import enrolled_alone, stopped, suppressions
from tests.services.replies.mails import SENT, stored

pytestmark = pytest.mark.usefixtures("connected")

GOING_ON = (None, [OutreachStatus.SENT, OutreachStatus.SCHEDULED])


def now() -> datetime:
    return datetime.now(UTC)


async def poll(mailbox: PolledMailbox) -> int:
    return await poll_mailbox(mailbox, now, asyncio.Event())


async def sent(email: str = "ana@team.example", message_id: str = SENT) -> int:
    """The id of a lead who was sent a message which is known by this id."""
    lead_id, outreach_message_id = await enrolled_alone(email)
    await models.OutreachMessage.filter(id=outreach_message_id).update(provider_message_id=message_id)
    return lead_id


@pytest.fixture
def mailbox(imap_server: Dovecot, request: pytest.FixtureRequest) -> PolledMailbox:
    """An empty mailbox of the test's own."""
    user = f"{request.node.name[:40]}-{id(request)}"
    return PolledMailbox(imap_server.settings(user), frozenset({"jo@studio.example"}))


def deliver(server: Dovecot, mailbox: PolledMailbox, *mails: bytes) -> None:
    for mail in mails:
        server.deliver(mailbox.imap.username, mail)


async def test_a_reply_moves_its_lead_and_stops_its_sequence(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    lead_id = await sent()
    before = now()
    deliver(imap_server, mailbox, stored("reply"))
    assert await poll(mailbox) == 1
    assert (await models.Lead.get(id=lead_id)).stage is LeadStage.REPLIED
    assert (await stopped(lead_id))[0] is EnrolmentStop.REPLIED
    reply = await models.Reply.get()
    assert (reply.kind, reply.intent) == (ReplyKind.REPLY, ReplyIntent.INTERESTED)
    assert (reply.key, reply.sender, reply.actor) == (
        "<reply-1@team.example>",
        "Ana Ibáñez <Ana@Team.example>",
        "mailbox",
    )
    assert before - timedelta(seconds=2) <= reply.received_at <= now()
    assert await poll(mailbox) == 0
    deliver(imap_server, mailbox, stored("reply"), stored("reply"))
    assert await poll(mailbox) == 0
    assert await models.Reply.all().count() == await models.ContactEvent.all().count() == 1


async def test_an_unsubscribe_request_in_plain_words_suppresses(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    bo = await sent("bo@team.example")
    deliver(imap_server, mailbox, stored("html_alone"))
    assert await poll(mailbox) == 1
    assert (await models.Reply.get()).intent is ReplyIntent.UNSUBSCRIBE
    assert ("EMAIL", "bo@team.example", "REPLY") in await suppressions()
    assert (await stopped(bo))[0] is EnrolmentStop.REPLIED


async def test_a_subject_speaks_where_nothing_else_does(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    await sent()
    deliver(imap_server, mailbox, b"Subject: unsubscribe\r\nIn-Reply-To: " + SENT.encode() + b"\r\n\r\n> Dear Ana\r\n")
    assert await poll(mailbox) == 1
    assert (await models.Reply.get()).intent is ReplyIntent.UNSUBSCRIBE


async def test_programs_answers_and_passing_bounces_stop_nothing(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    lead_id = await sent()
    names = ("out_of_office", "bounce_full", "bounce_delayed", "displayed")
    deliver(imap_server, mailbox, *map(stored, names))
    assert await poll(mailbox) == 4
    assert await stopped(lead_id) == GOING_ON
    assert (await models.Lead.get(id=lead_id)).stage is LeadStage.CONTACTED
    assert await suppressions() == []
    replies = await models.Reply.all()
    assert sorted((one.kind, one.permanent) for one in replies if one.kind is ReplyKind.BOUNCE) == [
        ("BOUNCE", False),
        ("BOUNCE", False),
    ]
    assert all(one.reason for one in replies)


@pytest.mark.parametrize("name", ["bounce_hard", "bounce_in_words"])
async def test_a_bounce_for_good_suppresses_the_address(
    imap_server: Dovecot, mailbox: PolledMailbox, name: str
) -> None:
    lead_id, other = await sent(), await sent("cy@team.example", "<sent-9@studio.example>")
    deliver(imap_server, mailbox, stored(name))
    assert await poll(mailbox) == 1
    assert (await stopped(lead_id))[0] is EnrolmentStop.BOUNCED
    assert await stopped(other) == GOING_ON
    assert await suppressions() == [("EMAIL", "ana@team.example", "BOUNCE")]


async def test_nothing_is_kept_of_mails_that_are_no_answers(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    lead_id = await sent()
    deliver(
        imap_server,
        mailbox,
        stored("reply").replace(SENT.encode(), b"<private@family.example>"),
        b"From: ana@team.example\r\nSubject: Lunch?\r\n\r\nAt noon?\r\n",
        stored("bounce_hard").replace(SENT.encode(), b"<private@studio.example>"),
        # Anybody can write these, of anybody: what was not given our mail back is no bounce of it.
        stored("bounce_without_mail"),
        b"From: mailer-daemon@evil.example\r\nX-Failed-Recipients: ana@team.example\r\n\r\n550 5.1.1 No such user\r\n",
        # Copies of what we sent, and what our own people write.
        stored("reply").replace(b"<reply-1@team.example>", SENT.encode()),
        stored("reply").replace(b"<Ana@Team.example>", b"<Jo@Studio.example>"),
    )
    assert await poll(mailbox) == 0
    assert await stopped(lead_id) == GOING_ON
    assert not await models.Reply.exists()
    position = await models.MailboxPosition.get()
    assert position.last_uid == 7
    assert not position.error
    rows = await models.Activity.all()
    assert "Lunch" not in repr([one.detail for one in rows])


async def test_polling_goes_on_after_a_crash_and_where_mails_are_numbered_anew(
    imap_server: Dovecot, mailbox: PolledMailbox
) -> None:
    await sent()
    await sent("bo@team.example", "<sent-2@studio.example>")
    deliver(imap_server, mailbox, stored("reply"))
    assert await poll(mailbox) == 1
    imap_server.kill()
    try:
        with pytest.raises(MailboxUnreadable):
            await poll(mailbox)
        position = await models.MailboxPosition.get()
        assert position.error
        assert position.last_uid == 1
    finally:
        imap_server.start()
    deliver(imap_server, mailbox, stored("html_alone"))
    imap_server.renumber(mailbox.imap.username)
    assert await poll(mailbox) == 1
    after = await models.MailboxPosition.get()
    assert after.uid_validity != position.uid_validity
    assert after.last_uid == 2
    assert not after.error
    assert await models.Reply.all().count() == 2


async def test_what_came_before_anything_was_sent_is_left_alone(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    deliver(imap_server, mailbox, stored("reply"))
    assert await poll(mailbox) == 0
    assert (await models.MailboxPosition.get()).last_uid == 0
    await sent()
    assert await poll(mailbox) == 1


async def test_twenty_pollers_at_once_record_once(imap_server: Dovecot, mailbox: PolledMailbox) -> None:
    await sent()
    deliver(imap_server, mailbox, stored("reply"), stored("out_of_office"), stored("bounce_full"))
    assert sum(await asyncio.gather(*(poll(mailbox) for _ in range(20)))) == 3
    assert await models.Reply.all().count() == 3
    assert await models.ContactEvent.all().count() == 1


async def test_a_mailbox_is_one_processs_until_its_connection_ends(connected: str, mailbox: PolledMailbox) -> None:
    one, other = await asyncpg.connect(connected), await asyncpg.connect(connected)
    try:
        assert await hold_mailbox(one, mailbox)
        assert not await hold_mailbox(other, mailbox)
        assert await hold_mailbox(other, replace(mailbox, imap=replace(mailbox.imap, mailbox="Other")))
        await one.close()
        async with asyncio.timeout(5):
            while not await hold_mailbox(other, mailbox):
                await asyncio.sleep(0.01)
    finally:
        one.terminate()
        other.terminate()


async def test_hostile_mails_stop_neither_polling_nor_what_comes_after(
    imap_server: Dovecot, mailbox: PolledMailbox
) -> None:
    await sent()
    answer = b"In-Reply-To: " + SENT.encode() + b"\r\n"
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(20_000))
    deliver(
        imap_server,
        mailbox,
        answer + deep,
        answer + b"Content-Type: text/plain; charset=no-such\r\n\r\n\xff\xfe\0Hi",
        answer + b"Message-ID: <inject\r\n X: 1@a.example>\r\nSubject: =?utf-8?q?a=0D=0Ab=00?=\r\n\r\nHi",
        answer + b"\r\n" + b"word " * 500_000,
        answer + b"Message-ID: <" + b"x" * 3_000 + b">\r\n\r\nHi",
        answer + b"Message-ID: <" + "𝒳".encode() * 900 + b">\r\n\r\nHi",
        answer + b"From: " + b"(" * 20_000 + b"\r\n\r\nHi",
        b"\0" * 2_000,
        stored("reply"),
    )
    assert await poll(mailbox) == 8
    replies = await models.Reply.all()
    assert sum(one.key.startswith("sha256:") for one in replies) == 7
    assert max(len(one.text) for one in replies) <= 50_000
    assert (await models.MailboxPosition.get()).last_uid == 9
