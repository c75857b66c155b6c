"""Lists of suppressions as programs and people write them: a table with or without a line for its columns' names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import IO

from models import Platform, SuppressionKind
from services.errors import ErrorCode, Problem
from services.imports.csv_rows import csv_columns, csv_rows, guess_delimiter
from services.imports.encoding import detect
from services.imports.raw_rows import RawRow
from services.imports.unreadable import Unreadable
from services.suppressions.digests import Value
from services.suppressions.drafts import Given

MOST_ROWS = 100_000
_VALUES: Mapping[str, SuppressionKind | None] = {
    "value": None,
    "suppression": None,
    "address": None,
    "email": SuppressionKind.EMAIL,
    "e-mail": SuppressionKind.EMAIL,
    "mail": SuppressionKind.EMAIL,
    "email address": SuppressionKind.EMAIL,
    "e-mail address": SuppressionKind.EMAIL,
    "domain": SuppressionKind.DOMAIN,
    "phone": SuppressionKind.PHONE,
    "telephone": SuppressionKind.PHONE,
    "phone number": SuppressionKind.PHONE,
    "handle": SuppressionKind.HANDLE,
}
"""The columns that are read, by their names without case; and what they have, where the name tells."""
_KINDS = ("kind", "type")
_LISTED = [kind for kind in SuppressionKind if kind is not SuppressionKind.LEAD]
_PHONE = re.compile(r"[+\d][\d\s()/.-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list, numbered from 1 on below the columns' names."""

    number: int
    value: Value | Problem


def read_list(file: IO[bytes], kind: SuppressionKind | None, region: str | None = None) -> Iterator[Entry]:
    """The entries of a list. `kind` is what they are, where neither a column nor its name tells.

    Where nothing tells, each value is what it looks like. Raises Unreadable.
    """
    encoding = detect(file)
    delimiter = guess_delimiter(file, encoding)
    columns = csv_columns(file, encoding, delimiter)
    names = {column.strip().lower(): column for column in columns}
    having = next((name for name in _VALUES if name in names), None)
    kinds = next((names[name] for name in _KINDS if name in names), None)
    rows = csv_rows(file, encoding, delimiter, columns)
    if having is None:  # the first line names no columns, but is an entry itself
        rows = chain((RawRow({columns[0]: columns[0]}),), rows)
    else:
        kind = _VALUES[having] or kind
    column = columns[0] if having is None else names[having]
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise Unreadable(f"The file has more than {MOST_ROWS:,} rows; send it in parts.")
        yield Entry(number, _value(row, column, kinds, kind, region))


def _value(
    row: RawRow, column: str, kinds: str | None, kind: SuppressionKind | None, region: str | None
) -> Value | Problem:
    if row.problem is not None:
        return Problem((), ErrorCode.MALFORMED, row.problem)
    text = str(row.values.get(column, ""))
    told = str(row.values.get(kinds or "", "")).strip().upper()
    if told and told not in SuppressionKind.__members__:
        return Problem((), ErrorCode.MALFORMED, f"The kind must be one of {', '.join(_LISTED)}.")
    given = Given(SuppressionKind(told) if told else kind or _looks_like(text), text)
    if given.kind is SuppressionKind.LEAD:
        return Problem((), ErrorCode.MALFORMED, f"The kind must be one of {', '.join(_LISTED)}.")
    return given.value((), region=region)


def _looks_like(text: str) -> SuppressionKind:
    bare = text.strip()
    if bare.partition(":")[0].strip().upper() in Platform.__members__ and ":" in bare:
        return SuppressionKind.HANDLE
    if "@" in bare[1:]:
        return SuppressionKind.EMAIL
    return SuppressionKind.PHONE if _PHONE.fullmatch(bare) else SuppressionKind.DOMAIN
