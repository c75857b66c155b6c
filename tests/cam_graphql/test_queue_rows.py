"""A worker keeps its hands off what another has taken over."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import asyncpg
import pytest
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.domain.models import Job
from pgqueuer.domain.types import QueueEntrypoint, QueueManagerId
from pgqueuer.ports.repository import EntrypointExecutionParameter

from cam_graphql.database import connection_arguments
from cam_graphql.queue_rows import HeldRows

ENTRYPOINTS = {QueueEntrypoint("work"): EntrypointExecutionParameter(concurrency_limit=0)}


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    opened = await asyncpg.connect(**connection_arguments(database_url))
    yield opened
    await opened.close()


async def pick(rows: HeldRows, *, stale_after: timedelta) -> Job:
    """Take the one job there is."""
    assert rows.holder is not None
    [job] = await rows.dequeue(1, ENTRYPOINTS, QueueManagerId(rows.holder), None, stale_after)
    return job


@pytest.fixture
async def taken_over(connection: asyncpg.Connection) -> tuple[HeldRows, Job]:
    """A worker's rows, and the job which another worker took from it."""
    stalled, successor = (HeldRows(AsyncpgDriver(connection), holder=uuid4()) for _ in range(2))
    await stalled.enqueue("work", None)
    job = await pick(stalled, stale_after=timedelta(hours=1))
    await pick(successor, stale_after=timedelta(0))
    await connection.execute("UPDATE pgqueuer SET heartbeat = 'epoch'")
    return stalled, job


async def test_a_stalled_worker_does_not_take_its_successors_job_off_the_queue(
    connection: asyncpg.Connection, taken_over: tuple[HeldRows, Job]
) -> None:
    stalled, job = taken_over

    await stalled.log_jobs([(job, "successful", None)])

    assert await connection.fetchval("SELECT status::text FROM pgqueuer") == "picked"


async def test_a_stalled_worker_does_not_put_its_successors_job_back(
    connection: asyncpg.Connection, taken_over: tuple[HeldRows, Job]
) -> None:
    stalled, job = taken_over

    await stalled.retry_job(job, timedelta(0), None)

    assert await connection.fetchval("SELECT status::text FROM pgqueuer") == "picked"


async def test_a_stalled_worker_does_not_keep_its_successors_job_alive(
    connection: asyncpg.Connection, taken_over: tuple[HeldRows, Job]
) -> None:
    stalled, job = taken_over

    await stalled.update_heartbeat([job.id])

    assert await connection.fetchval("SELECT heartbeat = 'epoch' FROM pgqueuer")


async def test_a_worker_writes_to_its_own_jobs(connection: asyncpg.Connection) -> None:
    rows = HeldRows(AsyncpgDriver(connection), holder=uuid4())
    await rows.enqueue("work", None)
    job = await pick(rows, stale_after=timedelta(hours=1))
    await connection.execute("UPDATE pgqueuer SET heartbeat = 'epoch'")

    await rows.update_heartbeat([job.id])
    assert await connection.fetchval("SELECT heartbeat > 'epoch' FROM pgqueuer")
    await rows.retry_job(job, timedelta(0), None)
    assert await connection.fetchval("SELECT status::text FROM pgqueuer") == "queued"
    job = await pick(rows, stale_after=timedelta(hours=1))
    await rows.log_jobs([(job, "successful", None)])
    assert await connection.fetchval("SELECT count(*) FROM pgqueuer") == 0
