"""All subscribers of one system: opened together, told changes, and asked whether each received all, in order."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any

from bench.rounds import Figures
from bench.subscriptions.changes import Changes
from bench.subscriptions.subscriber import Subscriber

_AT_ONCE = 50
"""Sockets opened at once."""
_LONGEST = 60.0
"""Seconds until what was made must have been received."""
_SETTLING = 0.5
Order = Callable[[bytes], Any]
"""What to compare sequences by."""


class NotReceived(Exception):
    """A change was lost, repeated or received out of order, or did not come in time."""


class Group:
    """Subscribers of one server, and the changes made for them."""

    def __init__(self, changes: Changes, order: Order) -> None:
        self._changes = changes
        self._order = order
        self._news = asyncio.Event()
        self.subscribers: list[Subscriber] = []

    async def open(self, port: int, count: int) -> None:
        """Subscribe so many more, and wait until changes reach each. Raises ConnectionError, NotReceived."""
        loop = asyncio.get_running_loop()
        new: list[Subscriber] = []
        while len(new) < count:
            batch = [Subscriber(port, self._news.set) for _ in range(min(_AT_ONCE, count - len(new)))]
            for one in batch:
                await loop.create_connection(lambda one=one: one, "127.0.0.1", port)  # type: ignore[misc]
            await asyncio.gather(*(one.ready for one in batch))
            new += batch
        self.subscribers += new
        end = time.monotonic() + _LONGEST
        while any(one.next is None for one in new):
            if time.monotonic() > end:
                raise NotReceived(f"{sum(one.next is None for one in new)} subscribers receive nothing")
            await self._changes.make(1)
            await asyncio.sleep(_SETTLING)
        await self._all_received(self._changes.made)

    def close(self) -> None:
        """Leave."""
        for one in self.subscribers:
            one.close()

    async def saturate(self, seconds: float, ahead: int) -> Figures:
        """Make changes as fast as all receive them, with so many `ahead` of the slowest. `rps` is deliveries a second.

        Raises NotReceived.
        """
        self._forget()
        begin, first = time.monotonic(), self._changes.made
        while time.monotonic() < begin + seconds:
            await self._all_received(self._changes.made - ahead // 2)
            await self._changes.make(ahead // 2)
        await self._all_received(self._changes.made)
        return self._figures(begin, first)

    async def pace(self, seconds: float, per_second: float) -> Figures:
        """Make so many changes a second, evenly. Raises NotReceived."""
        self._forget()
        begin, first = time.monotonic(), self._changes.made
        for number in range(round(seconds * per_second)):
            await asyncio.sleep(begin + number / per_second - time.monotonic())
            await self._changes.make(1)
        await self._all_received(self._changes.made)
        return self._figures(begin, first)

    def _forget(self) -> None:
        for one in self.subscribers:
            del one.times[:]
            one.sequences.clear()

    async def _all_received(self, made: int) -> None:
        """Wait until every subscriber has received the first so many changes."""
        waiting = self.subscribers
        try:
            async with asyncio.timeout(_LONGEST):
                while waiting := [one for one in waiting if one.next is None or one.next < made]:
                    self._require_no_fault()
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError as late:
            raise NotReceived(f"{len(waiting)} subscribers miss changes after {_LONGEST:g} s") from late

    def _require_no_fault(self) -> None:
        for one in self.subscribers:
            if one.wrong is not None or one.ended.done():
                raise NotReceived(one.wrong or f"the server ended a subscription: {one.ended.result()!r}")

    def _figures(self, begin: float, first: int) -> Figures:
        took = time.monotonic() - begin
        self._require_no_fault()
        model = self.subscribers[0].sequences
        if len(model) != self._changes.made - first or any(one.sequences != model for one in self.subscribers):
            raise NotReceived("subscribers received different changes")
        if any(self._order(one) >= self._order(following) for one, following in pairwise(model)):
            raise NotReceived("`sequence` does not ascend")
        times = sorted(each for one in self.subscribers for each in one.times)
        return {
            "rps": len(times) / took,
            "p50_ms": times[len(times) // 2] * 1000,
            "p99_ms": times[len(times) * 99 // 100] * 1000,
        }


@asynccontextmanager
async def subscribed(changes: Changes, order: Order, port: int, count: int) -> AsyncIterator[Group]:
    """So many subscribers, as long as the context lasts."""
    group = Group(changes, order)
    try:
        await group.open(port, count)
        yield group
    finally:
        group.close()
