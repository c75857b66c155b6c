"""Chance for everything that is drawn by the thousand: hypothesis draws a seed.

Each draw of its own would cost more than the rest of an example, and most examples would be variations of others. What
is lost, its shrinking of examples, `reduction` does better.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Dice(Random):
    """Random choices from a seed."""

    def once_in(self, times: int) -> bool:
        """True once in so many times."""
        return self.randrange(times) == 0

    def some(self, items: Sequence[T], most: int, least: int = 0) -> list[T]:
        """A few different items, in any order."""
        return self.sample(items, min(self.randint(least, most), len(items)))

    def times(self, most: int, make: Callable[[], T]) -> list[T]:
        """None to `most` of what is made."""
        return [make() for _ in range(self.randint(0, most))]


dice = st.binary(min_size=8, max_size=8).map(Dice)
