"""How much one operation may ask for; and that asking for much in few words costs little."""

from typing import cast

import pytest
from graphql import FieldNode, FragmentDefinitionNode, GraphQLObjectType, OperationDefinitionNode, parse

from pushdown.selection import Selection
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.schema import build_schema

TOO_COMPLEX = {"code": "TOO_COMPLEX"}


def nested(levels: int, leaf: str = "name") -> str:
    """An author, so many levels of objects below another."""
    return "books(first: 1) { nodes { author { " * levels + leaf + " } } }" * levels


async def test_objects_nest_twenty_levels_deep(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { %s } }"
    answer = await library.ask(query % nested(9, "books(first: 1) { nodes { title } }"), id=id_of("Author", 1))
    for _ in range(9):
        answer = answer["author"]["books"]["nodes"][0]
    assert answer["author"]["books"]["nodes"] == [{"title": "Plain"}]

    error = await library.refusal(query % nested(10), id=id_of("Author", 1))
    assert error.message == "one operation takes at most 20 levels of objects; ask for less at once"
    assert error.extensions == TOO_COMPLEX


async def test_an_operation_takes_a_thousand_fields(library: Desk) -> None:
    names = " ".join(f"a{number}: title" for number in range(999))
    query = "query ($id: ID!) { book(id: $id) { %s } other: book(id: $id) { %s } }"
    assert len((await library.ask(query % (names, "id"), id=id_of("Book", 1)))["book"]) == 999
    assert (await library.refusal(query % (names + " id", "id"), id=id_of("Book", 1))).extensions == TOO_COMPLEX


async def test_an_operation_takes_a_thousand_values(library: Desk) -> None:
    query = "query ($filter: BookFilter) { books(filter: $filter) { totalCount } }"
    many = {"or": [{"or": [{"title": {"eq": "a"}}] * 99}] * 10}
    assert (await library.ask(query, filter=many)) == {"books": {"totalCount": 2}}
    more = {"or": [{"or": [{"title": {"eq": "a"}}] * 100}] * 10}
    assert (await library.refusal(query, filter=more)).extensions == TOO_COMPLEX


@pytest.mark.parametrize("levels", [10, 30])
async def test_fragments_that_double_at_each_level_are_refused_at_once(library: Desk, levels: int) -> None:
    query = "query ($id: ID!) { author(id: $id) { ...F0 } }"
    for level in range(levels):
        twice = " ".join(f"{key}: books(first: 1) {{ nodes {{ author {{ ...F{level + 1} }} }} }}" for key in "ab")
        query += f" fragment F{level} on Author {{ {twice} }}"
    query += f" fragment F{levels} on Author {{ name }}"
    async with library.statements() as sent:
        assert (await library.refusal(query, id=id_of("Author", 1))).extensions == TOO_COMPLEX
    assert sent == []


async def test_fields_that_double_at_each_level_are_refused_before_the_depth_is(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { ...F0 } }"
    for level in range(9):
        three = " ".join(f"{key}: books(first: 1) {{ nodes {{ author {{ ...F{level + 1} }} }} }}" for key in "abc")
        query += f" fragment F{level} on Author {{ {three} }}"
    error = await library.refusal(query + " fragment F9 on Author { name }", id=id_of("Author", 1))
    assert error.message.startswith("one operation takes at most 1,000 fields")


def test_a_fragment_spread_again_and_again_in_one_selection_is_read_once() -> None:
    """2¹⁵ times otherwise; and 2⁴⁰ with a few more of them."""
    levels = "".join(f"fragment F{level} on Author {{ ...F{level + 1} ...F{level + 1} }} " for level in range(15))
    document = parse(levels + "fragment F15 on Author { name } { author { ...F0 ...F0 } }")
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    operation = cast(OperationDefinitionNode, document.definitions[-1])
    schema = build_schema()._schema

    author = cast(FieldNode, operation.selection_set.selections[0])
    [selected] = Selection(schema, fragments, {}, {}).of(cast(GraphQLObjectType, schema.type_map["Author"]), [author])
    assert (selected.key, len(selected.nodes)) == ("name", 1)


async def test_a_field_that_fragments_select_twice_is_merged_at_each_level(library: Desk) -> None:
    """2⁹ objects otherwise."""
    query = "query ($id: ID!) { author(id: $id) { ...F0 } }"
    for level in range(9):
        twice = f"books(first: 1) {{ nodes {{ author {{ ...F{level + 1} }} }} }}"
        query += f" fragment F{level} on Author {{ {twice} {twice} }}"
    query += " fragment F9 on Author { name }"
    async with library.statements() as sent:
        await library.ask(query, id=id_of("Author", 2))
    assert len(sent[0]) < 10_000
