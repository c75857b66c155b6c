"""What a search has found since its last batch, folded so that nothing is said twice."""

import asyncio
from datetime import datetime

from sources.protocol import Batch, FoundProfile
from sources.web.page import ParsedPage
from sources.web.people import PeopleIndex


class Findings:
    """Collects people and requests until somebody takes them as a batch. Holds at most `max_profiles` people."""

    def __init__(self, max_profiles: int) -> None:
        self._people = PeopleIndex()
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

    def add(self, parsed: ParsedPage, retrieved_at: datetime) -> None:
        """Merge one page's people with those known. New people beyond `max_profiles` are left out."""
        profiles, superseded = self._people.add(parsed, retrieved_at)
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
