"""Figures over rows, whole and by group, from one reading of them."""

from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.tables import Author, Book, Genre

WHOLE = "{ shelf { count rating kinds { genre count longest } } }"


async def test_figures_are_of_all_rows_and_groups_of_their_own(library: Desk) -> None:
    rows = await Book.all()
    assert (await library.ask(WHOLE))["shelf"] == {
        "count": 24,
        "rating": max(row.rating for row in rows if row.rating is not None),
        "kinds": [
            {"genre": genre.value, "count": 8, "longest": max(row.pages or 0 for row in rows if row.genre is genre)}
            for genre in Genre
        ],
    }


async def test_there_is_a_group_for_each_member_in_the_enums_order_also_without_rows(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { shelf { count rating kinds { genre count longest books { id } } } } }"
    nothing: dict[str, Any] = {"count": 0, "longest": None, "books": []}
    assert (await library.ask(query, id=id_of("Author", 4)))["author"]["shelf"] == {
        "count": 0,
        "rating": None,
        "kinds": [{"genre": genre} | nothing for genre in ("NOVEL", "POEMS", "HISTORY")],
    }


async def test_no_row_at_all_is_no_fault(empty_library: Desk) -> None:
    shelf = (await empty_library.ask(WHOLE))["shelf"]
    assert (shelf["count"], shelf["rating"], [kind["count"] for kind in shelf["kinds"]]) == (0, None, [0, 0, 0])


async def test_a_summary_below_a_row_is_of_what_belongs_to_it(library: Desk) -> None:
    query = "{ authors { nodes { id shelf { count author { id } kinds { count } } } } }"
    for node in (await library.ask(query))["authors"]["nodes"]:
        own = 0 if node["id"] == id_of("Author", 4) else 8
        assert node["shelf"]["count"] == own == sum(kind["count"] for kind in node["shelf"]["kinds"])
        assert node["shelf"]["author"] == {"id": node["id"]}


async def test_a_summary_at_the_root_is_of_all_rows_or_of_those_of_one(library: Desk) -> None:
    query = "query ($id: ID) { shelf(authorId: $id) { count author { id } } }"
    assert (await library.ask(query))["shelf"] == {"count": 24, "author": None}
    assert (await library.ask(query, id=None))["shelf"] == {"count": 24, "author": None}
    ada = id_of("Author", 1)
    assert (await library.ask(query, id=ada))["shelf"] == {"count": 8, "author": {"id": ada}}
    for nobody in (id_of("Author", 99), id_of("Book", 1), "?", ""):
        assert (await library.ask(query, id=nobody))["shelf"] == {"count": 0, "author": None}


async def test_a_group_shows_its_first_rows_in_order(library: Desk) -> None:
    query = "query ($first: Int) { shelf { kinds { genre books(first: $first) { title genre id } } } }"
    for first in (1, 3, 100, None):
        for kind in (await library.ask(query, first=first))["shelf"]["kinds"]:
            rows = await Book.filter(genre=kind["genre"]).order_by("title", "id").limit(first or 20)
            assert [book["id"] for book in kind["books"]] == [id_of("Book", row.id) for row in rows]


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_a_group_shows_at_most_a_hundred_rows(library: Desk, first: int) -> None:
    query = "query ($first: Int) { shelf { kinds { books(first: $first) { id } } } }"
    assert await library.refused_argument(query, first=first) == "first"


async def test_group_rows_of_a_summary_below_a_row_belong_to_it(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { shelf { kinds { books { author { id } } } } } }"
    given = id_of("Author", 2)
    kinds = (await library.ask(query, id=given))["author"]["shelf"]["kinds"]
    assert [len(kind["books"]) for kind in kinds] == [0, 8, 0]
    assert {book["author"]["id"] for kind in kinds for book in kind["books"]} == {given}


async def test_all_figures_of_a_summary_come_from_one_reading(library: Desk) -> None:
    async with library.statements() as sent:
        await library.ask("{ shelf { count n: count rating r: rating kinds { genre count n: count longest } } }")
    assert sent[0].count('FROM "books"') == 1
    assert sent[0].count("count(*)") == 1


@pytest.mark.parametrize(
    ("selection", "readings"),
    [("__typename", 0), ("author { id }", 0), ("count", 1), ("kinds { count }", 1), ("kinds { genre }", 1)],
)
async def test_rows_are_read_only_where_a_figure_is_asked_for(library: Desk, selection: str, readings: int) -> None:
    async with library.statements() as sent:
        await library.ask(f"{{ shelf {{ {selection} }} }}")
    assert sent[0].count('FROM "books"') == readings


async def test_aliases_and_fragments_of_figures(library: Desk) -> None:
    query = """{ a: shelf { count: rating whole: count ...Kinds } b: shelf { ...Kinds kinds { longest } } }
    fragment Kinds on Shelf { kinds { __typename k: genre a0: count whole: longest } __typename }"""
    answer = await library.ask(query)
    assert (answer["a"]["whole"], answer["a"]["__typename"]) == (24, "Shelf")
    for kind in answer["b"]["kinds"]:
        assert kind["whole"] == kind.pop("longest")
    assert answer["a"]["kinds"] == answer["b"]["kinds"]
    assert [(kind["__typename"], kind["k"], kind["a0"]) for kind in answer["a"]["kinds"]] == [
        ("Kind", genre.value, 8) for genre in Genre
    ]


async def test_figures_stand_beside_fields_that_take_python(library: Desk) -> None:
    query = """{ shelf(authorId: "%s") {
        count author { greeting } kinds { genre count books(first: 1) { code title } }
    } }"""
    shelf = (await library.ask(query % id_of("Author", 2)))["shelf"]
    book = await Book.filter(author_id=2).order_by("title", "id").first()
    assert book
    assert shelf["author"] == {"greeting": "Good day"}
    assert shelf["kinds"][1]["books"] == [{"code": str(book.isbn).upper(), "title": book.title}]


async def test_a_row_of_no_group_counts_in_the_whole(empty_library: Desk) -> None:
    """Its genre was taken out of the enum since."""
    author = await Author.create(name="a", awards=[])
    values = "'crime', 1, 1, now(), now(), '00000000-0000-0000-0000-000000000000', true"
    columns = 'author_id, title, genre, "page count", n, published_at, released_on, isbn, in_print'
    await Author.raw(f"INSERT INTO books ({columns}) VALUES ({author.id}, 'A', {values}) RETURNING id")
    shelf = (await empty_library.ask(WHOLE))["shelf"]
    assert (shelf["count"], [kind["count"] for kind in shelf["kinds"]]) == (1, [0, 0, 0])
