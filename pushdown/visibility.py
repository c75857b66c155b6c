"""Which rows and columns a viewer may see, for each model and role, applied wherever a table is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pushdown.metadata import Models, column_of, table_of
from pushdown.statement import Statement

EVERY_ROW = "true"


@dataclass(frozen=True, slots=True)
class Visible:
    """SQL that holds for the rows which may be seen. `{row}` is a row's alias, `{name}` a value of the viewer's."""

    sql: str = EVERY_ROW
    types: Mapping[str, str] = field(default_factory=dict)
    """The SQL types of the viewer's values that are named."""
    masks: Mapping[str, str] = field(default_factory=dict)
    """By fields of the model, SQL which stands in for what their columns hold: in filters, orderings and searches, too,
    so that nothing can be found out by asking. It has the column's type, and refers to nothing."""


Visibility = Callable[[Models, str], Visible | None]
"""Gives what a role may see of a model; None for all rows. It is asked once for a plan, so it must not change."""


def everything(_model: Models, _role: str) -> Visible | None:
    """Hides nothing."""
    return None


def visible_rows(visible: Visible | None, model: Models, alias: str, statement: Statement) -> str:
    """The model's visible rows as an item of FROM, under the alias."""
    table = table_of(model)
    if visible is None:
        return f"{table} {alias}"
    values = {name: statement.bind_viewer(name, sql_type) for name, sql_type in visible.types.items()}
    columns = _masked(visible.masks, model, alias) if visible.masks else f"{alias}.*"
    return f"(SELECT {columns} FROM {table} {alias} WHERE {visible.sql.format(row=alias, **values)}) {alias}"


def _masked(masks: Mapping[str, str], model: Models, alias: str) -> str:
    """Every column of the model, a mask in place of those which have one."""
    names = {field: column_of(model, field) for field in model._meta.fields_db_projection}
    if unknown := masks.keys() - names.keys():
        raise TypeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    return ", ".join(
        f"{masks[field]} AS {name}" if field in masks else f"{alias}.{name}" for field, name in names.items()
    )
