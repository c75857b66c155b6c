"""Sockets whose credentials end while they are open: they are closed within seconds."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from services.access.authenticating import Authenticator
from services.access.viewer import Viewer

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_LOOKS = 2.0

Close = Callable[[], Awaitable[None]]


class OpenSockets:
    """The sockets of a process, by whose credentials they are open. One look is for all of them."""

    def __init__(self, authenticator: Authenticator, clock: Callable[[], datetime]) -> None:
        self._authenticator = authenticator
        self._clock = clock
        self._open: dict[object, tuple[Viewer, Close]] = {}
        self._looking: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def open_for(self, viewer: Viewer, close: Close) -> AsyncIterator[None]:
        """Have a socket closed by `close` once the viewer's credentials have expired or are revoked."""
        key = object()
        self._open[key] = viewer, close
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            self._open.pop(key, None)

    async def _look(self) -> None:
        while self._open:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            viewers = {viewer.credential: viewer for viewer, _ in self._open.values()}
            try:
                valid = await self._authenticator.still_valid(viewers.values(), self._clock())
            except (OSError, TimeoutError) as error:  # a database that is away ends nobody's credentials
                logger.warning("credentials of open sockets cannot be looked at", extra={"reason": str(error)})
                continue
            for key, (viewer, close) in list(self._open.items()):
                if viewer.credential not in valid:
                    self._open.pop(key, None)
                    with suppress(Exception):  # whatever a closing socket does is its own end
                        await close()
