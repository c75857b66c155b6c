"""Taking leave to send one message: nothing is sent without, and whoever has it has used up a unit of every budget."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import asyncpg

from models import Channel, SafetyRule, SafetyVerdict
from services.errors import NotFound
from services.safety.asking import Question, weigh
from services.safety.attempts import decision_text, inputs_text, record
from services.safety.budgets import allowed_until, budgets_of
from services.safety.days import begin_of_day, day_of
from services.safety.decisions import Check, Decision
from services.safety.reserving import Refusal, Wish, mark_sent, release, reserve
from services.transaction import Transaction, reading

_ROUNDS = 5
"""How often a message is decided anew whose reservation was refused. Others took what was left, or settings changed."""
_LATER = timedelta(minutes=1)
"""When to try again what was decided so often and taken by others each time."""

_OF_ATTEMPT = "SELECT id FROM safety_reservations WHERE attempt_id = $1"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided, and the reservation's id where it is ALLOWED; None otherwise."""

    decision: Decision
    reservation_id: int | None


async def take(lead_id: int, channel: Channel, random: Random, attempt_id: int | None = None) -> Taken:
    """Decide about a message to this lead and reserve what it takes, or tell why not. Either way it is written down.

    Whatever is raised, nothing may be sent: NotFound on `("lead_id",)`, or what the database's driver raises, after
    which `reservation_of` tells whether units were taken for this attempt. At most one reservation is made for each.
    """
    spread = random.random()
    async with reading() as connection:
        for _ in range(_ROUNDS):
            question = await weigh(connection, lead_id, channel)
            decision = question.decision
            if not decision.allowed:
                break
            outcome = await reserve_for(connection, question, spread, attempt_id)
            if not isinstance(outcome, Refusal):
                return Taken(decision, outcome)
            decision = _crowded(question, outcome)
        await record(connection, question, decision, spread)
    return Taken(decision, None)


async def give_back(reservation_id: int) -> bool:
    """Give the units of a message that was not sent back; False where that was done before, or it was sent."""
    async with reading() as connection:
        return await release(connection, reservation_id)


async def settle_sent(tx: Transaction, reservation_id: int) -> bool:
    """Use the units up, together with the message that was sent; False where they are not reserved any more.

    The channel's warm-up is counted from the first of these.
    """
    return await mark_sent(tx.connection, reservation_id)


async def reservation_of(connection: asyncpg.Connection, attempt_id: int) -> int | None:
    """The reservation which was made for a delivery attempt, whatever became of it; None where there is none."""
    reservation_id: int | None = await connection.fetchval(_OF_ATTEMPT, attempt_id)
    return reservation_id


async def reserve_for(
    connection: asyncpg.Connection, question: Question, spread: float, attempt_id: int | None = None
) -> int | Refusal:
    """Reserve what a message takes which was decided about; the rest is as in `take`, which should be called."""
    try:
        return await reserve(connection, wish_of(question, spread, attempt_id))
    except asyncpg.ForeignKeyViolationError as error:  # it was deleted meanwhile
        raise NotFound(("lead_id",), "lead") from error


def wish_of(question: Question, spread: float, attempt_id: int | None = None) -> Wish:
    """What is to be reserved for a message."""
    settings, recipient, now = question.in_force.settings, question.recipient, question.now
    zone = ZoneInfo(settings.time_zone)
    day = day_of(now, zone)
    return Wish(
        question.channel,
        budgets_of(question.in_force, question.channel, recipient, question.usage, now=now, spread=spread),
        question.in_force.version,
        day,
        begin_of_day(day, zone),
        allowed_until(settings, recipient, now),
        recipient.campaign_id,
        recipient.lead_id,
        attempt_id,
        decision_text(question.decision),
        inputs_text(question, spread),
    )


def _crowded(question: Question, refusal: Refusal) -> Decision:
    """The decision about a message which was allowed again and again, and again and again came too late."""
    what = ", ".join(refusal.exhausted) or "the settings"
    detail = f"Others were faster each time ({what}); it is worth trying again."
    until = question.now + _LATER
    checks = tuple(
        Check(check.rule, False, detail, until) if check.rule is SafetyRule.GAP else check
        for check in question.decision.checks
    )
    return Decision(SafetyVerdict.DEFERRED, checks, question.in_force.version, until)
