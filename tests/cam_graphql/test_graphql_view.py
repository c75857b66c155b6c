"""The view over HTTP answers as Strawberry's own does over the same schema, whichever way a request takes."""

import json
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from tortoise import Tortoise

import pushdown
from cam_graphql.database import connection_arguments, database
from cam_graphql.graphql_view import GraphQLView
from resolvers.context import Context
from resolvers.faults import Schema
from resolvers.schema import build_schema
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from tests.resolvers.rows import a_full_campaign
from tests.viewers import TESTER

LEADS = "{ leads { totalCount nodes { id name tags score createdAt campaign { name } appointments { totalCount } } } }"
BY_VARIABLES = (
    "query Some($first: Int = 1, $filter: LeadFilter) { leads(first: $first, filter: $filter) { totalCount } }"
)
TWO = "query A { leads { totalCount } } query B { campaigns { totalCount } }"
JSON = {"content-type": "application/json"}


class Stock(GraphQL[Context, None]):
    """Strawberry's own view."""

    def __init__(self, schema: Schema, context: Context) -> None:
        super().__init__(schema, graphql_ide=None)
        self._context = context

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        """The same for all."""
        return self._context


@dataclass
class Views:
    """Our view and Strawberry's."""

    ours: httpx.AsyncClient
    stock: httpx.AsyncClient

    async def both(self, method: str, url: str = "/", **request: Any) -> tuple[httpx.Response, httpx.Response]:
        """Their answers."""
        return await self.ours.request(method, url, **request), await self.stock.request(method, url, **request)

    async def assert_alike(self, method: str, url: str = "/", **request: Any) -> httpx.Response:
        """The answers have one status and one content; ours is given.

        An operation that was not begun has no data with us, as the specification says, where Strawberry says null. What
        Strawberry refuses in plain text, we refuse in GraphQL's form.
        """
        ours, stock = await self.both(method, url, **request)
        assert (ours.status_code, ours.headers["content-type"]) == (stock.status_code, "application/json")
        assert ours.headers["content-length"] == str(len(ours.content))
        if stock.headers["content-type"] != "application/json":
            (error,) = ours.json()["errors"]
            assert (bool(error["message"]), error["extensions"]) == (True, {"code": "BAD_REQUEST"})
            return ours
        expected = stock.json()
        if expected["data"] is None and not any("path" in error for error in expected["errors"]):
            del expected["data"]
        assert ours.json() == expected
        return ours


def views(schema: Schema, context: Context) -> Views:
    """Both over one schema."""
    ours, stock = httpx.ASGITransport(GraphQLView(schema, lambda: context)), httpx.ASGITransport(Stock(schema, context))
    here = "http://localhost"
    return Views(httpx.AsyncClient(transport=ours, base_url=here), httpx.AsyncClient(transport=stock, base_url=here))


@pytest.fixture(scope="module")
async def context(module_database_url: str) -> AsyncIterator[Context]:
    """The ground for operations, over a campaign with everything in it."""
    async with database(module_database_url):
        await a_full_campaign()
        feed = ActivityFeed(connection_arguments(module_database_url))
        yield Context(TESTER, lambda: datetime.now(UTC), {}, feed, CriteriaLimits(), max_conversions=1)


@pytest.fixture(scope="module")
def both(context: Context) -> Views:
    """The views."""
    return views(build_schema(), context)


def body(query: object, **rest: object) -> bytes:
    """An operation as a client sends it."""
    return json.dumps({"query": query} | rest).encode()


