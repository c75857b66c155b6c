"""Where the schema is nobody's business, it is neither told when asked for nor by suggestions."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from graphql import get_introspection_query

from cam_graphql.limit_settings import LimitSettings
from pushdown import Documents, Reader
from resolvers.context import Context
from tests.resolvers.serving import Api, serving

MISSPELT: list[tuple[str, dict[str, Any]]] = [
    ("{ campaign { totalCount } }", {}),
    ("{ campaigns(frist: 1) { totalCount } }", {}),
    ("{ campaigns { name } }", {}),
    ("query ($x: LeadFiltr) { leads(filter: $x) { totalCount } }", {}),
    ("{ leads { nodes { ... on Leed { id } } } }", {}),
    ("{ leads(filter: {stag: {eq: NEW}}) { totalCount } }", {}),
    ("{ leads(filter: {stage: {eq: NEWW}}) { totalCount } }", {}),
    ("query ($x: LeadFilter) { leads(filter: $x) { totalCount } }", {"x": {"stag": {"eq": "NEW"}}}),
    ("query ($x: LeadFilter) { leads(filter: $x) { totalCount } }", {"x": {"stage": {"eq": "NEWW"}}}),
    ('{ node(id: "x") { name } }', {}),
    ("{ __typename @skipp(if: true) }", {}),
]


@pytest.fixture
async def silent(context: Context) -> AsyncIterator[Api]:
    """A server which tells nobody of its schema."""
    reader = Reader(documents=Documents(rules=LimitSettings(introspection="off").document_rules()))
    async with serving(context, reader=reader, hides_names=True) as api:
        yield api


async def test_introspection_is_refused_and_typename_is_not(silent: Api) -> None:
    for document in (get_introspection_query(), '{ __type(name: "Lead") { name } }', "{ x: __schema { __typename } }"):
        answer = await silent.post(document)
        assert answer.get("data") is None
        assert "introspection" in answer["errors"][0]["message"]
    assert await silent.execute("{ __typename campaigns { __typename } }")


async def test_no_error_suggests_a_name_where_the_schema_is_not_told(silent: Api, api: Api) -> None:
    suggested = 0
    for document, variables in MISSPELT:
        told = [error["message"] for error in (await api.post(document, **variables))["errors"]]
        suggested += any("Did you mean" in message for message in told)
        hushed = [error["message"] for error in (await silent.post(document, **variables))["errors"]]
        assert hushed == [message.partition(" Did you mean ")[0] for message in told]
    assert suggested >= 8, "these documents are to be such as suggestions are made for"
