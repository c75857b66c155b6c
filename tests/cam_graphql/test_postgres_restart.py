"""PostgreSQL is restarted while a job runs and somebody watches."""

import asyncio
from collections.abc import AsyncIterator
from contextvars import Context
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from cam_graphql.database import connection_arguments, database
from cam_graphql.embedded_postgres import EmbeddedPostgres
from cam_graphql.migrations import upgrade
from cam_graphql.worker import WorkerSettings, run_worker
from models import ActivityKind
from services.activity import Change
from services.activity_feed import ActivityFeed
from services.discovery import RunLimits
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import a_queued_job, assert_counts_equal_rows, installed, names, now


async def until_completed(changes: AsyncIterator[Change]) -> list[Change]:
    """What happens until a job is done."""
    seen: list[Change] = []
    while not seen or seen[-1].kind != ActivityKind.DISCOVERY_JOB_COMPLETED:
        seen.append(await anext(changes))
    return seen


@pytest.mark.slow
async def test_a_job_and_its_watchers_outlast_a_restart_of_postgresql(shared_folder: Path) -> None:
    server = EmbeddedPostgres(shared_folder / "restarted", durable=False)
    url = await asyncio.to_thread(server.start)
    # Tortoise keeps its state in context variables, and earlier tests' closed connections would still be in ours.
    await asyncio.create_task(upgrade(url), context=Context())
    source = ScriptedSource([people("Ada", checkpoint="page 2"), asyncio.Event()], [people("Grace")])
    settings = WorkerSettings(heartbeat_timeout=timedelta(seconds=1), poll_interval=timedelta(milliseconds=200))
    stop = asyncio.Event()
    feed = ActivityFeed(connection_arguments(url))
    async with asyncio.timeout(60), database(url):
        await feed.start()
        async with feed.subscribe() as changes:
            watching = asyncio.create_task(until_completed(changes))
            run = await a_queued_job()
            working = asyncio.create_task(
                run_worker(url, installed(source), now, limits=RunLimits(), settings=settings, stop=stop)
            )
            await source.reached[1].wait()
            await asyncio.to_thread(server.release)
            with pytest.raises((OSError, asyncpg.PostgresError)):
                await asyncpg.connect(**connection_arguments(url))
            await asyncio.to_thread(server.start)
            seen = await watching
        stop.set()
        await working
        await feed.stop()

        assert await names(run) == ["Ada", "Grace"]
        await assert_counts_equal_rows(run)
        assert [change.position for change in seen] == sorted({change.position for change in seen})
        assert [change.kind for change in seen].count(ActivityKind.DISCOVERY_JOB_STARTED) == 2
    await asyncio.to_thread(server.release)
