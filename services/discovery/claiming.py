"""Taking up a run that was asked for, or taking it over from a worker which is gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import orjson

from models import Platform
from services.discovery.criteria import search_criteria
from services.discovery.holding import Hold
from services.discovery.source_runs import ENDED
from services.discovery.transitions import Move, move
from services.queue import DiscoveryRun
from services.transaction import Act, transaction


@dataclass(frozen=True, slots=True)
class Claim:
    """A job taken up, and which of its sources still have to run."""

    hold: Hold
    checkpoints: Mapping[Platform, str | None]
    """By platform, where its search resumes; None where it starts anew."""


_SOURCE_RUNS = "SELECT platform, status, checkpoint FROM source_runs WHERE job_id = $1 ORDER BY id"

_START_ANEW = "UPDATE source_runs SET profiles_rejected = 0 WHERE job_id = $1 AND platform = ANY($2::text[])"

_CARRY_OVER = """
UPDATE discovered_profiles SET seen_in_attempt = $2
WHERE job_id = $1 AND seen_in_attempt = $2 - 1 AND platform = ANY($3::text[])
"""


async def claim(run: DiscoveryRun, time_limit: timedelta, act: Act) -> Claim | None:
    """Become the job's holder; None where the run has ended, was cancelled, or is not the present one.

    On a take-over a source that has ended keeps what it found, and so does one which resumes from a checkpoint: it will
    not see those profiles again. One which starts anew has to see each again, or it is removed at the search's end.
    """
    async with transaction(act) as tx:
        job = await move(tx, run.job_id, Move.CLAIM, run=run.run)
        if job is None:
            return None
        rows = await tx.connection.fetch(_SOURCE_RUNS, run.job_id)
        to_run = {Platform(row["platform"]): row["checkpoint"] for row in rows if row["status"] not in ENDED}
        anew = [platform for platform, checkpoint in to_run.items() if checkpoint is None]
        carried = [row["platform"] for row in rows if row["platform"] not in anew]
        await tx.connection.execute(_CARRY_OVER, run.job_id, job["attempt"], carried)
        await tx.connection.execute(_START_ANEW, run.job_id, anew)
    hold = Hold(
        job_id=run.job_id,
        campaign_id=job["campaign_id"],
        run=run.run,
        attempt=job["attempt"],
        criteria=search_criteria(orjson.loads(job["criteria"])),
        deadline=job["started_at"] + time_limit,
    )
    return Claim(hold, to_run)
