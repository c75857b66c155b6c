"""`GET /exports/SECRET/FILE`: what `exportLeads` gave leave to download, once."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from cam_graphql.authentication import context_of
from models import ExportFormat
from pushdown import encode_global_id
from resolvers.context import Context
from services.exports import FILE_NAMES, take_export, written
from services.transaction import Act

_TYPES = {ExportFormat.CSV: "text/csv; charset=utf-8; header=present", ExportFormat.JSON_LINES: "application/jsonl"}


class ExportEndpoint:
    """Streams exports."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    async def send(self, request: Request) -> Response:
        """Answer with the leads; 404 for a secret that is unknown, used, or too old."""
        if request.method != "GET":  # a look at the head must not use the export up
            return Response(status_code=HTTPStatus.METHOD_NOT_ALLOWED, headers={"allow": "GET"})
        context = context_of(self._context(), request.scope)
        act = Act(context.actor, context.clock())
        taken = await take_export(request.path_params["secret"], act)
        if taken is None:
            return PlainTextResponse("This export is gone. Ask for another.\n", HTTPStatus.NOT_FOUND)
        return StreamingResponse(
            written(taken, lead_id, act),
            media_type=_TYPES[taken.format],
            headers={
                "content-disposition": f'attachment; filename="{FILE_NAMES[taken.format]}"',
                "cache-control": "no-store",
                "x-content-type-options": "nosniff",
            },
        )


def lead_id(key: int) -> str:
    """The global id of a lead."""
    return encode_global_id("Lead", key)
