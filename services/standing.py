"""How work stands, in figures for whoever watches over the service: what is queued, became of it, and is used up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import asyncpg

from models import Channel
from services.safety.keeping import newest
from services.safety.today import ChannelToday, channels_today
from services.workers import count_alive

_COUNTS = """
SELECT 'queue' AS what, entrypoint AS name, status::text AS state, count(*) AS number FROM pgqueuer GROUP BY 2, 3
UNION ALL SELECT 'discovery_job', NULL, status, count(*) FROM discovery_jobs GROUP BY 3
UNION ALL SELECT 'lead_import', NULL, status, count(*) FROM lead_imports GROUP BY 3
UNION ALL SELECT 'outreach_message', channel, status, count(*) FROM outreach_messages GROUP BY 2, 3
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something in one state; `name` is the queue's entry point, or the message's channel."""

    what: str
    name: str | None
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The database's figures at one moment."""

    workers: int
    counts: Sequence[Count]
    budgets: Mapping[Channel, ChannelToday]


async def standing(connection: asyncpg.Connection) -> Standing:
    """How things stand. It counts whole tables: ask once in a while, not for every request."""
    counts = [Count(**row) for row in await connection.fetch(_COUNTS)]
    in_force = (await newest(connection)).in_force
    return Standing(await count_alive(connection), counts, await channels_today(connection, in_force))
