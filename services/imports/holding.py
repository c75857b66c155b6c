"""Holding an import: only the worker which took it up last may write, and only while it is RUNNING."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models import LeadImportStatus
from services.transaction import Act, Transaction, transaction

_LOCK = "SELECT pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::integer)"
_IMPORTS = 0x696D70
"""Keeps these locks apart from other advisory locks in the database."""

_STATE = "SELECT status, attempt, rows_read FROM lead_imports WHERE id = $1"


@dataclass(frozen=True, slots=True)
class Hold:
    """One worker's hold on an import."""

    import_id: int
    campaign_id: int
    attempt: int


class HoldLost(Exception):
    """Somebody else took the import over, or it was cancelled."""


async def lock_import(tx: Transaction, import_id: int) -> None:
    """Wait until nobody else writes to the import, and keep others waiting until the transaction ends.

    To be called before the transaction writes or locks anything: see `services.discovery.locking`.
    """
    await tx.connection.execute(_LOCK, _IMPORTS, import_id)


@asynccontextmanager
async def holding(hold: Hold, act: Act) -> AsyncIterator[tuple[Transaction, int]]:
    """A transaction with the import locked, and how many of its rows are dealt with. Raises HoldLost."""
    async with transaction(act) as tx:
        await lock_import(tx, hold.import_id)
        row = await tx.connection.fetchrow(_STATE, hold.import_id)
        if row is None or row["status"] != LeadImportStatus.RUNNING or row["attempt"] != hold.attempt:
            raise HoldLost
        yield tx, row["rows_read"]
