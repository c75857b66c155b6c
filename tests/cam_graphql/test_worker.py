"""The worker, over a real queue."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

import models
from cam_graphql.database import connection_arguments, database
from cam_graphql.worker import WorkerSettings, run_worker
from models import DiscoveryJobStatus, Platform
from services import workers
from services.discovery import RunLimits, cancel_discovery_job
from services.queue import DiscoveryRun
from sources.protocol import SourceFailed
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import (
    a_queued_job,
    act,
    assert_counts_equal_rows,
    installed,
    job_of,
    names,
    now,
    queue,
)

ROOT = Path(__file__).parents[2]
QUICK = RunLimits(watch_interval=timedelta(milliseconds=50))
BRISK = WorkerSettings(heartbeat_timeout=timedelta(seconds=1), poll_interval=timedelta(milliseconds=200))


@pytest.fixture
async def url(database_url: str) -> AsyncIterator[str]:
    async with database(database_url):
        yield database_url


@asynccontextmanager
async def working(
    url: str, *sources: ScriptedSource, settings: WorkerSettings = BRISK, limits: RunLimits = QUICK
) -> AsyncIterator[asyncio.Event]:
    """A worker at work; stopped on leaving. Gives its stop."""
    stop = asyncio.Event()
    worker = asyncio.create_task(run_worker(url, installed(*sources), now, limits=limits, settings=settings, stop=stop))
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(worker, 15)


async def until(run: DiscoveryRun, *statuses: DiscoveryJobStatus, within: float = 10) -> None:
    """Wait until the job stands in one of the statuses."""
    async with asyncio.timeout(within):
        while (await job_of(run)).status not in statuses:
            await asyncio.sleep(0.02)


async def test_a_worker_performs_what_is_queued(url: str) -> None:
    waiting = await a_queued_job()
    async with working(url, ScriptedSource([people("Ada")])):
        await until(waiting, DiscoveryJobStatus.DONE)
        later = await a_queued_job()
        await until(later, DiscoveryJobStatus.DONE, within=1)

    assert await names(waiting) == await names(later) == ["Ada"]


async def test_a_failed_job_is_not_tried_again_by_itself(url: str) -> None:
    source = ScriptedSource([SourceFailed("no")])
    run = await a_queued_job()
    async with working(url, source):
        await until(run, DiscoveryJobStatus.FAILED)
        other = await a_queued_job()
        await until(other, DiscoveryJobStatus.FAILED)

    assert len(source.checkpoints) == 2


async def test_a_stopping_worker_hands_its_job_back_and_another_goes_on_at_once(url: str) -> None:
    source = ScriptedSource([people("Ada", checkpoint="page 2"), asyncio.Event()], [people("Grace")])
    run = await a_queued_job()
    async with working(url, source) as stop:
        await source.reached[1].wait()
        stop.set()
    assert (await job_of(run)).status is DiscoveryJobStatus.RUNNING

    patient = WorkerSettings(heartbeat_timeout=timedelta(minutes=5), poll_interval=timedelta(minutes=5))
    async with working(url, source, settings=patient):
        await until(run, DiscoveryJobStatus.DONE, within=2)

    assert source.checkpoints == [None, "page 2"]
    assert await names(run) == ["Ada", "Grace"]
    await assert_counts_equal_rows(run)


async def test_a_worker_is_seen_while_it_works_and_gone_after_a_clean_stop(url: str) -> None:
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        async with working(url, ScriptedSource([])):
            async with asyncio.timeout(5):
                while await workers.count_alive(connection) != 1:
                    await asyncio.sleep(0.02)
        assert await workers.count_alive(connection) == 0
        assert await connection.fetchval("SELECT count(*) FROM worker_heartbeats") == 0
    finally:
        await connection.close()


@pytest.mark.slow
async def test_a_worker_goes_on_after_all_its_connections_were_cut(url: str) -> None:
    source = ScriptedSource([people("Ada", checkpoint="page 2"), asyncio.Event()], [people("Grace")])
    run = await a_queued_job()
    async with working(url, source):
        await source.reached[1].wait()
        connection = await asyncpg.connect(**connection_arguments(url))
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        # Not by Tortoise: its reads may meet the cut, too.
        async with asyncio.timeout(10):
            while await connection.fetchval("SELECT status FROM discovery_jobs") != DiscoveryJobStatus.DONE:
                await asyncio.sleep(0.05)
        await connection.close()

    assert await names(run) == ["Ada", "Grace"]
    assert (await job_of(run)).attempt == 2
    await assert_counts_equal_rows(run)


@asynccontextmanager
async def worker_process(url: str, manner: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A worker in a process of its own; killed on leaving, if it is not dead already."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.cam_graphql.worker_process", url, manner, cwd=ROOT
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.slow
async def test_a_job_whose_worker_is_killed_is_taken_over_within_15_seconds_and_finished(url: str) -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    async with AsyncExitStack() as stack:
        killed = await stack.enter_async_context(worker_process(url, "hanging"))
        async with asyncio.timeout(30):
            while (await job_of(run)).profile_count < 4:
                await asyncio.sleep(0.05)
            await stack.enter_async_context(worker_process(url, "finishing"))
            while await models.WorkerHeartbeat.all().count() < 2:
                await asyncio.sleep(0.05)
        killed.send_signal(signal.SIGKILL)
        await until(run, DiscoveryJobStatus.DONE, within=15)

    assert (await job_of(run)).attempt == 2
    assert await names(run) == ["Ada", "Edith", "Grace", "Mary", "Sophie"]
    assert await models.DiscoveredProfile.filter(job_id=run.job_id, display_name="Mary").count() == 1
    await assert_counts_equal_rows(run)


async def test_a_cancelled_job_frees_its_worker_within_two_seconds(url: str) -> None:
    source = ScriptedSource([asyncio.Event()], [people("Ada")])
    run = await a_queued_job()
    async with working(url, source, limits=RunLimits()):
        await source.reached[0].wait()
        await cancel_discovery_job(run.job_id, act())
        async with asyncio.timeout(2):
            while not source.closed:
                await asyncio.sleep(0.02)
        await until(await queue(run.job_id), DiscoveryJobStatus.DONE)

    assert await names(run) == ["Ada"]


async def test_a_worker_runs_no_more_jobs_side_by_side_than_it_may(url: str) -> None:
    gate = asyncio.Event()
    source = ScriptedSource([gate])
    runs = [await a_queued_job() for _ in range(3)]
    async with working(url, source, settings=replace(BRISK, concurrency=2)):
        await until(runs[0], DiscoveryJobStatus.RUNNING)
        await until(runs[1], DiscoveryJobStatus.RUNNING)
        waiting = await job_of(runs[2])
        gate.set()
        await until(runs[2], DiscoveryJobStatus.DONE)

    assert waiting.status is DiscoveryJobStatus.PENDING


@pytest.mark.slow
async def test_a_run_that_meets_a_fault_again_and_again_ends_as_failed(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    run = await a_queued_job()
    await models.DiscoveryJob.filter(id=run.job_id).update(criteria=[])
    async with working(url, ScriptedSource([people("Ada")]), settings=replace(BRISK, most_attempts=1)):
        await until(run, DiscoveryJobStatus.FAILED)

    assert "AttributeError" not in ((await job_of(run)).error_message or "AttributeError")
    assert "AttributeError" in caplog.text
    assert (await job_of(run)).attempt == 2


async def test_a_worker_that_cannot_reach_its_queue_tries_on_until_it_is_stopped(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = f"postgres://cam@127.0.0.1:{unused.getsockname()[1]}/cam"
        async with working(nowhere):
            async with asyncio.timeout(5):
                while caplog.text.count("cannot reach its queue") < 2:
                    await asyncio.sleep(0.02)


async def test_a_worker_needs_room_for_two_jobs() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        WorkerSettings(concurrency=1)
