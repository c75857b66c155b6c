"""Connections: what a page holds, and what it knows of the others."""

from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.tables import Author, Book

PAGE = """query ($first: Int, $last: Int, $after: String, $before: String) {
    notes(first: $first, last: $last, after: $after, before: $before) {
        nodes { text } pageInfo { hasPreviousPage hasNextPage }
    }
}"""


async def cursor(library: Desk, number: int) -> str:
    """The cursor of the note of this number, from 0."""
    answer = await library.ask("{ notes { edges { cursor } } }")
    return str(answer["notes"]["edges"][number]["cursor"])


async def page(library: Desk, **arguments: Any) -> tuple[str, bool, bool]:
    """The numbers of the notes on a page, and whether there are others before and after it."""
    answer = (await library.ask(PAGE, **arguments))["notes"]
    numbers = "".join(node["text"].removeprefix("Note ") for node in answer["nodes"])
    return numbers, answer["pageInfo"]["hasPreviousPage"], answer["pageInfo"]["hasNextPage"]


async def test_a_page_without_arguments_has_the_first_twenty(library: Desk) -> None:
    answer = (await library.ask("{ books { nodes { id } pageInfo { hasNextPage } } }"))["books"]
    assert [node["id"] for node in answer["nodes"]] == [id_of("Book", key) for key in range(1, 21)]
    assert answer["pageInfo"] == {"hasNextPage": True}


async def test_first_takes_from_the_start_and_last_from_the_end(library: Desk) -> None:
    assert await page(library, first=2) == ("01", False, True)
    assert await page(library, last=2) == ("45", True, False)


async def test_a_page_as_large_as_the_whole_has_no_neighbours(library: Desk) -> None:
    assert await page(library, first=6) == await page(library, last=6) == ("012345", False, False)
    assert await page(library, first=100) == await page(library, last=100) == ("012345", False, False)


async def test_after_and_before_leave_their_rows_out(library: Desk) -> None:
    assert await page(library, first=2, after=await cursor(library, 1)) == ("23", True, True)
    assert await page(library, last=2, before=await cursor(library, 4)) == ("23", True, True)


async def test_after_goes_with_last_and_before_with_first(library: Desk) -> None:
    assert await page(library, last=2, after=await cursor(library, 1)) == ("45", True, False)
    assert await page(library, first=2, before=await cursor(library, 4)) == ("01", False, True)


async def test_rows_on_the_other_side_of_either_cursor_count_as_pages(library: Desk) -> None:
    between = {"after": await cursor(library, 0), "before": await cursor(library, 3)}
    assert await page(library, first=5, **between) == ("12", True, True)
    assert await page(library, last=5, **between) == ("12", True, True)
    assert await page(library, first=1, **between) == ("1", True, True)


async def test_beyond_the_end_is_an_empty_page_with_one_before_it(library: Desk) -> None:
    assert await page(library, first=2, after=await cursor(library, 5)) == ("", True, False)
    assert await page(library, last=2, before=await cursor(library, 0)) == ("", False, True)


async def test_cursors_that_cross_leave_nothing_between_them(library: Desk) -> None:
    crossed = {"after": await cursor(library, 3), "before": await cursor(library, 1)}
    assert await page(library, first=5, **crossed) == ("", True, True)


