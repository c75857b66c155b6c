"""One log line a request, and an id that ties together everything logged on its behalf, faults above all."""

import logging
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from http import HTTPStatus

import orjson
from starlette.types import ASGIApp, Receive, Scope, Send

from cam_graphql.exchanges import EXCHANGE, Exchange
from cam_graphql.request_head import head_of
from cam_graphql.response_headers import ResponseHeaders

logger = logging.getLogger(__name__)

Served = dict[str, object]
"""What is told of a request: `method`, `path`, `status`, `milliseconds` and `request_id`."""

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request on whose behalf something is logged."""

_SECRET_IN_PATH = re.compile(r"^(/(?:calendars|exports|unsubscribe)/)[^/]*")
_FAULT = 1011
"""How a socket is closed for a fault of the server (RFC 6455, 7.4.1)."""
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def tell(served: Served) -> None:
    """Tell of a request as of anything else."""
    logger.info("served", extra=served)


class RequestLog:
    """ASGI middleware, the outermost. The id is the caller's `X-Request-Id`, where that is usable, and goes back.

    `tell` is called for each request. What goes through `logging` takes as long as reading a row from the database.
    Answers are counted in `statuses`.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        tell: Callable[[Served], None] = tell,
        headers: ResponseHeaders | None = None,
        statuses: Counter[int] | None = None,
    ) -> None:
        self._app = app
        self._tell = tell
        self._headers = headers or ResponseHeaders()
        self._statuses: Counter[int] = statuses if statuses is not None else Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request under its id."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        id_ = _given_id(scope) or f"{random.getrandbits(128):032x}"
        exchange = scope[EXCHANGE] = Exchange(id_, self._headers, scope, send)
        token = request_id.set(id_)
        try:
            await self._app(scope, receive, exchange.send if scope["type"] == "http" else send)
        except Exception:
            logger.exception("fault in a request")
            await _tell_fault(scope, exchange)
        finally:
            if exchange.status is not None:
                self._statuses[exchange.status] += 1
            if logger.isEnabledFor(logging.INFO):
                path = scope["path"]
                served: Served = {
                    "method": scope.get("method", "WEBSOCKET"),
                    "path": path if path == "/graphql" else _SECRET_IN_PATH.sub(r"\1***", path),
                    "status": exchange.status,
                    "milliseconds": round((time.perf_counter() - exchange.began) * 1000, 1),
                    "request_id": id_,
                }
                self._tell(served)
            request_id.reset(token)


async def _tell_fault(scope: Scope, exchange: Exchange) -> None:
    """Answer that something went wrong, under which id the log has it; break off what has been begun already."""
    if scope["type"] == "websocket":
        await exchange.send({"type": "websocket.close", "code": _FAULT})
        return
    if exchange.status is None:
        message = f"Something went wrong on our side; the log has it as {exchange.id}."
        extensions = {"code": "INTERNAL", "faultId": exchange.id}
        body = orjson.dumps({"errors": [{"message": message, "extensions": extensions}]})
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        await exchange.send({"type": "http.response.start", "status": status, "headers": headers})
        await exchange.send({"type": "http.response.body", "body": body})


def _given_id(scope: Scope) -> str | None:
    value = head_of(scope).get(b"x-request-id")
    if value is None:
        return None
    given = str(value, "latin-1")
    return given if _USABLE_ID.fullmatch(given) else None
