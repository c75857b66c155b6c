"""What was made last, kept up to a total weight; the least used is forgotten."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cachetools import LRUCache

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_LEAST = 4_000
"""What anything counts at least, so that many small things do not pile up."""


class Kept(Generic[K, V]):
    """Keeps values whose letters, as `letters` counts them, are at most `most` together."""

    def __init__(self, most: int, letters: Callable[[V], int]) -> None:
        self._weight: Callable[[V], int] = lambda value: max(_LEAST, letters(value))
        self._values: LRUCache[K, V] = LRUCache(most, self._weight)

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value kept under the key, or the one made now; what `make` raises is kept nowhere."""
        try:
            return self._values[key]
        except KeyError:
            value = make()
        if self._weight(value) <= self._values.maxsize:
            self._values[key] = value
        return value
