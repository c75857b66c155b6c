"""Rows that a viewer may not see are at no level there: as rows, in counts, beside a page, behind a relation."""

from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from tortoise.models import Model

import pushdown
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.plainly import Plainly, answer_of
from tests.pushdown.library.schema import build_schema
from tests.pushdown.library.shapes import PUSHED, WALKED, variables
from tests.pushdown.library.tables import Author, Book, Note, Review

EVERYBODY, NOBODY = pushdown.Viewer(), pushdown.Viewer("nobody")


def guest(fifth: int = 3) -> pushdown.Viewer:
    """From whom every fifth book is hidden, and some other rows."""
    return pushdown.Viewer("guest", {"fifth": fifth})


VISIBLE: dict[type[Model], pushdown.Visible] = {
    Author: pushdown.Visible("{row}.name <> 'Bo'"),
    Book: pushdown.Visible("{row}.id % 5 <> {fifth}", {"fifth": "bigint"}),
    Review: pushdown.Visible("{row}.stars > 0"),
    Note: pushdown.Visible("{row}.text <> 'Note 3'"),
}
"""What a guest may see. The author called Bo has the key 2; of the books 3, 8, 13, 18 and 23 are hidden, usually."""


def hidden_from_guests(type_name: str, row: dict[str, Any]) -> bool:
    """The same in Python."""
    match type_name:
        case "Author":
            return bool(row["name"] == "Bo")
        case "Book":
            return bool(row["id"] % 5 == 3)
        case "Review":
            return bool(row["stars"] == 0)
    return bool(row["text"] == "Note 3")


def visible(model: type[Model], role: str) -> pushdown.Visible | None:
    """The rows which a role may see."""
    return {"": None, "guest": VISIBLE.get(model), "nobody": pushdown.Visible("false")}[role]


@pytest.fixture(scope="module")
def schema() -> pushdown.Schema:
    """The library for viewers; an operation's context is who reads."""
    return build_schema(pushdown.Reader(viewer=lambda context: context, visibility=visible))


@pytest.fixture
async def plainly(library: Desk, shelves: Any) -> Plainly:
    """The library, plainly; made once."""
    if not hasattr(shelves, "plainly"):
        shelves.plainly = await Plainly.over(library)
    return cast(Plainly, shelves.plainly)


@pytest.fixture
def seen(library: Desk, schema: pushdown.Schema) -> Any:
    """What a guest sees by a selection of `Query`."""

    async def ask(selection: str, viewer: pushdown.Viewer | None = None) -> Any:
        result = await schema.execute(f"{{ {selection} }}", context_value=viewer or guest())
        assert not result.errors, result.errors
        return result.data

    return ask


async def test_a_hidden_row_is_no_row(seen: Any) -> None:
    hidden, shown = id_of("Book", 3), id_of("Book", 4)
    query = f'hidden: book(id: "{hidden}") {{ title }} shown: book(id: "{shown}") {{ id }}'
    assert await seen(query) == {"hidden": None, "shown": {"id": shown}}


async def test_hidden_rows_are_in_no_connection_and_not_in_its_total(seen: Any) -> None:
    books = (await seen("books(first: 3) { totalCount nodes { id } edges { node { id } } }"))["books"]
    assert books["totalCount"] == 24 - 5
    assert (
        books["nodes"] == [edge["node"] for edge in books["edges"]] == [{"id": id_of("Book", key)} for key in (1, 2, 4)]
    )


async def test_hidden_rows_are_not_beside_a_page(seen: Any) -> None:
    """Books 23 and 24 follow the 22nd, and 23 is hidden; of the notes, the fourth is."""
    at = (await seen("books(last: 2) { edges { cursor node { id } } }"))["books"]["edges"]
    assert [edge["node"]["id"] for edge in at] == [id_of("Book", 22), id_of("Book", 24)]
    page = f'books(first: 1, after: "{at[0]["cursor"]}") {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }}'
    assert (await seen(page))["books"] == {
        "nodes": [{"id": id_of("Book", 24)}],
        "pageInfo": {"hasNextPage": False, "endCursor": at[1]["cursor"]},
    }
    notes = 'notes(first: 1, filter: { subject: "%s" }) { nodes { text } pageInfo { hasNextPage hasPreviousPage } }'
    assert (await seen(notes % id_of("Note", 1)))["notes"] == {
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False},
    }


