"""Rows that break the schema's promises: the database says so, and execution tells what is wrong, and where."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import pytest
from tortoise import Tortoise

import pushdown
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.plainly import Plainly, answer_of
from tests.pushdown.library.schema import build_schema
from tests.pushdown.library.tables import Author, Book, Genre, Note, Review

AWARDS = "{ authors { nodes { awards { title year worth shared genre number givenAt votes remark signed } } } }"
PROFILES = "{ authors { nodes { name profile { motto home { city } links { label url } colours } } } }"

MISFITS: dict[str, Any] = {
    "a number for a text": {"title": 5},
    "a fraction for a text": {"title": 1.0},
    "truth for a text": {"title": True},
    "an object for a text": {"title": {"a": 1}},
    "a list for a text": {"title": ["a"]},
    "null for what is required": {"title": None},
    "nothing for what is required": {"year": 1},
    "an empty object": {},
    "a fraction for an Int": {"title": "", "year": 3.5},
    "a text of digits for an Int": {"title": "", "year": "5"},
    "another text for an Int": {"title": "", "year": "five"},
    "truth for an Int": {"title": "", "year": True},
    "a list for an Int": {"title": "", "year": []},
    "a number past Int": {"title": "", "year": 2**31},
    "a number before Int": {"title": "", "year": -(2**31) - 1},
    "a number past bigint": {"title": "", "year": 2**64 - 1},
    "a text for a Float": {"title": "", "worth": "1.5"},
    "NaN, as a text, for a Float": {"title": "", "worth": "NaN"},
    "truth for a Float": {"title": "", "worth": False},
    "an object for a Float": {"title": "", "worth": {}},
    "a number for a Boolean": {"title": "", "shared": 1},
    "a text for a Boolean": {"title": "", "shared": "true"},
    "a value that the enum lacks": {"title": "", "genre": "CRIME"},
    "another case of a value of the enum": {"title": "", "genre": "novel"},
    "an empty text for an enum": {"title": "", "genre": ""},
    "a number for an enum": {"title": "", "genre": 1},
    "a number for an ID": {"title": "", "number": 5},
    "a whole fraction for an ID": {"title": "", "number": 5.0},
    "a fraction for an ID": {"title": "", "number": 5.5},
    "truth for an ID": {"title": "", "number": True},
    "a number for a scalar of texts": {"title": "", "givenAt": 5, "given_at": 5},
    "a text for a list": {"title": "", "votes": "12"},
    "an object for a list": {"title": "", "votes": {"0": 1}},
    "a number for a list": {"title": "", "votes": 1},
    "null in a list": {"title": "", "votes": [1, None]},
    "a fraction in a list": {"title": "", "votes": [1.5, 1]},
    "a whole fraction in a list": {"title": "", "votes": [1, 2.0]},
    "a text in a list": {"title": "", "votes": [1, "2", "x"]},
    "a list in a list": {"title": "", "votes": [[1]]},
    "no object in a list of objects": 5,
    "a list in a list of objects": [{"title": ""}],
    "null in a list of objects": None,
}

FITS: dict[str, Any] = {
    "only what is required": {"title": ""},
    "null for everything else": {"title": "", **dict.fromkeys(("year", "worth", "shared", "genre", "number", "votes"))},
    "a whole fraction for an Int": {"title": "", "year": 3.0},
    "the ends of Int": {"title": "", "year": -(2**31), "votes": [2**31 - 1]},
    "a whole number for a Float": {"title": "", "worth": 3},
    "the ends of Float": {"title": "", "worth": 1.7976931348623157e308},
    "a small Float": {"title": "", "worth": 5e-324},
    "values of the enum": {"title": "", "genre": "POEMS"},
    "an empty list": {"title": "", "votes": []},
    "anything for a scalar of anything": {"title": "", "remark": {"a": [None, 1.5, {"b": "'"}]}},
    "a key with a quote": {"title": "", "it's signed": True, "signed": True},
    "what looks like the sign of a misfit": {"title": "~misfit"},
}


async def assert_answered_as_plainly(library: Desk, query: str, *, pushed: bool, **variables: Any) -> None:
    """The answer is the plain one, and the database gives it as bytes just where everything fits."""
    plainly = await Plainly.without_cursors(library)
    expected = plainly.ask(query, variables)

    answer = await library.schema.answer(query, variables, None, None)
    result = await library.schema.execute(query, variable_values=variables)

    assert answer_of(result) == expected
    assert (answer is not None) is pushed
    if answer is not None:
        assert orjson.loads(answer) == {"data": result.data}


async def a_book(**values: Any) -> Book:
    """A book and whoever wrote it."""
    author = await Author.create(name=values.pop("name", "Ada"), awards=[])
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    return await Book.create(
        author=author,
        title="A",
        genre=Genre.NOVEL,
        published_at=moment,
        released_on=moment.date(),
        isbn=UUID(int=0),
        **values,
    )


@pytest.mark.parametrize("misfit", MISFITS)
async def test_json_that_does_not_fit_is_told_of_where_it_stands(empty_library: Desk, misfit: str) -> None:
    await Author.create(name="a", awards=[{"title": "fits"}, MISFITS[misfit]])
    await assert_answered_as_plainly(empty_library, AWARDS, pushed=False)


@pytest.mark.parametrize("fit", FITS)
async def test_json_that_fits_is_the_databases_own(empty_library: Desk, fit: str) -> None:
    await Author.create(name="a", awards=[FITS[fit]])
    await assert_answered_as_plainly(empty_library, AWARDS, pushed=True)


async def test_a_whole_number_leaves_without_a_fraction(empty_library: Desk) -> None:
    await Author.create(name="a", awards=[{"title": "", "year": 3.0}])
    answer = await empty_library.schema.answer("{ authors { nodes { awards { year } } } }", {}, None, None)
    assert answer == b'{"data":{"authors":{"nodes":[{"awards":[{"year":3}]}]}}}'


@pytest.mark.parametrize(
    ("profile", "pushed"),
    [
        ({"motto": 5}, False),
        ({"motto": None, "home": None, "links": None, "colours": None}, True),
        ({"home": {"city": 7}}, False),
        ({"home": "Lisboa", "links": "none"}, True),
        ({"links": [{"label": "x"}]}, False),
        ({"links": [None]}, False),
        ({"colours": ["red", 5]}, False),
        ({"colours": ["red", None]}, False),
        ({"colours": "red"}, False),
        ({"colours": [[]]}, False),
        (True, True),
        ([{}], True),
        (0, True),
    ],
)
async def test_what_an_object_holds_may_not_fit_while_the_object_does(
    empty_library: Desk, profile: Any, pushed: bool
) -> None:
    await Author.create(name="a", profile=profile, awards=[])
    await assert_answered_as_plainly(empty_library, PROFILES, pushed=pushed)


@pytest.mark.parametrize("rating", [float("nan"), float("inf"), float("-inf")])
async def test_numbers_that_json_lacks_are_told_of_in_columns_and_in_figures(
    empty_library: Desk, rating: float
) -> None:
    await a_book(rating=rating)
    await assert_answered_as_plainly(empty_library, "{ books { nodes { title rating } } }", pushed=False)
    await assert_answered_as_plainly(empty_library, "{ shelf { count rating } }", pushed=False)
    await assert_answered_as_plainly(empty_library, "{ books { nodes { title } } shelf { count } }", pushed=True)


@pytest.mark.parametrize(("followers", "pushed"), [(21_474, True), (21_475, False), (-21_475, False), (None, True)])
async def test_a_number_out_of_int_is_told_of(empty_library: Desk, followers: int | None, pushed: bool) -> None:
    await Author.create(name="a", followers=followers, awards=[])
    await assert_answered_as_plainly(empty_library, "{ authors { nodes { reach } } }", pushed=pushed)


async def test_null_from_an_expression_that_promises_a_value_is_told_of(empty_library: Desk) -> None:
    book = await a_book(name="Bo")
    for query in (
        "{ authors { nodes { called } } }",
        "query ($id: ID!) { book(id: $id) { title author { called } } }",
        "query ($id: ID!) { nodes(ids: [$id]) { id ... on Book { author { called } } } books { totalCount } }",
    ):
        await assert_answered_as_plainly(empty_library, query, pushed=False, id=id_of("Book", book.id))


async def test_null_in_an_array_of_texts_is_told_of(empty_library: Desk) -> None:
    await Author.create(name="a", awards=[], languages=["pt", "NULL"])
    await assert_answered_as_plainly(empty_library, "{ authors { nodes { languages } } }", pushed=True)
    await Tortoise.get_connection("default").execute_script("UPDATE authors SET languages = '{pt, NULL}'")
    await assert_answered_as_plainly(empty_library, "{ authors { nodes { languages } } }", pushed=False)


async def test_a_row_that_must_be_there_and_is_gone_is_told_of(library: Desk, shelves: Any) -> None:
    shelves.filled = False
    query = "{ notes { nodes { text writer { name } } } authors { totalCount } }"
    await assert_answered_as_plainly(library, query, pushed=True)
    await Note.filter(id=2).update(writer_id=99)
    await assert_answered_as_plainly(library, query, pushed=False)
    one = "query ($id: ID!) { node(id: $id) { id ... on Note { writer { name } } } authors { totalCount } }"
    await assert_answered_as_plainly(library, one, pushed=False, id=id_of("Note", 2))
    await assert_answered_as_plainly(library, one, pushed=True, id=id_of("Note", 1))


async def test_a_row_that_must_be_there_and_is_hidden_is_told_of(library: Desk) -> None:
    hiding = pushdown.Visible("{row}.id <> 2")
    schema = build_schema(pushdown.Reader(visibility=lambda model, _: hiding if model is Author else None))
    plainly = (await Plainly.without_cursors(library)).without(lambda name, row: name == "Author" and row["id"] == 2)
    for selection, pushed in (
        ("books(first: 2) { nodes { title author { name } } }", False),
        ("books(first: 1) { nodes { title author { name } } }", True),
        ("reviews { nodes { book { editor { name } } } }", True),
        ("node(id: $hers) { id ... on Book { author { id } } }  other: node(id: $other) { id }", False),
        ("nodes(ids: [$hers, $other]) { ... on Book { author { id } } }", False),
        ("notes { nodes { titled { title ... on Book { author { id } } } } }", True),
        ("notes { nodes { about { ... on Author { name } ... on Review { book { author { id } } } } } }", True),
    ):
        query = f"query ($hers: ID!, $other: ID!) {{ n: __typename {selection} }}"
        query += " fragment Used on Query { a: book(id: $hers) { id } b: book(id: $other) { id } }"
        query = query.replace("n: __typename", "n: __typename ...Used")
        ids = {"hers": id_of("Book", 2), "other": id_of("Book", 3)}
        assert answer_of(await schema.execute(query, variable_values=ids)) == plainly.ask(query, ids)
        assert (await schema.answer(query, ids, None, None) is not None) is pushed, selection


async def test_several_misfits_are_each_told_of_and_nulls_rise_to_where_they_may_stand(empty_library: Desk) -> None:
    await Author.create(name="a", followers=32_767, profile={"motto": 5, "links": [{}]}, awards=[{"title": ""}])
    await Author.create(name="b", followers=32_767, profile={"links": [{"label": "", "url": ""}]}, awards=[])
    await Author.create(name="c", awards=[{"title": "", "year": "x"}, {"title": "", "genre": "?"}])
    query = "{ authors { nodes { reach profile { motto links { label url } } awards { title year genre } } } }"
    result = await empty_library.schema.execute(query)
    assert [node["profile"] for node in (result.data or {})["authors"]["nodes"]] == [
        None,
        {"motto": None, "links": [{"label": "", "url": ""}]},
        None,
    ]
    assert sorted(str(error.path) for error in result.errors or []) == [
        "['authors', 'nodes', 0, 'profile', 'links', 0, 'label']",
        "['authors', 'nodes', 0, 'reach']",
        "['authors', 'nodes', 1, 'reach']",
        "['authors', 'nodes', 2, 'awards', 0, 'year']",
        "['authors', 'nodes', 2, 'awards', 1, 'genre']",
    ]
    await assert_answered_as_plainly(empty_library, query, pushed=False)


async def test_a_misfit_that_is_not_asked_for_does_no_harm(empty_library: Desk) -> None:
    await Author.create(name="a", awards=[])
    await Author.create(name="b", profile={"motto": 5}, awards=[{}], followers=32_767)
    for query in (
        "{ authors { nodes { name profile { home { city } } awards { year } } } }",
        "{ authors(first: 1) { nodes { reach awards { title } } pageInfo { hasNextPage endCursor } } }",
        "query ($no: Boolean = false) { authors { nodes { name reach @include(if: $no) } } }",
    ):
        assert await empty_library.schema.answer(query, {}, None, None) is not None


async def test_a_misfit_below_one_page_leaves_the_others_whole(empty_library: Desk) -> None:
    book = await a_book()
    for words in (["fits"], [1, "x"], [None]):
        await Review.create(book=book, stars=len(words), words=words)
    query = """{ books { nodes { first: reviews(last: 1) { nodes { words } } all: reviews { nodes { stars words } } } }
        one: reviews(first: 1) { nodes { stars } } }"""
    await assert_answered_as_plainly(empty_library, query, pushed=False)


async def test_a_payload_tells_of_what_must_be_there_and_is_gone(library: Desk) -> None:
    query = "mutation { pick(books: [1, 99], authors: []) { ... on PickedBook { row { title } } } }"
    result = await library.schema.execute(query)
    assert answer_of(result) == (
        None,
        [("['pick', 1, 'row']", "Cannot return null for non-nullable field PickedBook.row.")],
    )
