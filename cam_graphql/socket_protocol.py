"""uvicorn's side of a WebSocket, for many small messages to many clients, some of which do not read."""

import asyncio
import struct
from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import OPEN

ABORT = "cam.abort"
"""Where a socket's scope has what ends its connection at once."""
_TEXT = 0x81
"""A frame which is a whole text, and not masked, as none is that a server sends (RFC 6455, 5.2)."""
_SHORT, _TWO_BYTES, _EIGHT_BYTES = 125, 126, 127
_MOST_TWO_BYTES = 2**16 - 1
_AT_ONCE = 2**16
"""Bytes; so much is written without waiting for more."""
_TOGETHER = 32
"""Sockets which write together. Of a change for a thousand, the first must not wait until the last has its text."""


class Writing:
    """The sockets of a server which have something to write, at the end of the event loop's turn at the latest."""

    def __init__(self) -> None:
        self._sockets: list[SocketProtocol] = []

    def later(self, socket: "SocketProtocol") -> None:
        """Write for this socket, too. The first one sees to it for all: a callback each takes as long as a message.

        Those before it are done with what they send in one go, unless they had to wait in the middle of it.
        """
        if len(self._sockets) >= _TOGETHER:
            self._write()
        if not self._sockets:
            socket.loop.call_soon(self._write)
        self._sockets.append(socket)

    def _write(self) -> None:
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            socket.write()


class SocketProtocol(WebSocketsSansIOProtocol):
    """Writes the texts that are sent in one go as one piece, and gives up clients which read nothing for long.

    uvicorn writes each text by itself, which is most of what sending it costs. What a client does not read keeps it
    waiting for ever, also when the conversation is over.
    """

    def __init__(self, *arguments: Any, writing: Writing, stall_seconds: float, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._writing = writing
        self._stall_seconds = stall_seconds
        self._texts: list[bytes] = []
        self._size = 0
        self._giving_up: asyncio.TimerHandle | None = None

    def handle_connect(self, event: Request) -> None:
        """Begin, with what the application needs besides."""
        super().handle_connect(event)
        if self.handshake_initiated and not self.handshake_complete:
            cast("dict[str, Any]", self.scope)[ABORT] = self.transport.abort

    async def send(self, message: Any) -> None:
        """Send a message of the application."""
        while not self.writable.is_set():
            await self.writable.wait()
        text = message.get("text")
        if text is None or not self._is_plainly_open():
            self.write()
            await super().send(message)
            if message["type"] == "websocket.close":
                self._give_up_later()
            return
        content = text.encode()
        if not self._texts:
            self._writing.later(self)
        self._texts += _head(len(content)), content
        self._size += len(content)
        if self._size >= _AT_ONCE:
            self.write()

    def _is_plainly_open(self) -> bool:
        ended = self.close_sent or self.disconnected or self.conn.extensions
        return self.handshake_complete and not ended and self.conn.state is OPEN

    def write(self) -> None:
        """Write what has been sent."""
        if self._texts:
            texts, self._texts, self._size = self._texts, [], 0
            if not self.transport.is_closing():
                self.transport.write(b"".join(texts))

    def shutdown(self) -> None:
        """End the conversation, since the program ends."""
        self.write()
        super().shutdown()
        self._give_up_later()

    def pause_writing(self) -> None:
        """The socket is full."""
        super().pause_writing()
        self._give_up_later()

    def resume_writing(self) -> None:
        """The client reads."""
        super().resume_writing()
        if not self.close_sent:
            self._keep()

    def keepalive_timeout(self) -> None:
        """The client does not answer pings."""
        super().keepalive_timeout()
        self._give_up_later()

    def connection_lost(self, exc: Exception | None) -> None:
        """The conversation is over."""
        self._keep()
        super().connection_lost(exc)

    def _give_up_later(self) -> None:
        if self._giving_up is None:
            self._giving_up = self.loop.call_later(self._stall_seconds, self.transport.abort)

    def _keep(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None


def _head(length: int) -> bytes:
    if length <= _SHORT:
        return bytes((_TEXT, length))
    if length <= _MOST_TWO_BYTES:
        return struct.pack("!BBH", _TEXT, _TWO_BYTES, length)
    return struct.pack("!BBQ", _TEXT, _EIGHT_BYTES, length)
