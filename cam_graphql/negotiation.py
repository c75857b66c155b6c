"""In what form an answer is sent, and with which status: GraphQL over HTTP, both its media types."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.types import Scope
from strawberry.types.execution import ExecutionResult

from cam_graphql.request_head import head_of

PLAIN = b"application/json"
STRICT = b"application/graphql-response+json"
EVENTS = b"text/event-stream"
_FORM = "cam.form"
_ANYTHING = frozenset({b"*/*", b"application/*"})
_STATUS = {
    "UNAUTHENTICATED": HTTPStatus.UNAUTHORIZED,
    "FORBIDDEN": HTTPStatus.FORBIDDEN,
    "RATE_LIMITED": HTTPStatus.TOO_MANY_REQUESTS,
    "OVERLOADED": HTTPStatus.SERVICE_UNAVAILABLE,
    "TIMEOUT": HTTPStatus.GATEWAY_TIMEOUT,
    "INTERNAL": HTTPStatus.INTERNAL_SERVER_ERROR,
}


def media_type(scope: Scope) -> bytes | None:
    """The form which a request wants, of those it takes alike the strict one; None where it takes none.

    Events are given to those who like them better than an answer in one piece. It is worked out once for a request.
    """
    try:
        known: bytes | None = scope[_FORM]
    except KeyError:
        known = scope[_FORM] = _wanted(scope)
    return known


def _wanted(scope: Scope) -> bytes | None:
    accept = head_of(scope).get(b"accept", PLAIN)
    return PLAIN if accept == PLAIN else preferred(accepted(accept))


def accepted(header: bytes) -> dict[bytes, float]:
    """What a header says that is taken, and how gladly, 0 to 1 (RFC 9110, 12.5.1)."""
    return dict(map(_weighed, header.lower().split(b",")))


def preferred(wanted: Mapping[bytes, float]) -> bytes | None:
    """The form that suits best."""
    if not wanted:
        return PLAIN
    anything = max((wanted[one] for one in _ANYTHING if one in wanted), default=0.0)
    plain, strict, events = wanted.get(PLAIN, anything), wanted.get(STRICT, 0.0), wanted.get(EVENTS, 0.0)
    if max(plain, strict, events) <= 0:
        return None
    if events > max(plain, strict):
        return EVENTS
    return STRICT if strict and strict >= plain else PLAIN


def _weighed(one: bytes) -> tuple[bytes, float]:
    kind, *parameters = (part.strip() for part in one.split(b";"))
    for parameter in parameters:
        name, _, value = parameter.partition(b"=")
        if name.strip() == b"q":
            try:
                return kind, float(value)
            except ValueError:
                return kind, 0.0
    return kind, 1.0


def answer_of(result: ExecutionResult) -> dict[str, Any]:
    """What is sent. An operation that was not begun has no `data`, not even null (GraphQL, 7.1.1)."""
    errors = result.errors or []
    answer: dict[str, Any] = {"errors": [error.formatted for error in errors]} if errors else {}
    if result.data is not None or any(error.path for error in errors) or not errors:
        answer["data"] = result.data
    if result.extensions:
        answer["extensions"] = result.extensions
    return answer


def status_of(answer: Mapping[str, Any], form: bytes) -> HTTPStatus:
    """The status of an answer: in the plain form, whatever is an answer is OK.

    One without anything but that the database is not there is none in either form. Where a part was done, it stays an
    answer: it is not to be asked again as a whole.
    """
    if "errors" in answer and not any((answer.get("data") or {}).values()) and _is_unavailable(answer):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if form != STRICT or "data" in answer:
        return HTTPStatus.OK
    code = (answer["errors"][0].get("extensions") or {}).get("code")
    return _STATUS.get(str(code), HTTPStatus.BAD_REQUEST)


def pause_of(answer: Mapping[str, Any], status: HTTPStatus | int) -> int | None:
    """Seconds after which to ask again, for an answer of this status; None where that is of no use."""
    if status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    pauses = [(error.get("extensions") or {}).get("retryAfter", 1) for error in answer["errors"]]
    return int(max(pauses))


def _is_unavailable(answer: Mapping[str, Any]) -> bool:
    return any((error.get("extensions") or {}).get("code") == "UNAVAILABLE" for error in answer["errors"])
