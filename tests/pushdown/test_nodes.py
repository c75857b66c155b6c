"""Rows of any type by global id. What names nothing looks alike, whatever is wrong with it."""

import base64

import pytest

from tests.pushdown.library.desk import Desk, id_of

STRANGE_IDS = {
    "unknown": id_of("Book", 999),
    "of no type": id_of("Publisher", 1),
    "of a type without ids": id_of("Query", 1),
    "empty": "",
    "no base64": "?",
    "not padded": id_of("Book", 12).rstrip("="),
    "padded twice": id_of("Book", 1) + "====",
    "with a line break": id_of("Book", 1) + "\n",
    "with other bits": "Qm9vazox"[:-1] + "y=",
    "leading zero": base64.b64encode(b"Book:01").decode(),
    "sign": base64.b64encode(b"Book:+1").decode(),
    "negative": base64.b64encode(b"Book:-1").decode(),
    "space": base64.b64encode(b"Book: 1").decode(),
    "other digits": base64.b64encode("Book:١".encode()).decode(),
    "past bigint": id_of("Book", 2**63),
    "far past bigint": id_of("Book", 10**300),
    "no key": base64.b64encode(b"Book:").decode(),
    "no colon": base64.b64encode(b"Book").decode(),
    "NUL": base64.b64encode(b"Bo\0ok:1").decode(),
    "NUL in a key": base64.b64encode(b"Book:1\0").decode(),
    "quote": base64.b64encode(b"Book' OR true --:1").decode(),
    "not ASCII": "Ωμέγα",
    "other case": base64.b64encode(b"book:1").decode(),
    "a plain key": "1",
}


@pytest.mark.parametrize("strange", STRANGE_IDS.values(), ids=STRANGE_IDS)
async def test_an_id_that_names_nothing_is_null_everywhere(library: Desk, strange: str) -> None:
    query = """query ($id: ID!) {
        node(id: $id) { id }  nodes(ids: [$id]) { id }  book(id: $id) { id }
        books(filter: { author: { eq: $id } }) { totalCount }
        others: books(filter: { not: { author: { in: [$id] } } }) { totalCount }
        notes(filter: { subject: $id }) { totalCount }
    }"""
    noted = 1 if strange == STRANGE_IDS["of no type"] else 0
    assert await library.ask(query, id=strange) == {
        "node": None,
        "nodes": [None],
        "book": None,
        "books": {"totalCount": 0},
        "others": {"totalCount": 24},
        "notes": {"totalCount": noted},
    }


async def test_an_id_of_another_type_is_null(library: Desk) -> None:
    assert await library.ask("query ($id: ID!) { book(id: $id) { id } }", id=id_of("Author", 1)) == {"book": None}


async def test_a_key_at_the_end_of_bigint_is_asked_for(library: Desk) -> None:
    assert await library.ask("query ($id: ID!) { node(id: $id) { id } }", id=id_of("Book", 2**63 - 1)) == {"node": None}


@pytest.mark.parametrize("type_name", ["Author", "Book", "Review", "Note"])
async def test_node_finds_rows_of_every_type(library: Desk, type_name: str) -> None:
    query = f"query ($id: ID!) {{ node(id: $id) {{ __typename id ... on {type_name} {{ own: id }} }} }}"
    given = id_of(type_name, 1)
    assert (await library.ask(query, id=given))["node"] == {"__typename": type_name, "id": given, "own": given}


async def test_node_is_told_its_type_though_nobody_asks_for_it(library: Desk) -> None:
    query = "query ($id: ID!) { node(id: $id) { ... on Book { title author { __typename name } } } }"
    assert (await library.ask(query, id=id_of("Book", 1)))["node"] == {
        "title": "Plain",
        "author": {"__typename": "Author", "name": "Ada"},
    }


async def test_the_key_typename_may_be_given_to_another_field(library: Desk) -> None:
    query = "query ($id: ID!) { node(id: $id) { __typename: id } }"
    assert (await library.ask(query, id=id_of("Book", 1)))["node"] == {"__typename": id_of("Book", 1)}


async def test_one_key_may_mean_different_things_on_different_types(library: Desk) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Book { what: title } ... on Author { what: name } } }"
    assert (await library.ask(query, ids=[id_of("Author", 2), id_of("Book", 1)]))["nodes"] == [
        {"what": "Bo"},
        {"what": "Plain"},
    ]


async def test_nodes_answers_in_the_order_of_the_ids_with_gaps_and_repetitions(library: Desk) -> None:
    ids = [id_of("Book", 3), "?", id_of("Author", 1), id_of("Book", 3), id_of("Book", 999)]
    answer = await library.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
    assert [node and node["id"] for node in answer["nodes"]] == [ids[0], None, ids[2], ids[0], None]


async def test_nodes_takes_none_and_a_hundred_but_not_more(library: Desk) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert (await library.ask(query, ids=[]))["nodes"] == []
    assert len((await library.ask(query, ids=[id_of("Book", 1)] * 100))["nodes"]) == 100
    assert await library.refused_argument(query, ids=["?"] * 101) == "ids"


async def test_a_row_names_another_of_any_type(library: Desk) -> None:
    query = "{ notes { nodes { subject { __typename id ... on Book { title } ... on Note { text } } } } }"
    assert [note["subject"] for note in (await library.ask(query))["notes"]["nodes"]] == [
        {"__typename": "Book", "id": id_of("Book", 1), "title": "Plain"},
        {"__typename": "Author", "id": id_of("Author", 2)},
        {"__typename": "Review", "id": id_of("Review", 3)},
        {"__typename": "Note", "id": id_of("Note", 1), "text": "Note 0"},
        None,
        None,
    ]


async def test_rows_are_found_by_the_row_they_name(library: Desk) -> None:
    query = "query ($id: ID!) { notes(filter: { subject: $id }) { nodes { text } } }"
    assert (await library.ask(query, id=id_of("Author", 2)))["notes"]["nodes"] == [{"text": "Note 1"}]
