"""Databases for tests: swept clean after one test for the next, which costs a hundredth of cloning another one."""

import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from io import BytesIO

import asyncpg

from cam_graphql.database import connection_arguments

_MOST_GROWTH = 4_000_000
"""Bytes. A database that a test made larger than this is not used again: bloat and statistics would tell in plans."""

_REFERENCES = """
SELECT class.relname AS name, reference.confrelid::regclass::text AS parent
FROM pg_class class LEFT JOIN pg_constraint reference ON reference.conrelid = class.oid AND reference.contype = 'f'
WHERE class.relkind = 'r' AND class.relnamespace = 'public'::regnamespace
"""
_SEQUENCES = "SELECT sequencename AS name, last_value FROM pg_sequences WHERE schemaname = 'public'"
_REWIND = """
SELECT setval(was.name::regclass, coalesce(was.last_value, 1), was.last_value IS NOT NULL)
FROM unnest($1::text[], $2::bigint[]) AS was(name, last_value)
JOIN pg_sequences now ON now.schemaname = 'public' AND now.sequencename = was.name
WHERE now.last_value IS DISTINCT FROM was.last_value
"""
_DISCONNECT = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# Whoever creates, drops or alters anything leaves another count or a later transaction.
_CATALOGUE = """
SELECT string_agg(part, ' ') FROM (
    SELECT concat_ws('/', 'class', count(*), max(xmin::text::bigint)) AS part FROM pg_class
    UNION ALL SELECT concat_ws('/', 'attribute', count(*), max(xmin::text::bigint)) FROM pg_attribute
    UNION ALL SELECT concat_ws('/', 'constraint', count(*), max(xmin::text::bigint)) FROM pg_constraint
    UNION ALL SELECT concat_ws('/', 'proc', count(*), max(xmin::text::bigint)) FROM pg_proc
    UNION ALL SELECT concat_ws('/', 'trigger', count(*), max(xmin::text::bigint)) FROM pg_trigger
    UNION ALL SELECT concat_ws('/', 'sequence', count(*), max(xmin::text::bigint)) FROM pg_sequence
    UNION ALL SELECT concat_ws('/', 'setting', count(*), max(xmin::text::bigint)) FROM pg_db_role_setting
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
) parts
"""

_numbers = itertools.count(1)


def url_of(server_url: str, database: str) -> str:
    """The URL of another database on the same server."""
    before, _, query = server_url.partition("?")
    return f"{before.rpartition('/')[0]}/{database}?{query}"


@asynccontextmanager
async def connection_to(url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of its own."""
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        yield connection
    finally:
        await connection.close()


async def clone(server_url: str, template: str) -> str:
    """Make another database like this one, and give its URL."""
    name = f"test_{next(_numbers)}"
    async with connection_to(url_of(server_url, "postgres")) as connection:
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return url_of(server_url, name)


async def drop(url: str) -> None:
    """Drop a database that `clone` made, whoever is connected to it."""
    name = connection_arguments(url)["database"]
    async with connection_to(url_of(url, "postgres")) as connection:
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a database has before anything happened to it."""

    tables: Sequence[str]
    """Those that refer to others before those."""
    rows: Mapping[str, bytes]
    """Of the tables that are not empty, parents first."""
    sequences: Mapping[str, int | None]
    catalogue: str
    size: int


class Databases:
    """Lends databases like a template, each to one test at a time."""

    def __init__(self, server_url: str, template: str) -> None:
        self._server_url = server_url
        self._template = template
        self._clean: list[tuple[str, _Contents]] = []

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[str]:
        """A database of the borrower's own."""
        url, contents = self._clean.pop() if self._clean else await self._another()
        yield url
        if await _swept(url, contents):
            self._clean.append((url, contents))
        else:
            await drop(url)

    async def _another(self) -> tuple[str, _Contents]:
        url = await clone(self._server_url, self._template)
        async with connection_to(url) as connection:
            return url, await _contents(connection)


async def _contents(connection: asyncpg.Connection) -> _Contents:
    parents = defaultdict[str, set[str]](set)
    for row in await connection.fetch(_REFERENCES):
        parents[row["name"]] |= {row["parent"]} - {row["name"], None}
    parents_first = list(TopologicalSorter(parents).static_order())
    rows = {}
    for table in parents_first:
        if await connection.fetchval(f'SELECT EXISTS (SELECT FROM "{table}")'):
            copied = BytesIO()
            await connection.copy_from_table(table, output=copied, format="binary")
            rows[table] = copied.getvalue()
    sequences = {row["name"]: row["last_value"] for row in await connection.fetch(_SEQUENCES)}
    return _Contents(parents_first[::-1], rows, sequences, *await _shape(connection))


async def _shape(connection: asyncpg.Connection) -> tuple[str, int]:
    catalogue: str = await connection.fetchval(_CATALOGUE)
    size: int = await connection.fetchval("SELECT pg_database_size(current_database())")
    return catalogue, size


async def _swept(url: str, contents: _Contents) -> bool:
    """Make a database what it was; False where more than rows was changed, or very many of them."""
    async with connection_to(url) as connection:
        await connection.execute(_DISCONNECT)
        catalogue, size = await _shape(connection)
        if catalogue != contents.catalogue or size > contents.size + _MOST_GROWTH:
            return False
        async with connection.transaction():
            await connection.execute("; ".join(f'DELETE FROM "{table}"' for table in contents.tables))
            for table, rows in contents.rows.items():
                await connection.copy_to_table(table, source=BytesIO(rows), format="binary")
            await connection.execute(_REWIND, list(contents.sequences), list(contents.sequences.values()))
    return True
