"""A database for tests of rules."""

from collections.abc import AsyncIterator

import pytest

from cam_graphql.database import database


@pytest.fixture
async def connected(database_url: str) -> AsyncIterator[str]:
    """Tortoise connected to a database of the test's own, by up to 25 connections; gives its URL."""
    async with database(database_url, max_connections=25):
        yield database_url


@pytest.fixture(scope="module")
async def module_connected(module_database_url: str) -> AsyncIterator[str]:
    """The same, of the module's own: for tables of cases, which need a database but not an empty one."""
    async with database(module_database_url, max_connections=5):
        yield module_database_url
