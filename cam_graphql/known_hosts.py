"""Only requests that name a host of ours are answered, and under the public one only what is meant for everybody."""

from collections.abc import Collection

from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_PUBLIC = "/unsubscribe/"


class KnownHosts:
    """ASGI middleware. Under `public_host` recipients of messages come, who have no business with anything else."""

    def __init__(self, app: ASGIApp, allowed_hosts: Collection[str], public_host: str | None) -> None:
        own = sorted(allowed_hosts)
        public = own if public_host is None else [*own, public_host]
        self._own = TrustedHostMiddleware(app, own, www_redirect=False)
        self._public = TrustedHostMiddleware(app, public, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        is_public = scope["type"] == "http" and scope["path"].startswith(_PUBLIC)
        await (self._public if is_public else self._own)(scope, receive, send)
