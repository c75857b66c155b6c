"""PostgreSQL is stopped under load, and started again: refused cleanly meanwhile, and back by itself."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import Context
from pathlib import Path

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from cam_graphql.embedded_postgres import EmbeddedPostgres
from cam_graphql.migrations import upgrade
from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.processes import server

_OPERATIONS = (
    "{ campaigns(first: 1) { nodes { name } } }",
    "{ __typename campaigns(first: 1) { nodes { name } } }",
    'mutation { createCampaign(input: {name: "Load"}) { userErrors { code } } }',
)
_FORMS = ("application/json", "application/graphql-response+json")
_BACK_WITHIN = 5.0

Seen = dict[tuple[str, str], int]
"""The last status by operation and form."""


async def ask(api: ApiClient, operation: str, form: str) -> int:
    """The status of an operation, which is done or else cleanly refused."""
    answer = await api.http.post(f"{api.url}/graphql", json={"query": operation}, headers={"accept": form})
    errors = answer.json().get("errors", [])
    assert answer.headers["content-type"] == form
    assert answer.status_code == (503 if errors else 200), answer.text
    if errors:
        assert [error["extensions"]["code"] for error in errors] == ["UNAVAILABLE"], answer.text
        assert answer.headers["retry-after"].isdigit()
    return answer.status_code


@asynccontextmanager
async def load(api: ApiClient) -> AsyncIterator[Seen]:
    """All operations in both forms, again and again, two clients each."""
    seen: Seen = {}

    async def go_on(operation: str, form: str) -> None:
        while True:
            seen[operation, form] = await ask(api, operation, form)
            await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as clients:
        begun = [clients.create_task(go_on(operation, form)) for operation in _OPERATIONS for form in _FORMS * 2]
        yield seen
        for one in begun:
            one.cancel()


async def until(api: ApiClient, seen: Seen, status: int) -> None:
    """Come back once whatever is asked has this status, readiness too."""
    async with asyncio.timeout(15):
        while set(seen.values()) != {status} or (await api.http.get(f"{api.url}/readyz")).status_code != status:
            await asyncio.sleep(0.02)


@pytest.mark.slow
async def test_a_server_refuses_cleanly_while_postgresql_is_down_and_is_back_by_itself(shared_folder: Path) -> None:
    postgres = EmbeddedPostgres(shared_folder / "outage", durable=False)
    database_url = await asyncio.to_thread(postgres.start)
    # Tortoise keeps its state in context variables, and earlier tests' closed connections would still be in ours.
    await asyncio.create_task(upgrade(database_url), context=Context())
    pools = {"CAM_DATABASE_POOL_MAX": "3", "CAM_DATABASE_READ_CONNECTIONS": "2"}
    async with server(database_url, **pools) as (_, url), client(url) as api, load(api) as seen:
        for _ in range(2):
            await until(api, seen, 200)
            await asyncio.to_thread(postgres.release)
            await until(api, seen, 503)
            await asyncio.to_thread(postgres.start)
            returned = time.monotonic()
            await until(api, seen, 200)
            assert time.monotonic() - returned < _BACK_WITHIN
        beside = await asyncpg.connect(**connection_arguments(database_url))
        held = dict(await beside.fetch("SELECT application_name, count(*) FROM pg_stat_activity GROUP BY 1"))
        await beside.close()
        assert held["cam-graphql reads"] <= 4
    await asyncio.to_thread(postgres.release)