ANSWERED = {
    "a query": body(LEADS),
    "a query by name": body(BY_VARIABLES, operationName="Some"),
    "no name": body(BY_VARIABLES, operationName=None),
    "variables": body(BY_VARIABLES, variables={"first": 3, "filter": {"source": {"eq": "DISCOVERY"}}}),
    "variables of null": body(BY_VARIABLES, variables=None),
    "no variables": body(BY_VARIABLES, variables={}),
    "variables that nobody declared": body(LEADS, variables={"other": [1, {"a": None}]}),
    "one of several by name": body(TWO, operationName="B"),
    "extensions": body(LEADS, extensions={"persistedQuery": {"version": 1}}),
    "no extensions": body(LEADS, extensions={}),
    "extensions of null": body(LEADS, extensions=None),
    "keys that nobody knows": body(LEADS, id=1, batch=[1]),
    "fragments and directives": body(
        "{ ...F x: leads @skip(if: true) { totalCount } } fragment F on Query { __typename }"
    ),
    "a field in Python": body("{ sources { platform available } leads { totalCount } }"),
    "introspection": body("{ __schema { queryType { name fields { name args { name } } } } }"),
    "introspection beside rows": body('{ __type(name: "Lead") { name } leads { totalCount } }'),
    "nothing but a type's name": body("{ __typename }"),
    "texts in every script": body(
        "{ a: leads(filter: { not: { stage: { in: [] } } }) { nodes { name } } }  # Καλημέρα 🦉"
    ),
    "spaces around": b" \n\t" + body(LEADS) + b"\n ",
}
REFUSED = {
    "a syntax error": body("{ leads { "),
    "no document": body("#"),
    "an unknown field": body("{ leads { nobody } }"),
    "an unknown type": body("{ leads { ... on Nobody { id } } }"),
    "a variable that is not used": body("query ($a: Int) { leads { totalCount } }"),
    "a variable of another type": body(BY_VARIABLES, variables={"first": "three"}),
    "a value that the enum lacks": body(BY_VARIABLES, variables={"filter": {"stage": {"eq": "?"}}}),
    "an unknown condition": body(BY_VARIABLES, variables={"filter": {"nobody": 1}}),
    "a variable that is missing": body("query ($id: ID!) { lead(id: $id) { id } }"),
    "null where it may not stand": body("query ($id: ID!) { lead(id: $id) { id } }", variables={"id": None}),
    "a page too large": body(BY_VARIABLES, variables={"first": 101}),
    "a page too small, in the document": body("{ leads(first: 0) { totalCount } }"),
    "no cursor": body('{ leads(after: "?") { totalCount } }'),
    "too many fields": body('{ lead(id: "?") { %s } }' % " ".join(f"a{n}: name" for n in range(1_001))),
    "a document nested without end": body("{ leads " * 1_000),
    "a value nested without end": body(
        BY_VARIABLES, variables={"filter": json.loads('{"not":' * 58 + "{}" + "}" * 58)}
    ),
}
NO_OPERATION = {
    "an unknown name": body(TWO, operationName="C"),
    "an empty name": body(TWO, operationName=""),
    "a name that is no text": body(TWO, operationName=5),
    "no query": b'{"variables": {}}',
    "a query of null": body(None),
    "an empty query": body(""),
    "a query that is no text": body(5),
    "a query in a list": body([LEADS]),
    "variables in a list": body(LEADS, variables=[]),
    "variables as a text": body(LEADS, variables="{}"),
    "a number for variables": body(LEADS, variables=0),
    "extensions in a list": body(LEADS, extensions=[1]),
    "an empty list for extensions": body(LEADS, extensions=[]),
    "a number for extensions": body(LEADS, extensions=0),
    "nothing": b"",
    "no JSON": b"{",
    "more than JSON": body(LEADS) + b"}",
    "a fragment alone": body("fragment F on Lead { id }"),
    "a subscription": body("subscription { activity { sequence } }"),
}


@pytest.mark.parametrize("name", ANSWERED)
async def test_an_operation_is_answered_alike(both: Views, name: str) -> None:
    response = await both.assert_alike("POST", content=ANSWERED[name], headers=JSON)
    assert (response.status_code, response.json().keys()) == (200, {"data"})


@pytest.mark.parametrize("name", REFUSED)
async def test_an_operation_that_is_refused_is_refused_alike(both: Views, name: str) -> None:
    response = await both.assert_alike("POST", content=REFUSED[name], headers=JSON)
    assert (response.status_code, response.json().get("data")) == (200, None)
    assert response.json()["errors"]


@pytest.mark.parametrize("name", NO_OPERATION)
async def test_what_is_no_operation_is_refused_alike(both: Views, name: str) -> None:
    response = await both.assert_alike("POST", content=NO_OPERATION[name], headers=JSON)
    assert response.status_code == 400


@pytest.mark.parametrize("content", [b"5", b"null", b'"x"', b"[]", b"[{}]", b"true"])
async def test_a_body_that_is_no_object_is_refused_with_a_remedy(both: Views, content: bytes) -> None:
    """Strawberry's own view fails on most of them."""
    response = await both.ours.post("/", content=content, headers=JSON)
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"].startswith("The body must be a JSON object")


async def test_a_body_that_is_no_text_is_refused(both: Views) -> None:
    """Strawberry's own view fails."""
    response = await both.ours.post("/", content=b'{"query": "\xff"}', headers=JSON)
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == "Unable to parse request body as JSON"


async def test_of_several_operations_one_has_to_be_named(both: Views) -> None:
    """Strawberry carries out the first."""
    response = await both.ours.post("/", content=body(TWO), headers=JSON)
    (error,) = response.json()["errors"]
    assert error["message"] == "There are several operations; say by `operationName` which one to carry out."
    assert "data" not in response.json()


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json; charset=utf-8", 200),
        ("APPLICATION/JSON", 200),
        ("application/json;charset=UTF-8;x=y", 200),
        ("application/graphql-response+json", 415),
        ("application/jsonp", 415),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("", 415),
    ],
)
async def test_operations_come_as_json_alone_which_forms_of_pages_elsewhere_cannot_send(
    both: Views, content_type: str, status: int
) -> None:
    response = await both.ours.post("/", content=body(LEADS), headers={"content-type": content_type})
    assert response.status_code == status
    assert ("data" in response.json()) == (status == 200)


