"""A request that takes too long: cancelled, down to PostgreSQL, and told so."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from tests.end_to_end.client import client
from tests.end_to_end.processes import server

_QUERY = "{ campaigns(first: 1) { nodes { name } } }"
_WRITE = 'mutation { createCampaign(input: {name: "Too late"}) { userErrors { code } } }'


@pytest.fixture
async def blocked(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection which has the campaigns to itself: whoever asks for them waits."""
    beside: asyncpg.Connection = await asyncpg.connect(**connection_arguments(database_url))
    yield beside
    await beside.close()


async def waiting(beside: asyncpg.Connection) -> int:
    """Backends of this database that wait for a lock."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    return int(await beside.fetchval(query))


@pytest.mark.slow
async def test_a_request_that_takes_too_long_is_answered_504_and_ends_in_postgresql(
    database_url: str, blocked: asyncpg.Connection
) -> None:
    async with server(database_url, "--no-worker", CAM_REQUEST_TIMEOUT="0.4") as (_, url), client(url) as api:
        for media_type in ("application/json", "application/graphql-response+json"):
            for query in (_QUERY, _WRITE):
                async with blocked.transaction():
                    await blocked.execute("LOCK TABLE campaigns IN ACCESS EXCLUSIVE MODE")
                    answer = await api.http.post(
                        f"{url}/graphql", json={"query": query}, headers={"accept": media_type}
                    )
                    async with asyncio.timeout(5):
                        while await waiting(blocked):
                            await asyncio.sleep(0.01)
                assert answer.status_code == 504
                assert answer.headers["content-type"] == media_type
                assert [error["extensions"]["code"] for error in answer.json()["errors"]] == ["TIMEOUT"]
        assert (await api.execute(_QUERY))["campaigns"]["nodes"] == []
