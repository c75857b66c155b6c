"""Watching what is used up: one look at the database now and then for all who watch, and none where nobody does.

Senders tell nobody: a notification would hold every commit up at one lock of the whole database.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from models import Channel
from services.safety.keeping import in_force
from services.safety.switching import is_paused
from services.safety.today import ChannelToday, channels_today
from services.transaction import reading

logger = logging.getLogger(__name__)

INTERVAL = 0.25
"""Seconds between two looks: what changes within is one change."""


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

    @asynccontextmanager
    async def watch(self) -> AsyncIterator[Callable[[], AsyncIterator[None]]]:
        """Ticks: one at once, then one after every change, or several, of what is seen."""
        changed = asyncio.Event()
        changed.set()
        self._watchers.add(changed)
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_for_ever())

        async def ticks() -> AsyncIterator[None]:
            while True:
                await changed.wait()
                changed.clear()
                yield

        try:
            yield ticks
        finally:
            self._watchers.discard(changed)
            if not self._watchers and self._looking is not None:
                self._looking.cancel()
                self._looking = None

    async def _look_for_ever(self) -> None:
        seen: Seen | None = None
        while True:
            try:
                now = await _look()
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, LookupError) as error:
                logger.warning("what safety lets through cannot be watched at present: %s", error)
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
