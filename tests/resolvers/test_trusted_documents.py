"""Trusted documents: asked for by their ids, over HTTP, events and sockets, and alone where nothing else is taken."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect

import models
from cam_graphql.document_ids import DocumentIds
from resolvers.context import Context
from services.errors import NotFound
from services.transaction import Act
from services.trusted_documents import (
    KNOWN_FOR,
    DocumentDraft,
    TrustedDocuments,
    add_documents,
    digest_of,
    remove_document,
)
from tests.resolvers.conftest import NOON
from tests.resolvers.serving import Api, SharedServer, shared_server

COUNT = "query Count($first: Int) { campaigns(first: $first) { totalCount } }"
STRANGE = "{ leads { totalCount } }"
ACT = Act("Ada", NOON)
COUNTED = {"data": {"campaigns": {"totalCount": 0}}}


@pytest.fixture(scope="module")
async def servers() -> AsyncIterator[dict[str, SharedServer]]:
    """One which takes ids and texts, and one which takes nothing but what is trusted."""
    async with (
        shared_server(document_ids=DocumentIds(only=False)) as allowed,
        shared_server(document_ids=DocumentIds(only=True)) as only,
    ):
        yield {"allowed": allowed, "only": only}


@asynccontextmanager
async def trusting(server: SharedServer, http: httpx.AsyncClient, context: Context) -> AsyncIterator[Api]:
    """The server over this context, where one document is trusted."""
    await add_documents([DocumentDraft("count.graphql", COUNT)], ACT)
    server.context = context
    yield Api(server.url, http, context)
    server.context = None


@pytest.fixture
async def allowed(servers: dict[str, SharedServer], http: httpx.AsyncClient, context: Context) -> AsyncIterator[Api]:
    """A server which takes ids and texts, and trusts one document."""
    async with trusting(servers["allowed"], http, context) as api:
        yield api


@pytest.fixture
async def only(servers: dict[str, SharedServer], http: httpx.AsyncClient, context: Context) -> AsyncIterator[Api]:
    """A server which takes nothing else."""
    async with trusting(servers["only"], http, context) as api:
        yield api


def by_id(text: str) -> dict[str, Any]:
    return {"documentId": f"sha256:{digest_of(text)}"}


def by_apollo(text: str) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest_of(text)}}}


async def asked(api: Api, **body: Any) -> dict[str, Any]:
    answer: dict[str, Any] = (await api.http.post(f"{api.url}/graphql", json=body)).json()
    answer.pop("extensions", None)
    return answer


def code_of(answer: dict[str, Any]) -> str:
    (error,) = answer["errors"]
    assert "data" not in answer
    return str(error["extensions"]["code"])


@pytest.mark.parametrize("named", [by_id(COUNT), by_apollo(COUNT)], ids=["by its id", "as Apollo asks"])
async def test_a_trusted_document_is_carried_out_with_the_variables_of_the_request(
    allowed: Api, named: dict[str, Any]
) -> None:
    assert await asked(allowed, **named, variables={"first": 3}) == COUNTED
    assert "between 1 and 100" in (await asked(allowed, **named, variables={"first": 0}))["errors"][0]["message"]


async def test_a_text_is_taken_beside_ids_unless_only_trusted_ones_are(allowed: Api) -> None:
    assert await asked(allowed, query=STRANGE) == {"data": {"leads": {"totalCount": 0}}}
    assert await asked(allowed, query=STRANGE, **by_apollo(STRANGE)) == {"data": {"leads": {"totalCount": 0}}}


@pytest.mark.parametrize(
    "named",
    [
        by_id(STRANGE),
        by_apollo(STRANGE),
        {"documentId": "sha256:"},
        {"documentId": digest_of(COUNT)},
        {"documentId": f"sha256:{digest_of(COUNT).upper()}"},
        {"documentId": 5},
        {"documentId": None},
        {"documentId": "sha256:\0" + "a" * 63},
    ],
)
async def test_what_was_not_registered_has_one_code_whatever_is_wrong_with_its_id(
    allowed: Api, named: dict[str, Any]
) -> None:
    assert code_of(await asked(allowed, **named)) == "NOT_REGISTERED"


async def test_an_apollo_client_is_told_to_send_the_text(allowed: Api) -> None:
    assert (await asked(allowed, **by_apollo(STRANGE)))["errors"][0]["message"] == "PersistedQueryNotFound"


@pytest.mark.parametrize(
    "body",
    [{"query": STRANGE}, {"query": "{ __typename }"}, {}, {"query": STRANGE, **by_id(STRANGE)}, {"query": None}],
)
async def test_where_only_trusted_documents_are_taken_no_other_is(only: Api, body: dict[str, Any]) -> None:
    assert code_of(await asked(only, **body)) == "NOT_REGISTERED"


async def test_where_only_trusted_documents_are_taken_an_id_goes_before_the_text_beside_it(only: Api) -> None:
    assert await asked(only, query=STRANGE, **by_id(COUNT)) == COUNTED
    assert await asked(only, query=COUNT) == COUNTED, "the very text of a trusted document is as good as its id"


async def test_documents_are_got_by_id_too(only: Api) -> None:
    ask = {**by_id(COUNT), "variables": '{"first": 2}'}
    headers = {"accept": "application/graphql-response+json"}
    answered = await only.http.get(f"{only.url}/graphql", params=ask, headers=headers)
    assert answered.status_code == 200
    assert answered.json()["data"] == COUNTED["data"]
    refused = await only.http.get(f"{only.url}/graphql", params={"query": STRANGE}, headers=headers)
    assert refused.status_code == 400
    assert code_of(refused.json()) == "NOT_REGISTERED"


async def test_sockets_take_ids_and_refuse_what_is_not_trusted_without_closing(only: Api) -> None:
    url = only.url.replace("http", "ws", 1) + "/graphql"
    async with connect(url, subprotocols=["graphql-transport-ws"]) as socket:  # type: ignore[list-item]
        await socket.send('{"type": "connection_init"}')
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        await socket.send(json.dumps({"type": "subscribe", "id": "a", "payload": {"query": STRANGE}}))
        refused = json.loads(await socket.recv())
        assert (refused["type"], refused["id"]) == ("error", "a")
        assert refused["payload"][0]["extensions"]["code"] == "NOT_REGISTERED"
        await socket.send(json.dumps({"type": "subscribe", "id": "b", "payload": by_id(COUNT)}))
        answered = json.loads(await socket.recv())
        assert (answered["type"], answered["payload"]["data"]) == ("next", COUNTED["data"])


async def test_a_document_that_was_removed_is_answered_for_seconds_at_most(context: Context) -> None:
    seconds = [0.0]
    known = TrustedDocuments(lambda: seconds[0])
    assert await known.text_of(digest_of(COUNT)) is None
    await add_documents([DocumentDraft("count.graphql", COUNT)], ACT)
    assert await known.text_of(digest_of(COUNT)) == COUNT, "what was missing is looked for again"
    await remove_document(digest_of(COUNT), ACT)
    seconds[0] = KNOWN_FOR + 0.1
    assert await known.text_of(digest_of(COUNT)) is None
    with pytest.raises(NotFound):
        await remove_document(digest_of(COUNT), ACT)


async def test_what_becomes_trusted_is_in_the_log_once(context: Context) -> None:
    drafts = [DocumentDraft("a.graphql", COUNT), DocumentDraft("b.graphql", STRANGE)]
    assert await add_documents(drafts, ACT) == sorted(map(digest_of, (COUNT, STRANGE)))
    assert await add_documents(drafts, ACT) == []
    await remove_document(digest_of(COUNT), ACT)
    told = await models.Activity.all().order_by("id").values_list("kind", flat=True)
    assert list(map(str, told)) == ["TRUSTED_DOCUMENT_ADDED", "TRUSTED_DOCUMENT_ADDED", "TRUSTED_DOCUMENT_REMOVED"]
