"""GraphQL over HTTP, as the audits of graphql-http see it."""

from tests.conformance.node_scripts import script
from tests.end_to_end.client import AUTHORIZATION


async def test_all_audits_of_graphql_over_http_are_passed(endpoint: str) -> None:
    results = await script("audit.mjs", endpoint, AUTHORIZATION["authorization"])
    assert len(results) == 61
    assert [one for one in results if one["status"] != "ok"] == []
