"""Watching what is used up: one look at the database now and then for all who watch, and none where nobody does.

Senders tell nobody: a notification would hold every commit up at one lock of the whole database.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from models import Channel
from services.safety.keeping import in_force
from services.safety.switching import is_paused
from services.safety.today import ChannelToday, channels_today
from services.transaction import reading
from services.unreachable import NO_ANSWER

logger = logging.getLogger(__name__)

T = TypeVar("T")

INTERVAL = 0.25
"""Seconds between two looks: what changes within is one change."""
_UNSEEABLE = (*NO_ANSWER, LookupError)
"""What passes: the database cannot be reached, or is being restored."""
_UNSEEN = "what safety lets through cannot be watched at present: %s"


@dataclass(frozen=True, slots=True)
class Seen:
    """What watchers are told of, where it differs from before."""

    version: int
    paused: bool
    channels: Mapping[Channel, ChannelToday]


class UsageWatch:
    """Looks while somebody watches. Whoever is slow sees the newest state, and not those in between."""

    def __init__(self, interval: float = INTERVAL) -> None:
        self._interval = interval
        self._watchers: set[asyncio.Event] = set()
        self._looking: asyncio.Task[None] | None = None

    async def follow(self, read: Callable[[], Awaitable[T]]) -> AsyncGenerator[T, None]:
        """What `read` gives: once now, and then after every change of what is seen, or several, where it differs."""
        changed = asyncio.Event()
        changed.set()
        last: T | None = None
        with self._watching(changed):
            while True:
                await changed.wait()
                changed.clear()
                try:
                    present = await read()
                except _UNSEEABLE as error:
                    logger.warning(_UNSEEN, error)
                    await asyncio.sleep(self._interval)
                    changed.set()
                    continue
                if present != last:
                    last = present
                    yield present

    @contextmanager
    def _watching(self, changed: asyncio.Event) -> Iterator[None]:
        self._watchers.add(changed)
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_for_ever())
        try:
            yield
        finally:
            self._watchers.discard(changed)
            if not self._watchers and self._looking is not None:
                self._looking.cancel()
                self._looking = None

    @property
    def is_looking(self) -> bool:
        """Whether anybody watches."""
        return self._looking is not None

    async def _look_for_ever(self) -> None:
        seen: Seen | None = None
        while True:
            try:
                now = await _look()
            except _UNSEEABLE as error:
                logger.warning(_UNSEEN, error)
            else:
                if now != seen:
                    seen = now
                    for changed in self._watchers:
                        changed.set()
            await asyncio.sleep(self._interval)


async def _look() -> Seen:
    async with reading() as connection:
        present = await in_force(connection)
        return Seen(present.version, await is_paused(connection), await channels_today(connection, present))
