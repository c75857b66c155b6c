"""Asking whether something may be sent, before anyone tries."""

from dataclasses import dataclass
from datetime import datetime

import asyncpg

from models import Channel
from services.errors import NotFound
from services.safety.deciding import InForce, Recipient, Usage, decide
from services.safety.decisions import Decision
from services.safety.keeping import in_force as settings_in_force
from services.safety.usage import recipient_of, usage_of
from services.transaction import reading


@dataclass(frozen=True, slots=True)
class Question:
    """Everything a decision is made of, and the decision."""

    in_force: InForce
    channel: Channel
    recipient: Recipient
    usage: Usage
    now: datetime
    """By the database's clock, which is the only one that counts."""
    decision: Decision


async def ask(lead_id: int, channel: Channel) -> Decision:
    """Whether a message may be sent to the lead now. Raises NotFound on `("lead_id",)`."""
    async with reading() as connection:
        return (await weigh(connection, lead_id, channel)).decision


async def weigh(connection: asyncpg.Connection, lead_id: int, channel: Channel) -> Question:
    """The same, with all that the decision was made of."""
    recipient = await recipient_of(connection, lead_id, channel)
    if recipient is None:
        raise NotFound(("lead_id",), "lead")
    in_force = await settings_in_force(connection)
    now = await connection.fetchval("SELECT clock_timestamp()")
    usage = await usage_of(connection, in_force, channel, recipient, now)
    return Question(in_force, channel, recipient, usage, now, decide(in_force, channel, recipient, usage, now))
