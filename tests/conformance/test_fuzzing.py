"""Operations that nobody would write, made up from the schema by schemathesis and hypothesis-graphql.

Whatever they ask, the server answers in GraphQL's form, and nothing of it is a fault of ours. `make fuzz
EXAMPLES=20000 ARGS="tests/conformance"` sends so many requests, half of them of each, and tells how many it sent.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conformance.conftest import REQUESTS_OF
from tests.conformance.first_rows import create_rows
from tests.conformance.generated import OPERATIONS
from tests.end_to_end import processes
from tests.end_to_end.client import AUTHORIZATION
from tests.examples import examples, fuzzing

_STRICT = "application/graphql-response+json"
_OF_PYTHON = re.compile(
    r" object at 0x|<class |<strawberry|Traceback|Errno|asyncpg|tortoise|graphql\.|NoneType|Maybe\["
)
"""What messages of programs have in them that were not meant for clients."""
_PARTS = 8 if fuzzing() else 1
"""Of which each is a test: two processes share them, and what one finds does not end the others."""
_EACH = -(-settings.default.max_examples // (_PARTS * len(OPERATIONS))) if fuzzing() and settings.default else 30


def _assert_sound(response: httpx.Response) -> None:
    assert response.status_code < 500, response.text
    assert response.status_code not in {401, 403, 429}, "what is turned away is not tried"
    answer = response.json()
    assert answer.keys() <= {"data", "errors", "extensions"}
    for error in answer.get("errors", ()):
        code = error.get("extensions", {}).get("code")
        assert code != "INTERNAL", answer
        assert code or "path" not in error, error
        assert not _OF_PYTHON.search(error["message"]), error


@dataclass(slots=True)
class Server:
    """Where operations are sent."""

    endpoint: str
    http: httpx.Client
    operations: int = 0
    """How many were sent."""

    def ask(self, query: str) -> None:
        """Send an operation, and look at the answer."""
        self.operations += 1
        _assert_sound(self.post(json={"query": query}, headers={"accept": _STRICT}))

    def post(self, **request: Any) -> httpx.Response:
        """Send anything."""
        return self.http.post(self.endpoint, **request)


@pytest.fixture(scope="module")
async def server(module_database_url: str) -> AsyncIterator[Server]:
    """A server with a few rows, and a client of it."""
    with httpx.Client(headers=AUTHORIZATION, timeout=60) as http:
        async with processes.server(module_database_url, "--no-worker") as (_, url):
            create_rows(f"{url}/graphql", http)
            yield Server(f"{url}/graphql", http)


@pytest.mark.slow
@pytest.mark.hypothesis
@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("maker", OPERATIONS)
async def test_whatever_is_asked_is_no_fault_of_ours(
    server: Server, maker: str, part: int, record_property: Callable[[str, object], None]
) -> None:
    before = server.operations

    @settings(examples(_EACH), max_examples=_EACH)
    @given(operation=OPERATIONS[maker])
    def ask(operation: str) -> None:
        server.ask(operation)

    await asyncio.to_thread(ask)  # what the server logs is read meanwhile: it waits where nobody does
    sent = server.operations - before
    record_property(f"{REQUESTS_OF}{maker}", sent)
    assert sent >= _EACH


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
_KEYS = st.sampled_from(["query", "variables", "operationName", "extensions", "documentId", "id"])
_FORMS = ["*/*", "application/graphql-response+json", "text/event-stream", ";;q=,"]
_BODIES = st.binary(max_size=200) | st.dictionaries(_KEYS, _JSON | st.just("{ __typename }"), max_size=5)


@pytest.mark.slow
@pytest.mark.hypothesis
async def test_whatever_is_sent_as_a_body_is_answered(server: Server) -> None:
    @examples(60)
    @given(body=_BODIES, accept=st.sampled_from(_FORMS))
    def send(body: object, accept: str) -> None:
        headers = {"content-type": "application/json", "accept": accept}
        sent = {"content": body} if isinstance(body, bytes) else {"json": body}
        response = server.post(headers=headers, **sent)
        if response.headers["content-type"].startswith("text/event-stream"):
            assert response.status_code == 200
            assert "INTERNAL" not in response.text
        else:
            _assert_sound(response)

    await asyncio.to_thread(send)
