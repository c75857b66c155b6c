"""The legal moves of a job, and the one function that makes them.

=========  ==================================  =========  ========================================================
move       from                                to         when
=========  ==================================  =========  ========================================================
QUEUE      NEVER_RUN, DONE, FAILED, CANCELLED  QUEUED     a client asks for a run, the first or another
CLAIM      QUEUED, RUNNING                     RUNNING    a worker takes the run up, or over from one which is gone
FINISH     RUNNING                             DONE       at least one source came to its end
FAIL       QUEUED, RUNNING                     FAILED     none did, or no worker could perform it
CANCEL     NEVER_RUN, QUEUED, RUNNING          CANCELLED  a client asks for it
=========  ==================================  =========  ========================================================

NEVER_RUN and QUEUED are both the status PENDING; `queued_at` tells them apart. Every move is one UPDATE which names the
standings it may start from, so of several at once exactly one succeeds.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

import asyncpg

from models import ActivityKind, DiscoveryJobStatus
from services.activity import Subject
from services.discovery.locking import lock_job
from services.transaction import Transaction


class Standing(StrEnum):
    """Where a job stands, as the moves tell it."""

    NEVER_RUN = "NEVER_RUN"
    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class _Rule:
    start: frozenset[Standing]
    status: DiscoveryJobStatus
    changes: str
    """What else the UPDATE sets; `$3` is the time of the act."""
    kind: ActivityKind


_ENDS = "completed_at = $3, queued_at = NULL, error_message = $6"


class Move(Enum):
    """The moves of the table above."""

    QUEUE = _Rule(
        frozenset({Standing.NEVER_RUN, Standing.DONE, Standing.FAILED, Standing.CANCELLED}),
        DiscoveryJobStatus.PENDING,
        "queued_at = $3, run = run + 1, started_at = NULL, completed_at = NULL, error_message = $6",
        ActivityKind.DISCOVERY_JOB_QUEUED,
    )
    CLAIM = _Rule(
        frozenset({Standing.QUEUED, Standing.RUNNING}),
        DiscoveryJobStatus.RUNNING,
        "started_at = coalesce(started_at, $3), attempt = attempt + 1, error_message = $6",
        ActivityKind.DISCOVERY_JOB_STARTED,
    )
    FINISH = _Rule(frozenset({Standing.RUNNING}), DiscoveryJobStatus.DONE, _ENDS, ActivityKind.DISCOVERY_JOB_COMPLETED)
    FAIL = _Rule(
        frozenset({Standing.QUEUED, Standing.RUNNING}),
        DiscoveryJobStatus.FAILED,
        _ENDS,
        ActivityKind.DISCOVERY_JOB_FAILED,
    )
    CANCEL = _Rule(
        frozenset({Standing.NEVER_RUN, Standing.QUEUED, Standing.RUNNING}),
        DiscoveryJobStatus.CANCELLED,
        _ENDS,
        ActivityKind.DISCOVERY_JOB_CANCELLED,
    )


_STANDING = "CASE WHEN status <> 'PENDING' THEN status WHEN queued_at IS NULL THEN 'NEVER_RUN' ELSE 'QUEUED' END"


async def move(
    tx: Transaction,
    job_id: int,
    to: Move,
    *,
    run: int | None = None,
    attempt: int | None = None,
    error: str | None = None,
    **detail: Any,
) -> asyncpg.Record | None:
    """Make a move and log it; return the job's row as it stands afterwards.

    None, and nothing changed, where the job does not exist or does not stand where the move starts. `run` and `attempt`
    narrow it further: to one run that was asked for, to the worker which holds the job.
    """
    rule = to.value
    await lock_job(tx, job_id)
    job = await tx.connection.fetchrow(
        f"UPDATE discovery_jobs SET status = $2, {rule.changes} WHERE id = $1 AND {_STANDING} = ANY($4::text[])"
        " AND run = coalesce($5, run) AND attempt = coalesce($7, attempt) RETURNING *",
        job_id,
        rule.status,
        tx.act.at,
        sorted(rule.start),
        run,
        error,
        attempt,
    )
    if job is not None:
        tx.log(rule.kind, Subject.DISCOVERY_JOB, job_id, campaign_id=job["campaign_id"], **detail)
    return job
