"""Strawberry's view as we serve it: orjson for bodies and frames, one WebSocket protocol, no page from elsewhere.

A query which the database answers alone takes a short way: its JSON goes out as PostgreSQL wrote it. Everything else
goes Strawberry's way.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from json import JSONDecodeError
from typing import Any

import orjson
from cross_web import HTTPException
from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionContext
from strawberry.types.unset import UNSET

from cam_graphql.authentication import context_of
from cam_graphql.socket_access import SocketAccess, SocketContext, socket_context
from resolvers.context import Context
from resolvers.faults import Schema
from services.access.authenticating import Authenticator


class _TextWebSocketAdapter(ASGIWebSocketAdapter):
    """Sends text frames: clients of graphql-transport-ws do not read binary ones."""

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self.ws.send_text(orjson.dumps(message).decode())
        except WebSocketDisconnect as gone:
            raise WebSocketDisconnected from gone


class _Body(bytes):
    """A request's body together with what it decodes to; None where it cannot be decoded."""

    content: object


class _Request(Request):
    """A request whose body has been read and decoded."""

    def __init__(self, scope: Scope, receive: Receive, body: bytes, content: object) -> None:
        super().__init__(scope, receive)
        self._decoded = _Body(body)
        self._decoded.content = content

    async def body(self) -> bytes:
        """The body."""
        return self._decoded


class GraphQLView(GraphQL[Context, None]):
    """The view behind `/graphql`."""

    websocket_adapter_class = _TextWebSocketAdapter
    schema: Schema

    def __init__(
        self, schema: Schema, context: Callable[[], Context], authenticator: Authenticator | None = None
    ) -> None:
        super().__init__(schema, graphql_ide=None, subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,))
        self._context = context
        self._access = SocketAccess(authenticator) if authenticator is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, the short way if there is one."""
        if scope["type"] != "http" or scope["method"] != "POST" or not _is_json(scope):
            try:
                await super().__call__(scope, receive, send)
            finally:
                if self._access is not None:
                    self._access.forget(scope)
            return
        body, content = await _body(receive), None
        with suppress(JSONDecodeError):  # which Strawberry's way meets again, and answers
            content = self.decode_json(body)
        context = context_of(self._context(), scope)
        answer = await self._answer(content, context)
        if answer is None:
            await self._at_length(_Request(scope, receive, body, content), send)
            return
        if context.spent is not None:
            answer = answer[:-1] + b',"extensions":{"cost":%b}}' % orjson.dumps(context.spent.told)
        headers = [(b"content-length", b"%d" % len(answer)), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _answer(self, content: object, context: Context) -> bytes | None:
        if not isinstance(content, dict) or content.get("extensions") not in (None, {}):
            return None
        query, variables, name = content.get("query"), content.get("variables"), content.get("operationName")
        if not (isinstance(query, str) and isinstance(variables, dict | None) and isinstance(name, str | None)):
            return None
        return await self._read(query, variables, name, context)

    async def _read(
        self, query: str, variables: dict[str, Any] | None, name: str | None, context: Context
    ) -> bytes | None:
        try:
            return await self.schema.answer(query, variables, name, context)
        except Exception as fault:  # which is told as Strawberry tells what fails outside of every field
            errors = [GraphQLError(str(fault), original_error=fault)]
            self.schema.process_errors(errors, ExecutionContext(query, self.schema, (), provided_operation_name=name))
            return self.encode_json({"data": None, "errors": [error.formatted for error in errors]})

    async def _at_length(self, request: _Request, send: Send) -> None:
        try:
            response = await self.run(request)
        except HTTPException as error:
            response = PlainTextResponse(error.reason, status_code=error.status_code)
        await response(request.scope, request.receive, send)

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        """The ground for a request, or for all operations of a socket."""
        context = context_of(self._context(), request.scope)
        return socket_context(context, request) if isinstance(request, WebSocket) else context

    async def on_ws_connect(self, context: Context) -> Any:
        """Learn who asks over a socket. Raises ConnectionRejectionError for credentials that are no good."""
        if self._access is not None and isinstance(context, SocketContext):
            await self._access.admit(context)
        return UNSET

    def decode_json(self, data: str | bytes) -> object:
        """Decode a body or a frame."""
        if isinstance(data, _Body):
            if data.content is not None:
                return data.content
            data = bytes(data)
        try:
            return orjson.loads(data)
        except orjson.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, "", 0) from error

    def encode_json(self, data: object) -> bytes:
        """Encode an answer."""
        return orjson.dumps(data)

    def parse_json(self, data: str | bytes) -> Any:
        """A request's body: an object. Raises HTTPException for anything else."""
        body = super().parse_json(data)
        if not isinstance(body, dict):
            raise HTTPException(400, 'The body must be a JSON object such as {"query": "{ __typename }"}.')
        return body


async def _body(receive: Receive) -> bytes:
    """The request's body. Raises ClientDisconnect where the client goes away meanwhile."""
    chunks: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunks.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(chunks)


def _is_json(scope: Scope) -> bool:
    return any(name == b"content-type" and value.startswith(b"application/json") for name, value in scope["headers"])
