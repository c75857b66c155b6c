"""Performing a run: what a worker does with a job."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any

import models
from models import SourceRunStatus
from services.discovery import source_runs
from services.discovery.claiming import claim
from services.discovery.holding import Hold, HoldLost, holding, is_held
from services.discovery.limits import RunLimits
from services.discovery.searching import JobSearch, run_source
from services.discovery.transitions import Move, move
from services.queue import DiscoveryRun, HandedBack
from services.transaction import Act, transaction
from sources.protocol import Source

logger = logging.getLogger(__name__)

WORKER = "worker"
"""The actor of what happens to a job while it runs."""


async def perform(
    run: DiscoveryRun,
    sources: Mapping[str, Source],
    clock: Callable[[], datetime],
    limits: RunLimits,
    stop: asyncio.Event | None = None,
) -> None:
    """Take the run up, or over, and bring it to its end: every source side by side, isolated from each other.

    Returns at once where the run is not to be performed (any more), and early where somebody else takes it over or it
    is cancelled. Raises HandedBack soon after `stop` is set, and whatever the database raises; the job stays RUNNING
    then, for whoever claims it next.
    """
    taken = await claim(run, limits.time_limit, Act(WORKER, clock()))
    if taken is None:
        logger.info("run %d of job %d is not to be performed", run.run, run.job_id)
        return
    job = JobSearch(taken.hold, limits, clock, WORKER)
    searches = [
        run_source(job, platform, sources.get(platform), checkpoint)
        for platform, checkpoint in taken.checkpoints.items()
    ]
    try:
        await _all_unless(searches, [_watch(taken.hold, limits), _handed_back(stop)], limits)
        await _conclude(taken.hold, job.act())
    except HoldLost:
        logger.info("job %d is no longer held by attempt %d", run.job_id, taken.hold.attempt)


async def fail(run: DiscoveryRun, message: str, act: Act) -> None:
    """End a run which cannot be performed as FAILED, unless it has ended otherwise."""
    async with transaction(act) as tx:
        if await move(tx, run.job_id, Move.FAIL, run=run.run, error=message) is not None:
            await source_runs.end_remaining(tx, run.job_id, SourceRunStatus.FAILED, message)


async def _all_unless(
    tasks: list[Coroutine[Any, Any, None]], guards: list[Coroutine[Any, Any, None]], limits: RunLimits
) -> None:
    """Wait for all tasks; the first exception of a task or a guard ends everything else, and is raised."""
    working = {asyncio.create_task(task) for task in tasks}
    guarding = {asyncio.create_task(guard) for guard in guards}
    try:
        while working:
            done, _ = await asyncio.wait(working | guarding, return_when=asyncio.FIRST_COMPLETED)
            working -= done
            for task in done:
                task.result()
    finally:
        for task in working | guarding:
            task.cancel()
        if working | guarding:
            _, stubborn = await asyncio.wait(working | guarding, timeout=limits.closing_time.total_seconds())
            if stubborn:
                logger.warning("%d sources did not end in time; they may write nothing any more", len(stubborn))


async def _watch(hold: Hold, limits: RunLimits) -> None:
    """Raise HoldLost soon after the hold is lost, also where no source stores anything."""
    while True:
        await asyncio.sleep(limits.watch_interval.total_seconds())
        if not await is_held(hold):
            raise HoldLost


async def _handed_back(stop: asyncio.Event | None) -> None:
    await (stop or asyncio.Event()).wait()
    raise HandedBack


async def _conclude(hold: Hold, act: Act) -> None:
    """DONE where any source came to its end; FAILED with every reason where none did."""
    async with holding(hold, act) as (tx, job):
        runs = await models.SourceRun.filter(job_id=hold.job_id).order_by("id")
        ended = any(run.status is SourceRunStatus.DONE for run in runs)
        reasons = None if ended else "; ".join(f"{run.platform}: {run.error}" for run in runs)
        await move(
            tx,
            hold.job_id,
            Move.FINISH if ended else Move.FAIL,
            attempt=hold.attempt,
            error=reasons,
            profiles=job["profile_count"],
        )
