"""Strawberry's view as we serve it: orjson for bodies and frames, one WebSocket protocol, no page from elsewhere.

A query which the database answers alone takes a short way: its JSON goes out as PostgreSQL wrote it. Everything else
goes Strawberry's way.
"""

from collections.abc import Callable, Collection, Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from json import JSONDecodeError
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

import orjson
from cross_web import HTTPException
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http import GraphQLHTTPResponse
from strawberry.http.base import BaseRequestProtocol
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.http.streaming import HTTPStreamTransport, SSETransport
from strawberry.subscriptions import GRAPHQL_SSE_PROTOCOL, GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult
from strawberry.types.unset import UNSET

from cam_graphql.authentication import CHALLENGE, context_of
from cam_graphql.document_ids import DocumentIds, NotRegistered
from cam_graphql.exchanges import EXCHANGE, exchange_of
from cam_graphql.json_depth import JSON_DEPTH, nests_deeper
from cam_graphql.negotiation import (
    EVENTS,
    PLAIN,
    STRICT,
    accepted,
    answer_of,
    media_type,
    preferred,
    status_of,
)
from cam_graphql.operation_answers import pausing, refusal, told
from cam_graphql.operation_requests import DecodedBody, DecodedRequest, asked_for, body_of, is_json
from cam_graphql.overload import BODY
from cam_graphql.socket_access import SocketAccess, SocketContext, socket_context
from cam_graphql.socket_messages import SocketMessages
from resolvers.context import Context
from resolvers.faults import Schema
from services.access.authenticating import Authenticator

_ACCEPTABLE = f"Accept {STRICT.decode()} or {PLAIN.decode()}; text/event-stream for subscriptions."
_AS_JSON = f"Send the operation as {PLAIN.decode()}."


_TOO_DEEP = "The request nests its JSON too deeply; at most %d levels are taken."
_COST = b',"extensions":{"cost":{"requested":%d,"available":%d,"restoreRate":%d}}}'


class _TextWebSocketAdapter(ASGIWebSocketAdapter):
    """Sends text frames: clients of graphql-transport-ws do not read binary ones."""

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self.ws.send_text(orjson.dumps(message).decode())
        except WebSocketDisconnect as gone:
            raise WebSocketDisconnected from gone


@dataclass(frozen=True, slots=True)
class SocketBounds:
    """Bounds of one socket. The values here are the settings' defaults."""

    init_seconds: float = 10.0
    """How long a client may take to begin (`connection_init`)."""
    operations: int = 100
    """Operations of one socket at once."""


