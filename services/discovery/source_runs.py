"""What one source of a job is doing: the one place where a source run's status changes.

PENDING → RUNNING ⇄ WAITING, and from each of them to DONE, FAILED or SKIPPED, written by the job's holder under the
job's lock. Moves of the whole job take its source runs along: all back to PENDING for a new run, those which have not
ended to CANCELLED or FAILED.
"""

from dataclasses import dataclass
from datetime import datetime

import models
from models import Platform, SourceRunStatus
from services.activity import Subject
from services.discovery.holding import Hold, holding
from services.transaction import Act, Transaction
from services.validation import storable

ENDED = frozenset({SourceRunStatus.DONE, SourceRunStatus.FAILED, SourceRunStatus.SKIPPED, SourceRunStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Ending:
    """How a source's run ended."""

    status: SourceRunStatus
    error: str | None = None
    exhausted: bool = False
    """Everything there is was seen: profiles of earlier attempts which were not seen again are gone."""


_BEGIN = """
UPDATE source_runs SET status = 'RUNNING', started_at = coalesce(started_at, $3), retry_at = NULL, error = NULL
WHERE job_id = $1 AND platform = $2
"""

_WAIT = "UPDATE source_runs SET status = 'WAITING', retry_at = $3, error = $4 WHERE job_id = $1 AND platform = $2"

_END = """
UPDATE source_runs SET status = $3, error = $4, retry_at = NULL, checkpoint = NULL, completed_at = $5
WHERE job_id = $1 AND platform = $2
"""

_REMOVE_UNSEEN = """
WITH removed AS (
    DELETE FROM discovered_profiles
    WHERE job_id = $1 AND platform = $2 AND seen_in_attempt < $3 AND lead_id IS NULL
    RETURNING id
), counted AS (SELECT count(*)::integer AS number FROM removed),
source AS (
    UPDATE source_runs SET profiles_found = profiles_found - number FROM counted
    WHERE job_id = $1 AND platform = $2 AND number > 0
)
UPDATE discovery_jobs SET profile_count = profile_count - number FROM counted WHERE id = $1 AND number > 0
"""


_RESET = """
UPDATE source_runs SET status = 'PENDING', profiles_rejected = 0, requests_made = 0, error = NULL, checkpoint = NULL,
    retry_at = NULL, started_at = NULL, completed_at = NULL
WHERE job_id = $1
"""

_END_REMAINING = """
UPDATE source_runs SET status = $2, error = coalesce($3, error), retry_at = NULL, checkpoint = NULL, completed_at = $4
WHERE job_id = $1 AND status IN ('PENDING', 'RUNNING', 'WAITING')
"""


async def reset(tx: Transaction, job_id: int) -> None:
    """All source runs of a job before a new run. `profiles_found` stays: it counts the rows there are."""
    await tx.connection.execute(_RESET, job_id)


async def end_remaining(tx: Transaction, job_id: int, status: SourceRunStatus, error: str | None = None) -> None:
    """End the source runs which have not, together with their job."""
    await tx.connection.execute(_END_REMAINING, job_id, status, error, tx.act.at)


async def begin(hold: Hold, platform: Platform, act: Act) -> None:
    """The source searches, for the first time or again after a wait."""
    async with holding(hold, act) as (tx, _):
        await tx.connection.execute(_BEGIN, hold.job_id, platform, act.at)
        log_progress(tx, hold, platform, status=SourceRunStatus.RUNNING)


async def wait(hold: Hold, platform: Platform, retry_at: datetime, reason: str, act: Act) -> None:
    """The platform asked to come back at `retry_at`."""
    async with holding(hold, act) as (tx, _):
        await tx.connection.execute(_WAIT, hold.job_id, platform, retry_at, storable(reason))
        log_progress(tx, hold, platform, status=SourceRunStatus.WAITING, retry_at=retry_at)


async def end(hold: Hold, platform: Platform, ending: Ending, act: Act) -> None:
    """The source has nothing more to do in this run."""
    async with holding(hold, act) as (tx, _):
        if ending.exhausted:
            await tx.connection.execute(_REMOVE_UNSEEN, hold.job_id, platform, hold.attempt)
        error = None if ending.error is None else storable(ending.error)
        await tx.connection.execute(_END, hold.job_id, platform, ending.status, error, act.at)
        log_progress(tx, hold, platform, status=ending.status)


def log_progress(tx: Transaction, hold: Hold, platform: Platform, **detail: object) -> None:
    """Tell whoever follows the job that one of its sources moved."""
    tx.log(
        models.ActivityKind.DISCOVERY_JOB_PROGRESSED,
        Subject.DISCOVERY_JOB,
        hold.job_id,
        campaign_id=hold.campaign_id,
        platform=platform,
        **detail,
    )
