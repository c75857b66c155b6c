"""vCard files: a row for each card, under names of its most common properties."""

import re
from collections.abc import Iterator
from typing import IO

from services.imports.raw_rows import RawRow, Value
from services.imports.text_lines import LONGEST_ROW, text_lines
from services.imports.unreadable import Unreadable
from sources.web.extract.vcards import Card, CardLine, read_vcards

VCARD_COLUMNS = (
    "FN", "N", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "ADR", "URL", "NOTE", "CATEGORIES", "TZ", "UID",
)  # fmt: skip
_IN_PARTS = re.compile(r"(?<!\\),")
_BULKY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"


def vcard_rows(file: IO[bytes], encoding: str) -> Iterator[RawRow]:
    """The cards, each with the values of `VCARD_COLUMNS`; one that never ends is a row with a problem."""
    for text in _cards(text_lines(file, encoding)):
        card = next(iter(read_vcards(text)), None)
        yield RawRow({}, "This card has no end.") if card is None else RawRow(_values(card))


def _cards(lines: Iterator[str]) -> Iterator[str]:
    """The text of each card. Pictures and keys, kilobytes each, are left out at once."""
    card: list[str] = []
    depth = length = 0
    leaving_out = False
    for line in lines:
        word = line.strip().upper()
        begins, ends = word == _BEGIN, word == _END
        if begins and depth and not _holds_agent(card):
            yield "".join(card)
            depth = length = 0
            card = []
        depth += begins
        if depth:
            leaving_out = bool(_BULKY.match(line)) or (leaving_out and line[:1] in {" ", "\t", "\r", "\n"})
            if not leaving_out:
                card.append(line)
                length += len(line)
            if length > LONGEST_ROW:
                raise Unreadable(f"A card has more than {LONGEST_ROW:,} characters.")
        if depth and ends:
            depth -= 1
            if not depth:
                yield "".join(card)
                card, length = [], 0
    if card:
        yield "".join(card)


def _holds_agent(card: list[str]) -> bool:
    """Whether the card's last line says that another card follows as its value."""
    return bool(card) and card[-1].strip().upper().startswith("AGENT") and card[-1].strip().endswith(":")


def _values(card: Card) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for column in VCARD_COLUMNS:
        for line in card.named(column):
            if value := _value(column, line):
                values[column] = value
                break
    return values


def _value(column: str, line: CardLine) -> Value:
    match column:
        case "N":
            family, given, *more = [*line.parts, "", ""]
            return " ".join(filter(None, (given, *more[:1], family)))
        case "ORG":
            return next(iter(line.parts), "")
        case "ADR":
            _box, _extended, _street, city, region, _code, country = (line.parts + [""] * 7)[:7]
            return ", ".join(filter(None, (city, region, country)))
        case "CATEGORIES":
            return tuple(filter(None, (part.replace("\\,", ",").strip() for part in _IN_PARTS.split(line.value))))
        case "TEL":
            return line.text.strip().removeprefix("tel:")
        case "EMAIL":
            return line.text.strip().removeprefix("mailto:")
    return line.text.strip()
