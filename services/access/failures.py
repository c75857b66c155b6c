"""Whoever shows wrong credentials again and again has to pause."""

import math
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from cachetools import TTLCache


class TooManyFailures(Exception):
    """Too many wrong credentials came from this address."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many wrong credentials came from your address. Try again in {retry_after} s.")
        self.retry_after = retry_after
        """Seconds, at least 1."""


class Failures:
    """Counts failures per address, each for `pause` seconds; of most addresses the oldest are forgotten.

    IPv6 addresses count as the networks of 64 bits which single subscribers have (RFC 6177).
    """

    def __init__(self, most: int, pause: float, addresses: int, timer: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._pause = pause
        self._timer = timer
        self._failed: TTLCache[str, tuple[int, float]] = TTLCache(addresses, pause, timer)

    def remaining(self, address: str) -> int | None:
        """Seconds, at least 1, for which the address has to pause yet; None where it need not."""
        failed, last = self._failed.get(_counted_as(address), (0, 0.0))
        if failed < self._most:
            return None
        return max(1, math.ceil(last + self._pause - self._timer()))

    def add(self, address: str) -> None:
        """Note a failure. What was counted before it stays counted for as long as this one."""
        counted_as = _counted_as(address)
        failed, _ = self._failed.get(counted_as, (0, 0.0))
        self._failed[counted_as] = failed + 1, self._timer()


def is_loopback(address: str) -> bool:
    """Whether a request came from this machine, as far as its address tells."""
    parsed = _parsed(address)
    return parsed is not None and parsed.is_loopback


def _counted_as(address: str) -> str:
    parsed = _parsed(address)
    return str(IPv6Network((parsed, 64), strict=False)) if isinstance(parsed, IPv6Address) else address


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return mapped or parsed
