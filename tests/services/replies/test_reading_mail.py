"""What a mail is, whatever strangers put into it."""

import time
from email import encoders
from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import ReplyKind
from services.replies.mail_text import LONGEST_HEADER, LONGEST_TEXT
from services.replies.reading_mail import read_mail
from tests.services.replies.mails import SENT, stored

HEAD = b"From: Ana <ana@team.example>\r\nMessage-ID: <1@team.example>\r\nIn-Reply-To: <sent-1@studio.example>\r\n"


def test_a_reply_is_read_with_all_that_is_said_in_it() -> None:
    mail = read_mail(stored("reply"))
    assert (mail.key, mail.kind, mail.reason) == ("<reply-1@team.example>", ReplyKind.REPLY, None)
    assert mail.answers == (SENT, "<older@elsewhere.example>")
    assert (mail.sender, mail.sender_address) == ("Ana Ibáñez <Ana@Team.example>", "ana@team.example")
    assert mail.subject == "Re: Your studio"
    assert mail.text.startswith("Sounds good – I am interested.\n\nOn Sun")


def test_html_is_read_where_there_is_nothing_else_without_what_it_quotes() -> None:
    mail = read_mail(stored("html_alone"))
    assert mail.text == "Please take me off your list…\n\nCafé Bo"
    assert mail.answers == ("<sent-2@studio.example>", SENT)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (b"Auto-Submitted: auto-generated", "auto-generated"),
        (b"auto-submitted:  Auto-Replied (vacation)", "auto-replied"),
        (b"Precedence: auto_reply", "auto_reply"),
        (b"Precedence: Bulk", "bulk"),
        (b"X-Autoreply: yes", "X-Autoreply"),
        (b"X-Autorespond: 1", "X-Autorespond"),
        (b"Return-Path: <>", "no address"),
    ],
)
def test_programs_answers_are_told_by_their_headers(lines: bytes, named: str) -> None:
    mail = read_mail(HEAD + lines + b"\r\n\r\nI am interested.\r\n")
    assert mail.kind is ReplyKind.AUTO_REPLY
    assert mail.reason is not None
    assert named in mail.reason


@pytest.mark.parametrize(
    "lines", [b"Auto-Submitted: no", b"Precedence: first-class", b"X-Auto-Response-Suppress: All", b"X-Autoreply: no"]
)
def test_people_are_not_taken_for_programs(lines: bytes) -> None:
    assert read_mail(HEAD + lines + b"\r\n\r\nI am interested.\r\n").kind is ReplyKind.REPLY
    assert read_mail(stored("out_of_office")).kind is ReplyKind.AUTO_REPLY


@pytest.mark.parametrize(
    "charset", ["utf-8", "us-ascii", "no-such", "zlib", "idna", "punycode", "a\0b", "unicode-escape", ""]
)
def test_a_charset_that_is_not_true_costs_no_more_than_its_letters(charset: str) -> None:
    kind = f'Content-Type: text/plain; charset="{charset}"\r\n\r\n'.encode()
    assert read_mail(HEAD + kind + "Café \\u0041".encode()).text == "Café \\u0041"
    assert read_mail(HEAD + kind + b"Caf\xe9!").text == "Café!"


def test_what_would_break_out_of_a_header_stays_in_it() -> None:
    subject = b"Subject: =?utf-8?q?Hi=0D=0ABcc=3A_x=40y.example=00=1B?=\r\n"
    sender = b"From: =?utf-8?q?A=0D=0AX-Evil=3A_1?= <a@team.example>\r\n"
    mail = read_mail(sender + subject + b"Message-ID: <1@a.example>\r\n\r\nHi\0 \x1b[31mthere\r\n")
    assert (mail.subject, mail.sender) == ("Hi Bcc: x@y.example", "A X-Evil: 1 <a@team.example>")
    assert mail.text == "Hi [31mthere"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"Message-ID:\r\n",
        b"Message-ID: none\r\n",
        b"Message-ID: <a b>\r\n",
        b"Message-ID: <" + b"a" * 997 + b">\r\n",
    ],
)
def test_a_mail_without_an_id_is_known_by_a_digest_of_its_own(line: bytes) -> None:
    mail = line + b"In-Reply-To: <sent-1@studio.example>\r\n\r\nHi"
    assert read_mail(mail).key.startswith("sha256:")
    assert read_mail(mail).key == read_mail(mail).key != read_mail(mail + b"!").key


