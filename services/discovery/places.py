"""The places a job has for profiles, over all its sources."""

from dataclasses import dataclass
from typing import Any

from models import Platform
from services.discovery.holding import Hold
from services.transaction import Transaction

_KNOWN = """
SELECT handle FROM discovered_profiles WHERE job_id = $1 AND platform = $2 AND handle = ANY($3::text[])
ORDER BY id FOR NO KEY UPDATE
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


@dataclass(frozen=True, slots=True)
class Allotment:
    """Which rows find a place."""

    rows: dict[str, dict[str, Any]]
    added: int = 0
    """How many of them are new."""
    evicted: int = 0
    """How many, of any source, gave way to them and are gone."""


@dataclass(frozen=True, slots=True)
class Places:
    """One source's way to the places. To be used under the job's lock.

    Whom an earlier attempt saw, and the present one has not seen yet, gives way to those who are new, the worst match
    first; unless a lead was made of the profile.
    """

    tx: Transaction
    hold: Hold
    platform: Platform

    async def allot(self, rows: dict[str, dict[str, Any]], taken: int) -> Allotment:
        """Rows already stored keep their place; of the new ones, the first get what is free or can be made so."""
        if not rows:
            return Allotment(rows)
        records = await self.tx.connection.fetch(_KNOWN, self.hold.job_id, self.platform, list(rows))
        known = {record["handle"] for record in records}
        new = [handle for handle in rows if handle not in known]
        free = self.hold.criteria.max_profiles - taken
        evicted = await self._make_room(list(known), len(new) - free) if len(new) > free else 0
        added = new[: max(free + evicted, 0)]
        keep = known.union(added)
        return Allotment({handle: row for handle, row in rows.items() if handle in keep}, len(added), evicted)

    async def are_gone(self, taken: int) -> bool:
        """Whether nobody new can find a place."""
        if taken < self.hold.criteria.max_profiles:
            return False
        return not await self.tx.connection.fetchval(_STALE, self.hold.job_id, self.hold.attempt)

    async def _make_room(self, known: list[str], places: int) -> int:
        evicted: int = await self.tx.connection.fetchval(
            _MAKE_ROOM, self.hold.job_id, self.hold.attempt, self.platform, known, places
        )
        return evicted
