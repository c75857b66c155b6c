"""One subscriber: a socket read by hand, since a thousand of them must cost less than what is measured.

Frames of a server are whole texts without a mask here: neither compression nor fragments are asked for.
"""

import asyncio
import re
import struct
import time
from array import array
from collections.abc import Callable, Mapping
from typing import Any, cast

import orjson

from bench.credentials import AUTHORIZATION

QUERY = "subscription($after: String) { activity(after: $after) { sequence kind occurredAt detail } }"
_NUMBER, _MADE = re.compile(rb'"number": ?(\d+)'), re.compile(rb'"made": ?([\d.]+)')
_SEQUENCE = re.compile(rb'"sequence": ?"([^"]+)"')
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10
_LARGEST_SHORT, _TWO_BYTES = 125, 126
_OPENING = (
    "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\nAuthorization: %s\r\n\r\n"
)


class Subscriber(asyncio.Protocol):
    """Counts what it receives, checks its order, and takes times. `on_change` is called after each reading.

    It begins with what happens from now on, or with what came after the sequence `after`.
    """

    def __init__(
        self,
        port: int,
        on_change: Callable[[], None] | None = None,
        *,
        after: bytes | None = None,
        authorization: Mapping[str, str] = AUTHORIZATION,
    ) -> None:
        self._port = port
        self._after = after
        self._authorization = authorization
        self._on_change = on_change
        self._transport: asyncio.Transport
        self._data = b""
        self._opened = False
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.ended: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        """What the server said when it ended the subscription or the socket."""
        self.next: int | None = None
        """The number of the change which has to come next; any where none has come."""
        self.sequences: list[bytes] = []
        self.wrong: str | None = None
        self.times = array("d")
        """Seconds from making to reading, of each change."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Open the socket."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write((_OPENING % (self._port, self._authorization["authorization"])).encode())

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits."""
        if not self.ready.done():
            self.ready.set_exception(ConnectionError(f"closed before it was ready: {self._data[:300]!r}"))
        if not self.ended.done():
            self.ended.set_result(b"lost")

    def data_received(self, data: bytes) -> None:
        """Read the frames which are whole."""
        self._data = data = self._data + data if self._data else data
        at = 0
        if not self._opened:
            end = data.find(b"\r\n\r\n")
            if end < 0:
                return
            if b" 101 " not in data[:20]:
                self._transport.abort()
                return
            self._opened, at = True, end + 4
            self._send({"type": "connection_init", "payload": self._authorization})
        now, have = time.monotonic(), len(data)
        while have - at >= 2:
            length, begin = data[at + 1], at + 2
            if length > _LARGEST_SHORT:
                size = 2 if length == _TWO_BYTES else 8
                length, begin = int.from_bytes(data[begin : begin + size]), begin + size
            if begin + length > have:
                break
            at, opcode = begin + length, data[at] & 15
            self._take(opcode, data[begin:at], now)
        self._data = data[at:]
        if self._on_change is not None:
            self._on_change()

    def _take(self, opcode: int, content: bytes, now: float) -> None:
        if opcode == _TEXT:
            number, made = _NUMBER.search(content), _MADE.search(content)
            if number and made:
                if self.next is not None and int(number[1]) != self.next and self.wrong is None:
                    self.wrong = f"change {int(number[1])} where {self.next} was to come"
                self.next = int(number[1]) + 1
                self.times.append(now - float(made[1]))
                sequence = _SEQUENCE.search(content)
                self.sequences.append(sequence[1] if sequence else b"")
            else:
                self._told(content)
        elif opcode == _PING:
            self._frame(_PONG, content)
        elif opcode == _CLOSE and not self.ended.done():
            self.ended.set_result(content[2:])

    def _told(self, content: bytes) -> None:
        message = orjson.loads(content)
        if message["type"] == "connection_ack":
            variables = {"after": self._after.decode()} if self._after is not None else {}
            self._send({"id": "1", "type": "subscribe", "payload": {"query": QUERY, "variables": variables}})
            self.ready.set_result(None)
        elif message["type"] == "ping":
            self._send({"type": "pong"})
        elif message["type"] != "pong" and not _is_of_others(message) and not self.ended.done():
            self.ended.set_result(content)

    def _send(self, message: object) -> None:
        self._frame(_TEXT, orjson.dumps(message))

    def _frame(self, opcode: int, content: bytes) -> None:
        size = len(content)
        length = bytes([size | 128]) if size <= _LARGEST_SHORT else b"\xfe" + struct.pack("!H", size)
        self._transport.write(bytes([128 | opcode]) + length + bytes(4) + content)  # masked with zeros

    def stop_reading(self) -> None:
        """Leave what comes to the socket."""
        self._transport.pause_reading()

    def read_again(self) -> None:
        """Go on."""
        self._transport.resume_reading()

    def close(self) -> None:
        """Leave."""
        self._transport.abort()


def _is_of_others(message: dict[str, Any]) -> bool:
    """Whether it tells of a change which was not made to be measured."""
    return message["type"] == "next" and "errors" not in message["payload"]
