"""Operations that take long, in the log of a server process."""

from hashlib import sha256

from tests.end_to_end.client import client
from tests.end_to_end.processes import server

_QUERY = "query Harbour($text: String!) { leads(filter: {search: $text}) { totalCount } }"


async def test_slow_operations_are_told_by_the_hash_of_their_document_and_by_nothing_of_anybody(
    database_url: str,
) -> None:
    async with server(database_url, "--no-worker", CAM_SLOW_OPERATION="0.000001") as (process, url), client(url) as api:
        headers = {"x-request-id": "slow-one"}
        json = {"query": _QUERY, "variables": {"text": "Ada Harbour"}}
        answer = await api.http.post(f"{url}/graphql", json=json, headers=headers)
        assert answer.json()["data"] == {"leads": {"totalCount": 0}}
        line = await process.logged("slow operation")
    assert line["document"] == f"sha256:{sha256(_QUERY.encode()).hexdigest()}"
    assert (line["operation"], line["kind"], line["outcome"], line["request_id"]) == (
        "Harbour",
        "query",
        "OK",
        "slow-one",
    )
    assert line["milliseconds"] > 0
    assert line["cost"] > 0
    assert "Ada" not in str(process.lines)


async def test_what_is_quick_enough_leaves_no_line(database_url: str) -> None:
    async with server(database_url, "--no-worker") as (process, url), client(url) as api:
        await api.execute("{ campaigns { totalCount } }")
        await process.terminate()
        await process.drained()
    assert not [line for line in process.lines if line["message"] == "slow operation"]
