"""The results of a subscription, worked out ahead of whoever takes them."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from contextlib import aclosing, suppress
from typing import Any

from graphql import ExecutionResult, GraphQLError
from graphql.execution import create_source_event_stream
from strawberry.schema.schema import StreamResult
from strawberry.types import ExecutionResult as StrawberryResult
from strawberry.utils.await_maybe import await_maybe

from pushdown.shared_updates import Update
from pushdown.subscribing import SubscriptionExecutor

_AHEAD = 32
"""So many events are executed at once for a subscriber, where so many have happened."""


Told = Callable[[list[GraphQLError]], None]


async def streamed(executor: SubscriptionExecutor, *, show: Told, ended: Told) -> StreamResult:
    """The results as Strawberry takes them, their errors as `show` leaves them. Where it breaks, the last tells why.

    `ended` is called when it is over, with what was wrong with the last.
    """
    wrong: list[GraphQLError] = []

    def told(result: ExecutionResult) -> StrawberryResult:
        if result.errors:
            show(result.errors)
        wrong[:] = result.errors or ()
        return StrawberryResult(result.data, result.errors)

    try:
        source: Any = await await_maybe(create_source_event_stream(executor))
        if isinstance(source, ExecutionResult):
            yield told(source)
            return
        async with aclosing(following(executor, source)) as results:
            async for result in results:
                yield told(result)
    except Exception as fault:
        error = fault if isinstance(fault, GraphQLError) else GraphQLError(str(fault), original_error=fault)
        yield told(ExecutionResult(None, [error]))
    finally:
        ended(wrong)


async def following(
    executor: SubscriptionExecutor, source: AsyncIterable[Any]
) -> AsyncGenerator[ExecutionResult, None]:
    """What comes of each event, in order. Raises what the source or the reading of a row raises, once all before it was
    taken: the subscription can be resumed there.

    Of events that happened together the results come without a pause: what is written to a socket meanwhile can go out
    as one piece.
    """
    ahead = _Ahead(executor)
    reading = asyncio.create_task(ahead.read(source))
    reading.add_done_callback(lambda _: ahead.tell())
    try:
        while True:
            while ahead.updates and ahead.updates[0].task.done():
                yield ahead.updates.popleft().task.result()
            if not ahead.updates and reading.done():
                reading.result()
                return
            await ahead.news()
    finally:
        reading.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await reading


class _Ahead:
    """The updates which have been begun and not been taken."""

    def __init__(self, executor: SubscriptionExecutor) -> None:
        self.updates: deque[Update] = deque()
        self._executor = executor
        self._loop = asyncio.get_running_loop()
        self._waiter: asyncio.Future[None] | None = None
        self._room = asyncio.Event()

    async def read(self, source: AsyncIterable[Any]) -> None:
        """Begin an update for each event, as long as there is room."""
        async for event in source:
            update = self._executor.begin(event)
            self.updates.append(update)
            update.when_done(self.tell)
            while len(self.updates) >= _AHEAD:
                self._room.clear()
                await self._room.wait()

    async def news(self) -> None:
        """Wait until there is something to take, or nothing more to come."""
        self._room.set()
        self._waiter = self._loop.create_future()
        await self._waiter

    def tell(self) -> None:
        """End the waiting."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
