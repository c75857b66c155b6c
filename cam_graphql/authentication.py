"""Who asks, told by the request's `Authorization` header, before anything else looks at the request."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from http import HTTPStatus

import orjson
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from cam_graphql.request_head import head_of
from resolvers.context import Context
from services.access.authenticating import Authenticator, NotAuthenticated, TooManyFailures
from services.unreachable import NO_ANSWER

logger = logging.getLogger(__name__)

CHALLENGE = 'Bearer realm="CAM GraphQL"'
_LATER = "Credentials cannot be looked at just now. Try again in a moment."
VIEWER = "cam.viewer"
"""Where a request's scope has its viewer."""
_GRAPHQL_RESPONSE = "application/graphql-response+json"


class Authentication:
    """ASGI middleware. Credentials that are wrong are refused here; a request without any goes on, as nobody's.

    A WebSocket's header counts where its client says nothing in `connection_init`, which browsers need.
    """

    def __init__(self, app: ASGIApp, authenticator: Authenticator, clock: Callable[[], datetime]) -> None:
        self._app = app
        self._authenticator = authenticator
        self._clock = clock

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer, or refuse. Those who are known already go on at once."""
        if scope["type"] == "http":
            authorization = head_of(scope).get(b"authorization")
            if authorization is not None:
                shown, now = authorization.decode("latin-1"), self._clock()
                scope[VIEWER] = self._authenticator.known(shown, now)
                if scope[VIEWER] is None:
                    return self._look_at(shown, now, scope, receive, send)
            else:
                scope[VIEWER] = None
        return self._app(scope, receive, send)

    async def _look_at(self, shown: str, now: datetime, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            scope[VIEWER] = await self._authenticator.viewer_of(shown, address_of(scope), now)
        except NotAuthenticated as error:
            await _refusal(scope, HTTPStatus.UNAUTHORIZED, str(error), "UNAUTHENTICATED")(scope, receive, send)
        except TooManyFailures as error:
            response = _refusal(scope, HTTPStatus.TOO_MANY_REQUESTS, str(error), "RATE_LIMITED")
            response.headers["retry-after"] = str(error.retry_after)
            await response(scope, receive, send)
        except NO_ANSWER as error:
            logger.warning("credentials cannot be looked at", extra={"reason": str(error) or type(error).__name__})
            response = _refusal(scope, HTTPStatus.SERVICE_UNAVAILABLE, _LATER, "UNAVAILABLE")
            response.headers["retry-after"] = "1"
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def context_of(context: Context, scope: Scope) -> Context:
    """The ground for what this request asks for; without credentials in use, it is the application's own."""
    return context.seen_by(scope[VIEWER]) if VIEWER in scope else context


def address_of(scope: Scope) -> str:
    """Where a request came from, as far as is known."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _refusal(scope: Scope, status: HTTPStatus, message: str, code: str) -> Response:
    accepted = head_of(scope).get(b"accept", b"")
    media_type = _GRAPHQL_RESPONSE if _GRAPHQL_RESPONSE.encode() in accepted else "application/json"
    body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})
    response = Response(body, status, media_type=media_type)
    if status is HTTPStatus.UNAUTHORIZED:
        response.headers["www-authenticate"] = f'{CHALLENGE}, error="invalid_token"'
    return response
