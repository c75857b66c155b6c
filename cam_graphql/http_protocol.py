"""uvicorn's HTTP protocol, where it takes as long as the way through all our own layers.

It looks at every header of every answer anew, letter by letter, writes head and body apart, and sets a timer for each
request and takes it back. What we say ourselves, always the same, needs no looking at; one timer does for a connection.
"""

import asyncio
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

CYCLE = "cam.cycle"
"""Where the scope of a request received here has uvicorn's state of it."""
TASK = "cam.task"
"""Where it has the task which answers it."""
HEADERS_TIMEOUT = 15.0
"""Seconds which clients have by default."""


class HttpProtocol(HttpToolsProtocol):
    """A connection, which has `headers_timeout` seconds to send a request's headers. `answer` answers in one piece."""

    def __init__(self, headers_timeout: float, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._headers_timeout = headers_timeout
        self._idle_since: float | None = None
        self._head_since: float | None = None
        """Since when headers are awaited which have begun to come, or which are a connection's first."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a first request."""
        super().connection_made(transport)
        self._head_since = self.loop.time()
        self._look_again(self._headers_timeout)

    def data_received(self, data: bytes) -> None:
        """Take in what is sent."""
        super().data_received(data)
        scope = cast(dict[str, Any] | None, self.scope)
        if scope is not None and "path" in scope:  # which is there once the headers are
            self._head_since = None
        elif self._head_since is None:
            self._head_since = self.loop.time()

    def handle_websocket_upgrade(self) -> None:
        """Leave the connection to another protocol."""
        self._stop_looking()
        super().handle_websocket_upgrade()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self._stop_looking()
        super().connection_lost(exc)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        task = self.loop.create_task(cycle.run_asgi(app))
        scope = cast(dict[str, Any], cycle.scope)
        scope[CYCLE], scope[TASK] = cycle, task
        task.add_done_callback(self.tasks.discard)
        self.tasks.add(task)

    def on_response_complete(self) -> None:
        """Go on with the next request that is here already, or wait for one."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())
        else:
            self._idle_since = self.loop.time()

    def _unset_keepalive_if_required(self) -> None:
        self._idle_since = None  # the timer will see

    def _look_again(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)

    def _stop_looking(self) -> None:
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection on which nothing has come for as long as may be; else look again when that may be so."""
        now, ends = self.loop.time(), [self._headers_timeout]
        if self._head_since is not None:
            ends.append(self._head_since + self._headers_timeout - now)
        if self._idle_since is not None:
            ends.append(self._idle_since + self.timeout_keep_alive - now)
        if min(ends) <= 0:
            super().timeout_keep_alive_handler()
        else:
            self._look_again(min(ends))


def lines_of(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Headers as they are sent. They must be our own: nobody looks at them any more."""
    return b"".join(b"%b: %b\r\n" % header for header in headers)


def can_answer(cycle: RequestResponseCycle) -> bool:
    """Whether an answer can be written now: the client is there, and has read what came before."""
    return not (cycle.response_started or cycle.disconnected or cycle.flow.write_paused)


def answer(cycle: RequestResponseCycle, status: HTTPStatus | int, lines: bytes, body: bytes) -> None:
    """Write the whole answer to a request, which is none for a HEAD. `lines` are its headers, but for its length."""
    cycle.response_started = cycle.response_complete = True
    close = b"" if cycle.keep_alive else b"connection: close\r\n"
    always = lines_of(cycle.default_headers)
    length = b"content-length: %d\r\n\r\n" % len(body)
    cycle.transport.write(b"".join((STATUS_LINE[status], always, close, lines, length, body)))
    cycle.message_event.set()
    if not cycle.keep_alive:
        cycle.transport.close()
    cycle.on_response()