async def test_an_empty_connection_is_empty_in_every_part(empty_library: Desk) -> None:
    query = "{ books { edges { cursor } nodes { id } totalCount pageInfo { %s } } }"
    query %= "hasNextPage hasPreviousPage startCursor endCursor"
    assert (await empty_library.ask(query))["books"] == {
        "edges": [],
        "nodes": [],
        "totalCount": 0,
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


async def test_a_cursor_whose_neighbours_are_gone_does_not_pretend_they_are_there(library: Desk) -> None:
    query = """query ($cursor: String) {
        books(filter: { pages: { gte: 1000 } }, after: $cursor) { pageInfo { hasPreviousPage hasNextPage } }
    }"""
    anything = (await library.ask("{ books(first: 1) { pageInfo { endCursor } } }"))["books"]["pageInfo"]["endCursor"]
    answer = await library.ask(query, cursor=anything)
    assert answer["books"]["pageInfo"] == {"hasPreviousPage": False, "hasNextPage": False}


@pytest.mark.parametrize("arguments", ["first: 3", "last: 3"])
async def test_edges_nodes_and_page_info_agree(library: Desk, arguments: str) -> None:
    query = "{ books(%s) { edges { cursor node { id } } nodes { id } pageInfo { startCursor endCursor } } }" % arguments
    books = (await library.ask(query))["books"]
    assert [edge["node"] for edge in books["edges"]] == books["nodes"]
    assert books["pageInfo"] == {"startCursor": books["edges"][0]["cursor"], "endCursor": books["edges"][-1]["cursor"]}


async def test_the_total_counts_all_pages_under_the_filter(library: Desk) -> None:
    query = "{ books(first: 1, filter: { genre: { eq: NOVEL } }) { totalCount nodes { id } } }"
    books = (await library.ask(query))["books"]
    assert (books["totalCount"], len(books["nodes"])) == (8, 1)


async def test_the_total_alone_can_be_asked_for(library: Desk) -> None:
    assert await library.ask("{ books { totalCount } }") == {"books": {"totalCount": 24}}


async def test_nested_connections_are_limited_for_each_parent(library: Desk) -> None:
    query = "{ authors { nodes { id books(first: 2) { nodes { id } totalCount pageInfo { hasNextPage } } } } }"
    authors = {node["id"]: node["books"] for node in (await library.ask(query))["authors"]["nodes"]}
    for number in (1, 2, 3):
        assert authors[id_of("Author", number)] == {
            "nodes": [{"id": id_of("Book", number)}, {"id": id_of("Book", number + 3)}],
            "totalCount": 8,
            "pageInfo": {"hasNextPage": True},
        }
    assert authors[id_of("Author", 4)] == {"nodes": [], "totalCount": 0, "pageInfo": {"hasNextPage": False}}


async def test_a_nested_connection_takes_cursors_filters_and_orderings(library: Desk) -> None:
    query = """query ($author: ID!, $after: String) {
        author(id: $author) {
            books(
                first: 2, after: $after, filter: { pages: { gte: 100 } }, orderBy: { field: PAGES, direction: DESC }
            ) { nodes { length } totalCount pageInfo { endCursor } }
        }
    }"""
    first = (await library.ask(query, author=id_of("Author", 2)))["author"]["books"]
    second = (await library.ask(query, author=id_of("Author", 2), after=first["pageInfo"]["endCursor"]))["author"][
        "books"
    ]
    pages = await Book.filter(author_id=2, pages__gte=100).values("pages")
    expected = sorted((row["pages"] for row in pages), reverse=True)
    assert [node["length"] for node in first["nodes"] + second["nodes"]] == expected[:4]
    assert first["totalCount"] == len(expected)


async def test_a_cursor_of_the_root_serves_a_nested_connection_of_the_same_ordering(library: Desk) -> None:
    root = (await library.ask("{ books(first: 2) { pageInfo { endCursor } } }"))["books"]["pageInfo"]["endCursor"]
    query = "query ($id: ID!, $after: String) { author(id: $id) { books(first: 1, after: $after) { nodes { id } } } }"
    answer = await library.ask(query, id=id_of("Author", 1), after=root)
    assert answer["author"]["books"]["nodes"] == [{"id": id_of("Book", 4)}]


async def test_an_ordering_of_null_or_without_direction_is_the_plain_one(library: Desk) -> None:
    query = "query ($order: BookOrder) { books(first: 3, orderBy: $order) { nodes { id } } }"
    plain = await library.ask(query)
    assert await library.ask(query, order=None) == plain
    assert await library.ask(query, order={"field": "ID"}) == plain
    assert await library.ask(query, order={"field": "ID", "direction": "ASC"}) == plain


async def test_nothing_is_computed_of_the_row_beyond_the_page(empty_library: Desk) -> None:
    """Which could not be, here. Were it computed, each level of nested connections would double the work."""
    await Author.create(name="a", followers=2, awards=[])
    await Author.create(name="b", followers=0, awards=[])
    answer = await empty_library.ask("{ authors(first: 1) { nodes { share } pageInfo { hasNextPage } } }")
    assert answer["authors"] == {"nodes": [{"share": 0.5}], "pageInfo": {"hasNextPage": True}}


@pytest.mark.parametrize(
    ("arguments", "blamed"),
    [
        ({"first": 0}, "first"),
        ({"first": -1}, "first"),
        ({"first": 101}, "first"),
        ({"first": 2**31 - 1}, "first"),
        ({"last": 0}, "last"),
        ({"last": -(2**31)}, "last"),
        ({"last": 101}, "last"),
        ({"first": 1, "last": 1}, "last"),
        ({"first": 0, "last": 0}, "last"),
    ],
)
async def test_a_page_size_out_of_bounds_is_refused(library: Desk, arguments: dict[str, int], blamed: str) -> None:
    assert await library.refused_argument(PAGE, **arguments) == blamed


async def test_a_nested_page_size_out_of_bounds_is_refused(library: Desk) -> None:
    assert await library.refused_argument("{ authors { nodes { books(first: 0) { totalCount } } } }") == "first"


async def test_null_arguments_are_no_arguments(library: Desk) -> None:
    assert await page(library, first=None, last=None, after=None, before=None) == ("012345", False, False)
    assert await page(library, first=None, last=1) == ("5", True, False)
