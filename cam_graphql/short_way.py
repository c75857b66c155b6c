"""What nearly every request is, a body of declared length posted to one address, without asking who else takes it."""

from starlette.types import ASGIApp, Receive, Scope, Send


class ShortWay:
    """ASGI middleware, the innermost. Routing a request and bounding its body take longer than the view itself.

    A body is as long as its `Content-Length` says, which the server sees to. One without, one that is longer than
    `max_body_bytes`, and whatever else there is, goes on to `app`, which knows how to answer it.
    """

    def __init__(self, app: ASGIApp, *, path: str, to: ASGIApp, max_body_bytes: int) -> None:
        self._app = app
        self._path = path
        self._to = to
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request, the short way if it can be."""
        short = scope["type"] == "http" and scope["path"] == self._path and scope["method"] == "POST"
        app = self._to if short and self._is_bounded(scope) else self._app
        await app(scope, receive, send)

    def _is_bounded(self, scope: Scope) -> bool:
        lengths = [value for name, value in scope["headers"] if name == b"content-length"]
        return len(lengths) == 1 and lengths[0].isdigit() and int(lengths[0]) <= self._max_body_bytes
