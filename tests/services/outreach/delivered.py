"""Messages that are due, desks that deliver them, and what became of them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import asyncpg

import models
from cam_graphql.database import connection_arguments
from gateways.protocol import Gateway
from gateways.smtp import SmtpGateway
from models import Channel
from services.outreach.delivering import Desk, Point, deliver_due
from services.outreach.outbox import Outbox, Pace, Sender
from services.outreach.recovering import recover
from services.safety.settings import ChannelSettings
from services.transaction import reading
from tests.gateways.mailbox import MailServer
from tests.services.safety.sending import MONDAY_NOON, open_settings, put_in_force, stored_leads

SENDER = Sender("Jo Brandt", "jo@studio.example", "Hauptstr. 1\n10115 Berlin")
PACE = Pace(retry_pause=timedelta(minutes=5), most_attempts=3)
SUBJECT, BODY = "Your <b>site</b>", "Dear Ana,\n\nI <3 your site & more.\n<script>alert(1)</script>"


async def let_everything_go() -> None:
    """Settings without limits worth mentioning, on every channel."""
    channels = {channel: ChannelSettings(1_000) for channel in Channel}
    await put_in_force(open_settings(channels=channels))


async def due_message(
    to: str | None = "ana@team.example",
    channel: Channel = Channel.EMAIL,
    *,
    live: bool = True,
    steps: int = 1,
    **values: Any,
) -> int:
    """The id of a message that is due, the first of its enrolment's steps."""
    (lead_id,) = await stored_leads(1, email=to, phone="+49 30 901820" if channel is Channel.PHONE else None)
    lead = await models.Lead.get(id=lead_id).select_related("campaign")
    await models.Campaign.filter(id=lead.campaign.id).update(outreach_live=live)
    made: dict[str, Any] = {"channel": channel, "actor": "tester", "created_at": MONDAY_NOON}
    sequence = await models.OutreachSequence.create(campaign=lead.campaign, stop_for_company=False, **made)
    for number in range(1, steps + 1):
        await models.SequenceStep.create(
            sequence=sequence, number=number, delay_minutes=0, subject=SUBJECT if number == 1 else None, body=BODY
        )
    enrolment = await models.Enrolment.create(sequence=sequence, lead=lead, actor="tester", enrolled_at=MONDAY_NOON)
    message = await models.OutreachMessage.create(
        **{
            "enrolment": enrolment,
            "lead": lead,
            "campaign": lead.campaign,
            "channel": channel,
            "step": 1,
            "recipient": to,
            "subject": SUBJECT if channel is Channel.EMAIL else None,
            "body": BODY,
            "status": models.OutreachStatus.SCHEDULED,
            "scheduled_for": MONDAY_NOON,
            "created_at": MONDAY_NOON,
            "updated_at": MONDAY_NOON,
            **values,
        }
    )
    message_id: int = message.id
    return message_id


def now() -> datetime:
    """The programs' clock."""
    return datetime.now(UTC)


def desk_at(
    server: MailServer | None, checkpoint: Callable[[Point], None] | None = None, *, timeout: float = 5
) -> Desk:
    """A desk that sends by this mail server, or is not live."""
    gateway: Gateway | None = None if server is None else SmtpGateway(server.settings(timeout=timeout), SENDER)
    outbox = Outbox(gateway, "studio.example", "https://studio.example", PACE)
    desk = Desk(outbox, now, Random(7))
    return desk if checkpoint is None else replace(desk, checkpoint=checkpoint)


async def locks_on(url: str) -> asyncpg.Connection:
    """A connection to hold messages by."""
    connection: asyncpg.Connection = await asyncpg.connect(**connection_arguments(url))
    return connection


async def look_once(url: str, desk: Desk) -> None:
    """What a runner does at each look."""
    locks = await locks_on(url)
    try:
        await recover(locks, desk.act())
        await deliver_due(desk, locks, asyncio.Event())
    finally:
        await locks.close()
        await desk.outbox.close()


async def message_of(message_id: int) -> models.OutreachMessage:
    """The message as it stands."""
    return await models.OutreachMessage.get(id=message_id).select_related("enrolment", "lead")


async def outcomes(message_id: int) -> list[str | None]:
    """What the attempts at a message came to, in their order."""
    rows = await models.DeliveryAttempt.filter(message_id=message_id).order_by("number").values("outcome")
    return [row["outcome"] for row in rows]


async def reservations() -> list[str]:
    """Where every reservation stands, the oldest first."""
    async with reading() as connection:
        return [row["state"] for row in await connection.fetch("SELECT state FROM safety_reservations ORDER BY id")]


async def execute(statement: str, *arguments: Any) -> None:
    """A statement on the database."""
    async with reading() as connection:
        await connection.execute(statement, *arguments)
