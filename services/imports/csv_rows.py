"""Tables as spreadsheets write them: any delimiter, quotes, line breaks within cells, a line for the columns' names."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

from services.formula_guard import unguarded
from services.imports.raw_rows import LONGEST_COLUMN, MOST_COLUMNS, RawRow
from services.imports.text_lines import LONGEST_ROW, text_lines
from services.imports.unreadable import Unreadable

DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 100
_DECLARATION = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
"""A first line by which spreadsheets tell each other the delimiter."""

csv.field_size_limit(LONGEST_ROW)


def guess_delimiter(file: IO[bytes], encoding: str) -> str:
    """The declared delimiter, or the one by which the first rows fall into the most cells, all into as many."""
    lines = list(islice(text_lines(file, encoding), 10 * _LOOKED_AT))
    if lines and (declared := _DECLARATION.fullmatch(lines[0])):
        return declared[1]
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def csv_columns(file: IO[bytes], encoding: str, delimiter: str) -> tuple[str, ...]:
    """The columns' names, told apart where several are alike. Raises Unreadable."""
    header = next(_records(text_lines(file, encoding), delimiter), None)
    if header is None:
        raise Unreadable("The file has no line that names its columns.")
    while header and not header[-1].strip():
        header.pop()
    if len(header) > MOST_COLUMNS:
        raise Unreadable(f"The file has more than {MOST_COLUMNS} columns.")
    return tuple(_told_apart(header))


def csv_rows(file: IO[bytes], encoding: str, delimiter: str, columns: tuple[str, ...]) -> Iterator[RawRow]:
    """The rows below the columns' names, blank ones left out. Raises Unreadable."""
    records = _records(text_lines(file, encoding), delimiter)
    next(records, None)
    width = len(columns)
    for cells in records:
        if len(cells) > width and not any(map(str.strip, cells[width:])):
            del cells[width:]
        if len(cells) != width:
            yield RawRow({}, f"This row has {len(cells)} cells, and there are {width} columns.")
        else:
            yield RawRow({column: unguarded(cell) for column, cell in zip(columns, cells, strict=True) if cell.strip()})


class _Measured:
    """Lines on their way to the reader, counted so that a quote without an end does not take the whole file in."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._number = 0
        self._since = 1
        self._length = 0

    def row_ended(self) -> None:
        """What comes now belongs to the next row."""
        self._since = self._number + 1
        self._length = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._number += 1
            self._length += len(line)
            if self._length > LONGEST_ROW:
                raise Unreadable(
                    f"The row which begins in line {self._since} has more than {LONGEST_ROW:,} characters; "
                    "probably a quotation mark is missing at its end."
                )
            if not (self._number == 1 and _DECLARATION.fullmatch(line)):
                yield line


def _records(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The cells of every row that is not blank."""
    measured = _Measured(lines)
    try:
        for cells in csv.reader(measured, delimiter=delimiter):
            measured.row_ended()
            if any(map(str.strip, cells)):
                yield cells
    except csv.Error as error:
        raise Unreadable(f"The file is no table: {error}.") from error


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    """How alike the rows are in their number of cells, if that is more than one; and the number."""
    try:
        widths = Counter(len(cells) for cells in islice(_records(lines, delimiter), _LOOKED_AT))
    except Unreadable:
        return (0.0, 0)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (rows / widths.total(), width) if width > 1 else (0.0, 0)


def _told_apart(header: list[str]) -> Iterator[str]:
    given: set[str] = set()
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.replace("\0", " ").split())[:LONGEST_COLUMN] or f"Column {number}"
        told, nth = name, 2
        while told in given:
            told, nth = f"{name} ({nth})", nth + 1
        given.add(told)
        yield told
