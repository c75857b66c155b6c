"""Fields worked out in Python, of values which the operation's statement brings along."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
import strawberry

import pushdown
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.plainly import answer_of


async def test_a_function_gets_the_models_fields_by_name_whatever_their_columns_are_called(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { blurb } }"
    assert (await library.ask(query, id=id_of("Book", 8)))["book"] == {"blurb": "POEMS 2020-01-03 400 2"}


async def test_it_may_give_null_where_its_type_says_so(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { blurb title } }"
    assert (await library.ask(query, id=id_of("Book", 1)))["book"] == {"blurb": None, "title": "Plain"}


async def test_a_function_gets_values_that_sql_computes_too(library: Desk) -> None:
    async with library.statements() as sent:
        answer = await library.ask("query ($id: ID!) { book(id: $id) { jacket } }", id=id_of("Book", 1))
    assert answer["book"] == {"jacket": "Plain (5)"}
    assert len(sent) == 1


async def test_an_unknown_value_arrives_as_none(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { initials } }"
    assert (await library.ask(query, id=id_of("Author", 1)))["author"] == {"initials": "A. (None)"}


async def test_its_values_are_its_own_whatever_the_keys_of_the_other_fields(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { name: initials followers: name initials: followers a: initials } }"
    assert (await library.ask(query, id=id_of("Author", 2)))["author"] == {
        "name": "B. (0)",
        "followers": "Bo",
        "initials": 0,
        "a": "B. (0)",
    }


async def test_each_row_brings_its_own_wherever_it_stands_in_one_statement(library: Desk) -> None:
    query = """query ($ids: [ID!]!) {
        authors { nodes { initials books(last: 1) { edges { node { blurb author { initials } } } } } }
        nodes(ids: $ids) { ... on Author { initials } ... on Book { blurb } }
        notes(first: 2) { nodes { about { ... on Author { initials } } writer { initials } } }
    }"""
    async with library.statements() as sent:
        answer = await library.ask(query, ids=[id_of("Book", 8), id_of("Author", 4)])
    assert len(sent) == 1
    assert [node["initials"] for node in answer["authors"]["nodes"]] == ["A. (None)", "A. (32767)", "B. (0)", "N. (-5)"]
    assert answer["authors"]["nodes"][0]["books"]["edges"] == [
        {"node": {"blurb": "NOVEL 2020-01-08 200 1", "author": {"initials": "A. (None)"}}}
    ]
    assert answer["nodes"] == [{"blurb": "POEMS 2020-01-03 400 2"}, {"initials": "N. (-5)"}]
    assert answer["notes"]["nodes"] == [
        {"about": {}, "writer": {"initials": "A. (None)"}},
        {"about": {"initials": "B. (0)"}, "writer": {"initials": "B. (0)"}},
    ]


async def test_the_statement_brings_just_what_the_function_wants(library: Desk) -> None:
    async with library.statements() as sent:
        await library.ask("{ authors { nodes { initials } } }")
    assert '"followers"' in sent[0]
    assert not any(name in sent[0] for name in ("profile", "awards", "born"))


async def test_a_field_that_is_left_out_costs_nothing(library: Desk) -> None:
    query = "query ($yes: Boolean!) { authors { nodes { name initials @include(if: $yes) } } }"
    assert await library.schema.answer(query, {"yes": False}, None, None) is not None
    assert await library.schema.answer(query, {"yes": True}, None, None) is None


async def test_it_stands_in_payloads_and_in_events_too(library: Desk) -> None:
    pick = "mutation { pick(books: [8], authors: []) { ... on PickedBook { row { blurb author { initials } } } } }"
    expected = {"blurb": "POEMS 2020-01-03 400 2", "author": {"initials": "B. (0)"}}
    assert (await library.ask(pick))["pick"] == [{"row": expected}]

    events = await library.schema.subscribe("subscription { book(keys: [8]) { blurb author { initials } } }")
    assert [event.data async for event in cast("AsyncIterator[Any]", events)] == [{"book": expected}]


@pushdown.json_object
class Fraction:
    """A number and what it is made into."""

    below: int = pushdown.column("The number.")

    @pushdown.resolved("One by it.")
    def part(below: int) -> float | None:  # noqa: N805
        """Fails for 0."""
        return 1 / below

    @pushdown.resolved("The same, where it must be a number.")
    async def must(below: int) -> float:  # noqa: N805
        """Fails for 0, too, but later."""
        await asyncio.sleep(0)
        return 1 / below

    @pushdown.resolved("What else there is.")
    def rest(below: int, words: list[str] | None, inner: dict[str, Any] | None) -> str:  # noqa: N805
        """The values as they are."""
        return repr((below, words, inner))


@strawberry.type
class Fractions:
    """What `divide` answers."""

    all: list[dict[str, Any]] = pushdown.embedded_values(Fraction, "All.")


@strawberry.type
class Dividing:
    """The root of writing."""

    @strawberry.mutation
    async def divide(self, by: list[int]) -> Fractions:
        """Divide."""
        return Fractions(all=[{"below": number, "words": ["a"] * number} for number in by])


@strawberry.type
class Nothing:
    """The root of reading."""

    nothing: str = "nothing"


@pytest.fixture(scope="module")
def dividing() -> pushdown.Schema:
    """A schema of JSON objects alone."""
    return pushdown.Schema(Nothing, Dividing)


async def test_a_json_objects_keys_are_values_too_and_missing_ones_none(
    library: Desk, dividing: pushdown.Schema
) -> None:
    result = await dividing.execute("mutation { divide(by: [2, 1]) { all { below part must rest } } }")
    assert answer_of(result) == (
        {
            "divide": {
                "all": [
                    {"below": 2, "part": 0.5, "must": 0.5, "rest": "(2, ['a', 'a'], None)"},
                    {"below": 1, "part": 1.0, "must": 1.0, "rest": "(1, ['a'], None)"},
                ]
            }
        },
        [],
    )


async def test_what_it_raises_is_told_of_at_its_place_and_leaves_the_others_whole(
    library: Desk, dividing: pushdown.Schema
) -> None:
    result = await dividing.execute("mutation { divide(by: [2, 0]) { all { below part } } }")
    assert answer_of(result) == (
        {"divide": {"all": [{"below": 2, "part": 0.5}, {"below": 0, "part": None}]}},
        [("['divide', 'all', 1, 'part']", "division by zero")],
    )


async def test_null_rises_from_it_as_from_any_field(library: Desk, dividing: pushdown.Schema) -> None:
    result = await dividing.execute("mutation { divide(by: [2, 0]) { all { below must } } }")
    assert answer_of(result) == (None, [("['divide', 'all', 1, 'must']", "division by zero")])