def _nested(depth: int) -> bytes:
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level) for level in range(depth)
    )
    return HEAD + opening + b"Content-Type: text/plain\r\n\r\nDeep down.\r\n"


def _mail_in_mails(depth: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"\r\nDeep down."


@pytest.mark.parametrize(
    "content",
    [
        _nested(30_000)[:1_000_000],
        _nested(400),
        _mail_in_mails(30_000)[:1_000_000],
        HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 100_000,
        HEAD + b"Content-Type: text/plain; " + b'a=";' * 200_000 + b"\r\n\r\nHi",
        HEAD + b"Content-Type: text/plain;\r\n" + b' a*0="b";\r\n' * 80_000 + b"\r\nHi",
        HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 70_000 + b"\r\n\r\nHi",
        HEAD + b"References: " + b"<a@b> " * 150_000 + b"\r\n\r\nHi",
        HEAD + b"To: " + b"(" * 900_000 + b"\r\n\r\nHi",
        HEAD + b"X: y\r\n" * 150_000 + b"\r\nHi",
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 190_000,
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<!--" * 200_000,
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<p a='" * 160_000,
        HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"A" * 900_000,
        HEAD + b"\r\n" + b"message-id: " * 80_000,
        HEAD.replace(b"ana@team", b"postmaster@x") + b"\r\n" + b"5.1" * 300_000,
        stored("bounce_hard") + b"Final-Recipient: rfc822;a@b.example\r\n\r\n" * 20_000,
        b"",
        b"\0" * 1_000_000,
        b"\r\n" * 500_000,
        _nested(40) + b"x\r" * 500_000,
        _nested(250) + b"--250\n" * 100_000,
        HEAD.replace(b"ana@team.example", b"(" * 20_000) + b"\r\nHi",
        HEAD.replace(b"ana@team.example", b'"<(,;' * 100_000) + b"\r\nHi",
    ],
    ids=range(24),
)
def test_hostile_mails_are_read_in_bounded_time_and_space(content: bytes) -> None:
    began = time.process_time()
    mail = read_mail(content)
    assert time.process_time() - began < 2
    assert len(mail.text) <= LONGEST_TEXT
    assert max(len(mail.subject or ""), len(mail.sender or "")) <= LONGEST_HEADER
    assert len(mail.answers) <= 100
    if content.startswith(HEAD) and b"References" not in content:
        assert mail.answers == (SENT,)


_PIECES = st.sampled_from(
    [*stored("reply").splitlines(True), *stored("bounce_hard").splitlines(True), *stored("html_alone").splitlines(True)]
)


@given(st.lists(_PIECES | st.binary(max_size=40), max_size=40).map(b"".join))
def test_any_bytes_are_read_as_something_that_can_be_stored(content: bytes) -> None:
    mail = read_mail(content)
    for text in (mail.key, mail.sender or "", mail.subject or "", mail.text, mail.reason or "", *mail.answers):
        text.encode()
        assert "\0" not in text


def test_attachments_and_mails_in_the_mail_are_not_its_words() -> None:
    mail, attached = Message(), Message()
    attached["Content-Type"] = "text/plain"
    attached["Content-Disposition"] = "attachment"
    attached.set_payload(b"unsubscribe")
    encoders.encode_base64(attached)
    inner, forwarded = Message(), Message()
    forwarded.set_payload("take me off your list")
    inner["Content-Type"] = "message/rfc822"
    inner.set_payload([forwarded])
    mail["Content-Type"] = "multipart/mixed"
    mail.set_payload([attached, inner])
    assert read_mail(HEAD + mail.as_bytes()).text == ""
