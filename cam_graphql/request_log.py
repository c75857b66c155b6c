"""One log line a request, and an id that ties together everything logged on its behalf."""

import logging
import re
import time
from uuid import uuid4

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

SERVED = "served"
"""Under which a log record has what is told of a request."""

_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class RequestLog:
    """ASGI middleware. The id is the caller's `X-Request-Id`, where that is usable, and goes back with the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request under its id."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"").decode("latin-1")
        request_id = given if _USABLE_ID.fullmatch(given) else uuid4().hex
        header = (b"x-request-id", request_id.encode())
        status: int | None = None

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), header]
            await send(message)

        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, marked)
            finally:
                if logger.isEnabledFor(logging.INFO):
                    served = {
                        "method": scope.get("method", "WEBSOCKET"),
                        "path": scope["path"],
                        "status": status,
                        "milliseconds": round((time.perf_counter() - began) * 1000, 1),
                    }
                    logger.info("served", extra={SERVED: served})
