"""PGQueuer's statements, kept to the rows which this worker holds."""

import dataclasses
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.models import Job, TracebackRecord
from pgqueuer.domain.types import JOB_STATUS, JobId


@dataclasses.dataclass
class HeldRows(Queries):
    """Queries which leave alone what another worker has taken over.

    PGQueuer names rows by their id only. A worker which stalled for longer than the heartbeat timeout would keep its
    successor's row alive, and on finishing delete it: should the successor die, nobody would take its job over.
    """

    holder: UUID | None = None
    """The queue manager's id."""

    async def log_jobs(self, job_status: list[tuple[Job, JOB_STATUS, TracebackRecord | None]]) -> None:
        """Record how jobs ended, and take them off the queue."""
        held = await self._held([job.id for job, _, _ in job_status])
        if entries := [entry for entry in job_status if entry[0].id in held]:
            await super().log_jobs(entries)

    async def retry_job(self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None) -> None:
        """Put a job back into the queue."""
        if await self._held([job.id]):
            await super().retry_job(job, delay, traceback_record)

    async def update_heartbeat(self, job_ids: list[JobId]) -> None:
        """Tell that jobs are being worked on."""
        if held := await self._held(job_ids):
            await super().update_heartbeat(list(held))

    async def _held(self, ids: Collection[JobId]) -> set[JobId]:
        rows = await self.driver.fetch(
            f"SELECT id FROM {self.qbe.settings.qualified.queue_table}"
            " WHERE id = ANY($1::bigint[]) AND queue_manager_id = $2 AND status = 'picked'",
            list(ids),
            self.holder,
        )
        return {JobId(row["id"]) for row in rows if isinstance(row["id"], int)}
