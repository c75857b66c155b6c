"""Requests that are refused, though the plan is there already: each time, for the right reason, at the right place."""

from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, digest_of, forged, id_of

TWO = """query ($a: Int, $b: Int, $at: String, $filter: BookFilter, $ids: [ID!]! = []) {
  books(first: $a, filter: $filter) { nodes { id reviews(first: $b, after: $at) { totalCount } } }
  nodes(ids: $ids) { id }
}"""
BOOKS, REVIEWS, NODES = (2, 3), (2, 50), (3, 3)


@pytest.mark.parametrize(
    ("good", "bad", "blamed", "place"),
    [
        ({"a": 1}, {"a": 0}, "first", BOOKS),
        ({"a": 1, "b": 1}, {"a": 1, "b": 101}, "first", REVIEWS),
        ({"b": 100}, {"b": -1}, "first", REVIEWS),
        ({"at": None}, {"at": "?"}, "after", REVIEWS),
        ({"filter": {"title": {"in": ["a"]}}}, {"filter": {"title": {"in": ["a"] * 101}}}, "filter.title", BOOKS),
        (
            {"filter": {"publishedAt": {"gte": "2020-01-01T00:00:00Z"}}},
            {"filter": {"publishedAt": {"gte": "2020-01-01T00:00:00"}}},
            "filter.publishedAt",
            BOOKS,
        ),
        ({"filter": {"title": {"eq": "a"}}}, {"filter": {"title": {"eq": None}}}, "filter.title", BOOKS),
        ({"ids": ["?"]}, {"ids": ["?"] * 101}, "ids", NODES),
    ],
)
async def test_a_plan_made_with_good_values_refuses_bad_ones(
    library: Desk, good: dict[str, Any], bad: dict[str, Any], blamed: str, place: tuple[int, int]
) -> None:
    await library.ask(TWO, **good)
    for _ in range(2):
        async with library.statements() as sent:
            error = await library.refusal(TWO, **bad)
        assert sent == []
        assert error.extensions == {"code": "BAD_USER_INPUT", "argument": blamed}
        assert [(one.line, one.column) for one in error.locations or []] == [place]
        assert error.path is None

    # then: good values are served again
    await library.ask(TWO, **good)


async def test_a_cursor_of_another_ordering_is_refused_by_a_plan_that_took_one_of_its_own(library: Desk) -> None:
    query = """query ($at: String, $order: BookOrder) {
        books(first: 1, after: $at, orderBy: $order) { pageInfo { endCursor } }
    }"""
    by_id = (await library.ask(query))["books"]["pageInfo"]["endCursor"]
    order = {"field": "TITLE"}
    by_title = (await library.ask(query, order=order))["books"]["pageInfo"]["endCursor"]
    await library.ask(query, at=by_title, order=order)
    for _ in range(2):
        assert await library.refused_argument(query, at=by_id, order=order) == "after"
        assert await library.refused_argument(query, at=by_title) == "after"


@pytest.mark.parametrize(
    ("query", "variables", "blamed"),
    [
        ('query ($id: ID = "?") { book(id: $id) { id } }', {"id": None}, "id"),
        ('query ($id: ID = "?") { nodes(ids: [$id]) { id } }', {"id": None}, "ids"),
        ("query ($by: BookOrderField = ID) { books(orderBy: { field: $by }) { totalCount } }", {"by": None}, "orderBy"),
        (
            "query ($to: OrderDirection) { books(orderBy: { field: ID, direction: $to }) { totalCount } }",
            {"to": None},
            "orderBy",
        ),
        (
            'query ($text: String = "a") { books(filter: { title: { in: [$text] } }) { totalCount } }',
            {"text": None},
            "filter",
        ),
    ],
)
async def test_null_where_only_a_variables_default_let_it_through_is_refused(
    library: Desk, query: str, variables: dict[str, Any], blamed: str
) -> None:
    await library.ask(query)
    for _ in range(2):
        assert await library.refused_argument(query, **variables) == blamed
    await library.ask(query)


@pytest.mark.parametrize("levels", [60, 2_000])
async def test_a_value_that_nests_past_any_use_is_refused(library: Desk, levels: int) -> None:
    nested: dict[str, Any] = {}
    for _ in range(levels):
        nested = {"not": nested}
    query = "query ($filter: BookFilter) { books(filter: $filter) { totalCount } }"
    assert (await library.refusal(query, filter=nested)).extensions == {"code": "TOO_COMPLEX"}


@pytest.mark.parametrize(
    "selection",
    [
        "books(first: $n, after: $at) { totalCount }",
        "books(first: $n, after: $at) { __typename }",
        "books(last: $n, before: $at) { pageInfo { __typename } }",
        "books(first: $n, after: $at) { nodes { id @skip(if: true) } }",
        "shelf(authorId: $id) { __typename books: kinds { books(first: $n) { __typename } } }",
        "shelf(authorId: $id) { author { __typename } }",
        "books(first: $n, after: $at) @skip(if: true) { nodes { id } } authors { totalCount }",
        "book(id: $id) { __typename } node(id: $id) { __typename }",
    ],
)
async def test_values_that_come_to_stand_nowhere_do_no_harm(library: Desk, selection: str) -> None:
    at = (await library.ask("{ books(first: 1) { pageInfo { endCursor } } }"))["books"]["pageInfo"]["endCursor"]
    uses = "u: books(first: $n, after: $at) @skip(if: true) { totalCount } v: book(id: $id) @skip(if: true) { id }"
    query = f"query ($n: Int, $at: String, $id: ID!) {{ {uses} {selection} }}"
    for n in (1, 2):
        async with library.statements() as sent:
            await library.ask(query, n=n, at=at, id=id_of("Author", n))
        assert len(sent) == 1


async def test_a_value_that_stands_nowhere_is_refused_all_the_same(library: Desk) -> None:
    query = "query ($n: Int, $at: String) { books(first: $n, after: $at) { totalCount } }"
    at = (await library.ask("{ books(first: 1) { pageInfo { endCursor } } }"))["books"]["pageInfo"]["endCursor"]
    await library.ask(query, n=1, at=at)
    assert await library.refused_argument(query, n=0, at=at) == "first"
    assert await library.refused_argument(query, n=1, at="?") == "after"
    assert await library.refused_argument(query, n=1, at=forged(digest_of(at), "x", 1)) == "after"


async def test_a_value_of_a_field_that_is_left_out_is_not_looked_at(library: Desk) -> None:
    query = """query ($n: Int, $yes: Boolean!) {
        books(first: $n) @include(if: $yes) { totalCount } authors { totalCount }
    }"""
    assert await library.ask(query, n=0, yes=False) == {"authors": {"totalCount": 4}}
    assert await library.refused_argument(query, n=0, yes=True) == "first"
