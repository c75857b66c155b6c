"""What a search of leads finds, said in Python for a database whose texts have no locale."""

import re
import unicodedata
from collections.abc import Sequence

from tests.resolvers.plainly.tables import Row

SEARCHES = (
    *("plain", "PLAIN Ada", "é", "ZAZO", "zazo ge", "people example", "it s", "quo  tick", "peo wid", "drop leads"),
    *(
        "line break vert",
        "a",
        "s",
        "o brien",
        "uni ",
        "null",
        "nan",
        "0",
        "1",
        "unicorn",
        "plain unicorn",
        "",
        " ",
        "zzzz",
    ),
    *("plainer", "wide wide WI", "n", "u0000", "1 name"),
)
"""Words as PostgreSQL's parser and Python agree on them: letters and digits."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_APART = str.maketrans("@.-_/:+", "       ")
_WORD = re.compile("[0-9A-Za-z\x80-\U0010ffff]+")
"""Without a locale everything beyond ASCII is a letter, and only ASCII has cases."""
_LONGEST_WORD = 2_046
"""Bytes; longer ones are left out."""


def is_found(lead: Row, wanted: str) -> bool:
    """Whether every word that is wanted begins a word of the lead's. No words find nobody."""
    told = (lead.name, lead.company, lead.role, lead.email, lead.notes)
    words = [word for text in told if text for word in _words(text)]
    return bool(_words(wanted)) and all(any(word.startswith(start) for word in words) for start in _words(wanted))


def _words(text: str) -> Sequence[str]:
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_APART)
    lowered = re.sub("[A-Z]", lambda letter: letter[0].lower(), bare)
    return [word for word in _WORD.findall(lowered) if len(word.encode()) < _LONGEST_WORD]
