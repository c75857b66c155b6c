"""uvicorn's HTTP protocol, where it takes as long as the way through all our own layers.

It looks at every header of every answer anew, letter by letter, writes head and body apart, and sets a timer for each
request and takes it back. What we say ourselves, always the same, needs no looking at; one timer does for a connection.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

CYCLE = "cam.cycle"
"""Where the scope of a request received here has uvicorn's state of it."""
TASK = "cam.task"
"""Where it has the task which answers it."""


class HttpProtocol(HttpToolsProtocol):
    """A connection. Its requests can be answered in one piece, by `answer`."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._idle_since: float | None = None

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
            return
        self._idle_since = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._look_again(self.timeout_keep_alive)

    def _unset_keepalive_if_required(self) -> None:
        self._idle_since = None  # the timer will see

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()
        super().connection_lost(exc)

    def _look_again(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)

    def timeout_keep_alive_handler(self) -> None:
        """Close the connection if nothing has come for as long as may be; else look again when that may be so."""
        idle = self.loop.time() - self._idle_since if self._idle_since is not None else 0
        if idle >= self.timeout_keep_alive:
            super().timeout_keep_alive_handler()
        else:
            self._look_again(self.timeout_keep_alive - idle)


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
