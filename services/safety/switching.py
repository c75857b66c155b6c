"""The emergency stop. It is apart from the settings, so that resuming restores what was configured."""

from dataclasses import dataclass
from datetime import datetime

import asyncpg

from models import ActivityKind
from services.activity import Subject
from services.transaction import Act, transaction
from services.validation import Findings

LONGEST_REASON = 2_000
_KEY = 1
"""Of the switch, of which there is one."""

_SWITCH = f"SELECT paused, reason, actor, changed_at FROM safety_switch WHERE id = {_KEY}"

# Where the switch is missing, this puts it there.
_TURN = f"""
INSERT INTO safety_switch AS switch (id, paused, reason, actor, changed_at) VALUES ({_KEY}, $1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET paused = $1, reason = $2, actor = $3, changed_at = greatest(switch.changed_at, $4)
WHERE switch.paused <> $1
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether all sending is stopped, since when, by whom and why."""

    paused: bool
    reason: str | None = None
    actor: str | None = None
    changed_at: datetime | None = None


async def switch_of(connection: asyncpg.Connection) -> Switch:
    """How the switch stands. Where it is missing, all sending is stopped."""
    row = await connection.fetchrow(_SWITCH)
    return Switch(True) if row is None else Switch(**dict(row))


async def is_paused(connection: asyncpg.Connection) -> bool:
    """Whether all sending is stopped."""
    return (await switch_of(connection)).paused


async def pause(reason: str | None, act: Act) -> bool:
    """Stop all sending; False where it was stopped already, which leaves no trace. Raises InvalidInput."""
    return await _turn(True, reason, act, ActivityKind.OUTREACH_PAUSED)


async def resume(act: Act, reason: str | None = None) -> bool:
    """Let messages go out again as it is configured; False where nothing was stopped. Raises InvalidInput."""
    return await _turn(False, reason, act, ActivityKind.OUTREACH_RESUMED)


async def _turn(paused: bool, reason: str | None, act: Act, kind: ActivityKind) -> bool:
    findings = Findings()
    reason = findings.optional_text(("reason",), reason, LONGEST_REASON)
    findings.raise_if_any()
    async with transaction(act) as tx:
        turned = await tx.connection.fetchval(_TURN, paused, reason, act.actor, act.at)
        if turned is not None:
            tx.log(kind, Subject.SAFETY_SETTINGS, _KEY, reason=reason)
    return turned is not None