@pytest.mark.parametrize(
    ("accept", "status", "form"),
    [
        ("*/*", 200, "application/json"),
        ("application/*;q=0.5", 200, "application/json"),
        ("application/json, application/graphql-response+json", 200, "application/graphql-response+json"),
        ("application/json, application/graphql-response+json;q=0.9", 200, "application/json"),
        ("text/html, APPLICATION/GraphQL-Response+JSON", 200, "application/graphql-response+json"),
        ("text/html, */*;q=0.1", 200, "application/json"),
        ("text/html", 406, "application/json"),
        ("application/json;q=0", 406, "application/json"),
        ("application/json;q=much", 406, "application/json"),
        (";;,=,q", 406, "application/json"),
    ],
)
async def test_the_form_of_the_answer_is_the_clients_to_choose(
    both: Views, accept: str, status: int, form: str
) -> None:
    response = await both.ours.post("/", content=body(LEADS), headers=JSON | {"accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (status, form)


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"query": LEADS}, 200),
        ({"query": BY_VARIABLES, "variables": '{"first": 2}'}, 200),
        ({"query": BY_VARIABLES, "variables": ""}, 400),
        ({"query": TWO, "operationName": "B"}, 200),
        ({"query": TWO, "operationName": "C"}, 400),
        ({"query": "{ leads(first: 0) { totalCount } }"}, 200),
        ({"query": BY_VARIABLES, "variables": "{"}, 400),
        ({"query": 'mutation { runDiscoveryJob(input: { id: "?" }) { userErrors { code } } }'}, 400),
        ({"query": ""}, 400),
        ({"other": "x"}, 400),
    ],
)
async def test_get_is_met_alike(both: Views, parameters: dict[str, str], status: int) -> None:
    for headers in ({}, JSON):
        url = f"/?{urlencode(parameters)}"
        response = await (
            both.assert_alike("GET", url, headers=headers) if "query" in parameters else both.ours.get(url)
        )
        assert response.status_code == status


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
async def test_other_methods_are_refused_alike(both: Views, method: str) -> None:
    response = await both.assert_alike(method, content=body(LEADS), headers=JSON)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")


async def test_a_body_may_come_in_pieces(both: Views) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for letter in body(LEADS):
            yield bytes([letter])

    in_pieces = await both.ours.post("/", content=pieces(), headers=JSON)
    assert in_pieces.content == (await both.ours.post("/", content=body(LEADS), headers=JSON)).content


async def test_what_is_pushed_down_goes_out_as_the_database_wrote_it(context: Context) -> None:
    written: list[str] = []

    async def fetch(sql: str, arguments: Sequence[object], _by_value: bool) -> str:
        async with Tortoise.get_connection("default").acquire_connection() as connection:
            written.append(await connection.fetchval(sql, *arguments))
        return written[-1]

    pair = views(build_schema(pushdown.Reader(fetch=fetch)), context)
    ours, stock = await pair.both("POST", content=body(LEADS), headers=JSON)
    assert ours.content == b'{"data":' + written[0].encode() + b"}"
    assert ours.json() == stock.json()


async def test_a_mutation_takes_strawberrys_way(both: Views) -> None:
    query = 'mutation { runDiscoveryJob(input: { id: "?" }) { discoveryJob { id } userErrors { code } } }'
    response = await both.assert_alike("POST", content=body(query), headers=JSON)
    assert response.json()["data"]["runDiscoveryJob"]["userErrors"]


@pytest.mark.parametrize("query", [f"query Mine {LEADS}", "query Mine { sources { platform } leads { totalCount } }"])
async def test_a_fault_is_masked_and_logged_alike(
    context: Context, caplog: pytest.LogCaptureFixture, query: str
) -> None:
    async def fail(*_: object) -> str:
        raise RuntimeError("10.0.0.1 refuses")

    pair = views(build_schema(pushdown.Reader(fetch=fail)), context)
    with caplog.at_level(logging.ERROR, logger="resolvers.faults"):
        ours, stock = await pair.both("POST", content=body(query, operationName="Mine"), headers=JSON)
    assert (ours.status_code, ours.headers["content-type"]) == (200, "application/json")
    assert "10.0.0.1" not in ours.text
    faults = [answer.json()["errors"][0]["extensions"].pop("faultId") for answer in (ours, stock)]
    assert ours.text.count(faults[0]) == 2
    assert json.loads(ours.text.replace(faults[0], faults[1])) == {"errors": stock.json()["errors"]}
    logged = [(record.__dict__["fault_id"], record.__dict__["operation"]) for record in caplog.records]
    assert logged == [(fault, "Mine") for fault in faults]
