"""The worker: takes discovery jobs and imports off the queue and performs them, whatever PostgreSQL does meanwhile."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import asyncpg
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.core.qm import QueueManager
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Job

from cam_graphql.database import connection_arguments
from cam_graphql.queue_rows import HeldRows
from pushdown import key_of
from services import discovery, imports, workers
from services.discovery import RunLimits
from services.imports import ImportLimits
from services.queue import RUN_DISCOVERY_JOB, RUN_LEAD_IMPORT, DiscoveryRun, HandedBack, ImportRun
from services.transaction import Act
from services.unreachable import UNREACHABLE
from sources.protocol import Source

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """How a worker works. The values here are the defaults of its settings."""

    concurrency: int = 4
    """How many jobs run side by side, at least 2."""
    heartbeat_timeout: timedelta = timedelta(seconds=8)
    """After this long without a sign of life a job's worker is taken for dead, and another takes the job over."""
    poll_interval: timedelta = timedelta(seconds=2)
    """How often the queue is looked at, besides being told of new jobs: it bounds how late a dead worker is noticed."""
    grace: timedelta = timedelta(seconds=5)
    """How long handing jobs back may take at a stop. Those not handed back are taken over as from a dead worker."""
    longest_pause: timedelta = timedelta(seconds=2)
    """Between attempts to reach PostgreSQL: readiness waits for a worker, and is to be back 5 s after it."""
    most_attempts: int = 20
    """How often a run which meets a fault of ours is tried, with growing pauses, before its job FAILED."""

    def __post_init__(self) -> None:
        if self.concurrency < 2:
            raise ValueError("a worker runs at least 2 jobs side by side")


@dataclass(frozen=True, slots=True)
class _Worker:
    database_url: str
    sources: Mapping[str, Source]
    clock: Callable[[], datetime]
    limits: RunLimits
    import_limits: ImportLimits
    settings: WorkerSettings
    stop: asyncio.Event
    id: UUID


async def run_worker(
    database_url: str,
    sources: Mapping[str, Source],
    clock: Callable[[], datetime],
    *,
    limits: RunLimits,
    settings: WorkerSettings,
    stop: asyncio.Event,
    import_limits: ImportLimits = imports.DEFAULT_IMPORT_LIMITS,
) -> None:
    """Work until `stop` is set; then hand running jobs back, so that other workers go on with them at once.

    The queue has a connection of its own, renewed with growing pauses where it or PostgreSQL goes away; what the jobs
    themselves write goes through Tortoise, which the caller has connected. Installs no signal handlers.
    """
    worker = _Worker(database_url, sources, clock, limits, import_limits, settings, stop, uuid4())
    pause = timedelta(milliseconds=200)
    while not stop.is_set():
        began = asyncio.get_running_loop().time()
        try:
            await _work_off_queue(worker)
        except UNREACHABLE as error:
            logger.warning("the worker cannot reach its queue: %s", error)
        except Exception:
            logger.exception("the worker's queue broke")
        if asyncio.get_running_loop().time() - began > settings.longest_pause.total_seconds():
            pause = timedelta(milliseconds=200)
        with suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await stop.wait()
        pause = min(pause * 2, settings.longest_pause)


async def _work_off_queue(worker: _Worker) -> None:
    """Serve the queue over one connection, until the stop or until the connection is lost."""
    connection = await asyncpg.connect(
        **connection_arguments(worker.database_url),
        server_settings={"application_name": "cam-graphql worker", "jit": "off"},
    )
    lost = asyncio.Event()
    connection.add_termination_listener(lambda _: lost.set())
    rows = HeldRows(AsyncpgDriver(connection))
    manager = QueueManager(rows)
    rows.holder = manager.queue_manager_id
    hand_back = asyncio.Event()
    manager.entrypoint(RUN_DISCOVERY_JOB, on_failure="hold")(_discovery_performer(worker, hand_back))
    manager.entrypoint(RUN_LEAD_IMPORT, on_failure="hold")(_import_performer(worker, hand_back))
    settings = worker.settings
    serving = asyncio.create_task(
        manager.run(
            dequeue_timeout=settings.poll_interval,
            batch_size=settings.concurrency // 2,
            max_concurrent_tasks=settings.concurrency,
            heartbeat_timeout=settings.heartbeat_timeout,
            shutdown_on_listener_failure=True,
        )
    )
    others = [asyncio.create_task(each) for each in (_beat(worker, rows), worker.stop.wait(), lost.wait())]
    try:
        await asyncio.wait([serving, *others], return_when=asyncio.FIRST_COMPLETED)
        manager.shutdown.set()
        hand_back.set()
        await asyncio.wait([serving], timeout=settings.grace.total_seconds())
        if serving.done():
            await serving
            await workers.leave(rows.driver, worker.id)
        else:
            logger.warning("jobs could not be handed back within %s; they will be taken over", settings.grace)
    finally:
        hand_back.set()
        # The connection goes first: jobs that are still cancelled below must not be taken off the queue.
        connection.terminate()
        for task in (serving, *others):
            task.cancel()
        ended, _ = await asyncio.wait([serving, *others], timeout=settings.grace.total_seconds())
        for task in ended:
            if not task.cancelled() and task.exception() is not None and task is not serving:
                logger.info("a task beside the queue ended: %s", task.exception())


async def _beat(worker: _Worker, rows: HeldRows) -> None:
    """Show by the queue's own connection that the worker is alive."""
    while True:
        await workers.beat(rows.driver, worker.id)
        await asyncio.sleep(workers.BEAT_INTERVAL.total_seconds())


def _discovery_performer(worker: _Worker, hand_back: asyncio.Event) -> Callable[[Job], Awaitable[None]]:
    async def perform_job(job: Job) -> None:
        run = DiscoveryRun.decode(job.payload)

        async def fail(act: Act) -> None:
            await discovery.fail(run, "The job could not be performed; the worker's log has the details.", act)

        performance = discovery.perform(run, worker.sources, worker.clock, worker.limits, hand_back)
        await _perform(worker, job, f"run {run.run} of job {run.job_id}", performance, fail)

    return perform_job


def _import_performer(worker: _Worker, hand_back: asyncio.Event) -> Callable[[Job], Awaitable[None]]:
    async def perform_import(job: Job) -> None:
        run = ImportRun.decode(job.payload)

        async def fail(act: Act) -> None:
            await imports.fail(run, "The import could not be performed; the worker's log has the details.", act)

        performance = imports.perform(run, worker.clock, _lead_key, worker.import_limits, hand_back)
        await _perform(worker, job, f"run {run.run} of import {run.import_id}", performance, fail)

    return perform_import


def _lead_key(global_id: str) -> int | None:
    return key_of(global_id, "Lead")


async def _perform(
    worker: _Worker, job: Job, what: str, performance: Awaitable[None], fail: Callable[[Act], Awaitable[None]]
) -> None:
    """See a job through: handed back at a stop, tried again after a fault, and FAILED after too many of them."""
    try:
        await performance
    except HandedBack as handed_back:
        raise RetryRequested(timedelta(0), "the worker stops") from handed_back
    except Exception as error:
        logger.exception("%s met a fault", what)
        if job.attempts < worker.settings.most_attempts:
            raise RetryRequested(timedelta(seconds=min(2**job.attempts, 30)), "a fault") from error
        await fail(Act("worker", worker.clock()))
        raise
