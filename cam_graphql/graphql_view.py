"""Strawberry's view as we serve it: orjson for bodies and frames, one WebSocket protocol, no page from elsewhere."""

from collections.abc import Callable, Mapping
from json import JSONDecodeError
from typing import Any

import orjson
from cross_web import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from resolvers.context import Context
from resolvers.faults import Schema


class _TextWebSocketAdapter(ASGIWebSocketAdapter):
    """Sends text frames: clients of graphql-transport-ws do not read binary ones."""

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self.ws.send_text(orjson.dumps(message).decode())
        except WebSocketDisconnect as gone:
            raise WebSocketDisconnected from gone


class GraphQLView(GraphQL[Context, None]):
    """The view behind `/graphql`."""

    websocket_adapter_class = _TextWebSocketAdapter

    def __init__(self, schema: Schema, context: Callable[[], Context]) -> None:
        super().__init__(schema, graphql_ide=None, subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,))
        self._context = context

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        """The same ground for every operation."""
        return self._context()

    def decode_json(self, data: str | bytes) -> object:
        """Decode a body or a frame."""
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
