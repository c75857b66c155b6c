"""Updates which several subscribers get alike: executed once, encoded once."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any, cast

import orjson
import pytest
import strawberry
from graphql import ExecutionResult, GraphQLError

import pushdown
from pushdown.shared_updates import SharedData, SharedUpdates, Update
from tests.pushdown.library import tables
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.schema import CONFIG, Query


class Work:
    """Work which comes to its end when it is let. It gives the how manieth it was."""

    def __init__(self) -> None:
        self.begun = 0
        self.let = asyncio.Event()

    def __call__(self) -> Coroutine[Any, Any, ExecutionResult]:
        """Begin."""
        return self._do()

    async def _do(self) -> ExecutionResult:
        self.begun += 1
        number = self.begun
        await self.let.wait()
        return ExecutionResult(SharedData({"number": number}))


def _number(update: Update) -> Awaitable[Any]:
    async def wait() -> Any:
        result = await asyncio.shield(update.task)
        return cast("dict[str, Any]", result.data)["number"]

    return wait()


async def test_one_event_is_worked_out_once_for_all_who_ask_alike() -> None:
    updates, work = SharedUpdates(), Work()
    audiences = [updates.audience("query", ()) for _ in range(50)]
    begun = [audience.update("event", 0, work) for audience in audiences]
    work.let.set()
    assert [await _number(update) for update in begun] == [1] * 50


async def test_other_events_and_other_questions_are_worked_out_by_themselves() -> None:
    updates, work = SharedUpdates(), Work()
    work.let.set()
    one, other = updates.audience("one", ()), updates.audience("other", ())
    begun = [one.update(1, 0, work), one.update(2, 0, work), other.update(1, 0, work)]
    assert [await _number(update) for update in begun] == [1, 2, 3]


async def test_what_was_worked_out_a_moment_ago_is_given_to_those_who_come_later() -> None:
    updates, work = SharedUpdates(seconds=0.05), Work()
    work.let.set()
    audience = updates.audience("query", ())
    assert [await _number(audience.update("event", 0, work)) for _ in range(3)] == [1, 1, 1]
    async with asyncio.timeout(5):
        while updates.letters:
            await asyncio.sleep(0.01)
    assert await _number(audience.update("event", 0, work)) == 2


async def test_nobody_is_given_what_was_begun_before_what_they_have_seen() -> None:
    updates, work = SharedUpdates(), Work()
    work.let.set()
    audience = updates.audience("query", ())
    early, seen = audience.update("early", 0, work), audience.update("late", 0, work)
    assert (early.number, seen.number) == (1, 2)
    again = audience.update("early", seen.number, work)
    assert await _number(again) == 3
    assert audience.update("early", 0, work) is again


async def test_what_failed_is_tried_again() -> None:
    updates = SharedUpdates()
    audience = updates.audience("query", ())
    outcomes: list[Exception | ExecutionResult] = [
        ConnectionError(),
        ExecutionResult(None, [GraphQLError("no")]),
        ExecutionResult(None),
    ]

    async def work() -> ExecutionResult:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    first = [audience.update("event", 0, work) for _ in range(2)]
    failures = await asyncio.gather(*(update.task for update in first), return_exceptions=True)
    assert [type(failure) for failure in failures] == [ConnectionError] * 2
    assert (await audience.update("event", 0, work).task).errors
    assert not (await audience.update("event", 0, work).task).errors


async def test_what_is_kept_is_bounded() -> None:
    letters = len(orjson.dumps({"number": 1}))
    updates, work = SharedUpdates(seconds=60, most_letters=3 * letters), Work()
    work.let.set()
    audience = updates.audience("query", ())
    for event in range(9):
        await _number(audience.update(event, 0, work))
    assert updates.letters == 3 * letters
    assert [await _number(audience.update(event, 0, work)) for event in (0, 1, 2, 3, 3)] == [1, 2, 3, 10, 11]


async def test_an_audience_is_forgotten_with_its_last_subscriber() -> None:
    updates = SharedUpdates()
    audience = updates.audience("query", ())
    assert updates.audience("query", ()) is audience
    former = id(audience)
    del audience
    gc.collect()
    assert not updates._audiences, former


@pushdown.shared_by("moment")
@strawberry.type
class BookUpdate:
    """A book, at some moment."""

    moment: int | None
    book: int = pushdown.reference(tables.Book, "The book.", nullable=False)


@strawberry.type
class Subscription:
    """What can be watched."""

    @strawberry.subscription
    async def updates(self, moments: list[int | None], book: int = 1) -> AsyncIterator[BookUpdate]:
        """A book, at each of these moments."""
        for moment in moments:
            yield BookUpdate(moment=moment, book=book)

    @strawberry.subscription
    async def failing(self, moments: list[int]) -> AsyncIterator[BookUpdate]:
        """The first book at each of these moments, and then a failure."""
        for moment in moments:
            yield BookUpdate(moment=moment, book=1)
        raise ConnectionError("it is gone")


Watch = Callable[..., Coroutine[Any, Any, list[Any]]]


@pytest.fixture
def watch(library: Desk) -> Watch:
    """Runs a subscription to its end."""
    schema = pushdown.Schema(Query, subscription=Subscription, config=CONFIG)

    async def watch(query: str, **variables: Any) -> list[Any]:
        events = cast("AsyncIterator[Any]", await schema.subscribe(query, variables))
        return [event async for event in events]

    return watch


_BY_MOMENT = "subscription { updates(moments: %s) { moment book { %s } } }"
_BY_VARIABLES = """
subscription ($moments: [Int]!, $book: Int! = 1, $title: Boolean!, $first: Int) {
  updates(moments: $moments, book: $book) {
    moment
    book { id title @include(if: $title) reviews(first: $first) { totalCount } }
  }
}
"""


@pytest.mark.parametrize(
    ("watchers", "statements"),
    [
        ([("[1]", "title")] * 20, 1),
        ([("[1, 2, 3]", "title")] * 20, 3),
        ([("[1]", "title"), ("[2]", "title"), ("[1]", "id")], 3),
        ([("[null]", "title")] * 3, 3),
    ],
)
async def test_subscribers_to_one_change_share_what_is_read(
    library: Desk, watch: Watch, watchers: list[tuple[str, str]], statements: int
) -> None:
    async with library.statements() as sent:
        watched = await asyncio.gather(*(watch(_BY_MOMENT % watcher) for watcher in watchers))
    assert len(sent) == statements
    for (moments, title), events in zip(watchers, watched, strict=True):
        updates = [event.data["updates"] for event in events]
        assert [update["moment"] for update in updates] == orjson.loads(moments)
        assert all(update["book"][title] for update in updates)


async def test_subscribers_who_resume_elsewhere_share_what_they_select_alike(library: Desk, watch: Watch) -> None:
    async with library.statements() as sent:
        await asyncio.gather(
            watch(_BY_VARIABLES, moments=[1, 2], title=True),
            watch(_BY_VARIABLES, moments=[2, 3], title=True),
            watch(_BY_VARIABLES, moments=[1, 3], book=1, title=True),
        )
    assert len(sent) == 3


@pytest.mark.parametrize("other", [{"book": 2}, {"title": False}, {"first": 1}])
async def test_subscribers_share_nothing_where_they_select_otherwise(
    library: Desk, watch: Watch, other: dict[str, Any]
) -> None:
    asked = {"moments": [1], "title": True}
    async with library.statements() as sent:
        one, another = await asyncio.gather(watch(_BY_VARIABLES, **asked), watch(_BY_VARIABLES, **{**asked, **other}))
    assert len(sent) == 2
    assert one[0].errors is another[0].errors is None


async def test_what_is_shared_is_encoded_once(watch: Watch) -> None:
    watched = await asyncio.gather(*(watch(_BY_MOMENT % ("[1]", "title")) for _ in range(3)))
    (first,), *others = watched
    assert all(event.data is first.data for (event,) in others)
    assert orjson.loads(orjson.dumps(first.data.fragment)) == first.data


async def test_what_happened_before_a_failure_is_told_before_it(watch: Watch) -> None:
    *events, last = await watch("subscription { failing(moments: [1, 2, 3]) { moment book { title } } }")
    assert [event.data["failing"]["moment"] for event in events] == [1, 2, 3]
    assert last.data is None
    assert [error.message for error in last.errors] == ["it is gone"]


def _objects() -> int:
    gc.collect()
    return len(gc.get_objects())


@pytest.mark.usefixtures("library")
async def test_a_subscription_takes_no_more_memory_the_longer_it_lasts() -> None:
    schema = pushdown.Schema(Query, subscription=Subscription, config=CONFIG)
    query = "subscription ($moments: [Int]!) { updates(moments: $moments) { book { title } } }"
    events = cast("AsyncIterator[Any]", await schema.subscribe(query, {"moments": [None] * 2_300}))
    objects = [_objects() async for number, _ in _numbered(events) if number in (200, 2_200)]
    assert objects[1] < objects[0] + 2_000, "2,000 events leave an object each"


async def _numbered(events: AsyncIterator[Any]) -> AsyncIterator[tuple[int, Any]]:
    number = 0
    async for event in events:
        yield number, event
        number += 1
