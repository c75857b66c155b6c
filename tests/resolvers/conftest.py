"""The schema over a real database, without HTTP around it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from strawberry.types.execution import ExecutionResult

from cam_graphql.database import connection_arguments, database
from resolvers.context import Context
from resolvers.faults import Schema
from resolvers.schema import build_schema
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from tests.resolvers.serving import Api, SharedServer, shared_server
from tests.viewers import TESTER

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

Execute = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The whole schema."""
    return build_schema()


@pytest.fixture
async def context(database_url: str) -> AsyncIterator[Context]:
    """The ground for operations, over a database of the test's own."""
    async with database(database_url, max_connections=25):
        feed = ActivityFeed(connection_arguments(database_url))
        await feed.start()
        yield Context(TESTER, lambda: NOON, {}, feed, CriteriaLimits(), max_conversions=1000)
        await feed.stop()


@pytest.fixture(scope="session")
async def server() -> AsyncIterator[SharedServer]:
    """The whole application on a socket."""
    async with shared_server() as server:
        yield server


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client, whose connections tests share."""
    async with httpx.AsyncClient(timeout=30) as client:
        yield client


@pytest.fixture
async def api(server: SharedServer, http: httpx.AsyncClient, context: Context) -> AsyncIterator[Api]:
    """A client of the whole application on a socket, over a database of the test's own."""
    server.context = context
    yield Api(server.url, http, context)
    server.context = None


@pytest.fixture
def answer(schema: Schema, context: Context) -> Callable[..., Awaitable[ExecutionResult]]:
    """Executes an operation; the whole answer."""

    async def execute(query: str, **variables: Any) -> ExecutionResult:
        return await schema.execute(query, variable_values=variables, context_value=context)

    return execute


@pytest.fixture
def execute(answer: Callable[..., Awaitable[ExecutionResult]]) -> Execute:
    """Executes an operation which must succeed; its data."""

    async def data(query: str, **variables: Any) -> dict[str, Any]:
        result = await answer(query, **variables)
        assert result.errors is None, result.errors
        assert result.data is not None
        return result.data

    return data
