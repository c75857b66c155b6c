"""What a connection can be ordered by. Every ordering has one key, never NULL, and the primary key as tie-break."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import strawberry

from pushdown.metadata import Models, column_of, sql_type_of


@strawberry.enum(description="Which end of an ordering comes first.")
class OrderDirection(Enum):
    """Ascending or descending."""

    ASC = strawberry.enum_value("ASC", description="Smallest, earliest or alphabetically first values first.")
    DESC = strawberry.enum_value("DESC", description="Largest, latest or alphabetically last values first.")


@dataclass(frozen=True, slots=True)
class Ordering:
    """Orders by a model's field. A nullable field needs `unknown`: a number, or SQL, which stands for NULL."""

    field: str
    unknown: int | str | None = None

    def key(self, model: Models, alias: str) -> str:
        """SQL for the key of the row with this alias; an index should have just this expression.

        Raises TypeError for a nullable field without `unknown`: rows without a key would be lost between pages.
        """
        if self.unknown is None and model._meta.fields_map[self.field].null:
            raise TypeError(f"{model.__name__}.{self.field} can be NULL: its ordering needs `unknown`")
        column = f"{alias}.{column_of(model, self.field)}"
        return column if self.unknown is None else f"coalesce({column}, {self.unknown})"

    def sql_type(self, model: Models) -> str:
        """The key's PostgreSQL type."""
        return sql_type_of(model, self.field)


def ordering(field: str, description: str, *, unknown: int | str | None = None) -> Any:
    """A value of an ordering's field enum."""
    return strawberry.enum_value(Ordering(field, unknown), description=description)
