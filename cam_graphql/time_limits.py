"""How long a request may take. What takes longer is cancelled, down to its statement in PostgreSQL."""

import asyncio
from http import HTTPStatus

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cam_graphql.negotiation import EVENTS, PLAIN, media_type

_TOO_LONG = "This took longer than a request may take, and was given up. Ask for less at once."
_BODY = orjson.dumps({"errors": [{"message": _TOO_LONG, "extensions": {"code": "TIMEOUT"}}]})
_LENGTH = (b"content-length", b"%d" % len(_BODY))


class TimeLimit:
    """ASGI middleware for HTTP requests to `path`, which may take `seconds` each; streams of events take what they do.

    The body is part of it: a client that sends slowly holds a request open as well. An answer that has begun is let go
    on, since it can only be broken off.
    """

    def __init__(self, app: ASGIApp, *, path: str, seconds: float) -> None:
        self._app = app
        self._path = path
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or answer that it took too long."""
        if scope["type"] != "http" or scope["path"] != self._path or media_type(scope) == EVENTS:
            await self._app(scope, receive, send)
            return
        limited = _Limited(send)
        timer = asyncio.get_running_loop().call_later(self._seconds, limited.give_up)
        try:
            await self._app(scope, receive, limited.send)
            too_long = limited.ends_here()  # where what was cancelled answered all the same
        except asyncio.CancelledError:
            if not (too_long := limited.ends_here()):
                raise
        finally:
            timer.cancel()
        if too_long:
            await _answer(scope, send)


class _Limited:
    """A request under way, in the task that is current. asyncio's own time-outs take four times as long to set up."""

    __slots__ = ("_begun", "_given_up", "_send", "_task")

    def __init__(self, send: Send) -> None:
        self._send = send
        self._task = asyncio.current_task()
        self._begun = self._given_up = False

    async def send(self, message: Message) -> None:
        """Pass on what is answered, unless it comes when the request has been given up."""
        if not self._given_up:
            self._begun = True
            await self._send(message)

    def give_up(self) -> None:
        """The time is over."""
        if not self._begun and self._task is not None:
            self._given_up = True
            self._task.cancel()

    def ends_here(self) -> bool:
        """Whether the request was cancelled for its time alone, and by nobody else besides."""
        return self._given_up and self._task is not None and self._task.uncancel() == 0


async def _answer(scope: Scope, send: Send) -> None:
    headers = [_LENGTH, (b"content-type", media_type(scope) or PLAIN)]
    await send({"type": "http.response.start", "status": HTTPStatus.GATEWAY_TIMEOUT, "headers": headers})
    await send({"type": "http.response.body", "body": _BODY})
