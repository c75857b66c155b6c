"""Storing a batch: its profiles, its counts and its checkpoint in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from models import Platform
from services.discovery.holding import Hold, holding
from services.discovery.profile_rows import COLUMNS, is_keepable, row
from services.discovery.source_runs import log_progress
from services.discovery.superseding import remove_superseded
from services.matching import match
from services.transaction import Act, Transaction
from sources.protocol import Batch, FoundProfile


@dataclass(frozen=True, slots=True)
class Tally:
    """What a source's search has come to so far."""

    rejected: frozenset[str] = frozenset()
    """Handles which are known to fail a hard minimum. A profile of which more is known later may leave them again."""
    full: bool = False
    """The job has as many profiles as it asks for."""


_KNOWN = """
SELECT handle FROM discovered_profiles WHERE job_id = $1 AND platform = $2 AND handle = ANY($3::text[])
ORDER BY id FOR NO KEY UPDATE
"""

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

_MAKE_ROOM = """
WITH removed AS (
    DELETE FROM discovered_profiles WHERE id IN (
        SELECT id FROM discovered_profiles
        WHERE job_id = $1 AND seen_in_attempt < $2 AND lead_id IS NULL
            AND NOT (platform = $3 AND handle = ANY($4::text[]))
        ORDER BY match_score, id LIMIT $5
    ) RETURNING platform
), counted AS (SELECT platform, count(*)::integer AS number FROM removed GROUP BY platform),
sources AS (
    UPDATE source_runs SET profiles_found = profiles_found - number FROM counted
    WHERE job_id = $1 AND source_runs.platform = counted.platform
)
SELECT coalesce(sum(number), 0)::integer FROM counted
"""

_STALE = """
SELECT EXISTS (
    SELECT FROM discovered_profiles WHERE job_id = $1 AND seen_in_attempt < $2 AND lead_id IS NULL
)
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
    rows, turned_down = _judged(batch.profiles, hold, act.at)
    rejected = (tally.rejected - rows.keys() - set(batch.superseded_handles)) | turned_down
    async with holding(hold, act) as (tx, job):
        places = _Places(tx, hold, platform)
        gone = 0
        if turned_down:
            gone += _affected(await tx.connection.execute(_REMOVE, hold.job_id, platform, list(turned_down)))
        if batch.superseded_handles:
            gone += await remove_superseded(tx, hold.job_id, platform, batch.superseded_handles, rows)
        rows, added, evicted = await places.fitting(rows, job["profile_count"] - gone)
        if rows:
            await _upsert(tx, hold, platform, rows.values(), act.at)
        count = job["profile_count"] - gone - evicted + added
        [counts] = await tx.connection.fetch(
            _COUNT,
            hold.job_id,
            platform,
            added - gone,
            len(rejected) - len(tally.rejected),
            batch.requests_made,
            batch.checkpoint,
            count,
        )
        full = count >= hold.criteria.max_profiles and not await places.any_stale()
        log_progress(tx, hold, platform, **dict(counts))
    return Tally(rejected, full)


@dataclass(frozen=True, slots=True)
class _Places:
    """The places a job has for profiles. What an earlier attempt saw, and this one not yet, gives way."""

    tx: Transaction
    hold: Hold
    platform: Platform

    async def fitting(self, rows: dict[str, dict[str, Any]], count: int) -> tuple[dict[str, dict[str, Any]], int, int]:
        """Of `rows` those which find a place among the `count` taken; how many are new; how many gave way to them."""
        if not rows:
            return rows, 0, 0
        known = {
            record["handle"]
            for record in await self.tx.connection.fetch(_KNOWN, self.hold.job_id, self.platform, list(rows))
        }
        new = [handle for handle in rows if handle not in known]
        free = self.hold.criteria.max_profiles - count
        evicted = 0
        if len(new) > free:
            evicted = await self._make_room(list(known), len(new) - free)
        kept = new[: max(free + evicted, 0)]
        keep = known.union(kept)
        return {handle: values for handle, values in rows.items() if handle in keep}, len(kept), evicted

    async def any_stale(self) -> bool:
        """Whether anyone could still give way."""
        return bool(await self.tx.connection.fetchval(_STALE, self.hold.job_id, self.hold.attempt))

    async def _make_room(self, known: list[str], places: int) -> int:
        evicted: int = await self.tx.connection.fetchval(
            _MAKE_ROOM, self.hold.job_id, self.hold.attempt, self.platform, known, places
        )
        return evicted


def _judged(
    profiles: Iterable[FoundProfile], hold: Hold, now: datetime
) -> tuple[dict[str, dict[str, Any]], frozenset[str]]:
    """The rows of those to keep, by handle, and the handles of those to turn down. The last of a handle counts."""
    latest = {profile.handle: profile for profile in profiles if is_keepable(profile)}
    rows: dict[str, dict[str, Any]] = {}
    turned_down = set()
    for handle, profile in latest.items():
        verdict = match(profile, hold.criteria, now)
        if verdict.rejected is None:
            rows[handle] = row(profile, verdict)
        else:
            turned_down.add(handle)
    return rows, frozenset(turned_down)


async def _upsert(
    tx: Transaction, hold: Hold, platform: Platform, rows: Iterable[dict[str, Any]], at: datetime
) -> None:
    found = orjson.dumps(list(rows)).decode()
    await tx.connection.execute(_UPSERT, hold.job_id, platform, hold.attempt, at, found)


def _affected(status: str) -> int:
    return int(status.rsplit(" ", 1)[1])
