"""Storing a batch: its profiles, its counts and its checkpoint in one transaction."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson

from models import Platform
from services.discovery.holding import Hold, holding
from services.discovery.judging import Judged, judge
from services.discovery.places import Places
from services.discovery.profile_rows import COLUMNS
from services.discovery.source_runs import log_progress
from services.discovery.superseding import remove_superseded
from services.transaction import Act, Transaction
from sources.protocol import Batch


@dataclass(frozen=True, slots=True)
class Tally:
    """What a source's search has come to so far."""

    rejected: frozenset[str] = frozenset()
    """Handles which are known to fail a hard minimum. A profile of which more is known later may leave them again."""
    full: bool = False
    """The job has as many profiles as it asks for."""


_ATTEMPTS = 4

_NAMES = ", ".join(COLUMNS)
_TYPED = ", ".join(f"{name} {type_}" for name, type_ in COLUMNS.items())
_OVERWRITTEN = ", ".join(f"{name} = excluded.{name}" for name in (*COLUMNS, "seen_in_attempt") if name != "handle")

_UPSERT = f"""
INSERT INTO discovered_profiles (job_id, platform, seen_in_attempt, discovered_at, {_NAMES})
SELECT $1, $2, $3, $4, {_NAMES} FROM jsonb_to_recordset($5::jsonb) AS found({_TYPED})
ON CONFLICT (job_id, platform, handle) DO UPDATE SET {_OVERWRITTEN}
"""

_REMOVE = """
DELETE FROM discovered_profiles
WHERE job_id = $1 AND platform = $2 AND handle = ANY($3::text[]) AND lead_id IS NULL
"""

_COUNT = """
WITH source AS (
    UPDATE source_runs SET profiles_found = profiles_found + $3, profiles_rejected = profiles_rejected + $4,
        requests_made = requests_made + $5, checkpoint = $6
    WHERE job_id = $1 AND platform = $2
    RETURNING profiles_found, requests_made
), job AS (UPDATE discovery_jobs SET profile_count = $7 WHERE id = $1 AND profile_count <> $7)
SELECT profiles_found, requests_made FROM source
"""


async def store_batch(hold: Hold, platform: Platform, batch: Batch, tally: Tally, act: Act) -> Tally:
    """Store what a source yielded; return the new tally. Raises HoldLost, with nothing stored.

    A profile is stored whole, over what was known of its handle, with its score. One that is known to fail a hard
    minimum is not kept, nor is anyone beyond the number of profiles the job asks for, over all its sources: the first
    to come are kept.
    """
    judged = await judge(batch.profiles, hold.criteria, act.at)
    for _ in range(_ATTEMPTS - 1):
        # Whoever converts profiles of the job locks the same rows; of two who block each other one must yield.
        with suppress(asyncpg.DeadlockDetectedError):
            return await _store(hold, platform, batch, judged, tally, act=act)
    return await _store(hold, platform, batch, judged, tally, act=act)


async def _store(hold: Hold, platform: Platform, batch: Batch, judged: Judged, tally: Tally, *, act: Act) -> Tally:
    rejected = (tally.rejected - judged.rows.keys() - set(batch.superseded_handles)) | judged.turned_down
    async with holding(hold, act) as (tx, job):
        places = Places(tx, hold, platform)
        gone = await _remove(tx, hold, platform, judged.turned_down)
        if batch.superseded_handles:
            gone += await remove_superseded(tx, hold.job_id, platform, batch.superseded_handles, judged.rows)
        allotted = await places.allot(judged.rows, job["profile_count"] - gone)
        await _upsert(tx, hold, platform, allotted.rows.values())
        taken = job["profile_count"] - gone - allotted.evicted + allotted.added
        [counts] = await tx.connection.fetch(
            _COUNT,
            hold.job_id,
            platform,
            allotted.added - gone,
            len(rejected) - len(tally.rejected),
            batch.requests_made,
            batch.checkpoint,
            taken,
        )
        full = await places.are_gone(taken)
        log_progress(tx, hold, platform, **dict(counts))
    return Tally(rejected, full)


async def _remove(tx: Transaction, hold: Hold, platform: Platform, handles: frozenset[str]) -> int:
    if not handles:
        return 0
    status = await tx.connection.execute(_REMOVE, hold.job_id, platform, list(handles))
    return int(status.rsplit(" ", 1)[1])


async def _upsert(tx: Transaction, hold: Hold, platform: Platform, rows: Iterable[dict[str, Any]]) -> None:
    if found := list(rows):
        await tx.connection.execute(
            _UPSERT, hold.job_id, platform, hold.attempt, tx.act.at, orjson.dumps(found).decode()
        )
