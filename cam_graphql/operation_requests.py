"""Requests for operations, as they come over HTTP."""

from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope

from cam_graphql.negotiation import PLAIN
from cam_graphql.request_head import head_of


class DecodedBody(bytes):
    """A request's body together with what it decodes to; None where it cannot be decoded."""

    content: object


class DecodedRequest(Request):
    """A request whose body has been read and decoded."""

    def __init__(self, scope: Scope, receive: Receive, body: bytes, content: object) -> None:
        super().__init__(scope, receive)
        self._decoded = DecodedBody(body)
        self._decoded.content = content

    async def body(self) -> bytes:
        """The body."""
        return self._decoded


def asked_for(content: object) -> tuple[str, dict[str, Any] | None, str | None] | None:
    """The document, the variables and the operation's name, where that is all there is, and looks as it should."""
    if not isinstance(content, dict) or content.get("extensions") not in (None, {}):
        return None
    query, variables, name = content.get("query"), content.get("variables"), content.get("operationName")
    if not (isinstance(query, str) and isinstance(variables, dict | None) and isinstance(name, str | None)):
        return None
    return query, variables, name


async def body_of(receive: Receive) -> bytes:
    """The request's body. Raises ClientDisconnect where the client goes away meanwhile."""
    chunks: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunks.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(chunks)


def is_json(scope: Scope) -> bool:
    """Whether the body is JSON. Forms, and pages elsewhere, cannot send that without being allowed to."""
    given = head_of(scope).get(b"content-type", b"")
    return given == PLAIN or given.partition(b";")[0].strip().lower() == PLAIN