async def test_only_hidden_rows_on_a_cursors_other_side_are_no_other_page(seen: Any) -> None:
    """The only review after the cursor, or before it, has no star."""
    cursors = await seen("reviews(orderBy: { field: STARS }) { edges { cursor } }", EVERYBODY)
    first_of_all = cursors["reviews"]["edges"][0]["cursor"]
    page = (
        f'reviews(first: 1, orderBy: {{ field: STARS }}, after: "{first_of_all}") {{ pageInfo {{ hasPreviousPage }} }}'
    )
    assert (await seen(page, EVERYBODY))["reviews"]["pageInfo"] == {"hasPreviousPage": True}
    assert (await seen(page))["reviews"]["pageInfo"] == {"hasPreviousPage": False}


async def test_a_page_is_filled_with_rows_that_may_be_seen(seen: Any) -> None:
    authors = (await seen("authors { nodes { id books(first: 3) { totalCount nodes { id } } } }"))["authors"]["nodes"]
    books = {node["id"]: node["books"] for node in authors}
    assert id_of("Author", 2) not in books
    assert books[id_of("Author", 3)] == {
        "totalCount": 8 - 2,
        "nodes": [{"id": id_of("Book", key)} for key in (6, 9, 12)],
    }


async def test_node_and_nodes_find_no_hidden_row_of_any_type(seen: Any) -> None:
    hidden = [id_of("Author", 2), id_of("Book", 3), id_of("Review", 1), id_of("Note", 4)]
    ids = ", ".join(f'"{one}"' for one in (*hidden, id_of("Book", 4)))
    answer = await seen(f'node(id: "{hidden[0]}") {{ id }} nodes(ids: [{ids}]) {{ id }}')
    assert answer == {"node": None, "nodes": [None] * 4 + [{"id": id_of("Book", 4)}]}


async def test_a_relation_to_a_hidden_row_is_null_or_an_error(seen: Any, schema: pushdown.Schema) -> None:
    assert (await seen(f'book(id: "{id_of("Book", 4)}") {{ id editor {{ name }} }}'))["book"]["editor"] is None
    query = f'{{ book(id: "{id_of("Book", 2)}") {{ id author {{ name }} }} }}'
    assert answer_of(await schema.execute(query, context_value=guest())) == (
        {"book": None},
        [("['book', 'author']", "Cannot return null for non-nullable field Book.author.")],
    )


async def test_a_relation_that_stays_short_is_filled_with_rows_that_may_be_seen(seen: Any) -> None:
    edited = f'author(id: "{id_of("Author", 1)}") {{ edited {{ id }} }}'
    everything = (await seen(edited, EVERYBODY))["author"]["edited"]
    some = (await seen(edited, guest(fifth=1)))["author"]["edited"]
    assert len(everything) == len(some) == 3
    assert id_of("Book", 6) in [book["id"] for book in everything]
    assert id_of("Book", 6) not in [book["id"] for book in some]


async def test_a_filter_leaves_rows_that_may_be_seen(seen: Any) -> None:
    query = "books(filter: { %s }) { totalCount nodes { id } }"
    assert (await seen(query % "not: { genre: { eq: POEMS } }"))["books"]["totalCount"] == 16 - 3
    everything = await seen(query % "or: [{ title: { in: [] } }, { not: { title: { in: [] } } }]")
    assert everything["books"]["totalCount"] == 24 - 5


async def test_a_row_of_any_type_a_union_and_an_interface_show_no_hidden_row(seen: Any) -> None:
    query = "notes { nodes { text subject { id } about { __typename } titled { title } } }"
    notes = {note.pop("text"): note for note in (await seen(query, guest(fifth=1)))["notes"]["nodes"]}
    nothing = {"subject": None, "about": None, "titled": None}
    assert "Note 3" not in notes
    assert notes["Note 0"] == notes["Note 1"] == nothing
    assert notes["Note 2"] == {"subject": {"id": id_of("Review", 3)}, "about": {"__typename": "Review"}, "titled": None}


async def test_figures_and_groups_are_those_of_rows_that_may_be_seen(seen: Any) -> None:
    kinds = "count kinds { genre count books(first: 2) { id } }"
    shelf = (await seen(f"shelf {{ {kinds} }}"))["shelf"]
    assert (shelf["count"], [kind["count"] for kind in shelf["kinds"]]) == (19, [7, 6, 6])
    assert id_of("Book", 13) not in [book["id"] for kind in shelf["kinds"] for book in kind["books"]]

    own = (await seen(f'author(id: "{id_of("Author", 3)}") {{ shelf {{ {kinds} author {{ id }} }} }}'))["author"][
        "shelf"
    ]
    assert (own["count"], own["author"]) == (6, {"id": id_of("Author", 3)})
    hers = (await seen(f'shelf(authorId: "{id_of("Author", 2)}") {{ author {{ id }} }}'))["shelf"]
    assert hers == {"author": None}


