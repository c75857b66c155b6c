"""Walking through all pages: every row once, in order, forwards and backwards, while others write."""

from collections.abc import AsyncIterator
from itertools import chain
from typing import Any

import pytest

from tests.pushdown.library.desk import Desk
from tests.pushdown.library.tables import Author
from tests.pushdown.library.types import BookOrderField

ORDERINGS = [(field.name, direction) for field in BookOrderField for direction in ("ASC", "DESC")]

FORWARDS = """query ($size: Int, $at: String, $order: BookOrder) {
    books(first: $size, after: $at, orderBy: $order) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
}"""
BACKWARDS = FORWARDS.replace("first: $size, after: $at", "last: $size, before: $at")

AUTHORS = """query ($at: String) {
    authors(first: 2, after: $at) { nodes { name } pageInfo { hasNextPage endCursor } }
}"""


async def walk(library: Desk, query: str, **variables: Any) -> AsyncIterator[list[str]]:
    """The pages as they come, each a list of ids, first to last or last to first."""
    forwards = query == FORWARDS
    at, begun, more = None, False, True
    while more:
        books = (await library.ask(query, at=at, **variables))["books"]
        info = books["pageInfo"]
        yield [node["id"] for node in books["nodes"]]
        assert info["hasPreviousPage" if forwards else "hasNextPage"] is begun
        at, begun = info["endCursor" if forwards else "startCursor"], True
        more = info["hasNextPage" if forwards else "hasPreviousPage"]


async def whole(library: Desk, order: dict[str, str]) -> list[str]:
    """All ids by one page."""
    answer = await library.ask(
        "query ($order: BookOrder) { books(first: 100, orderBy: $order) { nodes { id } } }", order=order
    )
    return [node["id"] for node in answer["books"]["nodes"]]


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize(("field", "direction"), ORDERINGS)
async def test_each_row_comes_once_and_in_order(library: Desk, field: str, direction: str, size: int) -> None:
    order = {"field": field, "direction": direction}
    forwards = [ids async for ids in walk(library, FORWARDS, size=size, order=order)]
    backwards = [ids async for ids in walk(library, BACKWARDS, size=size, order=order)]

    expected = await whole(library, order)
    assert list(chain.from_iterable(forwards)) == expected
    assert list(chain.from_iterable(reversed(backwards))) == expected
    assert len(set(expected)) == 24


@pytest.mark.parametrize("field", [field.name for field in BookOrderField])
async def test_descending_is_ascending_reversed_also_among_ties_and_unknown_values(library: Desk, field: str) -> None:
    ascending = await whole(library, {"field": field, "direction": "ASC"})
    assert await whole(library, {"field": field, "direction": "DESC"}) == ascending[::-1]


async def test_unknown_values_stand_where_the_ordering_says(library: Desk) -> None:
    query = "{ books(orderBy: { field: PAGES }) { nodes { length } } }"
    lengths = [node["length"] for node in (await library.ask(query))["books"]["nodes"]]
    assert lengths[:6] == [None] * 6
    assert lengths[6:] == sorted(lengths[6:])


async def test_rows_that_come_and_go_meanwhile_neither_hide_nor_repeat_the_others(empty_library: Desk) -> None:
    """Pages by offset would skip a row after each deletion before the page, and repeat one after each insertion."""
    for name in "bdfhjlnp":
        await Author.create(name=name, awards=[])

    seen: list[str] = []
    at, more = None, True
    while more:
        page = (await empty_library.ask(AUTHORS, at=at))["authors"]
        seen += [node["name"] for node in page["nodes"]]
        at, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        await Author.filter(name=seen[-1]).delete()  # the very row the cursor was taken from
        await Author.create(name="a", awards=[])  # before it
        await Author.get_or_create(name="q", defaults={"awards": []})  # after it

    assert seen == ["b", "d", "f", "h", "j", "l", "n", "p", "q"]


async def test_a_row_that_moves_while_others_walk_is_met_where_it_is(empty_library: Desk) -> None:
    for name in "abcd":
        await Author.create(name=name, awards=[])
    page = (await empty_library.ask(AUTHORS))["authors"]
    await Author.filter(name="a").update(name="z")

    rest = (await empty_library.ask(AUTHORS, at=page["pageInfo"]["endCursor"]))["authors"]
    assert [node["name"] for node in rest["nodes"]] == ["c", "d"]
    assert rest["pageInfo"]["hasNextPage"] is True


async def test_a_walk_survives_the_deletion_of_all_it_has_seen(empty_library: Desk) -> None:
    for name in "abc":
        await Author.create(name=name, awards=[])
    query = AUTHORS.replace("hasNextPage", "hasNextPage hasPreviousPage")
    at = (await empty_library.ask(query))["authors"]["pageInfo"]["endCursor"]
    await Author.filter(name__in=["a", "b"]).delete()

    rest = (await empty_library.ask(query, at=at))["authors"]
    assert rest["nodes"] == [{"name": "c"}]
    assert rest["pageInfo"]["hasPreviousPage"] is False
