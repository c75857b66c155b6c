"""What keeps a process from taking on more than it can do: the rest is refused at once, and told to come again."""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from math import ceil

import orjson
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from cam_graphql.authentication import VIEWER, address_of
from cam_graphql.negotiation import EVENTS, PLAIN, media_type
from cam_graphql.request_head import head_of
from cam_graphql.socket_places import PLACE, PlaceBounds, SocketPlaces, TooManySockets
from cam_graphql.turns import TurnBounds, Turns

_OVERLOADED = "The server has more to do than it can. Try again in a moment."

_TAKING_TURNS = frozenset({"POST", "GET"})

BODY = "cam.body"
"""Where a request's scope has its body, once that is here."""

_Waiter = asyncio.Future[bool]


@dataclass(frozen=True, slots=True)
class OverloadBounds:
    """How much at once. The values here are the settings' defaults."""

    turns: TurnBounds = field(default_factory=TurnBounds)
    queue_seconds: float = 2.0
    """How long an operation may wait for its turn."""
    places: PlaceBounds = field(default_factory=PlaceBounds)


class Overload:
    """ASGI middleware, the innermost, inside of `Authentication`: it needs to know who asks.

    An operation takes its turn once its body is here: clients that send slowly hold nothing up. One whose answer is
    events has its turn until they begin, and a place as a socket has.

    What is posted to `path` goes `to` its view at once, with its body in the scope: routing a request and bounding its
    body anew take longer than the view itself. A body that is longer than `max_body_bytes`, and whatever else there is,
    goes on to `app`, which knows how to answer it.
    """

    def __init__(self, app: ASGIApp, *, path: str, to: ASGIApp, max_body_bytes: int, bounds: OverloadBounds) -> None:
        self._app = app
        self._to = to
        self._path = path
        self._max_body_bytes = max_body_bytes
        self._queue_seconds = bounds.queue_seconds
        self.turns: Turns[_Waiter] = Turns(bounds.turns)
        self.places = SocketPlaces(bounds.places)
        self._refusal = _Refusal(ceil(bounds.queue_seconds))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, now or in turn, or refuse. All in one piece: every call costs what every request pays."""
        method = scope["method"] if scope["type"] == "http" and scope["path"] == self._path else None
        if method not in _TAKING_TURNS:
            await (self._socket if self._is_socket(scope) else self._app)(scope, receive, send)
            return
        app = self._app
        if method == "POST":
            message = await receive()
            if message.get("more_body"):
                message = await self._whole(message, receive)
            if message["type"] == "http.disconnect" or message.get("more_body"):
                await app(scope, _again(message, receive), send)  # is too long: to be refused while it still comes
                return
            scope[BODY] = message["body"]
            app = self._to
        viewer = scope.get(VIEWER)
        credential = viewer.credential if viewer is not None else _nobody(scope)
        if EVENTS in head_of(scope).get(b"accept", b"").lower():
            await self._events(app, scope, receive, send, credential)
            return
        if not self.turns.begin(credential) and not await self._has_waited(credential):
            await self._refusal(scope, send)
            return
        try:
            await app(scope, receive, send)
        finally:
            if (waiter := self.turns.end(credential)) is not None:
                waiter.set_result(True)

    async def _whole(self, message: Message, receive: Receive) -> Message:
        """The whole body, or more of it than there may be."""
        body = bytearray(message.get("body", b""))
        while message.get("more_body") and len(body) <= self._max_body_bytes:
            message = await receive()
            body += message.get("body", b"")
        return {**message, "body": bytes(body)}

    async def _has_waited(self, credential: str) -> bool:
        """Wait for a turn. False where there is none in time."""
        loop = asyncio.get_running_loop()
        waiter: _Waiter = loop.create_future()
        gone = self.turns.wait(credential, waiter)
        if gone is waiter:
            return False
        if gone is not None:
            gone.set_result(False)
        timer = loop.call_later(self._queue_seconds, self._expire, credential, waiter)
        try:
            return await asyncio.shield(waiter)  # else it could be cancelled, and given a turn, at once
        except asyncio.CancelledError:
            if not waiter.done():
                self.turns.give_up(credential, waiter)
            elif waiter.result():
                self._end(credential)
            raise
        finally:
            timer.cancel()

    def _expire(self, credential: str, waiter: _Waiter) -> None:
        if not waiter.done():
            self.turns.give_up(credential, waiter)
            waiter.set_result(False)

    def _end(self, credential: str) -> None:
        waiter = self.turns.end(credential)
        if waiter is not None:
            waiter.set_result(True)

    async def _events(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send, credential: str) -> None:
        try:
            place = self.places.take(credential)
        except TooManySockets:
            await self._refusal(scope, send)
            return
        try:
            if not self.turns.begin(credential) and not await self._has_waited(credential):
                await self._refusal(scope, send)
                return
            await self._until_begun(app, scope, receive, send, credential)
        finally:
            place.leave()

    async def _until_begun(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send, credential: str) -> None:
        has_turn = True

        def end() -> None:
            nonlocal has_turn
            if has_turn:
                has_turn = False
                self._end(credential)

        async def begun(message: Message) -> None:
            end()
            await send(message)

        try:
            await app(scope, receive, begun)
        finally:
            end()

    def _is_socket(self, scope: Scope) -> bool:
        return bool(scope["type"] == "websocket" and scope["path"] == self._path)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            place = scope[PLACE] = self.places.take(_nobody(scope))
        except TooManySockets as refused:
            await _turn_away(scope, receive, send, refused)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            place.leave()


class _Refusal:
    """The answer to what there is no room for, made beforehand: refusing has to be cheap."""

    def __init__(self, retry_after: int) -> None:
        extensions = {"code": "OVERLOADED", "retryAfter": retry_after}
        self._body = orjson.dumps({"errors": [{"message": _OVERLOADED, "extensions": extensions}]})
        self._headers = [(b"content-length", b"%d" % len(self._body)), (b"retry-after", b"%d" % retry_after)]

    async def __call__(self, scope: Scope, send: Send) -> None:
        form = media_type(scope)
        headers = [*self._headers, (b"content-type", PLAIN if form in (None, EVENTS) else form)]
        await send({"type": "http.response.start", "status": HTTPStatus.SERVICE_UNAVAILABLE, "headers": headers})
        await send({"type": "http.response.body", "body": self._body})


def _again(message: Message, receive: Receive) -> Receive:
    """Receives this message before the others."""
    read: Message | None = message

    async def receive_again() -> Message:
        nonlocal read
        if read is None:
            return await receive()
        given, read = read, None
        return given

    return receive_again


def _nobody(scope: Scope) -> str:
    return f"address:{address_of(scope)}"


async def _turn_away(scope: Scope, receive: Receive, send: Send, refused: TooManySockets) -> None:
    """Close a socket so that its client learns why, which it does not where the handshake is refused."""
    await receive()
    offered = scope.get("subprotocols", ())
    protocol = GRAPHQL_TRANSPORT_WS_PROTOCOL if GRAPHQL_TRANSPORT_WS_PROTOCOL in offered else None
    await send({"type": "websocket.accept", "subprotocol": protocol})
    await send({"type": "websocket.close", "code": refused.code, "reason": str(refused)})
