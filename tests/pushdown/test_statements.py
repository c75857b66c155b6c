"""What is sent to the database: one statement an operation, in which no word of the request stands."""

import json
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from tortoise.transactions import in_transaction

from tests.pushdown.library.desk import Desk, digest_of, forged, id_of
from tests.pushdown.library.shapes import PUSHED, WALKED, variables
from tests.pushdown.library.tables import Author

DEEP = """query ($id: ID!) {
    authors {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node {
            name profile { links { url } } edited { title }
            books(first: 2, filter: { edited: true }) {
                totalCount nodes { title editor { name } reviews(last: 1) { edges { node { stars book { id } } } } }
            }
        } }
    }
    node(id: $id) { ... on Book { title author { name } } }
    nothing: book(id: "malformed") { id }
}"""


async def test_an_operation_is_one_statement_however_wide_and_deep(library: Desk) -> None:
    async with library.statements() as sent:
        await library.ask(DEEP, id=id_of("Book", 1))
    assert len(sent) == 1


@pytest.mark.parametrize("shape", PUSHED)
async def test_every_shape_of_read_is_answered_by_the_database_in_one_statement(library: Desk, shape: str) -> None:
    given = await variables(library)
    async with library.statements() as sent:
        answer = await library.schema.answer(PUSHED[shape], given, None, None)
    assert len(sent) == 1, sent

    # then: it is what execution gives, which takes one statement, too
    async with library.statements() as sent:
        data = await library.ask(PUSHED[shape], **given)
    assert len(sent) == 1, sent
    assert answer is not None
    assert json.loads(answer) == {"data": data}


@pytest.mark.parametrize("shape", WALKED)
async def test_what_takes_python_is_walked_over_the_rows_of_one_statement(library: Desk, shape: str) -> None:
    given = await variables(library)
    async with library.statements() as sent:
        assert await library.schema.answer(WALKED[shape], given, None, None) is None
        await library.ask(WALKED[shape], **given)
    assert len(sent) == 1, sent


async def test_what_begins_a_transaction_or_sets_something_would_be_counted(library: Desk) -> None:
    async with library.statements() as sent, in_transaction() as connection:
        await connection.execute_query("SET LOCAL work_mem = '4MB'")
        await Author.first()
    assert len(sent) == 4, sent


async def test_a_mutations_payload_is_read_by_one_statement(library: Desk) -> None:
    query = """mutation { recommend(readers: ["a", "b"], book: 1) {
        best { title author { name books { totalCount } } } all { reader book { title } } again: best { id }
    } }"""
    async with library.statements() as sent:
        await library.ask(query)
    assert len(sent) == 1, sent


async def test_what_asks_nothing_of_the_database_costs_no_statement(library: Desk) -> None:
    async with library.statements() as sent:
        await library.ask("{ __schema { queryType { name } } }")
    assert sent == []


async def test_a_refused_argument_costs_no_statement(library: Desk) -> None:
    async with library.statements() as sent:
        await library.refusal("{ books(first: 0) { totalCount } }")
        await library.refusal('{ books(after: "?") { totalCount } }')
    assert sent == []


async def test_a_subscription_costs_one_statement_an_event(library: Desk) -> None:
    async with library.statements() as sent:
        events = await library.schema.subscribe("subscription { book(keys: [1, 2, 3]) { title author { name } } }")
        assert len([event async for event in cast("AsyncIterator[Any]", events)]) == 3
    assert len(sent) == 3


@pytest.mark.parametrize("evil", ["'; DROP TABLE books; --", "x' OR 'a'='a", "E'\\\\'", "$999", "{other}"])
async def test_no_value_of_a_request_stands_in_a_statement(library: Desk, evil: str) -> None:
    query = """query ($text: String!, $id: ID!, $at: String!, $number: Int!, $fraction: Float!) {
        books(
            first: $number
            filter: { title: { eq: $text, in: [$text] }, pages: { gte: $number }, rating: { gte: $fraction }
                      author: { eq: $id } }
        ) { nodes { id reviews(first: $number) { totalCount } } }
        nodes(ids: [$id]) { id }
        notes(filter: { subject: $id }) { totalCount }
        authors(after: $at) { totalCount }
    }"""
    at = (await library.ask("{ authors { pageInfo { endCursor } } }"))["authors"]["pageInfo"]["endCursor"]
    async with library.statements() as sent:
        forgery = forged(digest_of(at), evil, 777_777)
        await library.ask(query, text=evil, id=id_of("Mine", 777_777), at=forgery, number=77, fraction=7.77)
    assert len(sent) == 1
    for statement in sent:
        assert not any(word in statement for word in (evil, "Mine", "777777", "77", "7.77"))


async def test_one_shape_of_request_is_one_text_whatever_its_values(library: Desk) -> None:
    query = "query ($n: Int, $t: [String!]) { books(first: $n, filter: { title: { in: $t } }) { nodes { id } } }"
    async with library.statements() as sent:
        await library.ask(query, n=1, t=["a"])
        await library.ask(query, n=100, t=["b", "c", ""])
    assert sent[0] == sent[1]
