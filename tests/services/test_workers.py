"""Which workers are alive."""

from uuid import uuid4

import pytest

import models
from services import workers
from services.transaction import reading

pytestmark = pytest.mark.usefixtures("connected")


async def test_a_worker_is_alive_from_its_first_beat_until_it_leaves() -> None:
    worker_id = uuid4()
    async with reading() as connection:
        await workers.beat(connection, worker_id)
        await workers.beat(connection, worker_id)
        assert await workers.count_alive(connection) == 1
        await workers.leave(connection, worker_id)
        assert await workers.count_alive(connection) == 0


async def test_a_worker_not_seen_for_long_counts_no_more_and_its_row_goes_in_time() -> None:
    silent, gone = uuid4(), uuid4()
    async with reading() as connection:
        for worker_id in (silent, gone):
            await workers.beat(connection, worker_id)
        age = "UPDATE worker_heartbeats SET seen_at = now() - $2::integer * interval '1 second' WHERE id = $1"
        await connection.execute(age, silent, 20)
        await connection.execute(age, gone, 120)
        assert await workers.count_alive(connection) == 0
        await workers.beat(connection, uuid4())

    assert await models.WorkerHeartbeat.all().count() == 2
    assert not await models.WorkerHeartbeat.exists(id=gone)
