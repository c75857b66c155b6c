"""Which page of a connection is asked for: the arguments, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pushdown.errors import InvalidArgument

DEFAULT_PAGE = 20
MAX_PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page: how many rows from which end, between which cursors."""

    size: int
    backward: bool
    after: str | None
    before: str | None

    @classmethod
    def of(cls, arguments: Mapping[str, Any]) -> "Page":
        """Read `first`, `last`, `after`, `before`. Neither `first` nor `last` gives the first 20.

        Raises InvalidArgument where both are given or one is out of 1 to 100.
        """
        first, last = arguments.get("first"), arguments.get("last")
        if first is not None and last is not None:
            raise InvalidArgument("last", "give either `first` or `last`, not both")
        for name, size in (("first", first), ("last", last)):
            if size is not None and not 1 <= size <= MAX_PAGE:
                raise InvalidArgument(name, f"must be between 1 and {MAX_PAGE}, got {size}")
        size = last if last is not None else first if first is not None else DEFAULT_PAGE
        return cls(size, last is not None, arguments.get("after"), arguments.get("before"))
