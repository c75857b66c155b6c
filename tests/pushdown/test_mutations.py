"""The short way for mutations: what execution would have answered, after the resolver ran once."""

import json
from collections.abc import Sequence
from enum import Enum
from typing import Any

import orjson
import pytest
import strawberry
from graphql import GraphQLError

import pushdown
from tests.pushdown.library import tables
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.schema import CONFIG, Recommendation


@strawberry.enum
class Verdict(Enum):
    """What readers say."""

    GOOD = "well read"
    BAD = "left lying"


@strawberry.type
class Remark:
    """A remark about a book."""

    path: list[str] | None
    verdict: Verdict
    within: "Remark | None" = None


@strawberry.type
class ReviewPayload:
    """What `review` answers."""

    remarks: list[Remark]
    count: int
    word: str | None = None
    book: int | None = pushdown.reference(tables.Book, "The book.")
    all: list[dict[str, Any]] = pushdown.embedded_values(Recommendation, "All.")

    @strawberry.field
    def shouted(self) -> str:
        """The word, louder."""
        return (self.word or "").upper()


@strawberry.input
class ReviewInput:
    """What to review, and what comes of it."""

    book: int | None = None
    word: str | None = None
    count: int = 0
    fails: bool = False
    is_null: bool = False


@strawberry.type
class Nothing:
    """The root of reading."""

    nothing: str = "nothing"


CALLS: list[Any] = []


def _reviewed(given: ReviewInput) -> ReviewPayload | None:
    CALLS.append(given)
    if given.fails:
        raise ZeroDivisionError("not today")
    if given.is_null:
        return None
    inner = Remark(path=None, verdict=Verdict.BAD)
    remarks = [Remark(path=["a", "b'\"\\"], verdict=Verdict.GOOD, within=inner), inner]
    count: Any = None if given.count < 0 else given.count
    every = [{"reader": "Ida", "book_id": given.book, "other_ids": [1, 99]}]
    return ReviewPayload(remarks=remarks, count=count, word=given.word, book=given.book, all=every)


@strawberry.type
class Reviewing:
    """The root of writing."""

    @strawberry.mutation
    async def review(self, given: ReviewInput) -> ReviewPayload | None:
        """Review a book."""
        return _reviewed(given)

    @strawberry.mutation
    def review_now(self, given: ReviewInput, loud: bool = False) -> ReviewPayload | None:
        """Likewise, without waiting for anything."""
        return _reviewed(given)


class Masking(pushdown.Schema):
    """A schema whose errors are shown as it likes."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        errors[:] = [GraphQLError(f"masked {error.message}", error.nodes, path=error.path) for error in errors]


@pytest.fixture(scope="module")
def reviewing(shelves: Any) -> Masking:
    """A schema which is asked both ways."""
    return Masking(Nothing, Reviewing, config=CONFIG)


@pytest.fixture(autouse=True)
def calls() -> list[Any]:
    """What the resolver was called with."""
    CALLS.clear()
    return CALLS


DOCUMENT = "mutation ($given: ReviewInput!) { review(given: $given) { %s } }"


def both(result: Any) -> Any:
    """An answer of execution as it would be sent."""
    errors = [error.formatted for error in result.errors or ()]
    return json.loads(orjson.dumps({"data": result.data, **({"errors": errors} if errors else {})}))


@pytest.mark.parametrize(
    ("selection", "given"),
    [
        ("count word", {"count": 3, "word": "\u2028 ' \" \\ \U0001f600"}),
        ("count word", {}),
        ("remarks { path verdict within { verdict } }", {}),
        ("remarks { __typename v: verdict ...R } __typename } } fragment R on Remark { within { path", {}),
        ("book { title author { name } } c: count", {"book": 1}),
        ("book { title }", {"book": 99}),
        ("book { title }", {}),
        ("all { reader book { title } others { title } }", {"book": 2}),
        ("count @skip(if: true) word @include(if: true)", {"word": "a"}),
        ("... on ReviewPayload { count } book { reviews(first: 1) { totalCount nodes { stars } } }", {"book": 1}),
        ("__typename", {"isNull": True}),
        ("count book { title }", {"isNull": True}),
        ("count", {"count": -1}),
        ("word count remarks { verdict }", {"count": -1, "word": "a"}),
        ("count book { title }", {"fails": True}),
    ],
)
async def test_it_is_answered_as_by_execution_and_carried_out_once(
    library: Desk, reviewing: Masking, calls: Sequence[Any], selection: str, given: dict[str, Any]
) -> None:
    document, variables = DOCUMENT % selection, {"given": given}
    expected = both(await reviewing.execute(document, variables))
    calls_of_execution = len(calls)

    answer = await reviewing.answer(document, variables, None, None)

    assert answer is not None
    assert json.loads(answer) == expected
    assert len(calls) == calls_of_execution + 1
    assert calls[0] == calls[1]


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        ("mutation { review(given: { count: 1 }) { count } }", {}),
        ("mutation ($c: Int) { review(given: { count: $c }) { count } }", {"c": 1}),
        (DOCUMENT % "shouted", {"given": {}}),
        ("mutation ($i: ReviewInput!) { a: review(given: $i) { count } b: review(given: $i) { count } }", {"i": {}}),
        ("mutation ($i: ReviewInput!) { reviewNow(given: $i) { count } }", {"i": {}}),
        (DOCUMENT % "count", {"given": {"count": "many"}}),
        (DOCUMENT % "count", {}),
        (DOCUMENT % "nothing", {"given": {}}),
        ("mutation ($i: ReviewInput!) { review(given: $i) @include(if: false) { count } }", {"i": {}}),
        ("mutation {", {}),
    ],
)
async def test_what_is_not_plain_is_left_to_execution_before_anything_is_done(
    library: Desk, reviewing: Masking, calls: Sequence[Any], document: str, variables: dict[str, Any]
) -> None:
    assert await reviewing.answer(document, variables, None, None) is None
    assert not calls


async def test_it_takes_one_statement_to_answer(library: Desk, reviewing: Masking) -> None:
    query = DOCUMENT % "count book { title author { name } } all { others { title } }"
    async with library.statements() as sent:
        assert await reviewing.answer(query, {"given": {"book": 1}}, None, None)
    assert len(sent) == 1


async def test_a_resolver_that_waits_for_nothing_is_called_likewise(library: Desk, reviewing: Masking) -> None:
    query = "mutation ($i: ReviewInput!, $l: Boolean!) { reviewNow(given: $i, loud: $l) { count } }"
    answer = await reviewing.answer(query, {"i": {"count": 4}, "l": True}, None, None)
    assert answer == b'{"data":{"reviewNow":{"count":4}}}'
