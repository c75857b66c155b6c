"""Changes as they happen: one listening connection a process, fanned out to any number of subscribers."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import asyncpg

from services.activity import About, Change, Position, end_of_log, page_since
from services.activity_subscriber import FellBehind, Subscriber
from services.transaction import ACTIVITY_CHANNEL, reading
from services.unreachable import NO_ANSWER

__all__ = ["ActivityFeed", "FeedSettings", "FellBehind"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How the feed reads, and how much it keeps for whom. Times are in seconds."""

    queue_size: int = 1_000
    """How many changes wait for a subscriber before it has fallen behind."""
    page_size: int = 500
    read_interval: float = 0.02
    """Between two reads at least. What happens at ease is told at once; of a burst, many changes take one read."""
    recheck_interval: float = 0.075
    """While changes are visible which are not settled: an older transaction may still commit, or roll back silently."""
    poll_interval: float = 5.0
    """Otherwise, in case a notification was lost. An unanswered query breaks the connection after twice that."""
    longest_pause: float = 2.0
    """Between attempts to reach PostgreSQL."""


class ActivityFeed:
    """Reads the log's settled changes in order, and offers each to whoever subscribed to it.

    After a lost connection it goes on from its position, so that subscribers notice nothing but the delay.
    """

    def __init__(self, connection_arguments: Mapping[str, Any], settings: FeedSettings = FeedSettings()) -> None:
        self._arguments = {
            **connection_arguments,
            "command_timeout": 2 * settings.poll_interval,
            "server_settings": {"application_name": "cam-graphql feed", "jit": "off"},
        }
        self._settings = settings
        self._subscribers: set[Subscriber] = set()
        self._following: set[Subscriber] = set()
        self._position = Position(0, 0)
        self._notified = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin at the present end of the log. Raises what connecting raises."""
        connection = await self._connect()
        self._position = await end_of_log(connection)
        self._reading = asyncio.create_task(self._read_for_ever(connection))

    async def stop(self) -> None:
        """End every subscription and the connection."""
        for subscriber in self._subscribers:
            subscriber.end()
        if self._reading is not None:
            self._reading.cancel()
            with suppress(asyncio.CancelledError):
                await self._reading

    @property
    def following(self) -> int:
        """How many subscribers have caught up and take changes as they happen."""
        return len(self._following)

    @asynccontextmanager
    async def subscribe(
        self,
        wanted: Callable[[Change], bool] | None = None,
        after: Position | None = None,
        *,
        subject_type: str | None = None,
        subject_id: int | None = None,
        campaign_id: int | None = None,
    ) -> AsyncIterator[AsyncIterator[Change]]:
        """The changes after `after`, or from now on, in order, without gap or repetition, until the feed stops.

        They are narrowed by what is given of subject and campaign, in SQL where missed changes are replayed, and by
        `wanted`. Iterating raises FellBehind where the subscriber takes changes more slowly than they happen.
        """
        about = About(subject_type, subject_id, campaign_id)
        if after is None:
            async with reading() as connection:
                after = await end_of_log(connection)
        subscriber = Subscriber(about, wanted, after, self._settings.queue_size)
        self._subscribers.add(subscriber)
        try:
            async with aclosing(self._changes(subscriber)) as changes:
                yield changes
        finally:
            self._subscribers.discard(subscriber)
            self._following.discard(subscriber)

    async def _changes(self, subscriber: Subscriber) -> AsyncGenerator[Change, None]:
        """What was missed, read until its end; then, with live changes being kept already, the rest; then those."""
        for live in (False, True):
            if live:
                self._following.add(subscriber)
            full = True
            while full:
                async with reading() as connection:
                    page = await page_since(connection, subscriber.position, self._settings.page_size, subscriber.about)
                full = page.full
                for change in page.changes:
                    if subscriber.takes(change):
                        yield change
        async for change in subscriber.live():
            yield change

    async def _read_for_ever(self, connection: asyncpg.Connection | None) -> None:
        pause = 0.1
        while True:
            try:
                connection = connection or await self._connect()
                pause = 0.1
                await self._read(connection)
            except NO_ANSWER as error:
                logger.warning("the activity feed lost its connection: %s", error)
            except Exception:
                logger.exception("the activity feed broke; it begins again where it was")
            finally:
                if connection is not None:
                    connection.terminate()
            connection = None
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._settings.longest_pause)

    async def _connect(self) -> asyncpg.Connection:
        connection: asyncpg.Connection = await asyncpg.connect(**self._arguments)
        connection.add_termination_listener(lambda _: self._notified.set())
        await connection.add_listener(ACTIVITY_CHANNEL, lambda *_: self._notified.set())
        return connection

    async def _read(self, connection: asyncpg.Connection) -> None:
        now = asyncio.get_running_loop().time
        while True:
            self._notified.clear()
            began = now()
            page = await page_since(connection, self._position, self._settings.page_size)
            for change in page.changes:
                self._position = change.position
                for subscriber in self._following:
                    subscriber.offer(change)
            if not page.full:
                wait = self._settings.recheck_interval if page.unsettled else self._settings.poll_interval
                # Not `wait_for`, which can swallow a cancellation that comes together with a notification.
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._notified.wait()
                await asyncio.sleep(began + self._settings.read_interval - now())
