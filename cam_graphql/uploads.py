"""`POST /uploads`: files that mutations then name by a token."""

from collections.abc import AsyncIterator, Callable
from http import HTTPStatus
from pathlib import PurePath
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from cam_graphql.authentication import context_of
from models import Role
from resolvers.context import Context
from services.errors import DomainError
from services.imports.uploads import LONGEST_FILENAME, Empty, StoreFull, TooLarge, UploadLimits, store_upload
from services.transaction import Act
from services.validation import storable

HEADER = "X-CAM-Upload"
"""The file's name, percent-encoded. A page elsewhere cannot send such a header without being allowed to."""

_STATUS = {
    Empty: HTTPStatus.BAD_REQUEST,
    StoreFull: HTTPStatus.INSUFFICIENT_STORAGE,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
_NAME_IT = f"Send the file as the body, and its name, percent-encoded, in the header {HEADER}."


class UploadEndpoint:
    """Takes a file as its bytes come."""

    def __init__(self, context: Callable[[], Context], limits: UploadLimits) -> None:
        self._context = context
        self._limits = limits

    async def receive(self, request: Request) -> Response:
        """Answer with the token, the size and the digest (SHA-256) of the file."""
        given = request.headers.get(HEADER)
        if given is None:
            return _refused(HTTPStatus.BAD_REQUEST, _NAME_IT)
        if _said_length(request) > self._limits.largest:
            return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(TooLarge(self._limits.largest)))
        context = context_of(self._context(), request.scope)
        if context.viewer is None:
            return _refused(HTTPStatus.UNAUTHORIZED, "Send credentials as `Authorization: Bearer …`.")
        if not context.viewer.role.includes(Role.OPERATOR):
            return _refused(HTTPStatus.FORBIDDEN, f"Uploading needs the role {Role.OPERATOR}.")
        try:
            stored = await store_upload(
                _filename(given),
                storable(request.headers.get("content-type", ""))[:200] or None,
                _body(request),
                Act(context.actor, context.clock()),
                self._limits,
            )
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)  # which nobody reads
        except DomainError as error:
            return _refused(_STATUS[type(error)], str(error))
        content = {"token": str(stored.token), "size": stored.size, "digest": stored.digest}
        return JSONResponse(content, HTTPStatus.CREATED)


async def _body(request: Request) -> AsyncIterator[bytes]:
    async for some in request.stream():
        yield some


def _said_length(request: Request) -> int:
    said = request.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def _filename(given: str) -> str | None:
    """The last part of the name, without what cannot be stored."""
    name = PurePath(unquote(given).replace("\\", "/")).name
    return storable(name)[:LONGEST_FILENAME] or None


def _refused(status: HTTPStatus, message: str) -> Response:
    # What is left of the body is not read, so the connection is of no further use.
    return JSONResponse({"error": message}, status, {"connection": "close"})
