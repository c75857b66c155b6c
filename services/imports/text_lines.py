"""A file's lines as text, none longer than we are willing to hold."""

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from services.imports.unreadable import Unreadable

LONGEST_ROW = 1024 * 1024
"""Characters of one line, and of one row, which may have several."""


def text_lines(file: IO[bytes], encoding: str) -> Iterator[str]:
    """The lines from the file's beginning, each with its end: CR, LF or both. Raises Unreadable."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    number = 0
    try:
        while line := text.readline(LONGEST_ROW + 1):
            number += 1
            if len(line) > LONGEST_ROW:
                raise Unreadable(f"Line {number} has more than {LONGEST_ROW:,} characters.")
            yield line.removeprefix("\ufeff") if number == 1 else line
    except UnicodeError as error:
        raise Unreadable(
            f"What follows line {number} cannot be read as {encoding}; say which encoding the file is written in."
        ) from error
    finally:
        with suppress(ValueError):  # which says that the file was closed before
            text.detach()  # or the file would be closed together with its reader
