"""Delivering one due message: claimed, written down, reserved, and only then handed over."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from random import Random

import asyncpg

from gateways.protocol import Delivery, Letter, Outcome
from models import Channel
from services.errors import NotFound
from services.outreach.claiming import begin, due_messages, held
from services.outreach.finishing import Reserved, finish, keep_preview, put_off
from services.outreach.handing_over import hand_over
from services.outreach.links import mail_id, sign_link
from services.outreach.outbox import Outbox
from services.outreach.tasks import make_task
from services.safety.taking import take
from services.transaction import Act, reading
from services.unreachable import UNREACHABLE

logger = logging.getLogger(__name__)

ACTOR = "outreach"
_HAND_OVER_SECONDS = 1
"""How long the last look at the emergency stop may take. What is answered later may be true no more."""
_WRITING_DOWN = (0.2, 0.5, 1, 2, 5, 10)
"""Seconds between attempts to write down what became of a message where the database is gone just then."""


class Point(IntEnum):
    """The moments between claiming a message and having written down what became of it.

    A program killed before HANDED_OVER has sent nothing, one killed after WRITTEN_DOWN has settled all; in between
    nobody knows.
    """

    CLAIMED = 1
    RESERVED = 2
    CONNECTED = 3
    HANDED_OVER = 4
    ANSWERED = 5
    WRITTEN_DOWN = 6


def _pass(point: Point) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a process delivers with. `checkpoint` is called at each point, for who wants to see what a kill does."""

    outbox: Outbox
    clock: Callable[[], datetime]
    random: Random
    checkpoint: Callable[[Point], None] = _pass

    def act(self) -> Act:
        """The act of a program."""
        return Act(ACTOR, self.clock())


async def deliver_due(desk: Desk, locks: asyncpg.Connection, stop: asyncio.Event) -> int:
    """Deliver what is due, one message after the other; how many were at hand. `locks` holds them, and does no more."""
    async with reading() as connection:
        due = await due_messages(connection, is_live=desk.outbox.is_live)
    for message_id in due:
        if stop.is_set():
            break
        async with held(locks, message_id) as is_ours:
            if is_ours:
                await _deliver_apart(desk, message_id)
    return len(due)


async def _deliver_apart(desk: Desk, message_id: int) -> None:
    """Deliver a message whose faults, should it meet any, are not the others'."""
    try:
        await deliver(desk, message_id)
    except UNREACHABLE:
        raise
    except Exception:
        logger.exception("delivering message %s met a fault", message_id)


async def deliver(desk: Desk, message_id: int) -> None:
    """Deliver a message that this process holds, if its turn is still there."""
    claim = await begin(message_id, desk.act(), is_live=desk.outbox.is_live)
    if claim is None:
        return
    desk.checkpoint(Point.CLAIMED)
    try:
        taken = await take(claim.message.lead_id, claim.message.channel, desk.random, claim.attempt_id)
    except NotFound:
        return  # the lead was deleted, and the message with it
    if taken.reservation_id is None:
        await put_off(claim, taken.decision, desk.act())
        return
    desk.checkpoint(Point.RESERVED)
    reserved = Reserved(claim, taken.decision, taken.reservation_id)
    if claim.is_preview:
        await keep_preview(reserved, desk.act())
    elif claim.message.channel is not Channel.EMAIL:
        await make_task(reserved, desk.act())
    else:
        await _send(desk, reserved)


async def _send(desk: Desk, reserved: Reserved) -> None:
    claim, gateway = reserved.claim, desk.outbox.gateway
    assert gateway is not None, "only a process that is live claims what is no preview"
    assert claim.recipient is not None, "safety allows no message without an address"
    async with reading() as connection:
        provider_id = await mail_id(connection, claim.message.id, desk.outbox.domain)
        token = await sign_link(connection, claim.message.id, claim.recipient)
    letter = Letter(
        message_id=provider_id,
        to=claim.recipient,
        subject=claim.message.subject or "",
        body=claim.message.body,
        at=desk.clock(),
        unsubscribe_url=f"{desk.outbox.public_url}/unsubscribe/{token}",
        references=claim.references,
    )

    async def may_go() -> bool:
        desk.checkpoint(Point.CONNECTED)
        try:
            async with asyncio.timeout(_HAND_OVER_SECONDS):
                allowed = await hand_over(claim, reserved.reservation_id, provider_id, desk.act())
        except (TimeoutError, *UNREACHABLE) as error:
            logger.warning("message %s is withheld: nobody could say whether it may go: %s", claim.message.id, error)
            return False
        if allowed:
            desk.checkpoint(Point.HANDED_OVER)
        return allowed

    delivery = await gateway.deliver(letter, may_go)
    if delivery.outcome is Outcome.SENT:
        desk.checkpoint(Point.ANSWERED)
    await _write_down(desk, reserved, delivery)
    desk.checkpoint(Point.WRITTEN_DOWN)


async def _write_down(desk: Desk, reserved: Reserved, delivery: Delivery) -> None:
    """Write down what became of a message, though the database may be away for a moment."""
    for pause in _WRITING_DOWN:
        try:
            await finish(reserved, delivery, desk.outbox.pace, desk.act())
        except UNREACHABLE as error:
            logger.warning("what became of message %s is yet to be written down: %s", reserved.claim.message.id, error)
            await asyncio.sleep(pause)
        else:
            return
    await finish(reserved, delivery, desk.outbox.pace, desk.act())
