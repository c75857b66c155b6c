"""Which rows a viewer may see: a predicate for each model and role, applied wherever a table is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pushdown.metadata import Models
from pushdown.statement import Statement


@dataclass(frozen=True, slots=True)
class Visible:
    """SQL that holds for the rows which may be seen. `{row}` is a row's alias, `{name}` a value of the viewer's."""

    sql: str
    types: Mapping[str, str] = field(default_factory=dict)
    """The SQL types of the viewer's values that are named."""


Visibility = Callable[[Models, str], Visible | None]
"""Gives what a role may see of a model; None for all rows. It is asked once for a plan, so it must not change."""


def everything(_model: Models, _role: str) -> Visible | None:
    """Hides nothing."""
    return None


def visible_rows(visible: Visible | None, table: str, alias: str, statement: Statement) -> str:
    """The table's visible rows as an item of FROM, under the alias."""
    if visible is None:
        return f"{table} {alias}"
    values = {name: statement.bind_viewer(name, sql_type) for name, sql_type in visible.types.items()}
    return f"(SELECT {alias}.* FROM {table} {alias} WHERE {visible.sql.format(row=alias, **values)}) {alias}"
