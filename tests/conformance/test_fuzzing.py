"""Operations that nobody would write, made up from the schema by schemathesis and hypothesis-graphql.

Whatever they ask, the server answers in GraphQL's form, and nothing of it is a fault of ours. `make fuzz EXAMPLES=6000
ARGS="-s tests/conformance"` sends some 25,000 requests in about twenty minutes, and says what became of them.
"""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import graphql
import httpx
import pytest
import schemathesis
from hypothesis import given
from hypothesis import strategies as st
from hypothesis_graphql import nodes
from hypothesis_graphql import strategies as graphql_strategies
from schemathesis.core.result import Ok

from tests.end_to_end.client import AUTHORIZATION
from tests.examples import examples, fuzzing

_SDL = (Path(__file__).parents[2] / "schema.graphql").read_text()
_TIMES = st.sampled_from(["2026-03-01T12:00:00Z", "2026-03-01T12:00:00", "9999-12-31T23:59:60+14:00", "", "now"])
_SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "DateTime": _TIMES.map(nodes.String),
    "LocalDateTime": _TIMES.map(nodes.String),
    "LocalTime": st.sampled_from(["09:00", "24:00", "9", ""]).map(nodes.String),
    "TimeZone": st.sampled_from(["Europe/Lisbon", "UTC", "../etc", ""]).map(nodes.String),
    "URL": st.sampled_from(["https://ada.example/", "javascript:x", "http://[", ""]).map(nodes.String),
    "EmailAddress": st.sampled_from(["ada@team.example", "@", "ada@\u0000"]).map(nodes.String),
    "JSON": st.text(max_size=5).map(nodes.String),
}
for name, strategy in _SCALARS.items():
    schemathesis.graphql.scalar(name, strategy)
_SCHEMA = graphql.build_schema(_SDL)

Make = Callable[..., st.SearchStrategy[str]]


def _strategies_of_schemathesis() -> list[st.SearchStrategy[str]]:
    """One for each field at the root. Making them takes longer than using them."""
    found = [one.ok() for one in schemathesis.graphql.from_file(_SDL).get_all_operations() if isinstance(one, Ok)]
    return [operation.as_strategy().map(lambda case: str(case.body)) for operation in found]


def _strategies_of(make: Make, root: graphql.GraphQLObjectType | None) -> list[st.SearchStrategy[str]]:
    assert root is not None
    return [make(_SCHEMA, fields=[name], custom_scalars=_SCALARS) for name in root.fields]


_BY_SCHEMATHESIS = _strategies_of_schemathesis()
_QUERIES = _strategies_of(graphql_strategies.queries, _SCHEMA.query_type)
_MUTATIONS = _strategies_of(graphql_strategies.mutations, _SCHEMA.mutation_type)


def any_of(strategies: list[st.SearchStrategy[str]]) -> st.SearchStrategy[str]:
    """One of them, and what it makes up."""
    return st.sampled_from(strategies).flatmap(lambda chosen: chosen)


def _assert_sound(response: httpx.Response) -> None:
    assert response.status_code < 500, response.text
    answer = response.json()
    assert answer.keys() <= {"data", "errors", "extensions"}
    codes = [error.get("extensions", {}).get("code") for error in answer.get("errors", ())]
    assert "INTERNAL" not in codes, answer


@dataclass(slots=True)
class Server:
    """Where operations are sent."""

    endpoint: str
    http: httpx.AsyncClient
    outcomes: Counter[str] = field(default_factory=Counter)

    async def ask(self, query: str) -> None:
        """Send an operation, and look at the answer."""
        _assert_sound(await self.post(json={"query": query}))

    async def post(self, **request: Any) -> httpx.Response:
        """Send anything."""
        response = await self.http.post(self.endpoint, **request)
        self.outcomes[_outcome(response)] += 1
        return response


def _outcome(response: httpx.Response) -> str:
    if not response.headers["content-type"].endswith("json"):
        return response.headers["content-type"]
    errors = response.json().get("errors")
    return str(errors[0].get("extensions", {}).get("code", "INVALID")) if errors else "OK"


@pytest.fixture(scope="module")
async def server(endpoint: str) -> AsyncIterator[Server]:
    """The server, and a client of it."""
    async with httpx.AsyncClient(headers=AUTHORIZATION, timeout=60) as http:
        asked = Server(endpoint, http)
        yield asked
    print(f"\n{asked.outcomes.total():,} requests: {dict(asked.outcomes.most_common())}")


@pytest.mark.slow
@pytest.mark.timeout(0 if fuzzing() else 180)
@examples(40)
@given(operation=any_of(_BY_SCHEMATHESIS))
async def test_whatever_schemathesis_asks_is_no_fault_of_ours(server: Server, operation: str) -> None:
    await server.ask(operation)


@pytest.mark.slow
@pytest.mark.timeout(0 if fuzzing() else 180)
@examples(40)
@given(query=any_of(_QUERIES))
async def test_whatever_hypothesis_graphql_reads_is_no_fault_of_ours(server: Server, query: str) -> None:
    await server.ask(query)


@pytest.mark.slow
@pytest.mark.timeout(0 if fuzzing() else 180)
@examples(40)
@given(mutation=any_of(_MUTATIONS))
async def test_whatever_hypothesis_graphql_changes_is_no_fault_of_ours(server: Server, mutation: str) -> None:
    await server.ask(mutation)


@pytest.mark.slow
@pytest.mark.timeout(0 if fuzzing() else 180)
@examples(10)
@given(query=graphql_strategies.queries(_SCHEMA, custom_scalars=_SCALARS))
async def test_documents_of_many_fields_are_no_fault_of_ours(server: Server, query: str) -> None:
    await server.ask(query)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
_KEYS = st.sampled_from(["query", "variables", "operationName", "extensions", "documentId", "id"])
_FORMS = ["*/*", "application/graphql-response+json", "text/event-stream", ";;q=,"]
_BODIES = st.binary(max_size=200) | st.dictionaries(_KEYS, _JSON | st.just("{ __typename }"), max_size=5)


@pytest.mark.slow
@examples(60)
@given(body=_BODIES, accept=st.sampled_from(_FORMS))
async def test_whatever_is_sent_as_a_body_is_answered(server: Server, body: object, accept: str) -> None:
    headers = {"content-type": "application/json", "accept": accept}
    sent = {"content": body} if isinstance(body, bytes) else {"json": body}
    response = await server.post(headers=headers, **sent)
    if response.headers["content-type"].startswith("text/event-stream"):
        assert response.status_code == 200
        assert "INTERNAL" not in response.text
    else:
        _assert_sound(response)
