"""Figures over what happened within a period, whole and by group."""

from datetime import UTC, datetime, timedelta

import pytest
import strawberry

import pushdown
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.schema import CONFIG
from tests.pushdown.library.tables import Book, Genre

START = datetime(2020, 1, 1, tzinfo=UTC)

_DAYS = """
SELECT jsonb_agg(jsonb_build_object('on', day, 'count', count) ORDER BY day)
FROM (SELECT {row}.published_at::date::text AS day, count(*) AS count {rows} GROUP BY day) days
"""


@pushdown.json_object
class Day:
    """What came out on a day."""

    on: str = pushdown.column("The day.")
    count: int = pushdown.column("How many books.")


@pushdown.figures
class Row:
    """Books of a genre."""

    genre: Genre = pushdown.group_key(Genre, "The genre.")
    came_out: int = pushdown.period_figure(Book, "count(*)", "How many came out.", at="published_at", by="genre")
    longest: int | None = pushdown.period_figure(
        Book, 'max({row}."page count")', "The pages of the longest.", at="published_at", by="genre"
    )
    lately: int = pushdown.period_figure(Book, "count(*)", "In 7 days.", at="published_at", by="genre", days=7)


@pushdown.figures
class Case:
    """Books and when they came out."""

    author = pushdown.within(Book, "author", "Whose they are.")
    count: int = pushdown.aggregate("count(*)", "How many there are.")
    came_out: int = pushdown.period_figure(Book, "count(*)", "How many came out.", at="published_at")
    rows: list[Row] = pushdown.groups("genre", Genre, "All genres.")
    days: list[Day] = pushdown.breakdown(Book, _DAYS, "What came out when.", at="published_at")


@strawberry.type
class Query:
    """Where to begin."""

    case = pushdown.summary_of(Book, Case, "author", "The books.")


@pytest.fixture
def case(library: Desk) -> Desk:
    """The library, asked for this schema."""
    return Desk(pushdown.Schema(Query, config=CONFIG))


def _text(day: int) -> str:
    return (START + timedelta(days=day)).isoformat()


async def test_a_figure_is_of_what_happened_within_the_period_its_end_not_included(case: Desk) -> None:
    query = """query ($a: DateTime, $b: DateTime) {
        case { rows { genre cameOut(since: $a, until: $b) } cameOut(since: $a, until: $b) }
    }"""
    for since, until in ((0, 1), (2, 5), (0, 100), (5, 5), (5, 2)):
        answer = (await case.ask(query, a=_text(since), b=_text(until)))["case"]
        rows = await Book.filter(
            published_at__gte=START + timedelta(days=since), published_at__lt=START + timedelta(days=until)
        )
        assert answer["cameOut"] == len(rows)
        assert answer["rows"] == [
            {"genre": genre.value, "cameOut": sum(row.genre is genre for row in rows)} for genre in Genre
        ]


async def test_a_period_without_bounds_is_the_last_thirty_days(case: Desk) -> None:
    moved = await Book.get(id=1)
    was, moved.published_at = moved.published_at, datetime.now(UTC) - timedelta(days=29)
    await moved.save()
    try:
        answer = (await case.ask("{ case { cameOut rows { lately } } }"))["case"]
    finally:
        moved.published_at = was
        await moved.save()
    assert answer == {"cameOut": 1, "rows": [{"lately": 0}] * 3}


async def test_a_period_without_a_beginning_has_thirty_days_before_its_end(case: Desk) -> None:
    query = "query ($b: DateTime) { case { cameOut(until: $b) } }"
    assert (await case.ask(query, b=_text(30)))["case"]["cameOut"] == 24
    assert (await case.ask(query, b=_text(31)))["case"]["cameOut"] == 21


async def test_figures_are_of_the_row_to_which_the_summary_is_limited(case: Desk) -> None:
    query = "query ($id: ID, $a: DateTime) { case(authorId: $id) { cameOut(since: $a) rows { cameOut(since: $a) } } }"
    answer = (await case.ask(query, id=id_of("Author", 2), a=_text(0)))["case"]
    assert answer == {"cameOut": 8, "rows": [{"cameOut": 0}, {"cameOut": 8}, {"cameOut": 0}]}


async def test_an_aggregate_over_nothing_is_null_where_it_may_be(case: Desk) -> None:
    assert (await case.ask("{ case { rows { longest } days { on } } }"))["case"] == {
        "rows": [{"longest": None}] * 3,
        "days": [],
    }


async def test_a_breakdown_gives_its_objects_in_their_order(case: Desk) -> None:
    query = "query ($a: DateTime, $b: DateTime) { case { days(since: $a, until: $b) { on n: count } } }"
    days = (await case.ask(query, a=_text(0), b=_text(3)))["case"]["days"]
    assert days == [{"on": f"2020-01-0{day}", "n": 3} for day in (1, 2, 3)]


async def test_everything_is_one_statement(case: Desk) -> None:
    async with case.statements() as sent:
        await case.ask("{ case { count cameOut rows { cameOut lately longest } days { on } author { id } } }")
    assert len(sent) == 1


@pytest.mark.parametrize("argument", ["since", "until"])
async def test_a_time_which_cannot_be_compared_is_refused(case: Desk, argument: str) -> None:
    query = f"query ($a: DateTime) {{ case {{ cameOut({argument}: $a) }} }}"
    assert await case.refused_argument(query, a="0001-01-01T00:00:00+14:00") == argument
