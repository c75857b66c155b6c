"""Which page of a connection is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pushdown.errors import InvalidArgument

DEFAULT_PAGE = 20
MAX_PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page: how many rows from which end, between which cursors, as arguments know these values."""

    size: Any
    backward: bool
    after: Any
    before: Any

    @classmethod
    def of(cls, arguments: Mapping[str, Any]) -> "Page":
        """Read `first`, `last`, `after`, `before`. Neither `first` nor `last` gives the first 20.

        Raises InvalidArgument where both are given.
        """
        first, last = arguments.get("first"), arguments.get("last")
        if first is not None and last is not None:
            raise InvalidArgument("last", "give either `first` or `last`, not both")
        size = last if last is not None else first if first is not None else DEFAULT_PAGE
        return cls(size, last is not None, arguments.get("after"), arguments.get("before"))

    @property
    def cursors(self) -> list[tuple[str, Any]]:
        """The arguments that hold a cursor, with it."""
        return [(name, value) for name, value in (("after", self.after), ("before", self.before)) if value is not None]

    def checked(self, size: int) -> int:
        """The size. Raises InvalidArgument outside of 1 to 100."""
        if not 1 <= size <= MAX_PAGE:
            name = "last" if self.backward else "first"
            raise InvalidArgument(name, f"must be between 1 and {MAX_PAGE}, got {size}")
        return size
