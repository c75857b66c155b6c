"""Reading a location: which known places it names, and which words remain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from services.matching.gazetteer import PLACES, is_code, name_key, within
from services.matching.likeness import is_slip
from services.matching.vocabulary import words_in
from services.matching.words import LONGEST_TEXT, is_unspaced, words_of

_SEPARATOR = re.compile(r"[,;/|()\[\]\n·•→、，・–—]|\s-\s")
_NOISE = words_in(
    "area based bay city county district from greater in living located metro metropolitan near or province region "
    "state"
)
_MOST_WORDS_FROM: dict[str, int] = {}
for _name in PLACES:
    _MOST_WORDS_FROM[_name[0]] = max(len(_name), _MOST_WORDS_FROM.get(_name[0], 0))
_SHORTEST_MISSPELT = 8
_UNSPACED_NAME = re.compile(
    "|".join(sorted((name[0] for name in PLACES if len(name) == 1 and is_unspaced(name[0])), key=len, reverse=True))
)


_BY_NAME = {" ".join(name): places for name, places in PLACES.items()}
_LONG_NAMES = {
    letter: [name for name in _BY_NAME if name[0] == letter and len(name) >= _SHORTEST_MISSPELT - 1]
    for letter in {name[0] for name in _BY_NAME}
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text, or other words in a row. `places` are the known places it may be: none for words."""

    words: tuple[str, ...]
    places: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def names_a_city(self) -> bool:
        """Whether it is as precise as a location gets, which unknown words are taken to be."""
        return not self.places or any(map(is_city, self.places))


def is_city(place: str) -> bool:
    """Whether a known place is a city: regions and countries are known by codes."""
    return not place[0].isupper()


@lru_cache(maxsize=4096)
def read_location(text: str) -> tuple[Mention, ...]:
    """The mentions of an address as people write it. Codes (`Austin TX`) are read, a slip in a long name forgiven.

    A name that may be several places is taken for the one which fits the others (`DE` after Berlin is Germany, after
    Dover Delaware); a city which does not lie in the place named next is not the city known by that name, but other
    words: there is a Paris in Texas.
    """
    mentions: list[Mention] = []
    for part in _SEPARATOR.split(text[:LONGEST_TEXT]):
        mentions.extend(_mentions(words_of(part), in_address=True))
    return _without_namesakes(_agreed(mentions))


def read_prose(text: str) -> tuple[Mention, ...]:
    """The mentions in a text that is no address: whole names only."""
    return tuple(_mentions(words_of(text), in_address=False))


def _mentions(words: Sequence[str], *, in_address: bool) -> Iterable[Mention]:
    words = [word for word in name_key(words) if not word.isdecimal()]
    rest: list[str] = []
    position = 0
    while position < len(words):
        length, places = _place_at(words, position, in_address=in_address)
        if places:
            yield from _remaining(rest, in_address=in_address)
            rest = []
            yield Mention(tuple(words[position : position + length]), places)
        elif is_unspaced(words[position]):
            yield from _remaining(rest, in_address=in_address)
            rest = []
            yield from _within_unspaced(words[position])
        elif words[position] not in _NOISE:
            rest.append(words[position])
        position += length
    yield from _remaining(rest, in_address=in_address)


def _place_at(words: Sequence[str], position: int, *, in_address: bool) -> tuple[int, frozenset[str]]:
    for length in range(min(_MOST_WORDS_FROM.get(words[position], 0), len(words) - position), 0, -1):
        name = tuple(words[position : position + length])
        places = PLACES.get(name, frozenset())
        if places and is_code(name):
            last = in_address and position == len(words) - 1
            places = places if last and len(words) == 1 else frozenset(filter(_follows_a_city, places if last else ()))
        if places:
            return length, places
    return 1, frozenset()


def _follows_a_city(place: str) -> bool:
    """Whether people write this place's code without a comma."""
    return place.startswith(("US", "CA-", "AU-"))


def _remaining(words: list[str], *, in_address: bool) -> Iterable[Mention]:
    if words:
        yield Mention(tuple(words), _misspelt(" ".join(words)) if in_address else frozenset())


def _within_unspaced(word: str) -> Iterable[Mention]:
    """The known places in a stretch without spaces, from the left, and what is between: 東京都 has no 京都 in it."""
    end = 0
    for name in _UNSPACED_NAME.finditer(word):
        if end < name.start():
            yield Mention((word[end : name.start()],))
        yield Mention((name[0],), PLACES[(name[0],)])
        end = name.end()
    if end < len(word):
        yield Mention((word[end:],))


def _misspelt(name: str) -> frozenset[str]:
    if len(name) < _SHORTEST_MISSPELT:
        return frozenset()
    return frozenset(
        place for known in _LONG_NAMES.get(name[0], ()) if is_slip(name, known) for place in _BY_NAME[known]
    )


def _agreed(mentions: Sequence[Mention]) -> list[Mention]:
    agreed = []
    for number, mention in enumerate(mentions):
        others = [place for other in (*mentions[:number], *mentions[number + 1 :]) for place in other.places]
        fitting = [
            place
            for place in mention.places
            if any(place in within(other) or other in within(place) for other in others)
        ] or [place for place in mention.places if any(within(place) & within(other) for other in others)]
        agreed.append(replace(mention, places=frozenset(fitting)) if fitting else mention)
    return agreed


def _without_namesakes(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    kept = list(mentions)
    for number, mention in enumerate(mentions):
        following = next((other for other in mentions[number + 1 :] if other.places), None)
        if following is None or any(map(is_city, following.places)):
            continue
        places = frozenset(place for place in mention.places if following.places & within(place) or not is_city(place))
        kept[number] = replace(mention, places=places)
    return tuple(kept)
