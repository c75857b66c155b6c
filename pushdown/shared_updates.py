"""Updates which several subscribers get alike: worked out once, encoded once, given to all."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any
from weakref import WeakValueDictionary

import orjson
from graphql import ExecutionResult

KEPT_SECONDS = 1.0
"""For how long a subscriber who reads a little later than others gets what they got."""
KEPT_LETTERS = 8_000_000
"""How many letters of updates are kept at most; what comes beyond is shared only while it is worked out."""


class SharedData(dict[str, Any]):
    """The data of an update, together with its JSON."""

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.encoded = orjson.dumps(data)
        self.fragment = orjson.Fragment(self.encoded)
        """What orjson puts into a message as it is."""


class Update:
    """One update, which is being worked out or has been."""

    __slots__ = ("_waiting", "number", "task")

    def __init__(self, number: int, work: Coroutine[Any, Any, ExecutionResult]) -> None:
        self.number = number
        """Higher for those begun later: what it shows is as new as its beginning, or newer."""
        self.task = asyncio.ensure_future(work)
        self._waiting: list[Callable[[], None]] = []
        self.task.add_done_callback(self._tell)

    def when_done(self, tell: Callable[[], None]) -> None:
        """Call back, once or now. A callback of the task itself would take a turn of the event loop for each."""
        if self.task.done():
            tell()
        else:
            self._waiting.append(tell)

    def _tell(self, _ended: object) -> None:
        waiting, self._waiting = self._waiting, []
        for tell in waiting:
            tell()


class Audience:
    """Those subscribers who get the same of an event, and the updates of the last moments for them."""

    def __init__(self, shared: "SharedUpdates", values: object) -> None:
        self._shared = shared
        self._values = values
        """What they asked with: kept, for where a value is known by its place, no other may come to lie there."""
        self._updates: dict[Hashable, Update] = {}

    def update(self, event: Hashable, seen: int, make: Callable[[], Coroutine[Any, Any, ExecutionResult]]) -> Update:
        """The update for an event, by `make` where there is none yet, or only one begun before `seen`.

        Who passes the number of the last update it got sees nothing go back to an earlier state.
        """
        update = self._updates.get(event)
        if update is None or update.number < seen:
            update = self._updates[event] = self._shared.begin(make())
            update.task.add_done_callback(lambda _: self._keep(event, update))
        return update

    def _keep(self, event: Hashable, update: Update) -> None:
        letters = _letters(update.task)
        if letters is None or not self._shared.keeps(letters):
            self._forget(event, update)
        else:
            asyncio.get_running_loop().call_later(self._shared.seconds, self._forget, event, update, letters)

    def _forget(self, event: Hashable, update: Update, letters: int = 0) -> None:
        self._shared.letters -= letters
        if self._updates.get(event) is update:
            del self._updates[event]


class SharedUpdates:
    """All audiences of a process. They are forgotten with their last subscriber."""

    def __init__(self, seconds: float = KEPT_SECONDS, most_letters: int = KEPT_LETTERS) -> None:
        self.seconds = seconds
        self.letters = 0
        self._most_letters = most_letters
        self._audiences: WeakValueDictionary[Hashable, Audience] = WeakValueDictionary()
        self._begun = 0

    def audience(self, asked: Hashable, values: object) -> Audience:
        """Those who asked this; `values` are kept as long as there are any."""
        found = self._audiences.get(asked)
        if found is None:
            found = self._audiences[asked] = Audience(self, values)
        return found

    def begin(self, work: Coroutine[Any, Any, ExecutionResult]) -> Update:
        """Begin an update."""
        self._begun += 1
        return Update(self._begun, work)

    def keeps(self, letters: int) -> bool:
        """Whether there is room for so many letters more, which are counted then."""
        if self.letters + letters > self._most_letters:
            return False
        self.letters += letters
        return True


def _letters(task: asyncio.Task[ExecutionResult]) -> int | None:
    """How many there are to keep; None for a failure, after which there may be an answer the next time."""
    if task.cancelled() or task.exception() is not None:
        return None
    data = task.result().data
    return len(data.encoded) if isinstance(data, SharedData) and not task.result().errors else None
