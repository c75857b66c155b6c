"""Rows at the other end: of relations, of keys in JSON, of what a payload or an event names."""

from collections.abc import AsyncIterator
from typing import Any, cast

from tests.pushdown.library.desk import Desk, id_of


async def test_one_follows_a_foreign_key(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { author { id name } editor { id } } }"
    assert (await library.ask(query, id=id_of("Book", 2)))["book"] == {
        "author": {"id": id_of("Author", 2), "name": "Bo"},
        "editor": {"id": id_of("Author", 3)},
    }


async def test_many_is_ordered_and_bounded(library: Desk) -> None:
    """The author has edited a fourth book, which is called like the third."""
    query = "query ($id: ID!) { author(id: $id) { edited { id title } } }"
    assert (await library.ask(query, id=id_of("Author", 2)))["author"]["edited"] == [
        {"id": id_of("Book", 4), "title": "Line\nbreak\tand\rreturn"},
        {"id": id_of("Book", 16), "title": "Line\nbreak\tand\rreturn"},
        {"id": id_of("Book", 10), "title": "Plain"},
    ]


async def test_relations_lead_back_and_forth(library: Desk) -> None:
    query = """query ($id: ID!) {
        book(id: $id) { reviews { nodes { book { author { books(first: 1) { nodes { id } } } } } } }
    }"""
    reviews = (await library.ask(query, id=id_of("Book", 5)))["book"]["reviews"]["nodes"]
    assert reviews == [{"book": {"author": {"books": {"nodes": [{"id": id_of("Book", 2)}]}}}}] * 4


async def test_a_payload_shows_the_row_it_names(library: Desk) -> None:
    query = "mutation ($book: Int) { recommend(readers: [], book: $book) { best { title author { name } } } }"
    assert (await library.ask(query, book=1))["recommend"]["best"] == {"title": "Plain", "author": {"name": "Ada"}}
    assert (await library.ask(query, book=99))["recommend"]["best"] is None
    assert (await library.ask(query))["recommend"]["best"] is None


async def test_a_payloads_objects_keep_their_order_and_find_their_rows(library: Desk) -> None:
    query = """mutation ($readers: [String!]!, $book: Int) {
        recommend(readers: $readers, book: $book) { all { reader book { id } } }
    }"""
    found = await library.ask(query, readers=["b", "a", "b"], book=3)
    lost = await library.ask(query, readers=["b"], book=99)
    nothing = await library.ask(query, readers=["b"])

    book = {"id": id_of("Book", 3)}
    assert [(one["reader"], one["book"]) for one in found["recommend"]["all"]] == [
        ("b", book),
        ("a", book),
        ("b", book),
    ]
    assert lost["recommend"]["all"] == nothing["recommend"]["all"] == [{"reader": "b", "book": None}]


async def test_a_payloads_objects_find_several_rows_in_the_order_of_their_keys(library: Desk) -> None:
    query = """mutation ($others: [Int!]) {
        recommend(readers: ["a"], others: $others) { all { others { id author { name } } } }
    }"""
    found = await library.ask(query, others=[3, 99, 1, 3])
    nothing = [await library.ask(query, others=others) for others in ([], None, [99])]

    [one] = found["recommend"]["all"]
    assert [book["id"] for book in one["others"]] == [id_of("Book", key) for key in (3, 1, 3)]
    assert one["others"][1]["author"] == {"name": "Ada"}
    assert [one["recommend"]["all"] for one in nothing] == [[{"others": []}]] * 3


async def test_a_subscription_reads_a_row_for_each_event(library: Desk) -> None:
    events = await library.schema.subscribe("subscription { book(keys: [2, 1]) { title: id author { name } } }")
    answers = [answer.data async for answer in cast("AsyncIterator[Any]", events)]
    assert answers == [
        {"book": {"title": id_of("Book", 2), "author": {"name": "Bo"}}},
        {"book": {"title": id_of("Book", 1), "author": {"name": "Ada"}}},
    ]
