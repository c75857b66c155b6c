"""Filters: each operator alone, what joins them, and what unknown values mean."""

from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.tables import Book

COUNT = "query ($filter: BookFilter) { books(filter: $filter) { totalCount } }"


async def count(library: Desk, condition: Any) -> int:
    """How many books the filter leaves."""
    return int((await library.ask(COUNT, filter=condition))["books"]["totalCount"])


async def books(**conditions: Any) -> int:
    """How many books Tortoise finds."""
    return await Book.filter(**conditions).count()


async def test_no_filter_an_empty_one_and_null_leave_all(library: Desk) -> None:
    assert await count(library, None) == await count(library, {}) == await count(library, {"title": None}) == 24
    assert await count(library, {"title": {}, "and": None, "or": None, "not": None}) == 24


async def test_every_operator_leaves_what_it_says(library: Desk) -> None:
    assert await count(library, {"title": {"eq": "Plain"}}) == await books(title="Plain") == 4
    assert await count(library, {"title": {"in": ["Plain", "a"]}}) == await books(title__in=["Plain", "a"]) == 6
    assert await count(library, {"genre": {"eq": "POEMS"}}) == await books(genre="POEMS") == 8
    assert await count(library, {"genre": {"in": ["POEMS", "NOVEL"]}}) == 16
    assert await count(library, {"pages": {"eq": 100}}) == await books(pages=100) > 0
    assert await count(library, {"pages": {"gte": 200}}) == await books(pages__gte=200) > 0
    assert await count(library, {"pages": {"lte": 200}}) == await books(pages__lte=200) > 0
    assert await count(library, {"rating": {"gte": 0.5}}) == await books(rating__gte=0.5) > 0
    assert await count(library, {"rating": {"lte": 0.5}}) == await books(rating__lte=0.5) > 0
    assert await count(library, {"author": {"eq": id_of("Author", 1)}}) == 8
    assert await count(library, {"author": {"in": [id_of("Author", 1), id_of("Author", 2), "?"]}}) == 16


async def test_bounds_include_gte_and_lte_and_leave_lt_out(library: Desk) -> None:
    day = "2020-01-03T00:00:00.000001Z"
    assert (
        await count(library, {"publishedAt": {"gte": day}}) + await count(library, {"publishedAt": {"lt": day}}) == 24
    )
    assert await count(library, {"publishedAt": {"gte": day, "lt": "2020-01-03T00:00:00.000002Z"}}) == 3
    assert await count(library, {"pages": {"gte": 100, "lte": 100}}) == await books(pages=100)


async def test_an_offset_from_utc_is_the_same_moment(library: Desk) -> None:
    assert await count(library, {"publishedAt": {"gte": "2020-01-03T05:30:00+05:30"}}) == await count(
        library, {"publishedAt": {"gte": "2020-01-03T00:00:00Z"}}
    )


async def test_a_condition_in_sql_and_one_on_a_truth_value(library: Desk) -> None:
    assert await count(library, {"edited": True}) == await count(library, {"edited": False}) == 12
    assert await count(library, {"inPrint": True}) == await books(in_print=True) == 16
    assert await count(library, {"inPrint": False}) == 8


async def test_conditions_given_together_all_hold(library: Desk) -> None:
    assert await count(library, {"edited": True, "genre": {"eq": "POEMS"}}) == await books(
        editor_id__isnull=False, genre="POEMS"
    )


async def test_and_or_not_are_themselves(library: Desk) -> None:
    poems, edited = {"genre": {"eq": "POEMS"}}, {"edited": True}
    assert await count(library, {"and": [poems, edited]}) == 4
    assert await count(library, {"or": [poems, edited]}) == 8 + 12 - 4
    assert await count(library, {"not": poems}) == 16
    assert await count(library, {"not": {"not": poems}}) == 8
    assert await count(library, {"or": [poems, edited], "not": {"and": [poems, edited]}}) == 12


async def test_nothing_given_is_everything_and_no_alternative_is_nothing(library: Desk) -> None:
    assert await count(library, {"and": []}) == 24
    assert await count(library, {"or": []}) == 0
    assert await count(library, {"not": {"or": []}}) == 24
    assert await count(library, {"not": {}}) == 0
    assert await count(library, {"or": [{}]}) == 24
    assert await count(library, {"title": {"in": []}}) == 0
    assert await count(library, {"not": {"title": {"in": []}}}) == 24
    assert await count(library, {"author": {"in": []}}) == 0


