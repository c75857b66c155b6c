"""Leads, settings and counters, for tests of what is let through."""

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

import asyncpg
import orjson

import models
from models import Channel
from services.safety.documents import to_document
from services.safety.recounting import exclude_reservations
from services.safety.settings import ChannelSettings, Settings
from services.safety.taking import Taken, settle_sent, take
from services.transaction import Act, reading, transaction

MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_numbers = itertools.count(1)
_SAVE = """
INSERT INTO safety_settings_versions (version, settings, changed, actor, at)
SELECT max(version) + 1, $1::jsonb, '[]', 'tester', now() FROM safety_settings_versions
"""


def open_settings(most: int = 1_000, **others: Any) -> Settings:
    """Settings by which e-mail is limited to so many a day, and nothing else is, but for what is given."""
    limits: dict[str, Any] = {
        "channels": {Channel.EMAIL: ChannelSettings(most)},
        "send_window": None,
        "max_per_domain_per_day": None,
        "lead_frequency": None,
    }
    return Settings(**(limits | others))


async def put_in_force(settings: Settings) -> None:
    """Make these the settings in force, whatever they are."""
    async with transaction(Act("tester", MONDAY_NOON)) as tx:
        await exclude_reservations(tx.connection)
        await tx.connection.execute(_SAVE, orjson.dumps(to_document(settings), option=orjson.OPT_NON_STR_KEYS).decode())


async def stored_leads(count: int, *, domain: str | None = None, **values: Any) -> list[int]:
    """The ids of so many new leads of one campaign, each with a mail domain of its own unless one is given."""
    campaign = await models.Campaign.create(
        name=f"Campaign {next(_numbers)}", created_at=MONDAY_NOON, updated_at=MONDAY_NOON
    )
    return [
        (
            await models.Lead.create(
                **{
                    "campaign": campaign,
                    "name": "Ana",
                    "email": f"ana@{domain or f'mail{next(_numbers)}.example'}",
                    "source": models.LeadSource.MANUAL,
                    "provenance": [],
                    "created_at": MONDAY_NOON,
                    "updated_at": MONDAY_NOON,
                    **values,
                }
            )
        ).id
        for _ in range(count)
    ]


async def taken(lead_id: int, channel: Channel = Channel.EMAIL, attempt_id: int | None = None) -> Taken:
    """What `take` gives, always with the same random spread."""
    return await take(lead_id, channel, Random(7), attempt_id)


async def sent(lead_id: int) -> int:
    """The reservation of a message that was let through and sent."""
    one = await taken(lead_id)
    assert one.reservation_id is not None, one.decision
    async with transaction(Act("tester", MONDAY_NOON)) as tx:
        assert await settle_sent(tx, one.reservation_id)
    return one.reservation_id


async def used(connection: asyncpg.Connection, scope: str) -> int:
    """How much of a budget was used up, on all days together."""
    total: int = await connection.fetchval("SELECT coalesce(sum(used), 0) FROM safety_budgets WHERE scope = $1", scope)
    return total


async def leaks() -> Sequence[asyncpg.Record]:
    """The budgets, with their days, of which other units are used up than reservations hold."""
    async with reading() as connection:
        found: Sequence[asyncpg.Record] = await connection.fetch(_LEAKS)
    return found


_LEAKS = """
WITH held AS (
    SELECT scope, CASE WHEN scope LIKE 'lead:%' OR scope LIKE 'gap:%' THEN '-infinity' ELSE day END AS day, count(*)
    FROM safety_reservations, unnest(scopes) AS scope WHERE state <> 'RELEASED' GROUP BY 1, 2
)
SELECT scope, day, coalesce(used, 0) AS used, coalesce(held.count, 0) AS held
FROM safety_budgets FULL JOIN held USING (scope, day) WHERE coalesce(used, 0) <> coalesce(held.count, 0)
"""
