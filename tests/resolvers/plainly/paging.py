"""What orders and pages mean, said in Python."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.resolvers.plainly.tables import Row


@dataclass(frozen=True)
class Order:
    """An order of a type's rows by one column. The id breaks ties; `unknown` stands for NULL."""

    type_name: str
    column: str
    descending: bool
    unknown: Any = None

    def sorted(self, rows: Sequence[Row]) -> list[Row]:
        """The rows in this order. Texts are ordered by code points."""

        def key(row: Row) -> tuple[Any, int]:
            value = getattr(row, self.column)
            return self.unknown if value is None else value, row.id

        return sorted(rows, key=key, reverse=self.descending)


_NEVER = datetime(2, 1, 1, tzinfo=UTC)

_OFFERED: Mapping[str, Mapping[str, Any]] = {
    "ApiToken": {"created_at": None, "name": None},
    "Campaign": {"name": None, "created_at": None, "updated_at": None},
    "DiscoveredProfile": {"match_score": None, "display_name": None, "followers": -1, "discovered_at": None},
    "DiscoveryJob": {"name": None, "created_at": None},
    "Lead": {
        "name": None,
        "score": -1,
        "created_at": None,
        "last_contacted_at": _NEVER,
        "stage_entered_at": None,
    },
    "Suppression": {"created_at": None},
}
"""The columns by which `orderBy` can order a type, and what stands for NULL."""

DEFAULTS: Mapping[tuple[str, str], Order] = {
    ("Query", "apiTokens"): Order("ApiToken", "created_at", True),
    ("Query", "activity"): Order("Activity", "id", True),
    ("Query", "appointments"): Order("Appointment", "starts_at", False),
    ("Query", "campaigns"): Order("Campaign", "created_at", True),
    ("Query", "discoveryJobs"): Order("DiscoveryJob", "created_at", True),
    ("Query", "hosts"): Order("Host", "name", False),
    ("Query", "leadImports"): Order("LeadImport", "created_at", True),
    ("Query", "leads"): Order("Lead", "created_at", True),
    ("Query", "messageTemplates"): Order("MessageTemplate", "name", False),
    ("Query", "outreachMessages"): Order("OutreachMessage", "created_at", True),
    ("Query", "outreachTasks"): Order("OutreachTask", "created_at", False),
    ("Query", "replies"): Order("Reply", "received_at", True),
    ("Query", "suppressions"): Order("Suppression", "created_at", True),
    ("Campaign", "discoveryJobs"): Order("DiscoveryJob", "created_at", True),
    ("Campaign", "leadImports"): Order("LeadImport", "created_at", True),
    ("Campaign", "leads"): Order("Lead", "created_at", True),
    ("DiscoveryJob", "profiles"): Order("DiscoveredProfile", "match_score", True),
    ("Host", "appointments"): Order("Appointment", "starts_at", True),
    ("Lead", "appointments"): Order("Appointment", "starts_at", True),
    ("Lead", "contactEvents"): Order("ContactEvent", "occurred_at", True),
    ("Lead", "merges"): Order("LeadMerge", "merged_at", True),
    ("Campaign", "outreachSequences"): Order("OutreachSequence", "created_at", True),
    ("Lead", "outreachMessages"): Order("OutreachMessage", "created_at", True),
    ("Lead", "replies"): Order("Reply", "received_at", True),
    ("OutreachSequence", "enrolments"): Order("Enrolment", "enrolled_at", False),
    ("Lead", "timeline"): Order("TimelineEntry", "occurred_at", True),
    ("LeadImport", "rows"): Order("LeadImportRow", "number", False),
    ("SafetySettings", "history"): Order("SafetySettingsVersion", "version", True),
    ("SafetySettings", "suppressions"): Order("Suppression", "created_at", True),
}
"""The order of each connection where none is asked for."""


def asked_order(default: Order, asked: Mapping[str, str] | None) -> Order:
    """The order which `orderBy` asks for."""
    if asked is None:
        return default
    column = asked["field"].lower()
    unknown = _OFFERED[default.type_name][column]
    return Order(default.type_name, column, asked["direction"] == "DESC", unknown)


def offered_orders() -> list[Order]:
    """Every order which `orderBy` can ask for."""
    return [
        Order(type_name, column, descending, unknown)
        for type_name, columns in _OFFERED.items()
        for column, unknown in columns.items()
        for descending in (False, True)
    ]


@dataclass(frozen=True)
class Ordered:
    """All rows of a type in one order, each with its cursor. Cursors are opaque: they are what the server gave."""

    rows: Sequence[Row]
    cursors: Mapping[int, str]
    places: Mapping[str, int]

    @classmethod
    def of(cls, order: Order, rows: Sequence[Row], cursors: Mapping[int, str]) -> "Ordered":
        """The rows, brought into the order. `cursors` are by the rows' keys."""
        ordered = order.sorted(rows)
        return cls(ordered, cursors, {cursors[row.id]: place for place, row in enumerate(ordered)})

    def page(self, arguments: Mapping[str, Any], keep: Callable[[Row], bool]) -> dict[str, Any]:
        """The page which the arguments ask for, of the rows to keep."""
        after, before = arguments.get("after"), arguments.get("before")
        begin = 0 if after is None else self.places[after] + 1
        stop = len(self.rows) if before is None else self.places[before]
        between = [row for row in self.rows[begin:stop] if keep(row)]
        first, last = arguments.get("first"), arguments.get("last")
        shown = between[-last:] if last is not None else between[: 20 if first is None else first]
        if shown:
            begin, stop = self._place(shown[0]), self._place(shown[-1]) + 1
        return {
            "edges": [{"cursor": self.cursors[row.id], "node": row} for row in shown],
            "nodes": shown,
            "totalCount": sum(1 for row in self.rows if keep(row)),
            "pageInfo": {
                "hasPreviousPage": any(keep(row) for row in self.rows[:begin]),
                "hasNextPage": any(keep(row) for row in self.rows[stop:]),
                "startCursor": self.cursors[shown[0].id] if shown else None,
                "endCursor": self.cursors[shown[-1].id] if shown else None,
            },
        }

    def _place(self, row: Row) -> int:
        return self.places[self.cursors[row.id]]
