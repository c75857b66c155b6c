"""What mail servers say of mails of ours."""

import pytest

from models import ReplyKind
from services.replies.reading_mail import read_mail
from tests.services.replies.mails import SENT, stored

BOUNCE, AUTO = ReplyKind.BOUNCE, ReplyKind.AUTO_REPLY


@pytest.mark.parametrize(
    ("name", "kind", "permanent", "said"),
    [
        ("bounce_hard", BOUNCE, True, "failed, status 5.1.1: smtp; 550 5.1.1 User unknown"),
        ("bounce_full", BOUNCE, False, "failed, status 5.2.2"),
        ("bounce_delayed", BOUNCE, False, "delayed, status 4.4.1"),
        ("bounce_expired", BOUNCE, False, "failed, status 4.4.7"),
        ("bounce_delivered", AUTO, None, "delivered, status 2.1.5"),
        ("bounce_in_words", BOUNCE, True, "5.1.1"),
        ("displayed", AUTO, None, "displayed"),
    ],
)
def test_a_report_is_told_by_its_status_and_is_about_the_mail_it_gives_back(
    name: str, kind: ReplyKind, permanent: bool | None, said: str
) -> None:
    mail = read_mail(stored(name))
    assert (mail.kind, mail.permanent, mail.answers) == (kind, permanent, (SENT,))
    assert mail.reason is not None
    assert said in mail.reason


def test_a_report_which_gives_no_mail_back_is_about_nobody() -> None:
    mail = read_mail(stored("bounce_without_mail"))
    assert (mail.kind, mail.permanent, mail.answers) == (BOUNCE, True, ())


def test_of_several_recipients_one_that_is_refused_for_good_decides() -> None:
    other = b"\r\n\r\nFinal-Recipient: rfc822; bo@team.example\r\nAction: failed\r\nStatus: 4.2.0"
    mail = read_mail(
        stored("bounce_hard").replace(b"Action: failed", b"Action: failed" + other.replace(b"4.2", b"4.3"))
    )
    assert mail.kind is BOUNCE
    reordered = stored("bounce_hard").replace(b"Final-Recipient", other.strip() + b"\r\n\r\nFinal-Recipient", 1)
    assert read_mail(reordered).permanent is True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Status: 5.1.1", b"Status: five"),
        (b"Status: 5.1.1", b""),
        (b"Final-Recipient", b"X-Other"),
        (b"message/delivery-status", b"message/global-delivery-status"),
    ],
)
def test_a_report_that_is_not_plain_is_no_reason_to_give_an_address_up(old: bytes, new: bytes) -> None:
    mail = read_mail(stored("bounce_hard").replace(old, new).replace(b"Original-Recipient", b"X-Original"))
    assert mail.kind is BOUNCE
    assert not mail.permanent or new.startswith(b"message/")


def test_a_person_who_quotes_a_status_and_our_mail_has_not_bounced() -> None:
    person = (
        stored("bounce_in_words").replace(b"MAILER-DAEMON@old", b"ana@team").replace(b"Return-Path: <>\r\n", b"", 1)
    )
    assert read_mail(person).kind is ReplyKind.REPLY
    away = stored("bounce_in_words").replace(b"MAILER-DAEMON@old", b"ana@team")
    assert read_mail(away).kind is AUTO


def test_a_server_that_tells_no_status_is_no_reason_to_give_an_address_up() -> None:
    mail = read_mail(stored("bounce_in_words").replace(b"550 5.1.1", b"no:"))
    assert (mail.kind, mail.permanent, mail.answers) == (BOUNCE, False, (SENT,))
