"""Operations that nobody would write, made up from the schema by schemathesis and hypothesis-graphql.

Whatever they ask, the server answers in GraphQL's form, and nothing of it is a fault of ours. `make fuzz
EXAMPLES=20000 ARGS="tests/conformance"` asks for as many.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
_OPERATIONS = [
    found.ok() for found in schemathesis.graphql.from_file(_SDL).get_all_operations() if isinstance(found, Ok)
]


def _assert_sound(response: httpx.Response) -> None:
    assert response.status_code < 500, response.text
    answer = response.json()
    assert answer.keys() <= {"data", "errors", "extensions"}
    codes = [error.get("extensions", {}).get("code") for error in answer.get("errors", ())]
    assert "INTERNAL" not in codes, answer


@dataclass(frozen=True, slots=True)
class Server:
    """Where operations are sent."""

    endpoint: str
    http: httpx.Client

    def ask(self, query: str) -> None:
        """Send an operation, and look at the answer."""
        _assert_sound(self.post(json={"query": query}))

    def post(self, **request: Any) -> httpx.Response:
        """Send anything."""
        return self.http.post(self.endpoint, **request)


@pytest.fixture(scope="module")
def server(endpoint: str) -> Iterator[Server]:
    """The server, and a client of it."""
    with httpx.Client(headers=AUTHORIZATION, timeout=60) as http:
        yield Server(endpoint, http)


@pytest.mark.slow
@examples(20 if not fuzzing() else 20_000)
@given(data=st.data())
def test_whatever_schemathesis_asks_is_no_fault_of_ours(server: Server, data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(_OPERATIONS))
    case = data.draw(operation.as_strategy())
    server.ask(str(case.body))


@pytest.mark.slow
@examples(20)
@given(query=graphql_strategies.queries(_SDL, custom_scalars=_SCALARS))
def test_whatever_hypothesis_graphql_reads_is_no_fault_of_ours(server: Server, query: str) -> None:
    server.ask(query)


@pytest.mark.slow
@examples(20)
@given(mutation=graphql_strategies.mutations(_SDL, custom_scalars=_SCALARS))
def test_whatever_hypothesis_graphql_changes_is_no_fault_of_ours(server: Server, mutation: str) -> None:
    server.ask(mutation)


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
def test_whatever_is_sent_as_a_body_is_answered(server: Server, body: object, accept: str) -> None:
    headers = {"content-type": "application/json", "accept": accept}
    sent = {"content": body} if isinstance(body, bytes) else {"json": body}
    response = server.post(headers=headers, **sent)
    if response.headers["content-type"].startswith("text/event-stream"):
        assert response.status_code == 200
        assert "INTERNAL" not in response.text
    else:
        _assert_sound(response)
