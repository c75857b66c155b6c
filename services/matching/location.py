"""The location criterion: places by whatever name, larger places by the smaller ones that lie in them."""

from collections.abc import Iterable, Sequence

from services.matching.fields import Field, lay_out
from services.matching.gazetteer import within
from services.matching.phrases import Phrase, look_up
from services.matching.places import Mention, read_location, read_prose
from services.matching.verdict import UNKNOWN, Criterion, MatchReason, graded, quoted, reason
from services.matching.vocabulary import STOP_WORDS

MOST_PRECISE = 0.7
"""The share of the city, or whatever is the most precise part of what is wanted; the larger places share the rest."""
LARGER_ONLY = 0.25
"""What a city scores where only its region or country is known of the profile."""
NAMESAKE = 0.5
"""What a place scores by its name alone, where the places named with it differ."""
BY_BIO = 0.5
"""What the bio's mentions are worth: people also tell where they were born, and where they sell."""


def judge_location(wanted: str, location: str | None, bio: str | None) -> MatchReason:
    """How far the location wanted is met by the profile's own, or else by what its bio mentions."""
    parts = read_location(wanted)
    there = read_location(location) if location else ()
    score, found = _compare(parts, there, elsewhere=_lies_elsewhere(parts, there))
    # a bio may name many places, so that another one there says nothing against a namesake
    by_bio, found_in_bio = _compare(parts, read_prose(bio), elsewhere=False) if bio else (0.0, [])
    if by_bio * BY_BIO > score:
        evidence = f"{quoted(wanted)}: bio mentions {', '.join(found_in_bio)}"
        return reason(Criterion.LOCATION, graded(by_bio * BY_BIO), evidence)
    if not location:
        return reason(Criterion.LOCATION, UNKNOWN, f"location unknown; {quoted(wanted)} wanted")
    if score:
        evidence = f"{quoted(wanted)}: location {quoted(location)} meets {', '.join(found)}"
        return reason(Criterion.LOCATION, graded(score), evidence)
    if _only_large(parts) and not any(mention.places for mention in there):
        evidence = f"{quoted(wanted)}: unknown whether {quoted(location)} lies there"
        return reason(Criterion.LOCATION, UNKNOWN, evidence)
    return reason(Criterion.LOCATION, 0.0, f"{quoted(wanted)}: location is {quoted(location)}")


def _compare(parts: Sequence[Mention], there: Sequence[Mention], *, elsewhere: bool) -> tuple[float, list[str]]:
    """The closeness in 0..1, and the names of the parts that were met."""
    field = _field(there)
    places = _places(there)
    surrounding = frozenset[str]().union(*map(within, places))
    by_rank: dict[bool, float] = {}
    found = []
    for part in parts:
        score = 0.0
        if part.places & surrounding:
            score = 1.0
        elif by_name := _by_name(part, field):
            score = by_name * (NAMESAKE if elsewhere else 1.0)
        elif any(places & within(place) for place in part.places) and _only_large(there):
            score = LARGER_ONLY
        if score:
            found.append(part.name)
        by_rank[part.names_a_city] = max(by_rank.get(part.names_a_city, 0.0), score)
    if len(by_rank) == 2:
        return MOST_PRECISE * by_rank[True] + (1 - MOST_PRECISE) * by_rank[False], found
    return max(by_rank.values(), default=0.0), found


def _field(mentions: Iterable[Mention]) -> Field:
    """The mentions for looking words up. A known place is one word: York is not in New York."""
    words = [word for mention in mentions for word in ((mention.name,) if mention.places else mention.words)]
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        positions.setdefault(word, []).append(position)
    return lay_out("location", "", positions)


def _by_name(part: Mention, field: Field) -> float:
    words = tuple(word for word in part.words if word not in STOP_WORDS) or part.words
    ways = ((part.name,), words) if part.places else (words,)
    phrase = Phrase(part.name, tuple(tuple(frozenset((word,)) for word in way) for way in ways))
    return look_up(phrase, (field,), {}).score


def _places(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(place for mention in mentions for place in mention.places)


def _lies_elsewhere(parts: Sequence[Mention], there: Sequence[Mention]) -> bool:
    """Whether places are known on both sides, and none lies in one of the other side."""
    wanted, places = _places(parts), _places(there)
    return bool(places and wanted) and not any(_nested(one, other) for one in places for other in wanted)


def _nested(one: str, other: str) -> bool:
    return one in within(other) or other in within(one)


def _only_large(mentions: Iterable[Mention]) -> bool:
    return not any(mention.names_a_city for mention in mentions)
