"""Answers to operations that are not carried out, as they go over HTTP."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.responses import Response

from cam_graphql.negotiation import EVENTS, PLAIN, pause_of, status_of


def told(error: GraphQLError, form: bytes) -> Response:
    """What tells of an error, in this form."""
    answer = {"errors": [error.formatted]}
    response = Response(
        orjson.dumps(answer), status_of(answer, form), {"content-type": (PLAIN if form == EVENTS else form).decode()}
    )
    return pausing(response, answer)


def pausing(response: Response, answer: Mapping[str, Any]) -> Response:
    """The response, which says when to ask again where that helps."""
    pause = pause_of(answer, response.status_code)
    if pause is not None:
        response.headers["retry-after"] = str(pause)
    return response


def refusal(form: bytes, status: HTTPStatus, reason: str, code: str = "BAD_REQUEST") -> Response:
    """What refuses a request that is none."""
    body = orjson.dumps({"errors": [{"message": reason, "extensions": {"code": code}}]})
    return Response(body, status, {"content-type": (PLAIN if form == EVENTS else form).decode()})
