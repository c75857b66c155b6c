"""What every answer tells browsers: that it is what it says, is shown in no frame, and is kept by nobody."""

from collections.abc import Iterable
from operator import itemgetter

from cam_graphql.http_protocol import lines_of

_CORP = b"cross-origin-resource-policy"
_TOLD = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (_CORP, b"same-origin"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
)
_NAME = itemgetter(0)
_SAID = frozenset(map(_NAME, _TOLD))

Header = tuple[bytes, bytes]


class ResponseHeaders:
    """Adds what an answer does not say itself. A page which needs scripts, or an answer which may be kept, does.

    `allows_origins`: pages of other origins are let in elsewhere, so their browsers must not be told otherwise here.
    """

    def __init__(self, *, allows_origins: bool = False) -> None:
        self._all = tuple(one for one in _TOLD if not (allows_origins and one[0] == _CORP))
        self.lines = lines_of(self._all)
        """All of them, as they are sent."""

    def beside(self, given: Iterable[Header]) -> Iterable[Header]:
        """The headers to add to those which are given. Nearly all answers leave all of it to us."""
        if _SAID.isdisjoint(map(_NAME, given)):
            return self._all
        said = {name for name, _ in given}
        return [one for one in self._all if one[0] not in said]
