"""The server as its operators meet it: health, stops, rubbish, and where it may listen."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest

from cam_graphql.database import connection_arguments
from tests.end_to_end.client import AUTHORIZATION, client
from tests.end_to_end.operations import CREATE_CAMPAIGN, new_campaign
from tests.end_to_end.processes import program, server

pytestmark = pytest.mark.slow


async def test_it_is_ready_only_with_a_database_current_migrations_and_a_worker(database_url: str) -> None:
    async with server(database_url, "--no-worker") as (_, url), httpx.AsyncClient(headers=AUTHORIZATION) as http:
        assert (await http.get(f"{url}/healthz")).status_code == 200

        # then: without a worker it is alive, but not ready, and says why
        unready = await http.get(f"{url}/readyz")
        assert unready.status_code == 503
        checks = unready.json()["checks"]
        assert (checks["database"], checks["migrations"]) == ("ok", "ok")
        assert "cam-graphql worker" in checks["worker"]

        # when: a worker starts beside it
        async with program("worker", CAM_DATABASE_URL=database_url), asyncio.timeout(60):
            while (answer := await http.get(f"{url}/readyz")).status_code != 200:
                await asyncio.sleep(0.1)

        # then
        assert answer.json()["status"] == "ready"

        # when: a migration is missing
        connection = await asyncpg.connect(**connection_arguments(database_url))
        await connection.execute("DELETE FROM aerich")
        await connection.close()

        # then
        assert "cam-graphql migrate" in (await http.get(f"{url}/readyz")).json()["checks"]["migrations"]


async def test_a_request_in_flight_ends_before_the_server_stops(database_url: str) -> None:
    async with server(database_url) as (process, url), client(url) as api:
        campaign = await new_campaign(api)
        connection = await asyncpg.connect(**connection_arguments(database_url))

        # given: a mutation which waits for a lock
        async with connection.transaction():
            await connection.execute("SELECT 1 FROM campaigns FOR UPDATE")
            update = 'mutation ($id: ID!) { updateCampaign(input: {id: $id, name: "New"}) { campaign { name } } }'
            request = asyncio.create_task(api.execute(update, id=campaign))
            async with asyncio.timeout(10):
                while not await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                    await asyncio.sleep(0.02)

            # when
            stopping = asyncio.create_task(process.terminate())
            await process.logged("Shutting down")
        await connection.close()

        # then
        assert await request == {"updateCampaign": {"campaign": {"name": "New"}}}
        assert await stopping == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"5", 400),
        (b"null", 400),
        (b'"x"', 400),
        (b"[]", 400),
        (b"{", 400),
        (b"[" * 200_000, 400),
        (b'{"query": 5}', 400),
        (b'{"query": "{ __typename }", "variables": []}', 400),
        (b'{"query": "\xff"}', 400),
        (b"x" * 2_000_000, 413),
    ],
    ids=["empty", "number", "null", "text", "list", "cut", "nested", "query", "variables", "encoding", "huge"],
)
async def test_a_body_that_is_no_operation_is_refused(api_url: str, body: bytes, status: int) -> None:
    async with httpx.AsyncClient(headers=AUTHORIZATION) as http:
        headers = {"content-type": "application/json"}
        response = await http.post(f"{api_url}/graphql", content=body, headers=headers)
    assert response.status_code == status
    assert "Traceback" not in response.text


@pytest.mark.parametrize(("size", "status"), [(0, 200), (2_000_000, 413)])
async def test_a_body_of_undeclared_length_is_answered_within_the_bound(api_url: str, size: int, status: int) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'{"query": "{ __typename }"'
        yield b" " * size
        yield b"}"

    async with httpx.AsyncClient(headers=AUTHORIZATION) as http:
        headers = {"content-type": "application/json"}
        response = await http.post(f"{api_url}/graphql", content=body(), headers=headers)
    assert "content-length" not in response.request.headers
    assert response.status_code == status


@pytest.fixture(scope="module")
async def api_url(module_database_url: str) -> AsyncIterator[str]:
    """A server which the tests of this module share."""
    async with server(module_database_url, "--no-worker") as (_, url):
        yield url


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost:1:2"])
async def test_a_page_that_points_its_own_name_here_reads_nothing(api_url: str, host: str) -> None:
    async with httpx.AsyncClient(headers=AUTHORIZATION) as http:
        response = await http.post(f"{api_url}/graphql", json={"query": "{ __typename }"}, headers={"host": host})
    assert response.status_code == 400
    assert "__typename" not in response.text


async def test_a_subscription_by_post_is_refused_with_a_reason(api_url: str) -> None:
    async with httpx.AsyncClient(headers=AUTHORIZATION) as http:
        operation = {"query": "subscription { activity { sequence } }"}
        response = await http.post(f"{api_url}/graphql", json=operation)
    assert response.status_code == 400
    assert "subscriptions are not allowed" in response.text


async def test_a_request_keeps_its_id_from_the_header_to_the_log(database_url: str) -> None:
    async with server(database_url, "--no-worker") as (process, url), httpx.AsyncClient(headers=AUTHORIZATION) as http:
        response = await http.post(
            f"{url}/graphql",
            json={"query": CREATE_CAMPAIGN, "variables": {"name": "A"}},
            headers={"x-request-id": "r-1"},
        )
        assert response.headers["x-request-id"] == "r-1"
        line = await process.logged("served")
        assert (line["request_id"], line["path"], line["status"]) == ("r-1", "/graphql", 200)

        # then: an id that could forge log lines is replaced
        response = await http.get(f"{url}/healthz", headers={"x-request-id": 'r"}{"level":"x'})
        assert response.headers["x-request-id"].isalnum()


async def test_a_port_that_is_taken_is_told_with_a_remedy(database_url: str, api_url: str) -> None:
    taken = api_url.rpartition(":")[2]
    async with program("serve", "--port", taken, CAM_DATABASE_URL=database_url) as process:
        assert await asyncio.wait_for(process.process.wait(), 60) == 1
        await process.drained()
    assert any(f"port {taken}" in line["message"] and "CAM_PORT" in line["message"] for line in process.lines)


async def test_whoever_can_be_reached_by_others_says_that_credentials_want_encryption(database_url: str) -> None:
    async with server(database_url, "--no-worker", "--host", "0.0.0.0") as (process, _):
        await process.logged("other machines can reach this server: have a proxy in front that speaks TLS")
