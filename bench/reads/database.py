"""The databases of the comparison, in a PostgreSQL of their own: the project's embedded one, in a temporary folder."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit, urlunsplit

from bench.reads.seeding import seed
from cam_graphql.database import connect
from cam_graphql.embedded_postgres import embedded_postgres
from cam_graphql.migrations import upgrade


@dataclass(frozen=True, slots=True)
class Database:
    """A seeded database."""

    url: str

    @property
    def name(self) -> str:
        """Its name."""
        return urlsplit(self.url).path.lstrip("/")

    @property
    def socket_directory(self) -> str:
        """Where the server's socket lies."""
        return parse_qs(urlsplit(self.url).query)["host"][0]


@asynccontextmanager
async def databases(*sizes: int) -> AsyncIterator[list[Database]]:
    """Databases with so many leads each, as long as the context lasts."""
    with tempfile.TemporaryDirectory(prefix="cam-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the server's account passes through
        async with embedded_postgres(folder, durable=False) as url:
            yield [await _made(url, leads) for leads in sizes]


async def _made(server: str, leads: int) -> Database:
    name = f"leads_{leads}"
    admin = await connect(server)
    try:
        await admin.execute(f"CREATE DATABASE {name}")
        # For all systems alike: compiling to machine code takes longer than these statements run.
        await admin.execute(f"ALTER DATABASE {name} SET jit = off")
    finally:
        await admin.close()
    database = Database(urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
    # In a context of its own, since Tortoise keeps its configuration there.
    await asyncio.create_task(upgrade(database.url))
    connection = await connect(database.url)
    try:
        await seed(connection, leads)
    finally:
        await connection.close()
    return database
