"""A request and what becomes of it, for everything that has to know: the log, measures, the limit of its time."""

import asyncio
import time
from collections.abc import Awaitable

from starlette.types import Message, Scope, Send
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from cam_graphql.http_protocol import CYCLE, TASK, answer, can_answer
from cam_graphql.response_headers import Header, ResponseHeaders

EXCHANGE = "cam.exchange"
"""Where a request's scope has its exchange."""


class Exchange:
    """One for each request and each socket. Everything that is answered goes through `send`.

    It is one object instead of a closure by each who looks at answers: on a point read, those cost more than the read.
    """

    __slots__ = ("_cycle", "_headers", "_send", "_task", "began", "given_up", "id", "status")

    def __init__(self, id_: str, headers: ResponseHeaders, scope: Scope, send: Send) -> None:
        self.id = id_
        self._headers = headers
        self._send = send
        cycle: RequestResponseCycle | None = scope.get(CYCLE)
        self._cycle = cycle if cycle is not None and send == cycle.send else None
        self._task: asyncio.Task[None] | None = scope.get(TASK) or asyncio.current_task()
        self.began = time.perf_counter()
        self.status: int | None = None
        """Once the answer has begun; None for sockets."""
        self.given_up = False

    def send(self, message: Message) -> Awaitable[None]:
        """Pass on what is answered, unless it comes when the request has been given up."""
        if self.given_up:
            return _drop()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            given: list[Header] = list(message.get("headers", ()))
            message["headers"] = [*given, *self._headers.beside(given), (b"x-request-id", self.id.encode())]
        return self._send(message)

    def answered(self, send: Send, form: bytes, body: bytes) -> bool:
        """Answer that all is well, in one piece; not where somebody in between is to see, who has another `send`."""
        if self._cycle is None or send != self.send or self.given_up or not can_answer(self._cycle):
            return False
        self.status = 200
        own = b"content-type: %b\r\nx-request-id: %b\r\n" % (form, self.id.encode())
        answer(self._cycle, 200, own + self._headers.lines, body)
        return True

    def give_up(self) -> None:
        """Cancel what is done for the request; an answer that has begun is let go on, it can only be broken off."""
        if self.status is None and self._task is not None:
            self.given_up = True
            self._task.cancel()

    def ends_here(self) -> bool:
        """Whether it was cancelled by being given up, and by nobody else besides. Another answer may be sent then."""
        if not self.given_up:
            return False
        self.given_up = False
        return self._task is not None and self._task.uncancel() == 0


def exchange_of(scope: Scope) -> Exchange:
    """The exchange that a request belongs to."""
    exchange: Exchange = scope[EXCHANGE]
    return exchange


async def _drop() -> None:
    """Nobody is told."""
