"""How alike two folded words are: the same, another form of the word, or a slip of the pen."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein, Prefix

from services.matching.vocabulary import FAMILIES, NOT_FORMS, TITLE_WORDS
from services.matching.words import is_cyrillic, is_unspaced

SAME = 1.0
PLURAL = 0.95
FORM = 0.85
SLIP = 0.8
UNLIKE = 0.0

_SHORTEST_SIMILAR = 4
"""Words of fewer letters are compared exactly, but for `FAMILIES`."""
_LOOSE_SUFFIXES = frozenset(("e", "ed", "er", "ers", "ing", "ings", "or", "ors"))
_SUFFIXES = ("", "ement", "ment", "ion", "ics", "ist", "y", *sorted(_LOOSE_SUFFIXES))
_ONLY_AGAINST_SUFFIXES = frozenset(("y", "ist", "ics"))  # inventor is not inventory
_RUSSIAN_ENDING = re.compile(
    "[аяоеиыуюь]?|[оеыи]й|[оеаяыи]м|[аяыи]х|[ое]в|[ая]ми|[ое]го|[ое]му|ая|яя|[оеиы]е|и[ия]|[иую]ю"
)
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=65_536)
def likeness(one: str, other: str) -> float:
    """`SAME`, `PLURAL`, `FORM`, `SLIP` or `UNLIKE`. Symmetric. Words of unspaced scripts are never similar."""
    if one == other:
        return SAME
    if other in FAMILIES.get(one, ()):
        return FORM
    if min(len(one), len(other)) < _SHORTEST_SIMILAR or is_unspaced(one) or is_unspaced(other):
        return UNLIKE
    if _is_plural(one, other) or _is_plural(other, one):
        return PLURAL
    if _is_form(one, other):
        return FORM
    return SLIP if is_slip(one, other) else UNLIKE


def is_slip(one: str, other: str) -> bool:
    """Whether one is the other misspelt: a doubled letter, or one edit in a word long enough not to become another.

    Two letters swapped, or one too many or missing, are forgiven from eight letters on, for words of titles (`manager`)
    from six; a wrong letter from ten on. The first letter must agree, and a word continued is another word.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter or shorter[0] != longer[0] or longer.startswith(shorter) or len(longer) - len(shorter) > 2:
        return False
    titles = (one in TITLE_WORDS) + (other in TITLE_WORDS)
    if titles == 2:
        return False
    if len(shorter) >= 6 and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    if len(one) == len(other):
        if Levenshtein.distance(one, other, score_cutoff=1) == 1:
            return len(shorter) >= 10
        if one[-1] != other[-1] and not titles:
            return False  # Christian is not Christina
    return len(shorter) >= (6 if titles else 8)


def _is_plural(plural: str, singular: str) -> bool:
    if plural == f"{singular}s" or (plural == f"{singular}es" and singular.endswith(("s", "x", "z", "ch", "sh"))):
        return True
    return plural.endswith("ies") and singular == f"{plural[:-3]}y"


def _is_form(one: str, other: str) -> bool:
    """Whether both are forms of one word: `design` and `designer`, `manager` and `managing`, `Москва` and `Москве`."""
    if is_cyrillic(one) and is_cyrillic(other):
        stem = Prefix.similarity(one, other)
        endings = one[stem:], other[stem:]
        return stem >= _SHORTEST_SIMILAR and all(map(_RUSSIAN_ENDING.fullmatch, endings))
    if one[0] != other[0] or frozenset((one, other)) in NOT_FORMS:
        return False
    ends, other_ends = _endings(one), _endings(other)
    return any(
        len(stem) >= _shortest_stem(end, other_end)
        for stem in ends.keys() & other_ends.keys()
        for end in ends[stem]
        for other_end in other_ends[stem]
    )


def _shortest_stem(end: str, other_end: str) -> float:
    """How long the stem of two words must be for these endings to relate them."""
    if not end or not other_end:
        if (end or other_end) in _ONLY_AGAINST_SUFFIXES:
            return float("inf")
        return 4 if (end or other_end) in {"ing", "ings"} else 5
    return 4 if end in _LOOSE_SUFFIXES and other_end in _LOOSE_SUFFIXES else 5


@lru_cache(maxsize=65_536)
def _endings(word: str) -> dict[str, tuple[str, ...]]:
    """The word's possible stems, each with the endings it may have been parted from."""
    found: dict[str, tuple[str, ...]] = {}
    for suffix in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word.removesuffix(suffix)
        found[stem] = (*found.get(stem, ()), suffix)
        if suffix in {"ing", "er", "ers"} and len(stem) > 4 and stem[-1] == stem[-2]:
            found[stem[:-1]] = (*found.get(stem[:-1], ()), suffix)  # planner, programming
    return found
