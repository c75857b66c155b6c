"""Checking input so that everything wrong with it is reported at once, each problem with its path."""

import re
import unicodedata

from services.errors import ErrorCode, InvalidInput, Problem

Path = tuple[str, ...]

LARGEST_ID = 2**63 - 1
"""Of PostgreSQL's `bigint`."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Findings:
    """Collects problems while input is read. A check that fails returns a harmless stand-in, so that others go on."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def add(self, path: Path, code: ErrorCode, message: str) -> None:
        """Note one problem."""
        self._problems.append(Problem(path, code, message))

    @property
    def any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._problems)

    def raise_if_any(self) -> None:
        """Raise InvalidInput with every problem noted so far."""
        if self._problems:
            raise InvalidInput(*self._problems)

    def required_text(self, path: Path, value: str, longest: int) -> str:
        """`value` stripped and in NFC, of 1 to `longest` characters."""
        text = self._plain(path, value)
        if text is None:
            return ""
        if not text:
            self.add(path, ErrorCode.BLANK, "This must not be blank.")
        return self._bounded(path, text, longest)

    def optional_text(self, path: Path, value: str | None, longest: int) -> str | None:
        """As `required_text`, but null and blank texts both give None."""
        text = None if value is None else self._plain(path, value)
        return self._bounded(path, text, longest) if text else None

    def whole_number(self, path: Path, value: int | None, smallest: int, largest: int) -> int | None:
        """`value` where it lies within the bounds, both included."""
        if value is not None and not smallest <= value <= largest:
            self.add(path, ErrorCode.OUT_OF_RANGE, f"This must be from {smallest} to {largest}.")
            return None
        return value

    def _bounded(self, path: Path, text: str, longest: int) -> str:
        if len(text) > longest:
            self.add(path, ErrorCode.TOO_LONG, f"This must have at most {longest} characters.")
        return text

    def _plain(self, path: Path, value: str) -> str | None:
        if not is_storable(value):
            self.add(path, ErrorCode.MALFORMED, "This contains a character which cannot be stored.")
            return None
        return unicodedata.normalize("NFC", value).strip()


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can hold `text`: it has neither NUL nor a lone surrogate."""
    return _UNSTORABLE.search(text) is None


def storable(text: str) -> str:
    """`text` with what PostgreSQL cannot hold replaced by the replacement character."""
    return _UNSTORABLE.sub("\ufffd", text)
