"""A request's headers by name, gathered once: each look through the list of them takes as long as a small read."""

from collections.abc import Iterable, Mapping

from starlette.types import Scope

_HEAD = "cam.head"

Head = Mapping[bytes, bytes]


def head_of(scope: Scope) -> Head:
    """The headers of a request or a socket, by name in lower case. Repeated ones are one list (RFC 9110, 5.3).

    So whoever takes only one value finds that it is none of those which it takes.
    """
    try:
        known: Head = scope[_HEAD]
    except KeyError:
        known = scope[_HEAD] = _by_name(scope.get("headers", ()))
    return known


def _by_name(headers: Iterable[tuple[bytes, bytes]]) -> Head:
    given = list(headers)
    head = dict(given)
    if len(head) != len(given):
        head.clear()
        for name, value in given:
            head[name] = b"%b, %b" % (head[name], value) if name in head else value
    return head
