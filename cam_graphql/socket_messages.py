"""The graphql-transport-ws protocol, to the letter where Strawberry is lenient."""

from collections.abc import Mapping
from typing import Any, Protocol, cast

from graphql import GraphQLError, GraphQLFormattedError
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler
from strawberry.subscriptions.protocols.graphql_transport_ws.types import SubscribeMessage

from cam_graphql.document_ids import DocumentIds
from cam_graphql.socket_access import place_of
from cam_graphql.socket_places import TooManySockets
from pushdown import SharedData
from resolvers.context import Context

_TOO_MANY_OPERATIONS: GraphQLFormattedError = {
    "message": "Too many operations of the same credential are open. End some of them first.",
    "extensions": {"code": "OVERLOADED"},
}


class _Resolving(Protocol):
    """What the view knows of trusted documents."""

    document_ids: DocumentIds | None

    async def resolved(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The operation with its document's text."""


class SocketMessages(BaseGraphQLTransportWSHandler[Context, None]):
    """Closes with 4400 what is no message of the protocol."""

    async def handle_message(self, message: Any) -> None:
        """Look at the message's form before anything is done about it."""
        if self._names_a_document(message):
            try:
                message = {**message, "payload": await self._resolving.resolved(message["payload"])}
            except GraphQLError as refused:
                await self.send_message({"id": message["id"], "type": "error", "payload": [refused.formatted]})
                return
        if (reason := _wrong(message)) is not None:
            await self.handle_invalid_message(reason)
            return
        try:
            await super().handle_message(message)
        except TooManySockets as refused:
            await self.websocket.close(refused.code, str(refused))

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        """Begin an operation, where its credential has not too many over all of its sockets."""
        place = place_of(self.context)
        if place is None or not self.connection_acknowledged or message["id"] in self.operations:
            await super().handle_subscribe(message)
            return
        counted = place.begin_operation()
        if counted is None:
            await self.send_message({"id": message["id"], "type": "error", "payload": [_TOO_MANY_OPERATIONS]})
            return
        await super().handle_subscribe(message)
        begun = self.operations.get(message["id"])
        if begun is None or begun.task is None:
            counted.end()
        else:
            begun.task.add_done_callback(counted.end)

    async def send_message(self, message: Any) -> None:
        """Send a message; what all subscribers get of an event is encoded already."""
        if message["type"] == "next" and isinstance(data := message["payload"]["data"], SharedData):
            message = {**message, "payload": {**message["payload"], "data": data.fragment}}
        await super().send_message(message)

    def _names_a_document(self, message: Any) -> bool:
        """Whether to look for a trusted document, for a client that may ask and whose message is else in order."""
        if not self.connection_acknowledged or not isinstance(message, dict) or message.get("type") != "subscribe":
            return False
        ids, payload = self._resolving.document_ids, message.get("payload")
        if ids is None or not ids.concern(payload):
            return False
        in_order = _wrong({**message, "payload": {"query": "", **payload}}) is None
        return in_order and message["id"] not in self.operations

    @property
    def _resolving(self) -> _Resolving:
        return cast(_Resolving, self.view)


def _wrong(message: object) -> str | None:
    """What is wrong with the form of a message; None where nothing is."""
    if not isinstance(message, dict):
        return "Message must be an object"
    kind = message.get("type")
    if not isinstance(kind, str):
        return "Message must have a type"
    if kind in {"subscribe", "complete"} and not (isinstance(message.get("id"), str) and message["id"]):
        return f"{kind} must have an id"
    payload = message.get("payload")
    if kind in {"ping", "pong"} and not isinstance(payload, dict | None):
        return f"{kind} must have an object as its payload, or none"
    return _wrong_operation(payload) if kind == "subscribe" else None


def _wrong_operation(payload: object) -> str | None:
    if not isinstance(payload, dict):
        return "subscribe must have an object as its payload"
    for name, type_ in (("operationName", str), ("variables", dict), ("extensions", dict)):
        if not isinstance(payload.get(name), type_ | None):
            return f"{name} must be {'a text' if type_ is str else 'an object'}, or null"
    return None if isinstance(payload.get("query"), str) else "query must be a text"
