"""Clients that people use, against the server as it is shipped."""

from tests.conformance.node_scripts import script
from tests.end_to_end.client import AUTHORIZATION

_UNKNOWN = "Cannot query field 'nothing' on type 'Query'."


async def test_graphql_ws_watches_resumes_and_is_told_what_is_wrong(endpoint: str) -> None:
    told = await script("sockets.mjs", endpoint, AUTHORIZATION["authorization"])
    assert "errors" not in told["before"]
    assert [one["data"]["activity"]["kind"] for one in told["seen"]] == ["CAMPAIGN_CREATED"] * 2
    created = [one["data"]["createCampaign"]["campaign"]["name"] for one in told["created"]]
    assert created == ["Socket one", "Socket two"]
    assert told["resumed"] == told["seen"][1:]
    assert told["errors"]["unknown"][0]["message"] == _UNKNOWN
    assert told["errors"]["syntax"]["code"] == 4400
    assert told["errors"]["nested"] == {
        "data": None,
        "errors": [
            {
                "message": "first: must be between 1 and 100, got 1000",
                "extensions": {"code": "BAD_USER_INPUT", "argument": "first"},
                "locations": [{"line": 1, "column": 3}],
            }
        ],
    }
    assert told["closed"] == {"wrong": 4403, "none": "UNAUTHENTICATED"}


async def test_graphql_sse_watches_in_distinct_connections(endpoint: str) -> None:
    told = await script("events.mjs", endpoint, AUTHORIZATION["authorization"])
    assert told["seen"] == [{"data": {"activity": {"kind": "CAMPAIGN_CREATED"}}}]
    assert told["created"]["data"]["createCampaign"]["campaign"] == {"name": "Event one"}
    assert told["queried"]["data"] == {"viewer": {"role": "ADMIN"}}
    assert told["invalid"]["errors"][0]["message"] == _UNKNOWN


async def test_apollo_client_and_urql_read_write_and_keep_what_they_know(endpoint: str) -> None:
    told = await script("caches.mjs", endpoint, AUTHORIZATION["authorization"])
    assert told["paused"] == "PAUSED"
    assert told["apolloError"] == told["urqlError"] == _UNKNOWN
    assert told["urqlMade"] == "Urql"
    assert {"Apollo", "Urql"} <= set(told["urqlNames"])
    assert told["byGet"] == {"viewer": {"role": "ADMIN"}}
