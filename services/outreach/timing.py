"""When a message is to go: as soon as its step is due and no rule forbids it."""

from datetime import datetime
from typing import NamedTuple

import asyncpg

from models import Channel, OutreachStatus, SafetyVerdict
from services.safety.deciding import InForce, Recipient, decide
from services.safety.decisions import Decision
from services.safety.usage import usage_of


class Turn(NamedTuple):
    """Where a new message stands, and what was decided about it."""

    status: OutreachStatus
    scheduled_for: datetime | None
    decision: Decision


async def turn_of(
    connection: asyncpg.Connection,
    in_force: InForce,
    channel: Channel,
    recipient: Recipient,
    *,
    due_at: datetime,
    now: datetime,
) -> Turn:
    """When a message that is due then may go, by what is used up of that day.

    One that nobody knows the time of is PENDING if it is due at `now`, else it is asked about again when it is due. One
    that never may go is left to be skipped when it is due, by what holds then.
    """
    due_at = max(due_at, now)
    usage = await usage_of(connection, in_force, channel, recipient, due_at)
    decision = decide(in_force, channel, recipient, usage, due_at)
    if decision.verdict is not SafetyVerdict.DEFERRED:
        return Turn(OutreachStatus.SCHEDULED, due_at, decision)
    if decision.next_eligible_at is None:
        if due_at <= now:
            return Turn(OutreachStatus.PENDING, None, decision)
        return Turn(OutreachStatus.SCHEDULED, due_at, decision)
    return Turn(OutreachStatus.SCHEDULED, max(due_at, decision.next_eligible_at), decision)
