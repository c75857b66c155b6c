"""A library on a database of its own for each module of tests."""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest
from tortoise import Tortoise

from cam_graphql.database import PooledConnection, connection_arguments
from tests.databases import url_of
from tests.pushdown.library import tables
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.rows import fill
from tests.pushdown.library.schema import build_schema

_numbers = itertools.count(1)


@dataclass
class Shelves:
    """The library's tables."""

    filled: bool = False

    async def clear(self) -> None:
        """Take every row away; keys begin at 1 again."""
        names = ", ".join(table._meta.db_table for table in (tables.Author, tables.Book, tables.Review, tables.Note))
        await Tortoise.get_connection("default").execute_script(f"TRUNCATE {names} RESTART IDENTITY")
        self.filled = False


@pytest.fixture(scope="module")
async def shelves(postgres_url: str) -> AsyncIterator[Shelves]:
    """The library's tables, empty, and Tortoise connected to them. Texts are ordered by code points, as Python does."""
    name = f"library_{next(_numbers)}"
    server = await asyncpg.connect(**connection_arguments(url_of(postgres_url, "postgres")))
    await server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    credentials = connection_arguments(url_of(postgres_url, name)) | {
        "maxsize": 3,
        "connection_class": PooledConnection,
    }
    try:
        await Tortoise.init(
            config={
                "connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": credentials}},
                "apps": {"library": {"models": [tables.__name__], "default_connection": "default"}},
                "use_tz": True,
                "timezone": "UTC",
            },
            _enable_global_fallback=True,
        )
        await Tortoise.generate_schemas()
        yield Shelves()
    finally:
        await Tortoise.close_connections()
        await server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await server.close()


@pytest.fixture
async def library(shelves: Shelves) -> Desk:
    """The library with its rows, for tests that leave them as they are."""
    if not shelves.filled:
        await shelves.clear()
        await fill()
        shelves.filled = True
    return Desk(build_schema())


@pytest.fixture
async def empty_library(shelves: Shelves) -> Desk:
    """The library without any row, for tests that bring their own."""
    await shelves.clear()
    return Desk(build_schema())
