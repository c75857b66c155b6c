"""How many sockets are open, and how much goes on over them, by whose credentials."""

from collections import Counter
from dataclasses import dataclass

PLACE = "cam.place"
"""Where a socket's scope has its place, a `SocketPlace`."""
_TOO_MANY_REQUESTS = 4429
"""Clients of graphql-transport-ws do not come again by themselves."""
_TRY_AGAIN_LATER = 1013
"""They come again after a pause (RFC 6455, 7.4.1)."""


@dataclass(frozen=True, slots=True)
class PlaceBounds:
    """How many at once. The values here are the settings' defaults."""

    sockets: int = 5_000
    sockets_each: int = 2_500
    """Of one credential, or of one address which has not said yet who it is."""
    operations_each: int = 5_000
    """Operations of one credential over all of its sockets."""


class TooManySockets(Exception):
    """As many sockets are open as may be, by the same credential, or by everybody."""

    def __init__(self, *, is_everybodys: bool) -> None:
        super().__init__("Too many sockets are open" if is_everybodys else "Too many sockets of the same credential")
        self.code = _TRY_AGAIN_LATER if is_everybodys else _TOO_MANY_REQUESTS


class SocketPlaces:
    """The places for sockets in a process."""

    def __init__(self, bounds: PlaceBounds) -> None:
        self.bounds = bounds
        self.sockets: Counter[str] = Counter()
        self.operations: Counter[str] = Counter()
        self.open = 0

    def take(self, holder: str) -> "SocketPlace":
        """A place, to be left. Raises TooManySockets."""
        if self.open >= self.bounds.sockets:
            raise TooManySockets(is_everybodys=True)
        self._count(holder)
        self.open += 1
        return SocketPlace(self, holder)

    def give_back(self, holder: str) -> None:
        """A place that was taken is free."""
        self.open -= 1
        _less(self.sockets, holder)

    def move(self, before: str, after: str) -> None:
        """Count one socket of `before` as one of `after`. Raises TooManySockets, and changes nothing then."""
        if before != after:
            self._count(after)
            _less(self.sockets, before)

    def _count(self, holder: str) -> None:
        if self.sockets[holder] >= self.bounds.sockets_each:
            raise TooManySockets(is_everybodys=False)
        self.sockets[holder] += 1


class SocketPlace:
    """The place of one socket."""

    def __init__(self, places: SocketPlaces, holder: str) -> None:
        self._places = places
        self._holder = holder

    def belong_to(self, credential: str) -> None:
        """The socket has said who it is. Raises TooManySockets."""
        self._places.move(self._holder, credential)
        self._holder = credential

    def begin_operation(self) -> "Operation | None":
        """One more operation, to be ended; None where its credential has as many as it may."""
        operations = self._places.operations
        if operations[self._holder] >= self._places.bounds.operations_each:
            return None
        operations[self._holder] += 1
        return Operation(operations, self._holder)

    def leave(self) -> None:
        """The socket is closed."""
        self._places.give_back(self._holder)


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation over a socket."""

    counted: Counter[str]
    holder: str

    def end(self, _: object = None) -> None:
        """It is over."""
        _less(self.counted, self.holder)


def _less(counter: Counter[str], holder: str) -> None:
    counter[holder] -= 1
    if not counter[holder]:
        del counter[holder]
