"""Reads which several subscribers wait for at once: sent once, given to all."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence

Fetch = Callable[[str, Sequence[object], bool], Awaitable[str]]
"""Sends a statement with its parameters, and whether these values decide how to plan it; gives its one value's text."""


class SharedReads:
    """Sends a statement once for all who ask for it while it is under way, with the same values and of the same moment.

    A read that has begun shows a moment which it was begun for. What is asked for afterwards is read anew.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._under_way: dict[Hashable, asyncio.Task[str]] = {}

    async def fetch(self, sql: str, arguments: Sequence[object], by_value: bool, moment: Hashable) -> str:
        """The statement's one value. Whoever stops waiting leaves the others their answer."""
        key = (sql, repr(arguments), moment)
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.ensure_future(self._fetch(sql, arguments, by_value))
            self._under_way[key] = task
            task.add_done_callback(lambda ended: self._forget(key, ended))
        return await asyncio.shield(task)

    def _forget(self, key: Hashable, ended: asyncio.Task[str]) -> None:
        del self._under_way[key]
        if not ended.cancelled():
            ended.exception()  # which may be nobody's any more
