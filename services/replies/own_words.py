"""What a person wrote of a mail: without what is quoted, and without the signature.

Mails are written by strangers, so each line is looked at once, and by patterns which take no longer for long lines.
"""

import re

LONGEST = 20_000
"""Characters that are looked at. Nobody says what they want after so many."""

_QUOTED = re.compile(r"\s*[>|]")
_ATTRIBUTION = re.compile(r"\s*(?:on|am|le)\b.{0,200}\b(?:wrote|writes|schrieb|a écrit)\b.{0,80}:\s*$", re.IGNORECASE)
_BEGINS_ATTRIBUTION = re.compile(r"\s*on\b.{0,200}\d", re.IGNORECASE)
_FORWARDED = re.compile(
    r"\s*(?:-{3,}.{0,60}(?:original|forwarded).{0,60}|_{10,}\s*$|begin forwarded message)", re.IGNORECASE
)
_HEADER = re.compile(r"\s*\*?(?:from|sent|date|to|subject|cc)\*?:\*?\s", re.IGNORECASE)
_DASHES = re.compile(r"(?:--|__)\s*$")
_DEVICE = re.compile(r"\s*(?:sent (?:from|via|with) |get outlook for )", re.IGNORECASE)
_CLOSING = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm|many)?\s?(?:regards|wishes)|best|cheers|sincerely|yours(?: \w+)?|all the best"
    r"|many thanks|thanks|thank you|thanks again|take care|br|kr)\s*[,.!-]*\s*$",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?p?\.?s\b", re.IGNORECASE)
_MOST_OF_SIGNATURE = 8
"""Lines. What is longer after a closing is read as the person's words: leaving out a wish would be worse."""


def own_words(text: str) -> str:
    """The lines of a reply which its sender wrote, with blank ones between paragraphs."""
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_without_signature(_without_quotations(lines)))


def _without_quotations(lines: list[str]) -> list[str]:
    """Quoted lines go wherever they are, since people answer below and between; what is appended whole goes whole."""
    kept: list[str] = []
    last_quoted = max((place for place, line in enumerate(lines) if _QUOTED.match(line)), default=-1)
    for place, line in enumerate(lines):
        if _QUOTED.match(line):
            continue
        if taken := _attribution(lines, place):
            if last_quoted >= place + taken:
                lines[place : place + taken] = [">"] * taken
                continue
            break
        if _FORWARDED.match(line) or _is_header(lines, place):
            break
        kept.append(line)
    return kept


def _attribution(lines: list[str], place: int) -> int:
    """How many lines from here on say who wrote what follows: "On Monday … wrote:", which mailers wrap; often 0."""
    if not lines[place].strip():
        return 0
    for count in (1, 2, 3):
        if _ATTRIBUTION.match(" ".join(line.strip() for line in lines[place : place + count])):
            return count if count == 1 or _BEGINS_ATTRIBUTION.match(lines[place]) else 0
    return 0


def _is_header(lines: list[str], place: int) -> bool:
    """Whether the head of a mail begins here: two lines of one, one after the other."""
    return all(_HEADER.match(line) for line in lines[place : place + 2]) and place + 1 < len(lines)


def _without_signature(lines: list[str]) -> list[str]:
    kept: list[str] = []
    below = sum(1 for line in lines if line.strip())
    for place, line in enumerate(lines):
        below -= bool(line.strip())
        if _DASHES.match(line):
            return kept + _postscripts(lines[place + 1 :])
        if below <= _MOST_OF_SIGNATURE and _CLOSING.match(line) and any(one.strip() for one in kept):
            return [*kept, line, *_postscripts(lines[place + 1 :])]
        if not _DEVICE.match(line):
            kept.append(line)
    return kept


def _postscripts(lines: list[str]) -> list[str]:
    """What is added below a signature all the same."""
    first = next((place for place, line in enumerate(lines) if _POSTSCRIPT.match(line)), len(lines))
    return ["", *lines[first:]]
