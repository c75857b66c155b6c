"""Simulating: what proposed settings would have made of the attempts of the last days."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import asyncpg

from models import Channel, SafetyRule, SafetyVerdict
from services.errors import ErrorCode
from services.safety.attempts import inputs_of
from services.safety.checking import changed_settings
from services.safety.days import begin_of_day, day_of
from services.safety.deciding import InForce
from services.safety.keeping import in_force
from services.safety.patches import SettingsPatch
from services.safety.replaying import PastAttempt, Replay
from services.transaction import reading
from services.validation import Findings

MOST_DAYS = 90
MOST_ATTEMPTS = 20_000
"""How many are replayed, which takes a second or two; of more, the newest."""

# A reservation and the attempt it was made for have their time in common.
_ATTEMPTS = """
SELECT attempt.*, reservation.settled_at AS released_at FROM (
    SELECT id, channel, lead_id, inputs, verdict, at FROM safety_attempts WHERE at >= $1
    ORDER BY at DESC, id DESC LIMIT $2
) attempt LEFT JOIN safety_reservations reservation ON attempt.verdict = 'ALLOWED'
    AND reservation.lead_id = attempt.lead_id AND reservation.channel = attempt.channel
    AND reservation.reserved_at = attempt.at AND reservation.state = 'RELEASED'
ORDER BY attempt.at, attempt.id
"""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many attempts a rule kept from being sent: the first that failed."""

    rule: SafetyRule
    deferred: int
    blocked: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """What would have become of attempts. Those `spared` would not have been made, their message being sent by then."""

    since: datetime
    attempts: int
    sent: int
    deferred: int
    blocked: int
    spared: int
    rules: tuple[RuleCount, ...]
    """In the order in which rules are checked, without those that stopped nothing."""
    really_sent: int
    really_deferred: int
    really_blocked: int


async def simulate(patch: SettingsPatch, days: int) -> Simulation:
    """Replay the attempts of so many days, today included, by the settings in force changed as the patch says.

    Nothing is changed. Raises InvalidInput on the patch's paths, below `("settings",)`, and on `("days",)`.
    """
    findings = Findings()
    if not 1 <= days <= MOST_DAYS:
        findings.add(("days",), ErrorCode.OUT_OF_RANGE, f"This must be from 1 to {MOST_DAYS}.")
    async with reading() as connection:
        present = await in_force(connection)
        settings = changed_settings(findings, present.settings, patch)
        findings.raise_if_any()
        now = await connection.fetchval("SELECT clock_timestamp()")
        zone = ZoneInfo(settings.time_zone)
        since = begin_of_day(day_of(now, zone) - timedelta(days=days - 1), zone)
        rows = await connection.fetch(_ATTEMPTS, since, MOST_ATTEMPTS)
    # In a thread, since all requests of the process would wait for it.
    return await asyncio.to_thread(_replayed, replace(present, settings=settings), since, rows)


def _replayed(proposed: InForce, since: datetime, rows: Sequence[asyncpg.Record]) -> Simulation:
    if len(rows) == MOST_ATTEMPTS:
        since = rows[0]["at"]
    replay = Replay(proposed, since)
    outcomes: Counter[tuple[SafetyVerdict | None, SafetyRule | None]] = Counter()
    for row in rows:
        decision = replay.decide(_past(row))
        outcomes[(decision.verdict, decision.rule) if decision is not None else (None, None)] += 1
    deferred = {rule: outcomes[SafetyVerdict.DEFERRED, rule] for rule in SafetyRule}
    blocked = {rule: outcomes[SafetyVerdict.BLOCKED, rule] for rule in SafetyRule}
    really = Counter(row["verdict"] for row in rows)
    return Simulation(
        since=since,
        attempts=len(rows),
        sent=outcomes[SafetyVerdict.ALLOWED, None],
        deferred=sum(deferred.values()),
        blocked=sum(blocked.values()),
        spared=outcomes[None, None],
        rules=tuple(
            RuleCount(rule, deferred[rule], blocked[rule]) for rule in SafetyRule if deferred[rule] or blocked[rule]
        ),
        really_sent=really[SafetyVerdict.ALLOWED],
        really_deferred=really[SafetyVerdict.DEFERRED],
        really_blocked=really[SafetyVerdict.BLOCKED],
    )


def _past(row: asyncpg.Record) -> PastAttempt:
    recipient, usage, spread = inputs_of(row["inputs"])
    return PastAttempt(
        Channel(row["channel"]), row["at"], recipient, usage, spread, SafetyVerdict(row["verdict"]), row["released_at"]
    )
