"""vCard files, versions 2.1, 3.0 and 4.0 (RFC 6350), read line by line so that a broken card costs only itself.

Why not vobject: docs/decisions/0012-one-tree-own-readers.md.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r"""(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]++|"[^"]*+")*+)*+):(.*)""", re.DOTALL)
_PARAMETER = re.compile(r""";((?:[^";]++|"[^"]*+")*+)""")
_PART = re.compile(r"((?:[^;\\]++|\\.)*+)(?:;|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UNREAD = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Kilobytes of base64 each."""
_MAX_LINES = 100_000
_MAX_PARTS = 20


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property of a card."""

    name: str
    """In upper case, without the group."""
    parameters: str
    """As written, in upper case."""
    value: str
    """Decoded, not yet unescaped."""

    @property
    def text(self) -> str:
        """The value as one text."""
        return _ESCAPE.sub(_unescaped, self.value)

    @property
    def parts(self) -> list[str]:
        """The parts of a structured value, e.g. of `N` and `ADR`."""
        parts: list[str] = []
        for match in _PART.finditer(self.value):
            parts.append(_ESCAPE.sub(_unescaped, match[1]).strip())
            if match.end() == len(self.value) or len(parts) == _MAX_PARTS:
                break
        return parts


@dataclass(slots=True)
class Card:
    """The properties of one card, in the file's order."""

    lines: list[CardLine] = field(default_factory=list)

    def named(self, *names: str) -> Iterator[CardLine]:
        """The lines of these properties, in the order of the names, the preferred ones first."""
        for name in names:
            lines = [line for line in self.lines if line.name == name]
            yield from sorted(lines, key=lambda line: "PREF" not in line.parameters)


def read_vcards(text: str) -> Iterator[Card]:
    """The complete cards of a file. A card within a card (`AGENT`) is one of its own; one without an end is none."""
    open_cards: list[Card] = []
    agent_follows = False
    for line in map(_parsed, _logical_lines(text)):
        if line is None:
            continue
        kind = line.value.strip().upper()
        if line.name == "BEGIN" and kind == "VCARD":
            if not agent_follows:
                open_cards.clear()
            open_cards.append(Card())
        elif line.name == "END" and kind == "VCARD":
            if open_cards:
                yield open_cards.pop()
        elif open_cards and line.name not in _UNREAD:
            open_cards[-1].lines.append(line)
        agent_follows = line.name == "AGENT" and not kind


def _logical_lines(text: str) -> Iterator[str]:
    """Lines with their continuations: folded with white space, or in quoted-printable with `=` at the end."""
    pieces: list[str] = []
    soft_break = False
    for line in text.split("\n", _MAX_LINES)[:_MAX_LINES]:
        line = line.rstrip("\r")  # noqa: PLW2901
        if soft_break:
            pieces.append("\n" + line)
        elif line[:1] in {" ", "\t"} and pieces:
            pieces.append(line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces = [line]
        quoted = soft_break or "QUOTED-PRINTABLE" in pieces[0].partition(":")[0].upper()
        soft_break = quoted and line.endswith("=")
    if pieces:
        yield "".join(pieces)


def _parsed(line: str) -> CardLine | None:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        return None
    parameters, value = match[2].upper(), match[3]
    if "QUOTED-PRINTABLE" in parameters:
        value = _unquoted(value, parameters)
    return CardLine(match[1].upper(), parameters, value)


def _unquoted(value: str, parameters: str) -> str:
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = next(
        (p[1].removeprefix("CHARSET=") for p in _PARAMETER.finditer(parameters) if p[1].startswith("CHARSET=")), ""
    )
    if charset not in {"", "UTF-8", "UTF8"}:
        return raw.decode("cp1252", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]
