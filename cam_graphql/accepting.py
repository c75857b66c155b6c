"""Accepting connections as fast as they come.

libuv accepts one in each round of the event loop (libuv/libuv#3696). With much to do a round takes many milliseconds,
and new connections then wait in the kernel for seconds: longer than what is behind them may wait for its turn, and
before anybody can refuse it.
"""

import asyncio
import logging
import socket
from collections.abc import Callable

logger = logging.getLogger(__name__)

_AT_ONCE = 100
"""Connections in one round, so that those which are open already have their share."""
_PAUSE = 0.2
"""Seconds without accepting where the process has no file descriptors left."""


class Accepting:
    """Hands the connections of a listening socket to protocols, until it is closed."""

    def __init__(self, listening: socket.socket, protocol: Callable[[], asyncio.Protocol], backlog: int) -> None:
        self._listening = listening
        self._protocol = protocol
        self._loop = asyncio.get_running_loop()
        self._beginning: set[asyncio.Task[None]] = set()
        self._pause: asyncio.TimerHandle | None = None
        listening.setblocking(False)
        listening.listen(backlog)
        self._loop.add_reader(listening, self._accept)

    def close(self) -> None:
        """Accept nothing any more. The socket is the caller's, to be closed afterwards."""
        self._loop.remove_reader(self._listening)
        if self._pause is not None:
            self._pause.cancel()

    async def wait_closed(self) -> None:
        """Wait until all that was accepted has its protocol."""
        if self._beginning:
            await asyncio.wait(self._beginning)

    def _accept(self) -> None:
        for _ in range(_AT_ONCE):
            try:
                connection, _ = self._listening.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError:
                logger.exception("cannot accept connections for a moment")
                self._loop.remove_reader(self._listening)
                self._pause = self._loop.call_later(_PAUSE, self._loop.add_reader, self._listening, self._accept)
                return
            connection.setblocking(False)
            beginning = self._loop.create_task(self._begin(connection))
            self._beginning.add(beginning)
            beginning.add_done_callback(self._beginning.discard)

    async def _begin(self, connection: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(self._protocol, connection)
        except OSError:  # gone already
            connection.close()
