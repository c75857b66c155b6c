"""How long a request may take. What takes longer is cancelled, down to its statement in PostgreSQL."""

import asyncio
import time
from http import HTTPStatus

import orjson
from starlette.types import ASGIApp, Receive, Scope, Send

from cam_graphql.exchanges import Exchange, exchange_of
from cam_graphql.negotiation import EVENTS, PLAIN, media_type

_TOO_LONG = "This took longer than a request may take, and was given up. Ask for less at once."
_BODY = orjson.dumps({"errors": [{"message": _TOO_LONG, "extensions": {"code": "TIMEOUT"}}]})
_LENGTH = (b"content-length", b"%d" % len(_BODY))


class TimeLimit:
    """ASGI middleware for HTTP requests to `path`, which may take `seconds` each; streams of events take what they do.

    The body is part of it: a client that sends slowly holds a request open as well.
    """

    def __init__(self, app: ASGIApp, *, path: str, seconds: float) -> None:
        self._app = app
        self._path = path
        self._deadlines = _Deadlines(seconds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, or answer that it took too long."""
        if scope["type"] != "http" or scope["path"] != self._path or media_type(scope) == EVENTS:
            await self._app(scope, receive, send)
            return
        exchange = exchange_of(scope)
        self._deadlines.add(exchange)
        try:
            await self._app(scope, receive, send)
            too_long = exchange.ends_here()  # where what was cancelled answered all the same
        except asyncio.CancelledError:
            if not (too_long := exchange.ends_here()):
                raise
        finally:
            self._deadlines.discard(exchange)
        if too_long:
            await _answer(scope, send)


class _Deadlines:
    """Gives exchanges up, each so many seconds after it was added: with one timer for all, set for the oldest.

    A timer each would be set and taken back for every request, nearly always for nothing.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends: dict[Exchange, float] = {}
        """In the order of their ends, since all have the same time."""
        self._is_set = False

    def add(self, exchange: Exchange) -> None:
        """Watch it from now on."""
        self._ends[exchange] = exchange.began + self._seconds
        if not self._is_set:
            self._is_set = True
            asyncio.get_running_loop().call_later(self._seconds, self._look)

    def discard(self, exchange: Exchange) -> None:
        """It is over."""
        self._ends.pop(exchange, None)

    def _look(self) -> None:
        now = time.perf_counter()
        for exchange, end in list(self._ends.items()):
            if end > now:
                asyncio.get_running_loop().call_later(end - now, self._look)
                return
            del self._ends[exchange]
            exchange.give_up()
        self._is_set = False


async def _answer(scope: Scope, send: Send) -> None:
    headers = [_LENGTH, (b"content-type", media_type(scope) or PLAIN)]
    await send({"type": "http.response.start", "status": HTTPStatus.GATEWAY_TIMEOUT, "headers": headers})
    await send({"type": "http.response.body", "body": _BODY})
