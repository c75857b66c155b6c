"""E-mails over real connections to a mail server in a process of its own."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gateways.mime import Sender
from gateways.protocol import Delivery, Letter, Outcome
from gateways.security import Security
from gateways.smtp import SmtpGateway
from tests.gateways.mailbox import MailServer, mail_server

SENDER = Sender("Jo Brandt", "jo@studio.example", "Studio Jo\nHauptstr. 1\n10115 Berlin")
LETTER = Letter(
    "<7.abc@studio.example>",
    "ana@team.example",
    "Hello",
    "Dear Ana,\n\nhello.\n.\n.dots\n\nJo",
    datetime(2026, 3, 1, 12, tzinfo=UTC),
    "https://studio.example/unsubscribe/token",
)


class Asked:
    """Lets a message go, or not, and tells how often it was asked."""

    def __init__(self, allows: bool = True) -> None:
        self.allows = allows
        self.times = 0

    async def __call__(self) -> bool:
        self.times += 1
        return self.allows


async def deliver(server: MailServer, to: str, *, allows: bool = True, timeout: float = 5) -> tuple[Delivery, Asked]:
    asked = Asked(allows)
    gateway = SmtpGateway(server.settings(timeout=timeout), SENDER)
    delivery = await gateway.deliver(replace(LETTER, to=to), asked)
    await gateway.close()
    return delivery, asked


async def test_a_mailbox_has_one_connection_and_renews_it_when_it_was_lost(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        gateway = SmtpGateway(server.settings(), SENDER)
        several = await asyncio.gather(*(gateway.deliver(LETTER, Asked()) for _ in range(5)))
        assert {one.outcome for one in several} == {Outcome.SENT}
        assert several[0].code == 250
        assert server.connections == 1

        swallowed = await gateway.deliver(replace(LETTER, to="drops-before-data@x.example"), Asked())
        assert swallowed.outcome is Outcome.TEMPORARY_FAILURE
        assert (await gateway.deliver(LETTER, Asked())).outcome is Outcome.SENT
        assert server.connections == 2
        await gateway.close()
        assert len(server.raw) == 6
        assert server.envelopes[0] == ("jo@studio.example", ["ana@team.example"])


@pytest.mark.parametrize(
    ("to", "outcome", "code", "asked_and_taken"),
    [
        ("refused-550@x.example", Outcome.PERMANENT_FAILURE, 550, (0, 0)),
        ("busy-450@x.example", Outcome.TEMPORARY_FAILURE, 450, (0, 0)),
        ("greylisted@x.example", Outcome.TEMPORARY_FAILURE, 451, (0, 0)),
        ("spam@x.example", Outcome.PERMANENT_FAILURE, 554, (1, 0)),
        ("stalls-at-rcpt@x.example", Outcome.TEMPORARY_FAILURE, None, (0, 0)),
        ("stalls-at-data@x.example", Outcome.TEMPORARY_FAILURE, None, (0, 0)),
        ("drops-before-data@x.example", Outcome.TEMPORARY_FAILURE, None, (0, 0)),
        ("drops@x.example", Outcome.UNKNOWN, None, (1, 0)),
        ("swallowed@x.example", Outcome.UNKNOWN, None, (1, 1)),
        ("stalls-at-end@x.example", Outcome.UNKNOWN, None, (1, 1)),
        ("not an address", Outcome.PERMANENT_FAILURE, None, (0, 0)),
    ],
)
async def test_what_a_server_does_comes_to(
    tmp_path: Path, to: str, outcome: Outcome, code: int | None, asked_and_taken: tuple[int, int]
) -> None:
    async with mail_server(tmp_path) as server:
        delivery, question = await deliver(server, to, timeout=0.5)
        assert (delivery.outcome, delivery.code) == (outcome, code)
        assert (question.times, len(server.raw)) == asked_and_taken
        assert delivery.response


async def test_a_message_that_is_withheld_at_the_last_moment_does_not_go_out(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        delivery, asked = await deliver(server, "ana@team.example", allows=False)
        assert (delivery.outcome, asked.times) == (Outcome.WITHHELD, 1)
        assert (await deliver(server, "ana@team.example"))[0].outcome is Outcome.SENT
        assert len(server.raw) == 1


@pytest.mark.parametrize("manner", ["starttls", "tls"])
async def test_who_it_is_is_proved_over_an_encrypted_connection(tmp_path: Path, manner: str) -> None:
    async with mail_server(tmp_path, manner, "jo", "s3cret") as server:
        right = SmtpGateway(server.settings(username="jo", password="s3cret"), SENDER)
        assert (await right.deliver(LETTER, Asked())).outcome is Outcome.SENT
        await right.close()

        wrong = SmtpGateway(server.settings(username="jo", password="guess"), SENDER)
        refused = await wrong.deliver(LETTER, Asked())
        assert (refused.outcome, refused.code) == (Outcome.TEMPORARY_FAILURE, 535)

        stranger = SmtpGateway(replace(server.settings(username="jo", password="s3cret"), ca_file=None), SENDER)
        distrusted = await stranger.deliver(LETTER, Asked())
        assert distrusted.outcome is Outcome.TEMPORARY_FAILURE
        assert len(server.raw) == 1


async def test_a_server_that_cannot_encrypt_is_not_spoken_to(tmp_path: Path) -> None:
    async with mail_server(tmp_path, "plain") as server:
        gateway = SmtpGateway(replace(server.settings(), security=Security.STARTTLS), SENDER)
        delivery = await gateway.deliver(LETTER, Asked())
        assert delivery.outcome is Outcome.TEMPORARY_FAILURE
        assert not server.raw


async def test_where_nobody_listens_it_is_tried_again(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        settings = server.settings()
    delivery = await SmtpGateway(settings, SENDER).deliver(LETTER, Asked())
    assert delivery.outcome is Outcome.TEMPORARY_FAILURE
