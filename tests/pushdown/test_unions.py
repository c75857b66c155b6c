"""Unions and interfaces: a row of one of several types, named by two columns."""

from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.tables import Note

LONG = "k" * 64
"""No column's name, so that execution walks through the answer."""


async def about(library: Desk, selection: str) -> list[Any]:
    """What the notes are on: the first book, an author, a review, another note, and two rows that are not there.

    The database's own answer and the one that execution walks through are the same.
    """
    notes = (await library.ask(f"{{ notes {{ nodes {{ {selection} }} }} }}"))["notes"]["nodes"]
    walked = await library.ask(f"{{ {LONG}: __typename notes {{ nodes {{ {selection} }} }} }}")
    assert walked["notes"]["nodes"] == notes
    assert await library.schema.answer(f"{{ notes {{ nodes {{ {selection} }} }} }}", {}, None, None) is not None
    return [next(iter(note.values())) for note in notes]


async def test_a_union_shows_a_row_of_each_of_its_types_and_no_other(library: Desk) -> None:
    assert await about(library, "about { __typename }") == [
        {"__typename": "Book"},
        {"__typename": "Author"},
        {"__typename": "Review"},
        None,
        None,
        None,
    ]


async def test_an_interface_shows_a_row_of_each_type_that_has_it(library: Desk) -> None:
    assert (
        await about(library, "titled { __typename title }") == [{"__typename": "Book", "title": "Plain"}] + [None] * 5
    )
    assert [subject and subject["id"] for subject in await about(library, "subject { id }")] == [
        id_of("Book", 1),
        id_of("Author", 2),
        id_of("Review", 3),
        id_of("Note", 1),
        None,
        None,
    ]


async def test_each_type_shows_what_is_selected_on_it(library: Desk) -> None:
    found = await about(
        library, "about { ... on Book { title author { name } } ... on Author { name books(first: 1) { totalCount } } }"
    )
    assert found[:3] == [
        {"title": "Plain", "author": {"name": "Ada"}},
        {"name": "Bo", "books": {"totalCount": 8}},
        {},
    ]


async def test_one_key_may_mean_another_field_on_each_type(library: Desk) -> None:
    found = await about(
        library, "about { ... on Book { what: title } ... on Author { what: name } ... on Node { id } }"
    )
    assert found[:3] == [
        {"what": "Plain", "id": id_of("Book", 1)},
        {"what": "Bo", "id": id_of("Author", 2)},
        {"id": id_of("Review", 3)},
    ]


async def test_fragments_on_interfaces_reach_the_types_that_have_them(library: Desk) -> None:
    found = await about(library, "about { ... on Titled { title } ... on Node { id ... on Titled { again: title } } }")
    assert found[:3] == [
        {"title": "Plain", "id": id_of("Book", 1), "again": "Plain"},
        {"id": id_of("Author", 2)},
        {"id": id_of("Review", 3)},
    ]


async def test_fragments_on_the_union_itself_and_without_a_type_reach_all(library: Desk) -> None:
    found = await about(library, "about { ... on Subject { __typename } ... { ... on Review { stars } } }")
    assert found[:3] == [{"__typename": "Book"}, {"__typename": "Author"}, {"__typename": "Review", "stars": 1}]


async def test_the_type_may_be_shown_under_any_key_and_its_key_given_to_another_field(library: Desk) -> None:
    found = await about(
        library, "about { t: __typename ... on Book { __typename: title } ... on Author { type: name } }"
    )
    assert found[:3] == [{"t": "Book", "__typename": "Plain"}, {"t": "Author", "type": "Bo"}, {"t": "Review"}]


async def test_directives_decide_on_each_type(library: Desk) -> None:
    found = await about(
        library,
        "about { ... on Book @skip(if: true) { title } ... on Author @include(if: true) { name id @skip(if: true) } }",
    )
    assert found[:3] == [{}, {"name": "Bo"}, {}]


async def test_a_row_of_any_type_may_lead_to_another(library: Desk) -> None:
    found = await about(
        library, "subject { ... on Note { text subject { ... on Book { author { name } } } about { __typename } } }"
    )
    assert found[3] == {"text": "Note 0", "subject": {"author": {"name": "Ada"}}, "about": {"__typename": "Book"}}


async def test_python_fields_of_one_type_leave_the_others_as_they_are(library: Desk) -> None:
    query = "{ notes { nodes { about { ... on Author { initials greeting } ... on Book { code title } } } } }"
    found = [note["about"] for note in (await library.ask(query))["notes"]["nodes"]]
    assert found[:3] == [
        {"code": "00000000-0000-0000-0000-000000000000", "title": "Plain"},
        {"initials": "B. (0)", "greeting": "Good day"},
        {},
    ]


@pytest.mark.parametrize("type_name", ["Publisher", "Query", "Subject", "book", "", "Book'"])
async def test_a_name_that_is_no_type_of_rows_names_nothing(library: Desk, shelves: Any, type_name: str) -> None:
    shelves.filled = False
    await Note.filter(id=1).update(subject_type=type_name, subject_id=1)
    for selection in ("subject { id }", "about { __typename }", "titled { title }"):
        assert (await about(library, selection))[0] is None


async def test_all_of_it_is_one_statement(library: Desk) -> None:
    query = """{ notes { nodes {
        subject { __typename id ... on Book { title } } titled { title }
        about { ... on Author { name } ... on Review { book { title } } ... on Book { reviews { totalCount } } }
    } } }"""
    async with library.statements() as sent:
        await library.ask(query)
    assert len(sent) == 1
