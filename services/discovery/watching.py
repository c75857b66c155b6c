"""Watching one job: its present state, then every change of it, until it has ended."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import models
from services.activity import Position, Subject, end_of_log
from services.activity_feed import ActivityFeed
from services.errors import NotFound
from services.transaction import reading

_ENDINGS = {
    models.ActivityKind.DISCOVERY_JOB_COMPLETED,
    models.ActivityKind.DISCOVERY_JOB_FAILED,
    models.ActivityKind.DISCOVERY_JOB_CANCELLED,
}
_ENDED = {models.DiscoveryJobStatus.DONE, models.DiscoveryJobStatus.FAILED, models.DiscoveryJobStatus.CANCELLED}

_LAST_ENDING = """
SELECT transaction_id::text::bigint AS transaction_id, id FROM activity
WHERE subject_type = $1 AND subject_id = $2 AND kind = ANY($3::text[])
ORDER BY transaction_id DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class JobUpdate:
    """A moment at which to look at the job."""

    position: Position
    """Where in the log the watcher stands with this update."""
    change: int | None
    """The activity row which caused it; None for the first, which shows the present state."""


async def watch_job(feed: ActivityFeed, job_id: int, after: Position | None) -> AsyncIterator[JobUpdate]:
    """The present state first, then each change after it (after `after`, where given), oldest first.

    Ends with the change that ended the job, or at once where the job had ended before. Raises NotFound.
    """
    begin = after or await _end()
    async with feed.subscribe(after=begin, subject_type=Subject.DISCOVERY_JOB, subject_id=job_id) as changes:
        job = await models.DiscoveryJob.get_or_none(id=job_id)
        if job is None:
            raise NotFound(("id",), "discovery job")
        yield JobUpdate(begin, None)
        if job.status in _ENDED and not await _ended_after(job_id, after):
            return
        async for change in changes:
            yield JobUpdate(change.position, change.position.id)
            if change.kind in _ENDINGS and await _has_ended(job_id) and not await _ended_after(job_id, change.position):
                return


async def _has_ended(job_id: int) -> bool:
    """Whether it stands ended: one that was cancelled may have been run again."""
    return await models.DiscoveryJob.exists(id=job_id, status__in=list(_ENDED))


async def _ended_after(job_id: int, after: Position | None) -> bool:
    """Whether the job's last ending is still to be told to a client which stands at `after`."""
    if after is None:
        return False
    kinds = [kind.value for kind in _ENDINGS]
    async with reading() as connection:
        row = await connection.fetchrow(_LAST_ENDING, Subject.DISCOVERY_JOB.value, job_id, kinds)
    return row is not None and Position(row["transaction_id"], row["id"]) > after


async def _end() -> Position:
    async with reading() as connection:
        return await end_of_log(connection)
