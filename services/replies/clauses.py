"""A text cut into sentences and clauses, each spelt in one way."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPELLINGS = (
    (re.compile("[\u2018\u2019\u02bc`\u00b4]"), "'"),
    (re.compile("[\u201c\u201d]"), '"'),
    (re.compile(r"\be-?mail"), "email"),
    (re.compile(r"\b(do|does|did|is|are|wo|would|could|ca|have|has)n'?t\b"), r"\1 not"),
    (re.compile(r"\bwo not\b"), "will not"),
    (re.compile(r"\bca not\b|\bcannot\b"), "can not"),
    (re.compile(r"\b(i'm|im)\b"), "i am"),
    (re.compile(r"\bwe're\b"), "we are"),
    (re.compile(r"\b(i|we|you)'d\b"), r"\1 would"),
    (re.compile(r"\b(i|we|you)'ll\b"), r"\1 will"),
    (re.compile(r"\b(i|we|you)'ve\b"), r"\1 have"),
    (re.compile(r"\b(it|that)'s\b"), r"\1 is"),
    (re.compile(r"\bpls\b|\bplz\b"), "please"),
    (re.compile(r"\bany more\b"), "anymore"),
    (re.compile(r"\b(no|yes),\s*(thank|please)"), r"\1 \2"),
)
_SENTENCE_END = re.compile(r"([.!?\u2026]+)(?=\s|$|\")|\n+")
_BETWEEN_CLAUSES = re.compile(r"\s*(?:[,;:()]|\s[-\u2013]+\s|\u2014|\.\.+|\u2026)\s*|\s+(?=but\b)")
_EDGES = " \t\n\"'*_.!?-"
_SHORT_LINE = 50
"""Characters. Mailers wrap lines that are longer; a shorter one was ended by its writer."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, in lower case, without what its writer put around it. `turns` is one after "but"."""

    text: str
    turns: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses which belong together."""

    clauses: tuple[Clause, ...]
    asks: bool
    """It ends by a question mark."""


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text, none of them empty."""
    spelt = _unwrapped(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold())
    for pattern, replacement in _SPELLINGS:
        spelt = pattern.sub(replacement, spelt)
    begin = 0
    for end in [*_SENTENCE_END.finditer(spelt), None]:
        piece, mark = spelt[begin : end.start() if end else None], end[0] if end else ""
        begin = end.end() if end else begin
        if clauses := tuple(_clauses(piece)):
            yield Sentence(clauses, "?" in mark)


def _unwrapped(text: str) -> str:
    """Lines that were wrapped become one."""
    lines = [line.strip() for line in text.split("\n")]
    ends = [
        "\n" if len(line) < _SHORT_LINE or not after else " "
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _clauses(sentence: str) -> Iterator[Clause]:
    for piece in _BETWEEN_CLAUSES.split(sentence):
        text = " ".join(piece.split()).strip(_EDGES)
        turns = text == "but" or text.startswith("but ")
        text = text.removeprefix("but").strip() if turns else text
        if text or turns:
            yield Clause(text, turns)
