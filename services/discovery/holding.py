"""Holding a job: only the worker which took it up last may write, and only while it is RUNNING."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import asyncpg

import models
from models import DiscoveryJobStatus
from services.discovery.locking import lock_job
from services.transaction import Act, Transaction, transaction
from sources.protocol import SearchCriteria


@dataclass(frozen=True, slots=True)
class Hold:
    """One worker's hold on a job, and what the job asks for."""

    job_id: int
    campaign_id: int
    run: int
    attempt: int
    criteria: SearchCriteria
    deadline: datetime
    """When the job's time limit is over."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock, compare=False)
    """The sources of one worker wait for each other here, and not each with a database connection."""


class HoldLost(Exception):
    """Somebody else took the job over, or it was cancelled. Whatever this worker still has of it is void."""


@asynccontextmanager
async def holding(hold: Hold, act: Act) -> AsyncIterator[tuple[Transaction, asyncpg.Record]]:
    """A transaction with the job locked, whose row is handed out beside it. Raises HoldLost, with nothing written.

    The lock makes what the sources of one job write happen one after the other, so that counts made under it are true.
    """
    async with hold.turn, transaction(act) as tx:
        await lock_job(tx, hold.job_id)
        job = await tx.connection.fetchrow(
            "SELECT id, status, attempt, profile_count FROM discovery_jobs WHERE id = $1", hold.job_id
        )
        if job is None or job["status"] != DiscoveryJobStatus.RUNNING or job["attempt"] != hold.attempt:
            raise HoldLost
        yield tx, job


async def is_held(hold: Hold) -> bool:
    """Whether the hold still stands."""
    return await models.DiscoveryJob.filter(
        id=hold.job_id, status=DiscoveryJobStatus.RUNNING, attempt=hold.attempt
    ).exists()