async def test_a_condition_never_holds_for_an_unknown_value_and_not_says_so(library: Desk) -> None:
    unknown, thick = await books(pages=None), await books(pages__gte=200)
    assert unknown == 6
    assert await count(library, {"pages": {"gte": 200}}) == thick
    assert await count(library, {"not": {"pages": {"gte": 200}}}) == 24 - thick
    assert await count(library, {"not": {"not": {"pages": {"gte": 200}}}}) == thick
    assert await count(library, {"not": {"or": [{"pages": {"gte": 0}}, {"pages": {"lte": 0}}]}}) == unknown
    assert await count(library, {"or": [{"pages": {"gte": 0}}, {"not": {"pages": {"gte": 0}}}]}) == 24


async def test_numbers_which_the_column_cannot_hold_are_compared_all_the_same(library: Desk) -> None:
    query = "query ($stars: Int) { reviews(filter: { stars: { lte: $stars } }) { totalCount } }"
    assert (await library.ask(query, stars=2**31 - 1))["reviews"]["totalCount"] == 46
    assert (await library.ask(query, stars=-(2**31)))["reviews"]["totalCount"] == 0
    assert await count(library, {"rating": {"lte": 1e308}}) == await books(rating__not_isnull=True)
    assert await count(library, {"rating": {"gte": -1e308}}) == await books(rating__not_isnull=True)


@pytest.mark.parametrize(
    ("condition", "blamed"),
    [
        ({"title": {"eq": None}}, "filter.title"),
        ({"title": {"in": None}}, "filter.title"),
        ({"publishedAt": {"gte": None}}, "filter.publishedAt"),
        ({"not": {"pages": {"lte": None}}}, "filter.pages"),
        ({"publishedAt": {"gte": "0001-01-01T00:00:00+14:00"}}, "filter.publishedAt"),
        ({"publishedAt": {"lt": "9999-12-31T23:59:59-14:00"}}, "filter.publishedAt"),
        ({"publishedAt": {"lt": "2020-01-01T00:00:00"}}, "filter.publishedAt"),
        ({"title": {"in": ["a"] * 101}}, "filter.title"),
        ({"author": {"in": ["?"] * 101}}, "filter.author"),
        ({"or": [{}] * 101}, "filter"),
        ({"and": [{}] * 101}, "filter"),
        ({"not": {"not": {"not": {"not": {"not": {}}}}}}, "filter"),
        ({"and": [{"or": [{"and": [{"or": [{"and": []}, {"and": [{}]}]}]}]}]}, "filter"),
    ],
)
async def test_a_filter_out_of_bounds_is_refused(library: Desk, condition: Any, blamed: str) -> None:
    assert await library.refused_argument(COUNT, filter=condition) == blamed


async def test_filters_at_their_bounds_are_taken(library: Desk) -> None:
    assert await count(library, {"title": {"in": ["a"] * 100}}) == 2
    assert await count(library, {"or": [{"title": {"eq": "a"}}] * 100}) == 2
    assert await count(library, {"not": {"not": {"not": {"not": {"title": {"eq": "a"}}}}}}) == 2


async def test_a_text_is_matched_by_sql_of_the_application(library: Desk) -> None:
    assert await count(library, {"titled": "Pl"}) == await books(title__startswith="Pl") == 4
    assert await count(library, {"titled": "'; DROP TABLE books"}) == 2
    assert await count(library, {"titled": "\ud800"}) == 0
    assert await library.refused_argument(COUNT, filter={"titled": "P" * 1_001}) == "filter.titled"


async def test_a_list_is_asked_for_any_or_for_all_of_some_texts(library: Desk) -> None:
    async def authors(**condition: Any) -> int:
        query = "query ($filter: AuthorFilter) { authors(filter: $filter) { totalCount } }"
        return int((await library.ask(query, filter={"languages": condition}))["authors"]["totalCount"])

    assert await authors(hasAny=["pt", "de", "none"]) == 2
    assert await authors(hasAll=["el", "'"]) == 1
    assert await authors(hasAll=["pt", "de"]) == await authors(hasAny=[]) == 0
    assert await authors(hasAll=[]) == await authors() == 4
    assert await authors(hasAny=["pt", "\ud800"]) == 1
    assert await authors(hasAll=["pt", "\ud800"]) == 0
