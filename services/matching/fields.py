"""A profile's text with its words laid out for looking words and phrases up in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from services.matching.likeness import SAME, UNLIKE, likeness
from services.matching.vocabulary import ONLY_IN_ROLES, RANKS, READINGS, STOP_WORDS
from services.matching.words import is_unspaced, words_of

VICE_PRESIDENT = "vice president"

_PHRASES = {
    tuple(word for word in spelling.split() if word not in STOP_WORDS): spelling
    for readings in READINGS.values()
    for reading in readings
    for spelling in reading
    if " " in spelling
}
_FIRST_WORDS = frozenset(words[0] for words in _PHRASES)
_MOST_WORDS = max(map(len, _PHRASES))


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a profile. Positions count words, those which join others included."""

    name: str
    """The profile's attribute."""
    text: str
    positions: Mapping[str, Sequence[int]]
    """Where each word, each known phrase, and each reading of a short form stands."""
    by_letter: dict[str, list[str]]
    """The single words by their first letter, in which similar words agree."""
    exact: bool
    """Only equal words count, as with names, which resemble each other without being the same."""
    answers: dict[frozenset[str], dict[int, tuple[float, str]]] = field(default_factory=dict, compare=False)
    """What was asked before: the ways to say a phrase share most of their words."""

    def places_of(self, wanted: frozenset[str]) -> dict[int, tuple[float, str]]:
        """Where any of `wanted` stands: position → how well it is met, and the word that stands there."""
        if wanted not in self.answers:
            found: dict[int, tuple[float, str]] = {}
            for word in wanted:
                for there, grade in self._like(word):
                    for position in self.positions[there]:
                        found[position] = max(found.get(position, (UNLIKE, "")), (grade, there))
            self.answers[wanted] = found
        return self.answers[wanted]

    def _like(self, wanted: str) -> Iterable[tuple[str, float]]:
        if wanted in self.positions:
            yield wanted, SAME
        if is_unspaced(wanted):
            if len(wanted) > 1:
                yield from ((there, SAME) for there in self.positions if wanted in there)
        elif not self.exact and " " not in wanted:
            for there in self.by_letter.get(wanted[0], ()):
                grade = likeness(wanted, there)
                if grade > UNLIKE:
                    yield there, grade


def read_field(name: str, text: str, *, is_role: bool = False, exact: bool = False) -> Field:
    """Lay out a text. `is_role` says that short forms such as `PM` are to be read as in a role."""
    words = words_of(text)
    found: dict[str, list[int]] = defaultdict(list)
    vice_presidents: set[int] = set()
    for position, length, phrase in phrases_in(words):
        found[phrase].append(position)
        if phrase == VICE_PRESIDENT:
            vice_presidents.update(range(position, position + length))
    for position, word in enumerate(words):
        if position in vice_presidents or (word in ONLY_IN_ROLES and not is_role):
            continue  # a vice president is no president, and in prose "it" is no profession
        for known_as in {word, *_meanings(word)}:
            found[known_as].append(position)
        if position + 1 < len(words) and _may_be_one(word) and _may_be_one(words[position + 1]):
            found[word + words[position + 1]].append(position)  # front-end, frontend
    return lay_out(name, text, found, exact=exact)


def lay_out(name: str, text: str, positions: Mapping[str, Sequence[int]], *, exact: bool = False) -> Field:
    """A field from the positions of its words."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in positions:
        if " " not in word:
            by_letter[word[0]].append(word)
    return Field(name, text, positions, by_letter, exact)


def phrases_in(words: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """All known phrases in a sequence of words: position, number of words, phrase. Joining words are skipped over."""
    for position, word in enumerate(words):
        if word not in _FIRST_WORDS:
            continue
        taken: list[str] = []
        for end in range(position, len(words)):
            if words[end] in STOP_WORDS:
                continue
            taken.append(words[end])
            if phrase := _PHRASES.get(tuple(taken)):
                yield position, end + 1 - position, phrase
            if len(taken) == _MOST_WORDS:
                break


def _meanings(word: str) -> Iterable[str]:
    """The readings of a short form. Where there is but one, also the words of it that name a field of work."""
    readings = READINGS.get(word, ())
    for reading in readings:
        for spelling in reading:
            yield spelling
            if VICE_PRESIDENT in spelling:
                yield VICE_PRESIDENT
            if len(readings) == 1:
                yield from (part for part in spelling.split() if part not in RANKS and part not in STOP_WORDS)


def _may_be_one(word: str) -> bool:
    """Whether the word may be half of one."""
    return len(word) > 1 and word not in STOP_WORDS and not is_unspaced(word)
