"""One log line a request, and an id that ties together everything logged on its behalf."""

import logging
import random
import re
import time
from collections.abc import Callable
from contextvars import ContextVar

from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

Served = dict[str, object]
"""What is told of a request: `method`, `path`, `status`, `milliseconds` and `request_id`."""

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request on whose behalf something is logged."""

_SECRET_IN_PATH = re.compile(r"(?<=^/calendars/)[^/]*|(?<=^/exports/)[^/]*|(?<=^/unsubscribe/)[^/]*")
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def tell(served: Served) -> None:
    """Tell of a request as of anything else."""
    logger.info("served", extra=served)


class RequestLog:
    """ASGI middleware. The id is the caller's `X-Request-Id`, where that is usable, and goes back with the answer.

    `tell` is called for each request. What goes through `logging` takes as long as reading a row from the database.
    """

    def __init__(self, app: ASGIApp, tell: Callable[[Served], None] = tell) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request under its id."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        id_ = _given_id(scope) or f"{random.getrandbits(128):032x}"
        header = (b"x-request-id", id_.encode())
        status: int | None = None

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), header]
            await send(message)

        began = time.perf_counter()
        token = request_id.set(id_)
        try:
            await self._app(scope, receive, marked)
        finally:
            if logger.isEnabledFor(logging.INFO):
                served: Served = {
                    "method": scope.get("method", "WEBSOCKET"),
                    "path": _SECRET_IN_PATH.sub("***", scope["path"]),
                    "status": status,
                    "milliseconds": round((time.perf_counter() - began) * 1000, 1),
                    "request_id": id_,
                }
                self._tell(served)
            request_id.reset(token)


def _given_id(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            given = str(value, "latin-1")
            return given if _USABLE_ID.fullmatch(given) else None
    return None
