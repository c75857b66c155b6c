"""People's names: which texts are names, and which names may belong to one person."""

import re
import unicodedata
from functools import lru_cache

_PLACEHOLDERS = frozenset(
    {
        "admin",
        "administrator",
        "anonymous",
        "author",
        "editor",
        "editorial",
        "guest",
        "member",
        "moderator",
        "n/a",
        "na",
    }
    | {
        "name",
        "nobody",
        "none",
        "null",
        "person",
        "staff",
        "team",
        "test",
        "tba",
        "tbd",
        "undefined",
        "unknown",
        "user",
    }
    | {"username", "webmaster", "editorial staff", "editorial team", "full name", "guest author", "staff writer"}
    | {"the editors", "your name"}
)
_NO_NAME = re.compile(r"https?:|www\.|@.*\.|%%|\[\[|[|{}\\<>=]|^[/#]")
_HONORIFICS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "hon",
        "herr",
        "frau",
        "sr",
        "sra",
    }
    | {"eng", "phd", "md", "msc", "bsc", "mba", "ba", "ma", "jr", "ii", "iii", "esq"}
)
_WORD = re.compile(r"\w+")


def is_person_name(text: str) -> bool:
    """Whether a marked-up name is a name at all, and no placeholder, template, address or number."""
    return (
        sum(map(str.isalpha, text)) >= 2
        and text.casefold().strip(" .-_") not in _PLACEHOLDERS
        and not _NO_NAME.search(text)
    )


@lru_cache(maxsize=5_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name, without case, accents, punctuation, titles and degrees, in the order written.

    `Silva, Ana` gives the order `ana silva`. A name made of titles alone keeps them.
    """
    before, comma, after = name.partition(",")
    if comma and after.strip() and not _is_suffix(after):
        name = f"{after} {before}"
    words = tuple(_WORD.findall(_folded(name)))
    return tuple(word for word in words if word not in _HONORIFICS) or words


def name_key(name: str) -> str:
    """What two spellings of one name share."""
    return " ".join(name_tokens(name))


def names_agree(one: str, other: str) -> bool:
    """Whether two names are written so alike that they are one person's: `Ana Silva`, `A. Silva`, `Ana Maria Silva`.

    Each word of the shorter name is a word of the longer one, begins it or is begun by it.
    """
    shorter, longer = sorted((name_tokens(one), name_tokens(other)), key=len)
    remaining = list(longer)
    for word in shorter:
        match = next((w for w in remaining if w.startswith(word) or word.startswith(w)), None)
        if match is None:
            return False
        remaining.remove(match)
    return True


def names_may_agree(one: str, other: str) -> bool:
    """Whether two names do not exclude that they are one person's: they share a word, or their scripts differ."""
    ours, theirs = name_tokens(one), name_tokens(other)
    if names_agree(one, other) or set(ours) & {word for word in theirs if len(word) > 1}:
        return True
    return _script(ours) != _script(theirs)


def _is_suffix(text: str) -> bool:
    return all(word in _HONORIFICS for word in _WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    text = text.replace(".", " ").replace("'", "").replace("\u2019", "")
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _script(tokens: tuple[str, ...]) -> str:
    """The script of the first letter, as Unicode names it: LATIN, CYRILLIC, CJK, …"""
    letter = next((c for token in tokens for c in token if c.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0]
