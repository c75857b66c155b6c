"""What is still to be read of one site, best first, and what was already asked for."""

import heapq
import itertools
from dataclasses import dataclass

from sources.web.links import PromisingLink
from sources.web.urls import canonical_url, url_key

_MOST_QUERIES_OF_A_PATH = 100
_PATHS_WITH_QUERIES = 10
"""As many of them as this many times the capacity are told apart."""
_WEIGHT_OF_PROMISE = 1.5
"""A link that promises nothing ranks like a sure one this many steps further from the seed."""
_BEFORE_ALL_OTHERS = -1.0


@dataclass(frozen=True, slots=True)
class Step:
    """A page to read."""

    url: str
    depth: int
    worth: float = 0.0
    is_seed: bool = False
    """Whether the caller named it: it goes before all others, though nothing is known of its worth."""


class Frontier:
    """The steps of one site; holds at most twice `capacity` of them and forgets the least promising beyond."""

    def __init__(self, capacity: int, depth: int) -> None:
        self._capacity = capacity
        self._depth = depth
        self._heap: list[tuple[float, int, Step]] = []
        self._order = itertools.count()
        self._known: set[str] = set()
        self._queries_of_path: dict[str, int] = {}

    def claim(self, url: str) -> bool:
        """Say that the URL is being read now; False if it was claimed or queued before."""
        key = page_key(url)
        if key in self._known:
            return False
        self._known.add(key)
        return True

    def add_seed(self, url: str) -> None:
        """Queue a URL the caller named, before everything else."""
        if self.claim(url):
            self._push(Step(url, 0, is_seed=True), _BEFORE_ALL_OTHERS)

    def offer(self, link: PromisingLink, found_on: Step) -> None:
        """Queue a link, unless it is known, too far from the seed, or one of endless variations of its path."""
        depth = found_on.depth if link.continues_list else found_on.depth + 1
        key = page_key(link.url)
        if key in self._known or depth > self._depth or not self._allows_query(link.url):
            return
        self._known.add(key)
        self._push(Step(link.url, depth, link.worth), depth + _WEIGHT_OF_PROMISE * (1 - link.worth))
        if len(self._heap) > 2 * self._capacity:
            self._forget_the_worst()

    def pop(self) -> Step | None:
        """The best step left, or None."""
        return heapq.heappop(self._heap)[2] if self._heap else None

    def clear(self) -> None:
        """Drop everything still queued."""
        self._heap.clear()

    def _push(self, step: Step, rank: float) -> None:
        heapq.heappush(self._heap, (rank, next(self._order), step))

    def _forget_the_worst(self) -> None:
        self._heap.sort()
        for _, _, step in self._heap[self._capacity :]:
            self._known.discard(page_key(step.url))
        del self._heap[self._capacity :]

    def _allows_query(self, url: str) -> bool:
        path, query, _ = url.partition("?")
        if not query:
            return True
        seen = self._queries_of_path.get(path, 0)
        if seen >= _MOST_QUERIES_OF_A_PATH or len(self._queries_of_path) > self._capacity * _PATHS_WITH_QUERIES:
            return False
        self._queries_of_path[path] = seen + 1
        return True


def page_key(url: str) -> str:
    """One name for all spellings of a page: scheme, `www.`, final slash and tracking parameters do not count."""
    return url_key(canonical_url(url) or url)
