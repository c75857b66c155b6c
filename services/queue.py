"""Asking for background work, as part of an open transaction: the work exists exactly if the change does."""

from dataclasses import asdict, dataclass
from typing import Self

import orjson
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.queries import Queries

from services.transaction import Transaction

RUN_DISCOVERY_JOB = "run_discovery_job"
"""The queue's entry point for `services.discovery.perform`; its payload is a `DiscoveryRun`."""
RUN_LEAD_IMPORT = "run_lead_import"
"""The queue's entry point for `services.imports.perform`; its payload is an `ImportRun`."""


class HandedBack(Exception):
    """The worker stops: another may take the work over where it stands."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Work that was asked for, as the queue carries it."""

    def encode(self) -> bytes:
        """The queue's payload."""
        return orjson.dumps(asdict(self))

    @classmethod
    def decode(cls, payload: bytes | None) -> Self:
        """Read the queue's payload; raises ValueError when it is none of ours."""
        values = orjson.loads(payload or b"null")
        if not isinstance(values, dict) or values.keys() != cls.__dataclass_fields__.keys():
            raise ValueError("not a payload of this kind of work")
        return cls(**{name: int(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class DiscoveryRun(_Run):
    """One run of a job that was asked for. `run` tells it from earlier ones of the same job."""

    job_id: int
    run: int


@dataclass(frozen=True, slots=True)
class ImportRun(_Run):
    """One run of an import that was asked for. `run` tells it from earlier ones of the same import."""

    import_id: int
    run: int


async def enqueue_discovery_run(tx: Transaction, run: DiscoveryRun) -> None:
    """Let a worker perform the run once the transaction has committed."""
    await _enqueue(tx, RUN_DISCOVERY_JOB, run)


async def enqueue_import_run(tx: Transaction, run: ImportRun) -> None:
    """Let a worker perform the import once the transaction has committed."""
    await _enqueue(tx, RUN_LEAD_IMPORT, run)


async def _enqueue(tx: Transaction, entry_point: str, run: _Run) -> None:
    await Queries(AsyncpgDriver(tx.connection)).enqueue(entry_point, run.encode())
