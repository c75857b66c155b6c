"""Answers as they leave a running server, byte for byte and among many others."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextvars import Context
from urllib.parse import urlsplit

import httpx
import pytest

from cam_graphql.database import database
from tests.end_to_end.client import AUTHORIZATION
from tests.end_to_end.processes import server
from tests.resolvers.rows import a_full_campaign

pytestmark = pytest.mark.slow

READS = {
    "a page": """campaigns { totalCount nodes { id name createdAt leads { nodes { name tags score } } discoveryJobs {
        nodes { criteria { keywords seedUrls } sourceRuns { platform status } profiles { nodes { links matchReasons {
        criterion score } } } } } } pageInfo { hasNextPage endCursor } }""",
    "a point": 'lead(id: "TGVhZDox") { name email phone website provenance { field retrievedAt } campaign { name } }',
    "nodes": 'nodes(ids: ["TGVhZDox", "Q2FtcGFpZ246MQ==", "?"]) { __typename id ... on Lead { name } }',
    "figures": "pipeline { campaign { name } stages { stage count } }",
    "the log": "activity { nodes { kind detail sequence subject { __typename id } } }",
    "what is empty": "leads(filter: { source: { in: [] } }) { totalCount nodes { id } pageInfo { endCursor } }",
}


@pytest.fixture(scope="module")
async def url(module_database_url: str) -> AsyncIterator[str]:
    """A server over a campaign with everything in it."""

    async def fill() -> None:
        async with database(module_database_url):
            await a_full_campaign()

    # Tortoise keeps its state in context variables.
    await asyncio.create_task(fill(), context=Context())
    async with server(module_database_url, "--no-worker") as (_, address):
        yield f"{address}/graphql"


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """A client."""
    async with httpx.AsyncClient(timeout=30, headers=AUTHORIZATION) as client:
        yield client


@pytest.mark.parametrize("name", READS)
async def test_a_read_is_the_same_whether_the_database_writes_it_or_execution(
    url: str, http: httpx.AsyncClient, name: str
) -> None:
    written = await http.post(url, json={"query": f"{{ {READS[name]} }}"})
    executed = await http.post(url, json={"query": f"{{ {READS[name]} sources {{ platform }} }}"})
    for answer in (written, executed):
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        assert answer.headers["content-length"] == str(len(answer.content))
        assert answer.headers["x-request-id"]
    data = executed.json()["data"]
    assert data.pop("sources")
    assert written.json()["data"] == data
    assert written.json()["extensions"]["cost"]["requested"] <= executed.json()["extensions"]["cost"]["requested"]
    assert list(written.json()["data"]) == list(data)


async def test_rows_go_out_as_postgresql_wrote_them(url: str, http: httpx.AsyncClient) -> None:
    """It breaks lines between the objects of an array; execution's JSON has none."""
    query = "{ discoveryJobs { nodes { profiles { nodes { handle } } } } %s }"
    written = await http.post(url, json={"query": query % ""})
    executed = await http.post(url, json={"query": query % "sources { platform }"})
    assert b'[{"handle":"ada"}, \n {"handle":"bo"}]' in written.content
    assert b'[{"handle":"ada"},{"handle":"bo"}]' in executed.content


async def test_a_hundred_requests_at_once_each_get_their_own_answer(url: str, http: httpx.AsyncClient) -> None:
    query = "query ($first: Int, $ids: [ID!]!) { a%s: nodes(ids: $ids) { id } leads(first: $first) { totalCount } %s }"

    async def ask(number: int) -> None:
        python = "sources { platform }" if number % 3 == 0 else ""
        variables = {"first": number % 5, "ids": ["TGVhZDox"] * (number % 7)}
        response = await http.post(url, json={"query": query % (number % 10, python), "variables": variables})
        answer = response.json()
        if number % 5 == 0:
            assert (answer.get("data"), answer["errors"][0]["extensions"]["argument"]) == (None, "first")
        else:
            assert len(answer["data"][f"a{number % 10}"]) == number % 7
            assert ("sources" in answer["data"]) is bool(python)

    await asyncio.gather(*(ask(number) for number in range(100)))


async def test_requests_on_one_connection_are_answered_in_their_order(url: str) -> None:
    """Sent without waiting, on the short way and on Strawberry's in turn."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    keys = [f"a{number}" for number in range(12)]
    for number, key in enumerate(keys):
        more = "sources { platform }" if number % 2 else ""
        body = json.dumps({"query": f"{{ {key}: leads {{ totalCount }} {more} }}"}).encode()
        head = f"POST /graphql HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
        head += f"Authorization: {AUTHORIZATION['authorization']}\r\n"
        writer.write(head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    async with asyncio.timeout(20):
        for key in keys:
            headers = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(headers.partition(b"content-length: ")[2].split(b"\r\n")[0])
            assert json.loads(await reader.readexactly(length))["data"][key] == {"totalCount": 1}
    writer.close()


async def test_a_client_that_goes_away_in_the_midst_of_its_body_leaves_the_server_well(
    url: str, http: httpx.AsyncClient
) -> None:
    address = urlsplit(url)
    for _ in range(3):
        _, writer = await asyncio.open_connection(address.hostname, address.port)
        head = f"POST /graphql HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
        writer.write(head.encode() + b'Content-Length: 1000\r\n\r\n{"query": ')
        await writer.drain()
        writer.close()
    after = await http.post(url, json={"query": "{ leads { totalCount } }"})
    assert after.json()["data"] == {"leads": {"totalCount": 1}}
