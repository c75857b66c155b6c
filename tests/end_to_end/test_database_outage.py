"""PostgreSQL is stopped under load, and started again: refused cleanly meanwhile, and back by itself."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import psutil
import pytest

from cam_graphql.embedded_postgres import EmbeddedPostgres
from tests.databases import connection_to
from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.operations import PROFILES, new_campaign, new_job, run_job
from tests.end_to_end.pages import Site, fetch_settings, site
from tests.end_to_end.processes import server

_OPERATIONS = (
    "{ campaigns(first: 1) { nodes { name } } }",
    "{ __typename campaigns(first: 1) { nodes { name } } }",
    'mutation { createCampaign(input: {name: "Load"}) { userErrors { code } } }',
)
_FORMS = ("application/json", "application/graphql-response+json")
_COMPLETED = "{ activity(first: 100, filter: {kind: {eq: DISCOVERY_JOB_COMPLETED}}) { nodes { subject { id } } } }"
_BACK_WITHIN = 5.0
_JOBS = 3
_PEOPLE = 4
_EMAILS = [f"ada{n}@people.example" for n in range(_PEOPLE)]
_SETTINGS = {
    "CAM_DATABASE_POOL_MAX": "3",
    "CAM_DATABASE_READ_CONNECTIONS": "2",
    "CAM_WORKER_CONCURRENCY": "2",
    "CAM_WORKER_HEARTBEAT_TIMEOUT": "1",
    "CAM_WORKER_POLL_INTERVAL": "0.2",
}
_MOST_HELD = Counter(
    {
        "cam-graphql": 3,
        "cam-graphql reads": 4,
        "cam-graphql worker": 1,
        "cam-graphql outreach": 1,
        "cam-graphql feed": 1,
    }
)

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
            await asyncio.sleep(0.03)

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


async def queued_jobs(api: ApiClient, pages: Site) -> list[str]:
    """Jobs of which some are in the middle of their pages, and the rest wait for a worker."""
    campaign = await new_campaign(api, f"People of {pages.address}")
    jobs = [await new_job(api, campaign, pages.seed) for _ in range(_JOBS)]
    for job in jobs:
        await run_job(api, job)
    async with asyncio.timeout(20):
        await pages.held.wait()
        while {"RUNNING", "PENDING"} - {state["status"] for state in await states(api, jobs)}:
            await asyncio.sleep(0.05)
    return jobs


async def states(api: ApiClient, jobs: list[str]) -> list[dict[str, Any]]:
    """How the jobs stand."""
    return [(await api.execute(PROFILES, id=job))["discoveryJob"] for job in jobs]


async def finished_once(api: ApiClient, jobs: list[str]) -> None:
    """Come back once each job is done, which must not have happened more than once."""
    deadline = time.monotonic() + 10
    now = await states(api, jobs)
    while any(state["status"] != "DONE" for state in now):
        assert time.monotonic() < deadline, now
        await asyncio.sleep(0.1)
        now = await states(api, jobs)
    for state in now:
        assert [run["profilesFound"] for run in state["sourceRuns"]] == [_PEOPLE]
        assert sorted(one["email"] for one in state["profiles"]["nodes"]) == _EMAILS
    activity = (await api.execute(_COMPLETED))["activity"]["nodes"]
    assert Counter(one["subject"]["id"] for one in activity if one["subject"]["id"] in jobs) == Counter(jobs)


async def held(beside: asyncpg.Connection) -> Counter[str]:
    """The program's connections, by what they are for."""
    rows = await beside.fetch(
        "SELECT application_name FROM pg_stat_activity WHERE application_name LIKE 'cam-graphql%'"
    )
    return Counter(row["application_name"] for row in rows)


async def all_idle(beside: asyncpg.Connection) -> None:
    """Come back once none of them does anything; those which look after the queue always do, now and then."""
    busy = """SELECT count(*) FROM pg_stat_activity
        WHERE application_name IN ('cam-graphql', 'cam-graphql reads') AND state <> 'idle'"""
    async with asyncio.timeout(5):
        while await beside.fetchval(busy):
            await asyncio.sleep(0.02)


def kill(postgres: Path) -> None:
    """SIGKILL for the server's first process, as of the kernel when memory is short. The others end by themselves."""
    pid = int((postgres / "postgresql" / "data" / "postmaster.pid").read_text().split()[0])
    processes = [psutil.Process(pid), *psutil.Process(pid).children()]
    processes[0].kill()
    psutil.wait_procs(processes, timeout=10)


@pytest.mark.slow
async def test_a_server_refuses_cleanly_while_postgresql_is_down_and_is_back_by_itself(shared_folder: Path) -> None:
    postgres = EmbeddedPostgres(shared_folder / "outage")  # durable: what is committed outlasts a kill
    database_url = await asyncio.to_thread(postgres.start)
    ends: tuple[Callable[[], None], ...] = (postgres.release, partial(kill, shared_folder / "outage"))
    async with AsyncExitStack() as stack:
        sites = [await stack.enter_async_context(site(_PEOPLE, held_from=3)) for _ in ends]
        settings = _SETTINGS | fetch_settings(*sites)
        _, url = await stack.enter_async_context(server(database_url, **settings))
        api = await stack.enter_async_context(client(url))
        async with load(api) as seen:
            for end, pages in zip(ends, sites, strict=True):
                await until(api, seen, 200)
                jobs = await queued_jobs(api, pages)
                await asyncio.to_thread(end)
                pages.release()
                await until(api, seen, 503)
                await asyncio.to_thread(postgres.start)
                returned = time.monotonic()
                await until(api, seen, 200)
                assert time.monotonic() - returned < _BACK_WITHIN
                await finished_once(api, jobs)
        async with connection_to(database_url) as beside:
            await all_idle(beside)
            assert not await held(beside) - _MOST_HELD
    await asyncio.to_thread(postgres.release)
