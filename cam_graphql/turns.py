"""Who runs, who waits and who has to go, where only so many can run at once."""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Ticket = TypeVar("Ticket", bound=Hashable)


@dataclass(frozen=True, slots=True)
class TurnBounds:
    """How many at once. The values here are the settings' defaults."""

    running: int = 64
    running_each: int = 32
    """Of one credential, so that others find room while it floods."""
    waiting: int = 256
    waiting_each: int = 128


class Turns(Generic[Ticket]):
    """Shares turns out among credentials: in the order of arrival within one, round robin between them.

    While there is room nobody waits whose credential has not its full share already. So arriving costs two comparisons.
    """

    def __init__(self, bounds: TurnBounds) -> None:
        self._bounds = bounds
        self._most = bounds.running
        self._most_each = bounds.running_each
        self._running: dict[str, int] = {}
        self._queues: dict[str, deque[Ticket]] = {}
        self._round: deque[str] = deque()
        """Those with a queue, the next first."""
        self.running = 0
        self.waiting = 0

    def begin(self, credential: str) -> bool:
        """Begin a turn at once, if there is room; `end` must follow."""
        mine = self._running.get(credential, 0)
        if self.running >= self._most or mine >= self._most_each:
            return False
        self.running += 1
        self._running[credential] = mine + 1
        return True

    def wait(self, credential: str, ticket: Ticket) -> Ticket | None:
        """Queue for a turn. Gives back who has to go for it: nobody, the newcomer itself, or one who waits already.

        Where all queues together are full, the longest gives up its newest to one that is shorter by two or more.
        """
        queue = self._queues.get(credential)
        mine = len(queue) if queue is not None else 0
        if mine >= self._bounds.waiting_each:
            return ticket
        displaced: Ticket | None = None
        if self.waiting >= self._bounds.waiting:
            longest = max(self._queues, key=lambda one: len(self._queues[one]), default=credential)
            if len(self._queues.get(longest, ())) < mine + 2:
                return ticket
            displaced = self._queues[longest][-1]
            self.give_up(longest, displaced)
        if queue is None:
            queue = self._queues[credential] = deque()
            self._round.append(credential)
        queue.append(ticket)
        self.waiting += 1
        return displaced

    def give_up(self, credential: str, ticket: Ticket) -> None:
        """Wait no longer. The ticket must be waiting."""
        self._queues[credential].remove(ticket)
        self.waiting -= 1
        if not self._queues[credential]:
            del self._queues[credential]
            self._round.remove(credential)

    def end(self, credential: str) -> Ticket | None:
        """End a turn. Whoever is given back has its turn from now on."""
        self.running -= 1
        mine = self._running[credential] - 1
        if mine:
            self._running[credential] = mine
        else:
            del self._running[credential]
        return self._next() if self.waiting else None

    def _next(self) -> Ticket | None:
        for _ in range(len(self._round)):
            credential = self._round[0]
            self._round.rotate(-1)
            if self.begin(credential):
                ticket = self._queues[credential][0]
                self.give_up(credential, ticket)
                return ticket
        return None
