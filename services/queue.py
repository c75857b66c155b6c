"""Asking for background work, as part of an open transaction: the work exists exactly if the change does."""

from dataclasses import asdict, dataclass
from typing import Self

import orjson
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.queries import Queries

from services.transaction import Transaction

RUN_DISCOVERY_JOB = "run_discovery_job"
"""The queue's entry point for `services.discovery.perform`; its payload is a `DiscoveryRun`."""


@dataclass(frozen=True, slots=True)
class DiscoveryRun:
    """One run of a job that was asked for. `run` tells it from earlier ones of the same job."""

    job_id: int
    run: int

    def encode(self) -> bytes:
        """The queue's payload."""
        return orjson.dumps(asdict(self))

    @classmethod
    def decode(cls, payload: bytes | None) -> Self:
        """Read the queue's payload; raises ValueError when it is none of ours."""
        values = orjson.loads(payload or b"null")
        if not isinstance(values, dict):
            raise ValueError("not a discovery run")
        return cls(int(values["job_id"]), int(values["run"]))


async def enqueue_discovery_run(tx: Transaction, run: DiscoveryRun) -> None:
    """Let a worker perform the run once the transaction has committed."""
    await Queries(AsyncpgDriver(tx.connection)).enqueue(RUN_DISCOVERY_JOB, run.encode())
