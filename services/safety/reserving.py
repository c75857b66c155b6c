"""Reserving: one statement takes a unit of every budget that applies, or of none, on the database's clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import asyncpg

from models import Channel

TIMELESS = date(1, 1, 1)
"""The day of budgets which know none. asyncpg writes it as -infinity, and reads it back as this."""

NO_LIMIT = 2**31 - 1
"""What a budget without a limit allows. It is counted all the same, for whoever sets a limit later in the day."""

# Budgets are locked in the order of their scopes, and looked at as the lock found them: whoever waited sees what others
# took meanwhile. The clock is asked after the locks, and the emergency stop after the clock, as it is by then. That
# nobody changes settings meanwhile, `services.safety.recounting` sees to. Of a lead the times of a year are kept, since
# the span for which they count can be changed; of a gap the last time, for a gap that is made longer.
_RESERVE = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::date[], $3::integer[], $4::double precision[], $5::double precision[])
        AS budget(scope, day, most, span, gap)
), locked AS MATERIALIZED (
    SELECT budget.id, budget.used, budget.free_at, budget.recent, wanted.scope, wanted.most, wanted.span, wanted.gap
    FROM wanted JOIN safety_budgets budget ON budget.scope = wanted.scope AND budget.day = wanted.day
    ORDER BY budget.scope FOR NO KEY UPDATE OF budget
), clock AS MATERIALIZED (
    SELECT clock_timestamp() AS at, count(*) AS found FROM locked
), switch AS MATERIALIZED (
    SELECT safety_switch.paused FROM clock, safety_switch WHERE safety_switch.id = 1 FOR KEY SHARE OF safety_switch
), judged AS MATERIALIZED (
    SELECT locked.*, clock.at, kept.recent AS kept,
        CASE WHEN gap IS NOT NULL THEN coalesce(free_at <= clock.at, true) AND kept.within = 0
            WHEN span IS NOT NULL THEN kept.within < most
            ELSE used < most END AS has_room
    FROM locked, clock, LATERAL (
        SELECT coalesce(array_agg(moment ORDER BY moment), '{}') AS recent,
            count(*) FILTER (WHERE moment > clock.at - locked.span * interval '1 second') AS within
        FROM unnest(locked.recent) moment WHERE moment > clock.at - interval '366 days'
    ) kept
), verdict AS MATERIALIZED (
    SELECT clock.at, clock.found = cardinality($1) AS complete,
        coalesce((SELECT version FROM safety_settings_versions ORDER BY version DESC LIMIT 1) = $6, false) AS current,
        coalesce((SELECT paused FROM switch), true) AS paused,
        clock.at >= $7::timestamptz AND clock.at < $8::timestamptz AS in_time,
        (SELECT array_agg(scope) FROM judged WHERE NOT has_room) AS exhausted
    FROM clock
), reservation AS (
    INSERT INTO safety_reservations
        (channel, campaign_id, lead_id, attempt_id, scopes, day, settings_version, state, reserved_at)
    SELECT $9, $10, $11, $12, $1, $13, $6, 'RESERVED', at FROM verdict
    WHERE complete AND current AND NOT paused AND in_time AND exhausted IS NULL
    RETURNING id, reserved_at
), taken AS (
    UPDATE safety_budgets budget SET used = budget.used + 1,
        free_at = coalesce(judged.at + judged.gap * interval '1 second', budget.free_at),
        recent = CASE WHEN judged.gap IS NOT NULL THEN ARRAY[judged.at]
            WHEN judged.span IS NOT NULL THEN judged.kept || judged.at ELSE budget.recent END
    FROM judged, reservation WHERE budget.id = judged.id
), recorded AS (
    INSERT INTO safety_attempts
        (channel, campaign_id, lead_id, verdict, decision, inputs, settings_version, at)
    SELECT $9, $10, $11, 'ALLOWED', $14::jsonb, $15::jsonb, $6, reserved_at FROM reservation WHERE $14 IS NOT NULL
)
SELECT complete, current, paused, in_time, exhausted, (SELECT id FROM reservation) AS reservation_id FROM verdict
"""

_OPEN = """
INSERT INTO safety_budgets (scope, day, used, recent)
SELECT scope, day, 0, '{}' FROM unnest($1::text[], $2::date[]) AS budget(scope, day) ORDER BY scope
ON CONFLICT (scope, day) DO NOTHING
"""

