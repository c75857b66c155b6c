"""JSON lines: an object a line, its keys the columns."""

from collections.abc import Iterator
from itertools import islice
from typing import IO

import orjson

from services.imports.raw_rows import LONGEST_COLUMN, MOST_COLUMNS, RawRow, Value
from services.imports.text_lines import text_lines
from services.imports.unreadable import Unreadable

_LOOKED_AT = 1_000


def json_columns(file: IO[bytes], encoding: str) -> tuple[str, ...]:
    """The keys of the first 1,000 rows, in their order. Raises Unreadable."""
    columns: dict[str, None] = {}
    for row in islice(json_rows(file, encoding), _LOOKED_AT):
        columns.update(dict.fromkeys(row.values))
    if not columns:
        raise Unreadable("The file has no line with a JSON object.")
    if len(columns) > MOST_COLUMNS:
        raise Unreadable(f"The file has more than {MOST_COLUMNS} keys.")
    return tuple(columns)


def json_rows(file: IO[bytes], encoding: str) -> Iterator[RawRow]:
    """The objects; a line that is none is a row with a problem, and a blank one is no row. Raises Unreadable."""
    for line in text_lines(file, encoding):
        if line.strip():
            yield _row(line)


def _row(line: str) -> RawRow:
    try:
        content = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return RawRow({}, f"This line is no JSON: {error.msg}.")
    if not isinstance(content, dict):
        return RawRow({}, "This line is no JSON object.")
    values: dict[str, Value] = {}
    for key, given in content.items():
        value = _value(given)
        if value is None:
            return RawRow({}, f"“{key[:LONGEST_COLUMN]}” holds an object or a nested list; only plain values are read.")
        if value:
            values[key[:LONGEST_COLUMN]] = value
    return RawRow(values)


def _value(given: object) -> Value | None:
    """The value as text, empty where it is null or blank; a list's as several; None for what holds more."""
    if isinstance(given, list):
        parts = [_scalar(each) for each in given]
        return None if None in parts else tuple(part for part in parts if part)
    return _scalar(given)


def _scalar(given: object) -> str | None:
    match given:
        case None:
            return ""
        case bool():
            return "true" if given else "false"
        case str():
            return given if given.strip() else ""
        case int() | float():
            return str(given)
    return None
