"""Who asks over a socket: told by `connection_init`, and looked at again while the socket is open."""

import asyncio
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial

from starlette.types import Scope
from starlette.websockets import WebSocket, WebSocketState
from strawberry.exceptions import ConnectionRejectionError

from cam_graphql.authentication import address_of
from cam_graphql.open_sockets import OpenSockets
from cam_graphql.socket_places import PLACE, SocketPlace
from cam_graphql.socket_protocol import ABORT
from resolvers.context import Context
from services.access.authenticating import Authenticator, NotAuthenticated, TooManyFailures
from services.unreachable import NO_ANSWER

_FORBIDDEN = 4403
"""graphql-transport-ws: the credentials are no good; clients may connect again with others."""
_SECONDS_TO_CLOSE = 1.0
_EXPIRED = "The credentials have expired or were revoked"


@dataclass(slots=True)
class SocketContext(Context):
    """The ground for the operations of one socket."""

    socket: WebSocket | None = None


def socket_context(context: Context, socket: WebSocket) -> SocketContext:
    """The ground for this socket's operations; nobody else's changes with it."""
    return SocketContext(**{one.name: getattr(context, one.name) for one in fields(context)}, socket=socket)


def place_of(context: Context) -> SocketPlace | None:
    """The place of the socket whose context this is; None where places are not counted."""
    if not isinstance(context, SocketContext) or context.socket is None:
        return None
    place: SocketPlace | None = context.socket.scope.get(PLACE)
    return place


class SocketAccess:
    """Lets sockets in, and closes those whose credentials end."""

    def __init__(self, authenticator: Authenticator) -> None:
        clock = partial(datetime.now, UTC)
        self._authenticator = authenticator
        self._clock = clock
        self._open = OpenSockets(authenticator, clock)

    async def admit(self, context: SocketContext) -> None:
        """Tell the context who asks: by `authorization` in what the client said, or else by the socket's header.

        Raises ConnectionRejectionError for credentials that are no good, TooManySockets where they have too many.
        """
        socket = context.socket
        assert socket is not None
        said = {str(name).lower(): value for name, value in (context.connection_params or {}).items()}
        authorization = said.get("authorization", socket.headers.get("authorization"))
        if authorization is None:
            return
        try:
            if not isinstance(authorization, str):
                raise NotAuthenticated("`authorization` must be a text.")
            viewer = await self._authenticator.viewer_of(authorization, address_of(socket.scope), self._clock())
        except (NotAuthenticated, TooManyFailures, *NO_ANSWER) as error:
            raise ConnectionRejectionError from error
        if (place := place_of(context)) is not None:
            place.belong_to(viewer.credential)
        context.viewer = viewer

        async def close() -> None:
            if socket.application_state is not WebSocketState.CONNECTED:
                return
            try:
                async with asyncio.timeout(_SECONDS_TO_CLOSE):
                    await socket.close(_FORBIDDEN, _EXPIRED)
            except TimeoutError:  # whoever reads nothing is not to find the reason after more of what was sent
                abort = socket.scope.get(ABORT)
                if abort is not None:
                    abort()

        self._open.add(id(socket.scope), viewer, close)

    def forget(self, scope: Scope) -> None:
        """The request is over; those which were no socket were never known."""
        self._open.forget(id(scope))
