"""Sockets whose credentials end while they are open: they are closed within seconds."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime

from services.access.authenticating import Authenticator
from services.access.viewer import Viewer
from services.unreachable import NO_ANSWER

logger = logging.getLogger(__name__)

_SECONDS_BETWEEN_LOOKS = 2.0

Close = Callable[[], Awaitable[None]]


class OpenSockets:
    """The sockets of a process, by whose credentials they are open. One look is for all of them."""

    def __init__(self, authenticator: Authenticator, clock: Callable[[], datetime]) -> None:
        self._authenticator = authenticator
        self._clock = clock
        self._open: dict[Hashable, tuple[Viewer, Close]] = {}
        self._looking: asyncio.Task[None] | None = None

    def add(self, socket: Hashable, viewer: Viewer, close: Close) -> None:
        """Have a socket closed by `close` once the viewer's credentials have expired or are revoked."""
        self._open[socket] = viewer, close
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())

    def forget(self, socket: Hashable) -> None:
        """The socket is closed; one that was never added is no fault."""
        self._open.pop(socket, None)

    async def _look(self) -> None:
        while self._open:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            viewers = {viewer.credential: viewer for viewer, _ in self._open.values()}
            try:
                valid = await self._authenticator.still_valid(viewers.values(), self._clock())
            except NO_ANSWER as error:
                # A database that is away ends nobody's credentials.
                logger.warning("the credentials of open sockets cannot be looked at", extra={"reason": str(error)})
                continue
            ended = {socket: close for socket, (viewer, close) in self._open.items() if viewer.credential not in valid}
            for socket in ended:
                self.forget(socket)
            # Some may be closing by themselves, and some may take their time, for which no other has to wait.
            await asyncio.gather(*(close() for close in ended.values()), return_exceptions=True)
