"""One subscriber of the activity feed: what waits for it, and where it stands."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable

from services.activity import About, Change, Position


class FellBehind(Exception):
    """Changes come faster than the subscriber takes them. It can subscribe anew with `after` set to `position`."""

    def __init__(self, position: Position) -> None:
        super().__init__("changes come faster than they are taken")
        self.position = position


class Subscriber:
    """Keeps a bounded number of changes; whoever offers them never waits."""

    def __init__(
        self, about: About, wanted: Callable[[Change], bool] | None, position: Position, queue_size: int
    ) -> None:
        self.about = about
        self.position = position
        """Of the last change that was handed out, or passed over as not wanted."""
        self._wanted = wanted
        self._waiting: deque[Change] = deque()
        self._queue_size = queue_size
        self._news = asyncio.Event()
        self._fell_behind = False
        self._ended = False

    def offer(self, change: Change) -> None:
        """Keep a change that happened, if it is asked for and there is room."""
        if self._fell_behind or not self.about.covers(change) or change.position <= self.position:
            return
        if len(self._waiting) >= self._queue_size:
            self._fell_behind = True
        else:
            self._waiting.append(change)
        self._news.set()

    def takes(self, change: Change) -> bool:
        """Go on to a change; whether it is handed out. What was handed out before is not again."""
        if change.position <= self.position:
            return False
        self.position = change.position
        return self._wanted is None or self._wanted(change)

    def end(self) -> None:
        """No more changes will come."""
        self._ended = True
        self._news.set()

    async def live(self) -> AsyncGenerator[Change, None]:
        """The changes offered, in their order; raises FellBehind after the last which had room."""
        while not self._ended:
            self._news.clear()
            while self._waiting and not self._ended:
                change = self._waiting.popleft()
                if self.takes(change):
                    yield change
            if self._fell_behind:
                raise FellBehind(self.position)
            if not self._ended:
                await self._news.wait()
