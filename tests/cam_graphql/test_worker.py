"""The worker, over a real queue."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import pytest

from cam_graphql.database import connection_arguments, database
from cam_graphql.worker import WorkerSettings, run_worker
from models import DiscoveryJobStatus
from services import workers
from services.discovery import RunLimits
from services.queue import DiscoveryRun
from sources.protocol import SourceFailed
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import (
    a_queued_job,
    assert_counts_equal_rows,
    installed,
    job_of,
    names,
    now,
)

QUICK = RunLimits(watch_interval=timedelta(milliseconds=50))
BRISK = WorkerSettings(heartbeat_timeout=timedelta(seconds=1), poll_interval=timedelta(milliseconds=200))


@pytest.fixture
async def url(database_url: str) -> AsyncIterator[str]:
    async with database(database_url):
        yield database_url


@asynccontextmanager
async def working(url: str, *sources: ScriptedSource, settings: WorkerSettings = BRISK) -> AsyncIterator[asyncio.Event]:
    """A worker at work; stopped on leaving. Gives its stop."""
    stop = asyncio.Event()
    worker = asyncio.create_task(run_worker(url, installed(*sources), now, limits=QUICK, settings=settings, stop=stop))
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
        await connection.close()
        await until(run, DiscoveryJobStatus.DONE)

    assert await names(run) == ["Ada", "Grace"]
    assert (await job_of(run)).attempt == 2
    await assert_counts_equal_rows(run)


async def test_a_worker_needs_room_for_two_jobs() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        WorkerSettings(concurrency=1)
