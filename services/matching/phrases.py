"""What was asked for, word by word, and how well a profile's texts meet it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.matching.fields import VICE_PRESIDENT, Field, phrases_in
from services.matching.vocabulary import READINGS, STOP_WORDS
from services.matching.words import fold, is_unspaced, words_of

MOST_WORDS = 12
"""Words of one phrase that are looked for; the rest of a long one is left out."""
SCATTERED = 0.8
"""What a phrase scores of its words' mean where all are found, but not close together in one text."""
INCOMPLETE = 0.5
"""What a phrase scores of its words' mean where some are missing."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as asked for."""

    text: str
    ways: tuple[tuple[frozenset[str], ...], ...]
    """Ways to say it. Each is a sequence of words, and each word a set of equivalents. Empty: it has no words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How well a phrase is met: 0..1, and by which words, each with the field it stands in."""

    score: float = 0.0
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class _Hit:
    """A word asked for, where it was found; a grade of 0 where it was not."""

    position: int = 0
    number: int = 0
    """Which of the words asked for."""
    grade: float = 0.0
    word: str = ""
    field: str = ""


def _equivalents() -> dict[str, frozenset[str]]:
    """What each short form may mean, and how else each phrase may be spelt."""
    found = {}
    for short, readings in READINGS.items():
        found[short] = frozenset((short,)).union(*readings)
        for reading in readings:
            for spelling in reading:
                if " " in spelling:
                    found[spelling] = frozenset(reading)
    return found


_EQUIVALENTS = _equivalents()


@lru_cache(maxsize=1024)
def read_phrase(text: str) -> Phrase:
    """Read a phrase: what its short forms mean, for which short forms it may stand, how else it may be spelt.

    Titles such as `chief technology officer` and `vice president` are one word each: a chief financial officer has two
    words in common with the former, and nothing else.
    """
    words = tuple(dict.fromkeys(words_of(text)))
    words = (tuple(word for word in words if word not in STOP_WORDS) or words)[:MOST_WORDS]
    spelt_out = tuple(part for word in words for part in _spelt_out(word))[:MOST_WORDS]
    ways = [_read(words, _is_title), _read(words, lambda phrase: True), _read(spelt_out, _is_title)]
    for position in range(len(words) - 1):
        pair = words[position : position + 2]
        if not any(map(is_unspaced, pair)):
            ways.append(_read((*words[:position], "".join(pair), *words[position + 2 :]), _is_title))
    return Phrase(text, tuple(dict.fromkeys(way for way in ways if way)))


def look_up(phrase: Phrase, fields: Sequence[Field], worth: Mapping[str, float]) -> Finding:
    """The best way to find the phrase in these fields. `worth` tells what a word counts in a field, if not 1.0."""
    if not phrase.ways:
        return _look_up_signs(phrase, fields, worth)
    return max((_look_up(way, fields, worth) for way in phrase.ways), key=lambda finding: finding.score)


def _read(words: tuple[str, ...], is_one_word: Callable[[str], bool]) -> tuple[frozenset[str], ...]:
    """The words with their equivalents, phrases being one word where `is_one_word` says so."""
    phrases = {position: (length, phrase) for position, length, phrase in phrases_in(words) if is_one_word(phrase)}
    read: list[frozenset[str]] = []
    position = 0
    while position < len(words):
        length, phrase = phrases.get(position, (1, words[position]))
        read.append(_EQUIVALENTS.get(phrase, frozenset((phrase,))))
        position += length
    return tuple(dict.fromkeys(read))


def _is_title(phrase: str) -> bool:
    return phrase == VICE_PRESIDENT or phrase.startswith("chief ")


def _spelt_out(word: str) -> tuple[str, ...]:
    """A short form's words, where it can mean one thing only."""
    readings = READINGS.get(word, ())
    if len(readings) != 1 or " " not in readings[0][0]:
        return (word,)
    return tuple(part for part in readings[0][0].split() if part not in STOP_WORDS)


def _look_up(way: tuple[frozenset[str], ...], fields: Sequence[Field], worth: Mapping[str, float]) -> Finding:
    best = [_Hit()] * len(way)
    together = Finding()
    for field in fields:
        hits = sorted(
            _Hit(position, number, grade * worth.get(field.name, 1.0), word, field.name)
            for number, wanted in enumerate(way)
            for position, (grade, word) in field.places_of(wanted).items()
        )
        if not hits:
            continue
        for hit in hits:
            best[hit.number] = max(best[hit.number], hit, key=lambda one: one.grade)
        together = max(together, _closest(hits, len(way)), key=lambda finding: finding.score)
    share = SCATTERED if all(hit.grade for hit in best) else INCOMPLETE
    return max(together, _finding(best, share), key=lambda finding: finding.score)


def _closest(hits: Sequence[_Hit], number: int) -> Finding:
    """The best stretch of `2·number + 2` words in which every word is found; a score of 0 where there is none."""
    closest = Finding()
    for first, start in enumerate(hits):
        best = [_Hit()] * number
        for hit in hits[first:]:
            if hit.position >= start.position + 2 * number + 2:
                break
            best[hit.number] = max(best[hit.number], hit, key=lambda one: one.grade)
        if all(hit.grade for hit in best):
            closest = max(closest, _finding(best, 1.0), key=lambda finding: finding.score)
        if closest.score == 1.0:
            break
    return closest


def _finding(hits: Sequence[_Hit], share: float) -> Finding:
    mean = sum(hit.grade for hit in hits) / len(hits)
    return Finding(share * mean, tuple((hit.word, hit.field) for hit in hits if hit.grade))


def _look_up_signs(phrase: Phrase, fields: Sequence[Field], worth: Mapping[str, float]) -> Finding:
    """Find what has no words, an emoji perhaps, as it stands."""
    signs = fold(phrase.text).strip()
    found = [
        Finding(worth.get(field.name, 1.0), ((signs, field.name),)) for field in fields if signs in fold(field.text)
    ]
    return max(found, key=lambda finding: finding.score, default=Finding()) if signs else Finding()
