"""How a file is written: told by its sender, or found out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from models import ImportFormat
from services.imports.csv_rows import csv_columns, csv_rows, guess_delimiter
from services.imports.encoding import detect, known
from services.imports.json_rows import json_columns, json_rows
from services.imports.raw_rows import RawRow
from services.imports.unreadable import Unreadable
from services.imports.vcard_rows import VCARD_COLUMNS, vcard_rows

_BY_SUFFIX = {
    ".csv": ImportFormat.CSV,
    ".tsv": ImportFormat.CSV,
    ".txt": ImportFormat.CSV,
    ".vcf": ImportFormat.VCARD,
    ".vcard": ImportFormat.VCARD,
    ".jsonl": ImportFormat.JSON_LINES,
    ".ndjson": ImportFormat.JSON_LINES,
    ".json": ImportFormat.JSON_LINES,
}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheet programs begin: of today's, and of those before 2007."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written, and its columns. `delimiter` is None where there is no such thing."""

    format: ImportFormat
    encoding: str
    delimiter: str | None
    columns: tuple[str, ...]

    def rows(self, file: IO[bytes]) -> Iterator[RawRow]:
        """The file's rows from its beginning. Raises Unreadable."""
        match self.format:
            case ImportFormat.CSV:
                return csv_rows(file, self.encoding, self.delimiter or ",", self.columns)
            case ImportFormat.JSON_LINES:
                return json_rows(file, self.encoding)
            case ImportFormat.VCARD:
                return vcard_rows(file, self.encoding)


@dataclass(frozen=True, slots=True)
class Told:
    """What the sender says of a file; None is to be found out."""

    format: ImportFormat | None = None
    encoding: str | None = None
    delimiter: str | None = None


NOTHING_TOLD = Told()


def find_form(file: IO[bytes], filename: str | None, told: Told) -> Form:
    """How the file is written. Raises Unreadable where it cannot be read like this at all."""
    file.seek(0)
    beginning = file.read(1024)
    if beginning.startswith(_WORKBOOKS):
        raise Unreadable("This is a workbook or an archive; save the table as CSV, and send that.")
    encoding = detect(file) if told.encoding is None else known(told.encoding)
    format_ = told.format or _format(filename, beginning, encoding)
    match format_:
        case ImportFormat.CSV:
            delimiter = told.delimiter or guess_delimiter(file, encoding)
            return Form(format_, encoding, delimiter, csv_columns(file, encoding, delimiter))
        case ImportFormat.JSON_LINES:
            return Form(format_, encoding, None, json_columns(file, encoding))
        case ImportFormat.VCARD:
            return Form(format_, encoding, None, VCARD_COLUMNS)


def _format(filename: str | None, beginning: bytes, encoding: str) -> ImportFormat:
    """By how the file begins, and where that does not tell, by its name."""
    text = beginning.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if text[:11].upper() == "BEGIN:VCARD":
        return ImportFormat.VCARD
    if text.startswith("{"):
        return ImportFormat.JSON_LINES
    if text.startswith("["):
        raise Unreadable("This is one JSON document; write one object a line instead.")
    return _BY_SUFFIX.get(PurePath(filename or "").suffix.lower(), ImportFormat.CSV)
