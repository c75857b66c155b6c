"""Only requests that name a host of ours are answered, and under the public one only what is meant for everybody."""

from collections.abc import Collection

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_PUBLIC = "/unsubscribe/"


class KnownHosts:
    """ASGI middleware. Under `public_host` recipients of messages come, who have no business with anything else."""

    def __init__(self, app: ASGIApp, allowed_hosts: Collection[str], public_host: str | None) -> None:
        own = sorted(allowed_hosts)
        self._app = app
        self._exact = frozenset(host.lower().encode() for host in own if "*" not in host)
        """What most requests say, letter for letter but for the port: looking closer takes as long as all else here."""
        public = own if public_host is None else [*own, public_host]
        self._own = TrustedHostMiddleware(app, own, www_redirect=False)
        self._public = TrustedHostMiddleware(app, public, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if _host(scope) in self._exact:
            await self._app(scope, receive, send)
            return
        is_public = scope["type"] == "http" and scope["path"].startswith(_PUBLIC)
        await (self._public if is_public else self._own)(scope, receive, send)


def _host(scope: Scope) -> bytes | None:
    """The one host of the request, without the port; None where there is none, or several."""
    found: bytes | None = None
    for name, value in scope.get("headers", ()):
        if name == b"host":
            if found is not None:
                return None
            host, colon, port = value.rpartition(b":")
            found = host if colon and port.isdigit() else value
    return found
