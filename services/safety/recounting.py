"""Making way for other settings: nothing is reserved by former ones any more, and days are those of the new zone."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import asyncpg

from services.safety.days import begin_of_day, day_of
from services.safety.reserving import TIMELESS

# Waits for reservations and releases that are being made, in turn; others wait until the transaction ends, and see then
# which settings are in force.
_EXCLUDE = "LOCK TABLE safety_budgets IN EXCLUSIVE MODE"

# Zones are up to 26 hours apart.
_MOVE = """
UPDATE safety_reservations SET day = CASE WHEN reserved_at >= $1 THEN $2::date ELSE $2::date - 1 END
WHERE reserved_at >= $1 AND day <> $2::date
    OR reserved_at >= $1 - interval '2 days' AND reserved_at < $1 AND day >= $2::date
"""

_FORGET = "DELETE FROM safety_budgets WHERE day >= $1::date - 2"

_COUNT = """
INSERT INTO safety_budgets (scope, day, used, recent)
SELECT unit.scope, day, count(*), '{}' FROM safety_reservations, unnest(scopes) AS unit(scope)
WHERE state IN ('RESERVED', 'SENT') AND day >= $1::date - 2 AND reserved_at >= $2
    AND NOT EXISTS (SELECT FROM safety_budgets timeless WHERE timeless.scope = unit.scope AND timeless.day = $3)
GROUP BY unit.scope, day ORDER BY unit.scope
"""


async def exclude_reservations(connection: asyncpg.Connection) -> None:
    """Let no reservation be made until the open transaction, which changes settings, has ended."""
    await connection.execute(_EXCLUDE)


async def recount_days(connection: asyncpg.Connection, zone: ZoneInfo) -> None:
    """Count what was reserved in the last days by the days of another time zone. Reservations must be excluded."""
    now = await connection.fetchval("SELECT clock_timestamp()")
    today = day_of(now, zone)
    begin = begin_of_day(today, zone)
    await connection.execute(_MOVE, begin, today)
    await connection.execute(_FORGET, today)
    await connection.execute(_COUNT, today, begin - timedelta(days=5), TIMELESS)
