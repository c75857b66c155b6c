"""Reading a location: which known places it names, and which words remain."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from services.matching.gazetteer import gazetteer, is_code, name_key, within
from services.matching.likeness import is_slip
from services.matching.vocabulary import words_in
from services.matching.words import LONGEST_TEXT, is_unspaced, words_of

_SEPARATOR = re.compile(r"[,;/|()\[\]\n·•→、，・–—]|\s-\s")
_NOISE = words_in(
    "area based bay city county district from greater in living located metro metropolitan near or province region "
    "state"
)
_SHORTEST_MISSPELT = 8


@dataclass(frozen=True, slots=True)
class _Names:
    """The known places' names, in the ways in which they are looked for."""

    places: Mapping[tuple[str, ...], frozenset[str]]
    most_words_from: Mapping[str, int]
    """Of those which begin with this word, how many words the longest has."""
    unspaced: re.Pattern[str]
    by_name: Mapping[str, frozenset[str]]
    long: Mapping[str, Sequence[str]]
    """By their first letter, those long enough to be misspelt."""


@cache
def _names() -> _Names:
    places = gazetteer().places
    most_words_from: dict[str, int] = {}
    long = defaultdict(list)
    for name in places:
        most_words_from[name[0]] = max(len(name), most_words_from.get(name[0], 0))
        whole = " ".join(name)
        if len(whole) >= _SHORTEST_MISSPELT - 1:
            long[whole[0]].append(whole)
    unspaced = sorted((name[0] for name in places if len(name) == 1 and is_unspaced(name[0])), key=len, reverse=True)
    by_name = {" ".join(name): meant for name, meant in places.items()}
    return _Names(places, most_words_from, re.compile("|".join(unspaced)), by_name, long)


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
    names = _names()
    for length in range(min(names.most_words_from.get(words[position], 0), len(words) - position), 0, -1):
        name = tuple(words[position : position + length])
        places = names.places.get(name, frozenset())
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
    names, end = _names(), 0
    for name in names.unspaced.finditer(word):
        if end < name.start():
            yield Mention((word[end : name.start()],))
        yield Mention((name[0],), names.places[(name[0],)])
        end = name.end()
    if end < len(word):
        yield Mention((word[end:],))


def _misspelt(name: str) -> frozenset[str]:
    if len(name) < _SHORTEST_MISSPELT:
        return frozenset()
    names = _names()
    return frozenset(
        place for known in names.long.get(name[0], ()) if is_slip(name, known) for place in names.by_name[known]
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
