"""What is still to be read of one site, best first, and what was already asked for."""

import heapq
import itertools
from dataclasses import dataclass

from yarl import URL

from sources.web.links import Promise
from sources.web.urls import canonical_url, url_key

_MOST_QUERIES_OF_A_PATH = 100
_WEIGHT_OF_PROMISE = 1.5
"""A link that promises nothing ranks like a sure one this many steps further from the seed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page to read."""

    url: URL
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

    def claim(self, url: URL) -> bool:
        """Say that the URL is being read now; False if it was claimed or queued before."""
        key = page_key(url)
        if key in self._known:
            return False
        self._known.add(key)
        return True

    def add_seed(self, url: URL) -> None:
        """Queue a URL the caller named, before everything else."""
        if self.claim(url):
            self._push(Step(url, 0, is_seed=True))

    def offer(self, url: URL, found_on: Step, judged: Promise) -> None:
        """Queue a link, unless it is known, too far from the seed, or one of endless variations of its path."""
        depth = found_on.depth if judged.continues_list else found_on.depth + 1
        if depth > self._depth or page_key(url) in self._known or not self._allows_query(url):
            return
        self.claim(url)
        self._push(Step(url.with_fragment(None), depth, judged.worth))
        if len(self._heap) > 2 * self._capacity:
            self._forget_the_worst()

    def pop(self) -> Step | None:
        """The best step left, or None."""
        return heapq.heappop(self._heap)[2] if self._heap else None

    def clear(self) -> None:
        """Drop everything still queued."""
        self._heap.clear()

    def _push(self, step: Step) -> None:
        rank = -1.0 if step.is_seed else step.depth + _WEIGHT_OF_PROMISE * (1 - step.worth)
        heapq.heappush(self._heap, (rank, next(self._order), step))

    def _forget_the_worst(self) -> None:
        self._heap.sort()
        for _, _, step in self._heap[self._capacity :]:
            self._known.discard(page_key(step.url))
        del self._heap[self._capacity :]

    def _allows_query(self, url: URL) -> bool:
        if not url.raw_query_string:
            return True
        seen = self._queries_of_path.get(url.raw_path, 0)
        if seen >= _MOST_QUERIES_OF_A_PATH or len(self._queries_of_path) > self._capacity * 10:
            return False
        self._queries_of_path[url.raw_path] = seen + 1
        return True


def page_key(url: URL) -> str:
    """One name for all spellings of a page: scheme, `www.`, final slash and tracking parameters do not count."""
    return url_key(canonical_url(str(url)) or str(url))