_RELEASE = """
WITH released AS (
    UPDATE safety_reservations SET state = 'RELEASED', settled_at = clock_timestamp()
    WHERE id = $1 AND state = 'RESERVED' RETURNING scopes, day, reserved_at
), locked AS MATERIALIZED (
    SELECT budget.id FROM released JOIN safety_budgets budget
        ON budget.scope = ANY(released.scopes) AND budget.day IN (released.day, $2)
    ORDER BY budget.scope FOR NO KEY UPDATE OF budget
), given_back AS (
    UPDATE safety_budgets budget SET used = budget.used - 1, recent = CASE
        WHEN budget.free_at IS NOT NULL OR array_position(budget.recent, reserved_at) IS NULL THEN budget.recent
        ELSE budget.recent[:array_position(budget.recent, reserved_at) - 1]
            || budget.recent[array_position(budget.recent, reserved_at) + 1:] END
    FROM locked, released WHERE budget.id = locked.id
)
SELECT count(*) FROM released
"""

_SENT = """
WITH sent AS (
    UPDATE safety_reservations SET state = 'SENT', settled_at = clock_timestamp()
    WHERE id = $1 AND state = 'RESERVED' RETURNING channel, settled_at
), started AS (
    INSERT INTO channel_starts (channel, first_sent_at) SELECT channel, settled_at FROM sent
    ON CONFLICT (channel) DO NOTHING
)
SELECT count(*) FROM sent
"""


@dataclass(frozen=True, slots=True)
class Budget:
    """One of which a unit is to be taken.

    At most `most` a day; with `span`, at most `most` within so many seconds; with `gap`, one, and the next one `gap`
    seconds later, and none within `span` seconds of the last.
    """

    scope: str
    day: date
    most: int = NO_LIMIT
    span: float | None = None
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be reserved, by the decision which allowed it."""

    channel: Channel
    budgets: Sequence[Budget]
    settings_version: int
    day: date
    """The day of the decision, in the settings' time zone."""
    not_before: datetime
    """When the day begins, and when it ends or the send window closes: outside, the limits may be others."""
    before: datetime
    campaign_id: int | None = None
    lead_id: int | None = None
    attempt_id: int | None = None
    """The delivery attempt for which it is. For each at most one reservation is made."""
    decision: str | None = None
    """The decision and what it was made of, as JSON texts, for the audit trail."""
    inputs: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was taken. All of this can have changed since the decision; ask for another one."""

    paused: bool
    outdated: bool
    """The settings were changed, the day is over, or the window has closed."""
    exhausted: tuple[str, ...]
    """The scopes of the budgets that have no room."""


async def reserve(connection: asyncpg.Connection, wish: Wish) -> int | Refusal:
    """Take a unit of each budget and return the reservation's id; or take none and say why.

    It must not be called within a transaction: whoever else wants one of these budgets would wait for its end.
    Raises asyncpg.UniqueViolationError where there is a reservation for this attempt.
    """
    arguments = arguments_of(wish)
    while True:
        row = await connection.fetchrow(_RESERVE, *arguments)
        if row is not None and row["complete"]:
            break
        await connection.execute(_OPEN, *arguments[:2])  # the first of the day, or of a lead
    if row["reservation_id"] is not None:
        reservation_id: int = row["reservation_id"]
        return reservation_id
    return Refusal(row["paused"], not (row["current"] and row["in_time"]), tuple(row["exhausted"] or ()))


def arguments_of(wish: Wish) -> tuple[Any, ...]:
    """The statement's parameters; the first two name the budgets."""
    budgets = wish.budgets
    return (
        [budget.scope for budget in budgets],
        [budget.day for budget in budgets],
        [budget.most for budget in budgets],
        [budget.span for budget in budgets],
        [budget.gap for budget in budgets],
        wish.settings_version,
        wish.not_before,
        wish.before,
        wish.channel,
        wish.campaign_id,
        wish.lead_id,
        wish.attempt_id,
        wish.day,
        wish.decision,
        wish.inputs,
    )


async def release(connection: asyncpg.Connection, reservation_id: int) -> bool:
    """Give the units back, each to its day; False where they were given back, or used up, before. Gaps stay."""
    return bool(await connection.fetchval(_RELEASE, reservation_id, TIMELESS))


async def mark_sent(connection: asyncpg.Connection, reservation_id: int) -> bool:
    """Use the units up for good, together with the message that was sent; False where they are not reserved."""
    return bool(await connection.fetchval(_SENT, reservation_id))
