"""Whoever shows wrong credentials again and again has to pause."""

import time
from collections.abc import Callable

from cachetools import TTLCache


class TooManyFailures(Exception):
    """Too many wrong credentials came from this address; nothing was looked at."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many wrong credentials came from your address. Try again in {retry_after} s.")
        self.retry_after = retry_after
        """Seconds, at least 1."""


class Failures:
    """Counts failures per address, each for `pause` seconds; of most addresses the oldest are forgotten."""

    def __init__(self, most: int, pause: float, addresses: int, timer: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._pause = pause
        self._failed: TTLCache[str, int] = TTLCache(addresses, pause, timer)

    def check(self, address: str) -> None:
        """Raise TooManyFailures where the address has to pause. The pause begins anew with each failure."""
        if self._failed.get(address, 0) >= self._most:
            raise TooManyFailures(max(1, round(self._pause)))

    def add(self, address: str) -> None:
        """Note a failure."""
        self._failed[address] = self._failed.get(address, 0) + 1