class GraphQLView(GraphQL[Context, None]):
    """The view behind `/graphql`. Pages of `allowed_origins` may open sockets, besides the server's own."""

    websocket_adapter_class = _TextWebSocketAdapter
    graphql_transport_ws_handler_class = SocketMessages
    schema: Schema

    def __init__(
        self,
        schema: Schema,
        context: Callable[[], Context],
        authenticator: Authenticator | None = None,
        *,
        sockets: SocketBounds | None = None,
        allowed_origins: Collection[str] = (),
        document_ids: DocumentIds | None = None,
        json_depth: int = JSON_DEPTH,
    ) -> None:
        sockets = sockets or SocketBounds()
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_SSE_PROTOCOL),
            connection_init_wait_timeout=timedelta(seconds=sockets.init_seconds),
            max_subscriptions_per_connection=sockets.operations,
            allowed_origins=sorted(allowed_origins),
        )
        self._context = context
        self.document_ids = document_ids
        self._json_depth = json_depth
        self._access = SocketAccess(authenticator) if authenticator is not None else None

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Coroutine[Any, Any, None]:
        """Answer a request, the short way if there is one."""
        if scope["type"] == "websocket":
            return self._socket(scope, receive, send)
        form, is_post = media_type(scope), scope["method"] == "POST"
        if form is None:
            return refusal(PLAIN, HTTPStatus.NOT_ACCEPTABLE, _ACCEPTABLE)(scope, receive, send)
        if not is_post:
            return self._get(scope, receive, send, form)
        if not is_json(scope):
            return refusal(form, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, _AS_JSON)(scope, receive, send)
        return self._post(scope, receive, send, form)

    async def _post(self, scope: Scope, receive: Receive, send: Send, form: bytes) -> None:
        body = scope[BODY] if BODY in scope else await body_of(receive)
        if nests_deeper(body, self._json_depth):
            reason = _TOO_DEEP % self._json_depth
            await refusal(form, HTTPStatus.BAD_REQUEST, reason, "TOO_COMPLEX")(scope, receive, send)
            return
        try:
            content = orjson.loads(body)
        except orjson.JSONDecodeError:  # which Strawberry's way meets again, and answers
            content = None
        context = context_of(self._context(), scope)
        if self.document_ids is not None and self.document_ids.concern(content):
            try:
                content = await self.resolved(content)
            except GraphQLError as refused:
                await told(refused, form)(scope, receive, send)
                return
        answer = None
        if form != EVENTS and (asked := asked_for(content)) is not None:
            try:
                answer = await self.schema.answer(*asked, context)
            except GraphQLError as fault:
                await told(fault, form)(scope, receive, send)
                return
        if answer is None:
            await self._at_length(DecodedRequest(scope, receive, body, content), context, form, send)
            return
        if context.spent is not None:
            spent = context.spent
            answer = b"".join((answer[:-1], _COST % (spent.requested, spent.available, spent.restored)))
        if EXCHANGE in scope and exchange_of(scope).answered(send, form, answer):
            return
        headers = [(b"content-length", b"%d" % len(answer)), (b"content-type", form)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _get(self, scope: Scope, receive: Receive, send: Send, form: bytes) -> None:
        if self.document_ids is not None:
            request: dict[str, Any] = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
            with suppress(JSONDecodeError):  # which Strawberry's way meets again, and answers
                if "extensions" in request:
                    request["extensions"] = self.decode_json(request["extensions"])
                if self.document_ids.concern(request):
                    try:
                        request = await self.resolved(request)
                    except GraphQLError as refused:
                        await told(refused, form)(scope, receive, send)
                        return
                    request.pop("extensions", None)
                    scope = {**scope, "query_string": urlencode(request).encode()}
        await self._at_length(Request(scope, receive), context_of(self._context(), scope), form, send)

    async def resolved(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """What is asked for, with the text of the document it names. Raises GraphQLError where there is none."""
        assert self.document_ids is not None
        try:
            return await self.document_ids.resolved(content)
        except NotRegistered:
            raise
        except Exception as fault:
            errors = [GraphQLError(str(fault), original_error=fault)]
            self.schema.process_errors(errors)
            raise errors[0] from fault

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            if self._access is not None:
                self._access.forget(scope)

    async def _at_length(self, request: Request, context: Context, form: bytes, send: Send) -> None:
        try:
            response = await self.run(request, context)
        except HTTPException as error:
            response = refusal(form, HTTPStatus(error.status_code), error.reason)
            if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                response.headers["allow"] = "GET, POST"
        await response(request.scope, request.receive, send)

    async def get_sub_response(self, request: Request | WebSocket) -> Response:
        """What the answer is to be like: its form."""
        response = await super().get_sub_response(request)
        response.media_type = (media_type(request.scope) or PLAIN).decode()
        return response

    def _get_stream_transport_from_headers(self, headers: Mapping[str, str]) -> HTTPStreamTransport | None:
        """Events only for those who like them better: some clients name them beside what they want."""
        wants_events = preferred(accepted(headers.get("accept", "").encode())) == EVENTS
        return self._get_stream_transport(SSETransport.protocol) if wants_events else None

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """What is sent of a result."""
        return cast(GraphQLHTTPResponse, answer_of(result))

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """The answer in its form, and with the status that belongs to it."""
        form = (sub_response.media_type or PLAIN.decode()).encode()
        answer = cast(dict[str, Any], response_data)
        response = Response(self.encode_json(answer), status_of(answer, form), {"content-type": form.decode()})
        if response.status_code == HTTPStatus.UNAUTHORIZED:
            response.headers["www-authenticate"] = CHALLENGE
        return pausing(response, answer)

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:
        """Never: there is a page of its own."""
        return False

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
        if isinstance(data, DecodedBody):
            if data.content is not None:
                return data.content
            data = bytes(data)
        encoded = data.encode() if isinstance(data, str) else data
        if nests_deeper(encoded, self._json_depth):
            raise JSONDecodeError(_TOO_DEEP % self._json_depth, "", 0)
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
        if not isinstance(body.get("operationName"), str | None):
            raise HTTPException(400, "operationName must be a text, or null.")
        return body
