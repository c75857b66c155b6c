"""Running one source of a job, from its begin to its end."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import asyncpg

from models import Platform, SourceRunStatus
from services.discovery import source_runs
from services.discovery.holding import Hold
from services.discovery.limits import RunLimits
from services.discovery.source_runs import Ending
from services.discovery.storing import Tally, store_batch
from services.transaction import Act
from sources.protocol import Batch, RateLimited, SearchCriteria, Source, SourceFailed

logger = logging.getLogger(__name__)


class SourceFault(Exception):
    """A source broke in a way it did not announce, or yielded what cannot be judged or stored."""


class JobIsFull(Exception):
    """The job has as many profiles as it asks for."""


class TimeLimitReached(Exception):
    """The job has run for as long as it may."""


@dataclass(slots=True)
class JobSearch:
    """What the sources of one job share while they run side by side."""

    hold: Hold
    limits: RunLimits
    clock: Callable[[], datetime]
    actor: str
    full: bool = False
    _bounds: set[asyncio.Timeout] = field(default_factory=set)

    def act(self) -> Act:
        """The worker's act, now."""
        return Act(self.actor, self.clock())

    @asynccontextmanager
    async def bounds(self) -> AsyncIterator[None]:
        """Time that ends at the job's deadline, or when the job is full. Raises TimeLimitReached, or JobIsFull."""
        left = (self.hold.deadline - self.clock()).total_seconds()
        bound = asyncio.timeout(max(left, 0))
        try:
            async with bound:
                self._bounds.add(bound)
                yield
        except TimeoutError as end:
            if not bound.expired():
                raise
            raise (JobIsFull if self.full else TimeLimitReached) from end
        finally:
            self._bounds.discard(bound)

    def end_as_full(self) -> None:
        """End the other sources: the job has as many profiles as it asks for."""
        self.full = True
        for bound in self._bounds:
            bound.reschedule(asyncio.get_running_loop().time())


async def run_source(job: JobSearch, platform: Platform, source: Source | None, checkpoint: str | None) -> None:
    """Run a source and record how it ended. Raises HoldLost, or what the database raised."""
    try:
        reason = _unavailable(platform, source)
        if source is None or reason is not None:
            ending = Ending(SourceRunStatus.SKIPPED, reason)
        else:
            ending = await _search_within_bounds(job, platform, source, checkpoint)
    except SourceFault as fault:
        logger.error("the source %s broke in job %d", platform, job.hold.job_id, exc_info=fault.__cause__)
        ending = Ending(SourceRunStatus.FAILED, "The source broke unexpectedly; the worker's log has the details.")
    await source_runs.end(job.hold, platform, ending, job.act())


async def _search_within_bounds(job: JobSearch, platform: Platform, source: Source, checkpoint: str | None) -> Ending:
    try:
        async with job.bounds():
            return await _search(job, platform, source, checkpoint)
    except JobIsFull:
        job.end_as_full()
        return Ending(SourceRunStatus.DONE)
    except TimeLimitReached:
        limit = int(job.limits.time_limit.total_seconds())
        return Ending(SourceRunStatus.FAILED, f"The job's time limit of {limit} seconds is over.")


async def _search(job: JobSearch, platform: Platform, source: Source, checkpoint: str | None) -> Ending:
    tally = Tally()
    while True:
        await source_runs.begin(job.hold, platform, job.act())
        try:
            async with aclosing(_batches(source, job.hold.criteria, checkpoint)) as batches:
                async for batch in batches:
                    try:
                        tally = await store_batch(job.hold, platform, batch, tally, job.act())
                    except (asyncpg.DataError, ValueError, TypeError) as error:
                        raise SourceFault from error
                    checkpoint = batch.checkpoint
                    if tally.full:
                        raise JobIsFull
            return Ending(SourceRunStatus.DONE, exhausted=True)
        except RateLimited as limit:
            if limit.retry_at >= job.hold.deadline:
                return Ending(SourceRunStatus.FAILED, f"{limit} (the wait would outlast the job's time limit)")
            await _wait(job, platform, limit)
        except SourceFailed as failure:
            return Ending(SourceRunStatus.FAILED, str(failure) or "The source failed without a reason.")


async def _wait(job: JobSearch, platform: Platform, limit: RateLimited) -> None:
    await source_runs.wait(job.hold, platform, limit.retry_at, str(limit), job.act())
    left = (limit.retry_at - job.clock()).total_seconds()
    await asyncio.sleep(max(left, job.limits.shortest_wait.total_seconds()))


async def _batches(source: Source, criteria: SearchCriteria, checkpoint: str | None) -> AsyncGenerator[Batch, None]:
    """The source's batches; what it raises without having announced it comes as SourceFault, apart from our own."""
    try:
        batches = source.search(criteria, checkpoint=checkpoint)
        try:
            async for batch in batches:
                yield batch
        finally:
            close = getattr(batches, "aclose", None)
            if close is not None:
                await close()
    except RateLimited as limit:
        if limit.retry_at.tzinfo is None:
            raise SourceFault from limit
        raise
    except SourceFailed:
        raise
    except Exception as error:
        raise SourceFault from error


def _unavailable(platform: Platform, source: Source | None) -> str | None:
    if source is None:
        return f"No source for {platform} is installed."
    try:
        availability = source.availability()
    except Exception as error:
        raise SourceFault from error
    if availability.available:
        return None
    return availability.reason_unavailable or f"The source for {platform} is not available."
