"""Only requests that name a host of ours are answered, and under the public one only what is meant for everybody."""

from collections.abc import Awaitable, Collection

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from cam_graphql.request_head import head_of

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

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer, or refuse."""
        if _host(scope) in self._exact:
            return self._app(scope, receive, send)
        is_public = scope["type"] == "http" and scope["path"].startswith(_PUBLIC)
        return (self._public if is_public else self._own)(scope, receive, send)


def _host(scope: Scope) -> bytes:
    """The host of the request, without the port; nothing that is one where there are several."""
    given = head_of(scope).get(b"host", b"")
    host, colon, port = given.rpartition(b":")
    return host if colon and port.isdigit() else given
