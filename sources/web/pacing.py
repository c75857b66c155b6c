"""Politeness: how many requests a host gets at once, and how far apart. Shared by all searches of one source."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sources.web.settings import WebSourceSettings

_HOSTS_REMEMBERED = 10_000


class _Host:
    __slots__ = ("delay", "next_start", "permits", "users")

    def __init__(self, permits: int, delay: float) -> None:
        self.permits = asyncio.Semaphore(permits)
        self.delay = delay
        self.next_start = 0.0
        self.users = 0


class Pacing:
    """Hands out turns. A host is a `site_of`; times are the event loop's."""

    def __init__(self, settings: WebSourceSettings) -> None:
        self._settings = settings
        self._requests = asyncio.Semaphore(settings.concurrency)
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait until one more request to the host is polite and affordable; the request is made inside."""
        host = self._host(key)
        host.users += 1
        try:
            async with host.permits:
                await self._wait_for_start(host)
                try:
                    yield
                finally:
                    self._requests.release()
        finally:
            host.users -= 1

    def slow_down(self, key: str, delay: float) -> None:
        """Keep the host's requests at least `delay` seconds apart from now on, as its robots.txt asks."""
        host = self._host(key)
        host.delay = max(host.delay, delay)
        if host.next_start:
            host.next_start = max(host.next_start, asyncio.get_running_loop().time() + host.delay)

    def pause(self, key: str, seconds: float) -> None:
        """Send the host nothing for so long, as its `Retry-After` asks."""
        host = self._host(key)
        host.next_start = max(host.next_start, asyncio.get_running_loop().time() + seconds)

    async def _wait_for_start(self, host: _Host) -> None:
        """Sleep without holding one of the few overall permits, then take one; another may have started meanwhile."""
        loop = asyncio.get_running_loop()
        while True:
            while (wait := host.next_start - loop.time()) > 0:
                await asyncio.sleep(wait)
            await self._requests.acquire()
            if host.next_start <= loop.time():
                host.next_start = loop.time() + host.delay
                return
            self._requests.release()

    def _host(self, key: str) -> _Host:
        host = self._hosts.get(key)
        if host is None:
            host = self._hosts[key] = _Host(self._settings.concurrency_per_host, self._settings.delay)
            self._forget_idle_hosts()
        self._hosts.move_to_end(key)
        return host

    def _forget_idle_hosts(self) -> None:
        now = asyncio.get_running_loop().time()
        for key, host in list(self._hosts.items()):
            if len(self._hosts) <= _HOSTS_REMEMBERED:
                return
            if host.users == 0 and host.next_start <= now:
                del self._hosts[key]
