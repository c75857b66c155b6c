"""Bringing a database up to date: our tables by aerich, the queue's by PGQueuer."""

from importlib.util import find_spec
from pathlib import Path

import asyncpg
from aerich import Command
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.db import AsyncpgDriver

from cam_graphql.database import connect, tortoise_config

_LOCK = 0x63616D5F6D696772  # "cam_migr": one key for all programs which migrate the same database


def _folder() -> Path:
    spec = find_spec("migrations")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the migrations folder is missing from this installation")
    return Path(next(iter(spec.submodule_search_locations)))


# A dump restored into another cluster brings transaction ids which that cluster has not come to: its readers would
# take these rows for unsettled, and wait for them.
_SETTLE_RESTORED = """
UPDATE activity SET transaction_id = '0' WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
"""


async def upgrade(url: str) -> list[str]:
    """Apply what is missing; return the names of the migrations that were applied.

    Two concurrent upgrades would run a migration twice: the second waits on an advisory lock, held by a connection of
    its own, and then finds nothing to do.
    """
    lock = await connect(url)
    try:
        await lock.execute("SELECT pg_advisory_lock($1)", _LOCK)
        async with Command(tortoise_config(url, max_connections=2), location=str(_folder())) as command:
            applied = await command.upgrade()
        queue = Queries(AsyncpgDriver(lock))
        if await queue.schema_is_installed():
            await queue.upgrade()
        else:
            await queue.install()
        await lock.execute(_SETTLE_RESTORED)
        return applied
    finally:
        await lock.close()


async def missing(connection: asyncpg.Connection) -> list[str]:
    """The migrations that this database lacks, in their order. All of them where none was ever applied."""
    shipped = sorted((path.name for path in (_folder() / "models").glob("[0-9]*_*.py")), key=_number)
    if not await connection.fetchval("SELECT to_regclass('aerich') IS NOT NULL"):
        return shipped
    applied = {row["version"] for row in await connection.fetch("SELECT version FROM aerich WHERE app = 'models'")}
    return [name for name in shipped if name not in applied]


def _number(name: str) -> int:
    return int(name.split("_", 1)[0])
