"""What filters, orders and pages mean, said in Python."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.pushdown.library.desk import id_of

Row = dict[str, Any]

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, operand: value == operand,
    "in": lambda value, operand: value in operand,
    "gte": lambda value, operand: value >= operand,
    "lte": lambda value, operand: value <= operand,
    "lt": lambda value, operand: value < operand,
    "hasAny": lambda value, operand: bool(set(value) & set(operand)),
    "hasAll": lambda value, operand: set(value) >= set(operand),
}
_FIELDS = {"publishedAt": "published_at", "inPrint": "in_print"}


@dataclass(frozen=True)
class Order:
    """An order of rows, in both languages; without a name it cannot be asked for by `orderBy`."""

    field: str
    """The root field by which all rows come in this order."""
    column: str
    name: str
    descending: bool
    unknown: int | None = None

    @property
    def arguments(self) -> str:
        """What to ask of the root field."""
        direction = "DESC" if self.descending else "ASC"
        order = f", orderBy: {{ field: {self.name}, direction: {direction} }}" if self.name else ""
        return f"(first: 100{order})"

    def sorted(self, rows: list[Row]) -> list[Row]:
        """The rows in this order."""

        def key(row: Row) -> tuple[Any, int]:
            return self.unknown if row[self.column] is None else row[self.column], row["id"]

        return sorted(rows, key=key, reverse=self.descending)


def holds(row: Row, condition: Row) -> bool:
    """Whether a filter holds for a row."""
    return all(_holds(row, name, operand) for name, operand in condition.items())


def _holds(row: Row, name: str, operand: Any) -> bool:
    match name:
        case "and":
            return all(holds(row, item) for item in operand)
        case "or":
            return any(holds(row, item) for item in operand)
        case "not":
            return not holds(row, operand)
        case "edited":
            return (row["editor_id"] is not None) is operand
        case "titled":
            return bool(row["title"].startswith(operand))
        case "inPrint":
            return row["in_print"] is operand
        case "subject":
            return bool(id_of(row["subject_type"], row["subject_id"]) == operand)
        case "author":
            return all(_COMPARE[how](id_of("Author", row["author_id"]), what) for how, what in operand.items())
    value = row[_FIELDS.get(name, name)]
    return all(value is not None and _COMPARE[how](value, _operand(name, what)) for how, what in operand.items())


def _operand(name: str, what: Any) -> Any:
    return datetime.fromisoformat(what) if name == "publishedAt" else what


@dataclass(frozen=True)
class Page:
    """The keys of the rows on a page, and what it knows of the others."""

    shown: list[int]
    info: Row


def connection(order: list[int], kept: set[int], cursors: Mapping[int, str], arguments: Row) -> Page:
    """The page which the arguments ask for, of the rows kept of all rows in order."""
    places = {cursor: order.index(key) for key, cursor in cursors.items()}
    after = places[arguments["after"]] if arguments.get("after") else -1
    before = places[arguments["before"]] if arguments.get("before") else len(order)
    between = [key for key in order[after + 1 : before] if key in kept]
    last = arguments.get("last")
    shown = between[-last:] if last else between[: arguments.get("first") or 20]
    start, end = (order.index(shown[0]), order.index(shown[-1]) + 1) if shown else (after + 1, before)
    info = {
        "hasPreviousPage": any(key in kept for key in order[:start]),
        "hasNextPage": any(key in kept for key in order[end:]),
        "startCursor": cursors[shown[0]] if shown else None,
        "endCursor": cursors[shown[-1]] if shown else None,
    }
    return Page(shown, info)