async def test_a_payload_shows_no_hidden_row(library: Desk, schema: pushdown.Schema) -> None:
    query = 'mutation { recommend(readers: ["a"], book: %d) { best { id } all { reader book { id } } } }'
    for key, book in ((3, None), (4, {"id": id_of("Book", 4)})):
        result = await schema.execute(query % key, context_value=guest())
        assert result.data == {"recommend": {"best": book, "all": [{"reader": "a", "book": book}]}}


async def test_a_subscription_shows_no_hidden_row(library: Desk, schema: pushdown.Schema) -> None:
    query = "subscription { book(keys: [3, 4]) { id reviews { totalCount nodes { stars } } } }"
    events = cast("AsyncIterator[Any]", await schema.subscribe(query, context_value=guest()))
    first, second = [event async for event in events]
    assert (first.data, [error.message for error in first.errors]) == (
        None,
        ["Cannot return null for non-nullable field Subscription.book."],
    )
    assert second.data["book"]["reviews"] == {"totalCount": 2, "nodes": [{"stars": 2}, {"stars": 1}]}


@pytest.mark.parametrize("shape", PUSHED | WALKED)
async def test_every_shape_of_read_is_answered_as_if_hidden_rows_were_not_there(
    library: Desk, schema: pushdown.Schema, plainly: Plainly, shape: str
) -> None:
    query, given = (PUSHED | WALKED)[shape], await variables(library)
    for viewer, left in (
        (guest(), plainly.without(hidden_from_guests)),
        (NOBODY, plainly.without(lambda *_: True)),
        (EVERYBODY, plainly),
    ):
        found = answer_of(await schema.execute(query, variable_values=given, context_value=viewer))
        assert found == left.ask(query, given), viewer


async def test_a_role_that_sees_nothing_is_told_of_no_row(library: Desk, schema: pushdown.Schema) -> None:
    query = """{
        authors { totalCount nodes { id } pageInfo { hasNextPage startCursor } }
        books(last: 1) { totalCount edges { cursor } pageInfo { hasPreviousPage endCursor } }
        shelf { count rating kinds { count longest books { id } } }
    }"""
    assert await schema.answer(query, {}, None, NOBODY) is not None
    nothing: dict[str, Any] = {"count": 0, "longest": None, "books": []}
    assert (await schema.execute(query, context_value=NOBODY)).data == {
        "authors": {"totalCount": 0, "nodes": [], "pageInfo": {"hasNextPage": False, "startCursor": None}},
        "books": {"totalCount": 0, "edges": [], "pageInfo": {"hasPreviousPage": False, "endCursor": None}},
        "shelf": {"count": 0, "rating": None, "kinds": [nothing] * 3},
    }


async def test_a_viewers_value_is_bound_and_two_viewers_of_a_role_share_a_statement(
    library: Desk, schema: pushdown.Schema
) -> None:
    query = "{ books { totalCount } authors { nodes { books { nodes { id editor { edited { id } } } } } } }"
    async with library.statements() as sent:
        answers = [await schema.execute(query, context_value=guest(fifth)) for fifth in (3, 777_777)]
    assert sent[0] == sent[1]
    assert "777777" not in sent[0]
    assert sent[0].count("% 5 <> $1::bigint") == 3
    assert [(answer.data or {})["books"]["totalCount"] for answer in answers] == [19, 24]


async def test_two_roles_share_no_plan(library: Desk, schema: pushdown.Schema) -> None:
    query = "{ authors { totalCount } }"
    async with library.statements() as sent:
        totals = [
            (await schema.execute(query, context_value=viewer)).data
            for viewer in (EVERYBODY, guest(), NOBODY, EVERYBODY, guest(), NOBODY)
        ]
    assert [(total or {})["authors"]["totalCount"] for total in totals] == [4, 3, 0] * 2
    assert sent[:3] == sent[3:]
    assert len(set(sent)) == 3


async def test_a_viewer_without_a_value_that_is_named_reads_nothing(library: Desk, schema: pushdown.Schema) -> None:
    async with library.statements() as sent:
        result = await schema.execute("{ books { totalCount } }", context_value=pushdown.Viewer("guest"))
    assert result.data is None
    assert sent == []
