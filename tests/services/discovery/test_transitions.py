"""The legal moves of a job, each tried from each standing."""

import pytest

import models
from models import ActivityKind, DiscoveryJobStatus
from services.activity import Subject
from services.discovery.transitions import Move, Standing, move
from services.transaction import transaction
from tests.services.discovery.story import a_job, act, now

pytestmark = pytest.mark.usefixtures("module_connected")

LEGAL = {
    (Move.QUEUE, Standing.NEVER_RUN): "PENDING",
    (Move.QUEUE, Standing.DONE): "PENDING",
    (Move.QUEUE, Standing.FAILED): "PENDING",
    (Move.QUEUE, Standing.CANCELLED): "PENDING",
    (Move.CLAIM, Standing.QUEUED): "RUNNING",
    (Move.CLAIM, Standing.RUNNING): "RUNNING",
    (Move.FINISH, Standing.RUNNING): "DONE",
    (Move.FAIL, Standing.QUEUED): "FAILED",
    (Move.FAIL, Standing.RUNNING): "FAILED",
    (Move.CANCEL, Standing.NEVER_RUN): "CANCELLED",
    (Move.CANCEL, Standing.QUEUED): "CANCELLED",
    (Move.CANCEL, Standing.RUNNING): "CANCELLED",
}


async def put(job_id: int, standing: Standing) -> None:
    """Let a job stand there."""
    pending = standing in (Standing.NEVER_RUN, Standing.QUEUED)
    ended = standing in (Standing.DONE, Standing.FAILED, Standing.CANCELLED)
    await models.DiscoveryJob.filter(id=job_id).update(
        status=DiscoveryJobStatus.PENDING if pending else DiscoveryJobStatus(standing),
        queued_at=now() if standing in (Standing.QUEUED, Standing.RUNNING) else None,
        completed_at=now() if ended else None,
    )


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("to", Move)
async def test_a_move_happens_exactly_where_the_table_allows_it(to: Move, standing: Standing) -> None:
    job_id = await a_job()
    await put(job_id, standing)
    before = await models.DiscoveryJob.get(id=job_id).values()

    async with transaction(act()) as tx:
        moved = await move(tx, job_id, to)

    after = await models.DiscoveryJob.get(id=job_id).values()
    logged = await models.Activity.filter(
        subject_type=Subject.DISCOVERY_JOB, subject_id=job_id, kind__not=ActivityKind.DISCOVERY_JOB_CREATED
    ).count()
    if (to, standing) in LEGAL:
        assert moved is not None
        assert moved["status"] == after["status"] == LEGAL[to, standing]
        assert logged == 1
    else:
        assert moved is None
        assert after == before
        assert logged == 0
