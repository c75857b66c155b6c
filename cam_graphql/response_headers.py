"""What every answer tells browsers: that it is what it says, is shown in no frame, and is kept by nobody."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CORP = b"cross-origin-resource-policy"
_TOLD = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (_CORP, b"same-origin"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)
_NAME = itemgetter(0)
_SAID = frozenset(map(_NAME, _TOLD))

Headers = Iterable[tuple[bytes, bytes]]


class ResponseHeaders:
    """ASGI middleware. A page which needs scripts, or an answer which may be kept, says so itself.

    `allows_origins`: pages of other origins are let in elsewhere, so their browsers must not be told otherwise here.
    """

    def __init__(self, app: ASGIApp, *, allows_origins: bool = False) -> None:
        self._app = app
        self._all = tuple(one for one in _TOLD if not (allows_origins and one[0] == _CORP))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with these headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = message.get("headers", ())
                message["headers"] = [*given, *(self._all if _says_nothing(given) else self._for(given))]
            await send(message)

        await self._app(scope, receive, marked)

    def _for(self, given: Headers) -> Iterator[tuple[bytes, bytes]]:
        said = {name for name, _ in given}
        yield from (one for one in self._all if one[0] not in said)


def _says_nothing(given: Headers) -> bool:
    """Whether an answer leaves to us what it could say itself, as nearly all do."""
    return _SAID.isdisjoint(map(_NAME, given))
