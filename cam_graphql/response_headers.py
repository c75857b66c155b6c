"""What every answer tells browsers: that it is what it says, is shown in no frame, and is kept by nobody."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_UNLESS_SAID = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)


class ResponseHeaders:
    """ASGI middleware. A page which needs scripts, or an answer which may be kept, says so itself.

    `allows_origins`: pages of other origins are let in elsewhere, so their browsers must not be told otherwise here.
    """

    def __init__(self, app: ASGIApp, *, allows_origins: bool = False) -> None:
        self._app = app
        self._always = _ALWAYS[:-1] if allows_origins else _ALWAYS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with these headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message.get("headers", ())
                names = {name for name, _ in given}
                message["headers"] = [*given, *self._always, *(one for one in _UNLESS_SAID if one[0] not in names)]
            await send(message)

        await self._app(scope, receive, marked)
