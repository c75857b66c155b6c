"""A value in SQL, with what is known of it when the statement is written."""

from typing import NamedTuple

JSON = "json"
"""The kind of objects and lists which the compiler has put together."""


class Sql(NamedTuple):
    """An expression. `kind` is its SQL type, `T[]` for arrays, None where it is not known."""

    text: str
    kind: str | None = None
    nullable: bool = True
    values: frozenset[object] | None = None
    """The only values it can have; None where there are others."""
