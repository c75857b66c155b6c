"""Rows as they stand in a file, before anybody has looked at their values."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | tuple[str, ...]
"""Several where the file itself has a list, as JSON and vCards do."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """What a row has by column, blank values left out; or what is wrong with the row as a whole."""

    values: Mapping[str, Value]
    problem: str | None = None


MOST_COLUMNS = 500
LONGEST_COLUMN = 300
"""Characters of a column's name."""
