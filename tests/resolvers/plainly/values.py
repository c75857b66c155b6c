"""Values of arguments: ids and cursors of real rows, and the neighbours of what the rows hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tests.resolvers.plainly import rubbish
from tests.resolvers.plainly.paging import Order
from tests.resolvers.plainly.reference import Plainly
from tests.resolvers.plainly.rows import ODD_ROWS
from tests.resolvers.plainly.tables import TYPES, id_of

_NO_IDS = (
    *("", "?", "TGVhZA==", "TGVhZDowMQ==", "TGVhZDoxCg==", "TGVhZDox ", "TGVhZDotMQ==", "\u0000", "\U0001f989"),
    *(id_of("Lead", key) for key in (0, 9_999, 2**63 - 3, 2**63, 10**19)),
    *(id_of(name, 1) for name in ("Publisher", "SourceRun", "Query", "Node", "lead", "")),
)
"""Ids which name nothing: malformed, unknown, of no type."""


@dataclass(frozen=True)
class Values:
    """What to draw from."""

    ids: Sequence[str]
    ids_of: Mapping[str, Sequence[str]]
    cursors: Mapping[Order, Sequence[str]]
    moments: Sequence[str]
    numbers: Sequence[str]
    """Of `Float`, as they are written."""
    whole_numbers: Sequence[int]
    texts: Sequence[str]
    """Names of owners and hosts, and labels."""

    @classmethod
    def of(cls, plainly: Plainly) -> "Values":
        """What the rows suggest."""
        ids_of = {name: _ids(plainly, name) for name in TYPES}
        moments = [moment.isoformat() for moment in rubbish.MOMENTS]
        later = [(moment + timedelta(microseconds=1)).isoformat() for moment in rubbish.MOMENTS[:-1]]
        return cls(
            [*_NO_IDS, *(text for texts in ids_of.values() for text in texts)],
            ids_of,
            {order: list(ordered.cursors.values()) for order, ordered in plainly.ordered.items()},
            [*moments, *later, "2026-03-29T00:00:00Z", "2026-03-29T02:00:00.25+02:00", "2026-03-28T10:00-14:00"],
            [*(repr(score) for score in rubbish.SCORES), "-1", "1e308", "0.33", "2"],
            [number for number in rubbish.FOLLOWERS if number is not None] + [-1, 2, 60, 119, 121, -(2**31)],
            [
                *rubbish.OWNERS,
                *rubbish.OWNERS,
                *rubbish.SHORT_TEXTS,
                *(host.name for host in plainly.tables.all("Host")),
            ],
        )


def _ids(plainly: Plainly, type_name: str) -> list[str]:
    """The ids of a type, odd rows twice."""
    ids = [id_of(type_name, row.id) for row in plainly.tables.all(type_name)]
    return ids + ids[len(ids) - ODD_ROWS.get(type_name, 0) :]
