"""What a search has found since its last batch, folded so that nothing is said twice."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

from sources.protocol import Batch, FoundProfile
from sources.web.page import ParsedPage
from sources.web.people import PeopleIndex

_BETWEEN_BATCHES = 0.25
_MERGED_AT_ONCE = 50


class Findings:
    """Collects people and requests until somebody takes them as a batch. Holds at most `max_profiles` people."""

    def __init__(self, max_profiles: int) -> None:
        self._people = PeopleIndex()
        self._merging = asyncio.Lock()
        self._most = max_profiles
        self._live: set[str] = set()
        self._told: set[str] = set()
        self._profiles: dict[str, FoundProfile] = {}
        self._superseded: set[str] = set()
        self._requests = 0
        self.changed = asyncio.Event()
        """Set while there is something to take."""

    @property
    def full(self) -> bool:
        """Whether as many people as wanted are found."""
        return len(self._live) >= self._most

    async def add(self, parsed: ParsedPage, retrieved_at: datetime) -> None:
        """Merge one page's people with those known. New people beyond `max_profiles` are left out."""
        async with self._merging:
            if len(parsed.people) <= _MERGED_AT_ONCE:
                profiles, superseded = self._people.add(parsed, retrieved_at)
            else:
                # A directory of a thousand people takes some 100 ms, which the event loop must not stand still.
                profiles, superseded = await asyncio.to_thread(self._people.add, parsed, retrieved_at)
        for handle in superseded:
            self._profiles.pop(handle, None)
            self._live.discard(handle)
            if handle in self._told:
                self._told.discard(handle)
                self._superseded.add(handle)
        for profile in profiles:
            if profile.handle in self._live or not self.full:
                self._live.add(profile.handle)
                self._superseded.discard(profile.handle)
                self._profiles[profile.handle] = profile
        if profiles or superseded:
            self.changed.set()

    def count_request(self) -> None:
        """One more request was sent."""
        self._requests += 1
        self.changed.set()

    def take(self) -> Batch:
        """Everything since the last call."""
        batch = Batch(tuple(self._profiles.values()), tuple(sorted(self._superseded)), self._requests)
        self._told.update(self._profiles)
        self._profiles, self._superseded, self._requests = {}, set(), 0
        self.changed.clear()
        return batch


async def batches(findings: Findings, running: asyncio.Task[None]) -> AsyncIterator[Batch]:
    """Batches while the crawl runs, at most four a second, and whatever is left when it has ended."""
    running.add_done_callback(lambda _: findings.changed.set())
    loop = asyncio.get_running_loop()
    not_before = loop.time()
    while True:
        await findings.changed.wait()
        await asyncio.wait({running}, timeout=max(0.0, not_before - loop.time()))
        if running.done():
            break
        not_before = loop.time() + _BETWEEN_BATCHES
        yield findings.take()
    yield findings.take()
