"""Delivering: what is due goes out once, to a real mail server, and all follows from what the server says."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import models
from gateways.protocol import Delivery, HandOver, Letter
from gateways.smtp import SmtpGateway
from models import AttemptOutcome, Channel, EnrolmentStatus, EnrolmentStop, LeadStage, OutreachStatus
from services.safety.settings import ChannelSettings
from services.suppressions.matching import suppression_of
from services.transaction import reading
from tests.gateways.mailbox import mail_server
from tests.services.outreach.delivered import (
    SENDER,
    SUBJECT,
    desk_at,
    due_message,
    execute,
    let_everything_go,
    look_once,
    message_of,
    now,
    outcomes,
    reservations,
)
from tests.services.safety.sending import leaks, open_settings, put_in_force


async def suppressed_by(lead_id: int) -> str | None:
    async with reading() as connection:
        return await suppression_of(connection, lead_id)


async def test_a_message_that_was_sent_leaves_its_id_an_event_and_used_units(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    sent_id = await due_message()
    async with mail_server(tmp_path) as server:
        await look_once(connected, desk_at(server))
        await look_once(connected, desk_at(server))
        (mail,) = server.mails

    message = await message_of(sent_id)
    assert (message.status, message.attempts) == (OutreachStatus.SENT, 1)
    assert message.sent_at is not None
    assert not message.error
    assert mail.headers["Message-ID"] == [message.provider_message_id]
    assert mail.subject == SUBJECT
    assert await outcomes(sent_id) == [AttemptOutcome.SENT]
    assert await reservations() == ["SENT"]
    assert message.decision is not None
    assert message.decision["verdict"] == "ALLOWED"
    (event,) = await models.ContactEvent.all()
    assert (event.direction, event.channel) == (models.ContactDirection.OUTBOUND, Channel.EMAIL)
    assert message.lead.stage is LeadStage.CONTACTED
    assert not message.enrolment.preview
    assert not await leaks()


async def test_without_live_sending_a_message_goes_as_far_as_the_gateway_and_is_kept(
    connected: str, tmp_path: Path
) -> None:
    await let_everything_go()
    off_here = await due_message()
    async with mail_server(tmp_path) as server:
        await look_once(connected, desk_at(None))
        off_there = await due_message(live=False)
        await look_once(connected, desk_at(server))
        assert not server.connections
    for message_id in (off_here, off_there):
        message = await message_of(message_id)
        assert message.status is OutreachStatus.PREVIEWED
        assert message.enrolment.preview
        assert (message.sent_at, message.lead.stage) == (None, LeadStage.NEW)
        assert await outcomes(message_id) == [AttemptOutcome.PREVIEWED]
    assert await reservations() == ["RELEASED"] * 2
    assert not await models.ContactEvent.exists()


async def test_an_enrolment_that_began_live_waits_where_live_sending_is_off_since(connected: str) -> None:
    await let_everything_go()
    message_id = await due_message()
    await execute("UPDATE enrolments SET preview = false")
    await look_once(connected, desk_at(None))
    assert (await message_of(message_id)).status is OutreachStatus.SCHEDULED
    assert not await outcomes(message_id)


async def test_what_fails_for_now_is_tried_again_later_and_not_for_ever(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    greylisted, busy = await due_message("greylisted@mail.example"), await due_message("busy-450@other.example")
    async with mail_server(tmp_path) as server:
        await look_once(connected, desk_at(server))
        for message_id in (greylisted, busy):
            message = await message_of(message_id)
            assert (message.status, message.attempts) == (OutreachStatus.SCHEDULED, 1)
            assert message.scheduled_for is not None
            assert timedelta(minutes=4) < message.scheduled_for - now() < timedelta(minutes=6)
            assert message.error is not None
        assert await reservations() == ["RELEASED"] * 2

        pauses = []
        for _ in range(3):
            await execute("UPDATE outreach_messages SET scheduled_for = now() WHERE status = 'SCHEDULED'")
            await look_once(connected, desk_at(server))
            scheduled_for = (await message_of(busy)).scheduled_for
            pauses.append(round((scheduled_for - now()) / timedelta(minutes=1)) if scheduled_for else None)
        assert pauses == [10, None, None]
        assert len(server.mails) == 1

    assert (await message_of(greylisted)).status is OutreachStatus.SENT
    assert await outcomes(greylisted) == [AttemptOutcome.TEMPORARY_FAILURE, AttemptOutcome.SENT]
    failed = await message_of(busy)
    assert (failed.status, failed.attempts) == (OutreachStatus.FAILED, 3)
    assert failed.enrolment.stop_reason is EnrolmentStop.FAILED
    assert await suppressed_by(failed.lead.id) is None
    assert not await leaks()


async def test_an_address_that_is_refused_for_good_is_suppressed(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    message_id = await due_message("refused-550@mail.example")
    async with mail_server(tmp_path) as server:
        await look_once(connected, desk_at(server))
    message = await message_of(message_id)
    assert (message.status, message.attempts) == (OutreachStatus.FAILED, 1)
    assert message.error is not None
    assert "is not here" in message.error
    assert message.enrolment.stop_reason is EnrolmentStop.BOUNCED
    (suppression,) = await models.Suppression.all()
    assert (suppression.value, suppression.source) == ("refused-550@mail.example", models.SuppressionSource.BOUNCE)
    assert await reservations() == ["RELEASED"]
    assert message.lead.stage is LeadStage.NEW


async def test_silence_after_a_message_was_handed_over_is_settled_by_a_person_and_not_tried_again(
    connected: str, tmp_path: Path
) -> None:
    await let_everything_go()
    message_id = await due_message("swallowed@mail.example")
    async with mail_server(tmp_path) as server:
        for _ in range(3):
            await look_once(connected, desk_at(server))
        assert len(server.mails) == 1
    message = await message_of(message_id)
    assert (message.status, message.sent_at) == (OutreachStatus.UNKNOWN, None)
    assert message.provider_message_id is not None
    assert message.error is not None
    assert await outcomes(message_id) == [AttemptOutcome.UNKNOWN]
    assert await reservations() == ["RESERVED"]
    assert message.enrolment.status is EnrolmentStatus.ACTIVE


async def test_a_message_that_safety_does_not_allow_is_skipped_or_waits_with_its_decision(
    connected: str, tmp_path: Path
) -> None:
    await put_in_force(open_settings(max_per_domain_per_day=1))
    closed, flagged, first, second = [await due_message(f"{name}@mail.example") for name in ("a", "b", "c", "d")]
    paused = await due_message("e@other.example")
    await execute("UPDATE leads SET stage = 'WON' WHERE email = 'a@mail.example'")
    await execute("UPDATE leads SET do_not_contact = true WHERE email = 'b@mail.example'")
    await execute(
        "UPDATE campaigns SET status = 'PAUSED' WHERE id = (SELECT campaign_id FROM leads WHERE email = $1)",
        "e@other.example",
    )
    async with mail_server(tmp_path) as server:
        await look_once(connected, desk_at(server))
        assert len(server.mails) == 1

    for message_id, rule, stop in (
        (closed, "STAGE", EnrolmentStop.CLOSED),
        (flagged, "DO_NOT_CONTACT", EnrolmentStop.SUPPRESSED),
    ):
        message = await message_of(message_id)
        assert message.status is OutreachStatus.SKIPPED
        assert message.enrolment.stop_reason is stop
        assert message.decision is not None
        assert (message.decision["verdict"], message.decision["rule"]) == ("BLOCKED", rule)
        assert message.attempts == 0
    assert (await message_of(first)).status is OutreachStatus.SENT
    later = await message_of(second)
    assert later.status is OutreachStatus.SCHEDULED
    assert later.decision is not None
    assert later.decision["rule"] == "DOMAIN_LIMIT"
    assert later.scheduled_for is not None
    assert later.scheduled_for > now()
    waiting = await message_of(paused)
    assert (waiting.status, waiting.scheduled_for) == (OutreachStatus.PENDING, None)
    assert not await leaks()


async def test_while_a_gap_lasts_nothing_else_of_the_channel_is_tried(connected: str, tmp_path: Path) -> None:
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(100, min_gap_seconds=3600)}))
    ids = [await due_message(f"a@mail{number}.example") for number in range(5)]
    async with mail_server(tmp_path) as server:
        for _ in range(3):
            await look_once(connected, desk_at(server))
        assert len(server.mails) == 1
    assert [await outcomes(one) for one in ids] == [[AttemptOutcome.SENT], [], [], [], []]


async def test_a_message_that_meets_a_fault_leaves_the_others_alone_and_waits(
    connected: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await let_everything_go()
    broken, whole = await due_message("a@broken.example"), await due_message("a@whole.example")

    class Breaks:
        """A gateway with a fault."""

        async def deliver(self, letter: Letter, hand_over: HandOver) -> Delivery:
            if letter.to == "a@broken.example":
                raise RuntimeError("a fault")
            return await gateway.deliver(letter, hand_over)

        async def close(self) -> None:
            await gateway.close()

    async with mail_server(tmp_path) as server:
        gateway = SmtpGateway(server.settings(), SENDER)
        desk = desk_at(server)
        desk = replace(desk, outbox=replace(desk.outbox, gateway=Breaks()))
        for _ in range(7):
            await look_once(connected, desk)
        assert len(server.mails) == 1
    assert (await message_of(whole)).status is OutreachStatus.SENT
    assert await outcomes(broken) == [AttemptOutcome.ABANDONED] * 4
    message = await message_of(broken)
    assert message.scheduled_for is not None
    assert message.scheduled_for > now()
    assert "met a fault" in caplog.text
    assert not await leaks()
