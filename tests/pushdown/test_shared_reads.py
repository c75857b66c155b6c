"""Reads which several subscribers wait for at once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any, cast

import pytest
import strawberry

import pushdown
from pushdown.shared_reads import SharedReads
from tests.pushdown.library import tables
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.schema import CONFIG, Query


class Slow:
    """A database which answers when it is let."""

    def __init__(self) -> None:
        self.asked: list[Sequence[object]] = []
        self.let = asyncio.Event()

    async def fetch(self, sql: str, arguments: Sequence[object], _by_value: bool) -> str:
        """The how manieth question it was."""
        self.asked.append(arguments)
        number = len(self.asked)
        await self.let.wait()
        if sql == "fail":
            raise ConnectionError
        return str(number)


async def _asked(reads: SharedReads, *questions: tuple[str, object, object]) -> list[Any]:
    tasks = [asyncio.ensure_future(reads.fetch(sql, [value], False, moment)) for sql, value, moment in questions]
    await asyncio.sleep(0)
    return tasks


async def test_one_moments_read_is_sent_once_for_all_who_wait() -> None:
    slow = Slow()
    reads = SharedReads(slow.fetch)
    tasks = await _asked(reads, *[("a", 1, "now")] * 50)
    slow.let.set()
    assert await asyncio.gather(*tasks) == ["1"] * 50


async def test_other_values_statements_and_moments_are_reads_of_their_own() -> None:
    slow = Slow()
    reads = SharedReads(slow.fetch)
    tasks = await _asked(reads, ("a", 1, "now"), ("a", 2, "now"), ("b", 1, "now"), ("a", 1, "then"), ("a", "1", "now"))
    slow.let.set()
    assert await asyncio.gather(*tasks) == ["1", "2", "3", "4", "5"]


async def test_what_has_ended_is_read_anew() -> None:
    slow = Slow()
    slow.let.set()
    reads = SharedReads(slow.fetch)
    assert [await reads.fetch("a", [], False, "now") for _ in range(3)] == ["1", "2", "3"]


async def test_who_stops_waiting_leaves_the_others_their_answer() -> None:
    slow = Slow()
    reads = SharedReads(slow.fetch)
    first, second = await _asked(reads, ("a", 1, "now"), ("a", 1, "now"))
    first.cancel()
    await asyncio.sleep(0)
    slow.let.set()
    assert await second == "1"
    assert first.cancelled()


async def test_all_who_wait_are_told_of_a_failure() -> None:
    slow = Slow()
    reads = SharedReads(slow.fetch)
    tasks = await _asked(reads, ("fail", 1, "now"), ("fail", 1, "now"))
    slow.let.set()
    failures = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(failure) for failure in failures] == [ConnectionError] * 2
    slow.let.clear()


@pushdown.shared_by("moment")
@strawberry.type
class BookUpdate:
    """A book, at some moment."""

    moment: int
    book: int = pushdown.reference(tables.Book, "The book.", nullable=False)


@strawberry.type
class Subscription:
    """What can be watched."""

    @strawberry.subscription
    async def updates(self, moments: list[int]) -> AsyncIterator[BookUpdate]:
        """The first book, at each of these moments."""
        for moment in moments:
            yield BookUpdate(moment=moment, book=1)


async def _watched(schema: pushdown.Schema, moments: str, title: str = "title") -> list[Any]:
    query = f"subscription {{ updates(moments: {moments}) {{ moment book {{ {title} }} }} }}"
    events = cast("AsyncIterator[Any]", await schema.subscribe(query))
    return [event.data["updates"] async for event in events]


@pytest.mark.parametrize(
    ("watchers", "statements"),
    [
        ([("[1]", "title")] * 20, 1),
        ([("[1, 2, 3]", "title")] * 20, 3),
        ([("[1]", "title"), ("[2]", "title"), ("[1]", "id")], 3),
    ],
)
async def test_subscribers_to_one_change_share_what_is_read(
    library: Desk, watchers: list[tuple[str, str]], statements: int
) -> None:
    schema = pushdown.Schema(Query, subscription=Subscription, config=CONFIG)
    async with library.statements() as sent:
        watched = await asyncio.gather(*(_watched(schema, *watcher) for watcher in watchers))
    assert len(sent) == statements
    for (moments, title), updates in zip(watchers, watched, strict=True):
        assert [update["moment"] for update in updates] == [int(moment) for moment in moments.strip("[]").split(",")]
        assert all(update["book"][title] for update in updates)
