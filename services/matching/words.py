"""Texts as words that compare equal whatever their case, accents, punctuation and Unicode form."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 4_000
"""Characters of a text that are compared; the rest of a huge one is left out."""

# Accents of Latin, Greek and Cyrillic, Arabic and Hebrew vowel signs, invisible joiners. Not the marks of Japanese and
# of Indic scripts, which make other letters.
_REMOVED = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0591-\u05c7\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]")
_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "’": "'", "‘": "'", "ʼ": "'", "＆": "&",
    }
)  # fmt: skip

_INDIC = "\u0900-\u0963\u0966-\u0dff"
_THAI_TO_BURMESE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
_HANGUL = "\uac00-\ud7a3"
_UNSPACED = f"{_THAI_TO_BURMESE}{_HAN}{_HIRAGANA}{_KATAKANA}{_HANGUL}"

_FIRST_UNSPACED = "\u0e00"

_DOTTED = re.compile(r"(?<![^\W_])(?:[a-zа-я]\.){1,8}[a-zа-я](?![^\W_])\.?")
_AMPERSAND = re.compile(r"(?<![^\W_])([a-z])\s?&\s?([a-z])(?![^\W_])")
_DOCTORATE = re.compile(r"(?<![^\W_])ph\.\s?d(?![^\W_])\.?")
_ELECTRONIC = re.compile(r"(?<![^\W_])e-(?=[a-z]{3})")
_POSSESSIVE = re.compile(r"(?<=[^\W_])'s(?![^\W_])")
_WORD = re.compile(
    rf"[{_HAN}]+|[{_KATAKANA}]+|[{_HIRAGANA}]+|[{_HANGUL}]+|[{_THAI_TO_BURMESE}]+"
    r"|(?<![^\W_])\.net(?![^\W_])|(?<![^\W_])[a-z]&[a-z](?![^\W_])|(?<![^\W_])[a-z]{1,2}(?:\+\+|#)(?![^\W_])"
    rf"|(?:(?![{_UNSPACED}])[^\W_]|[{_INDIC}])+"
)
_ALL_UNSPACED = re.compile(f"[{_UNSPACED}]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms: `Ｍüller` and `MULLER` fold alike."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _REMOVED.sub("", decomposed.translate(_LETTERS)))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of the first `LONGEST_TEXT` characters, in their order.

    `C++`, `C#`, `.NET` and `R&D` are words, `V.P.` is `vp`, `e-mail` is `email`, a possessive's `'s` is dropped.
    Scripts without spaces give a word for each stretch of one script, of which a reader compares parts. Emoji give
    nothing.
    """
    folded = _DOCTORATE.sub("phd", fold(text[:LONGEST_TEXT]))
    folded = _ELECTRONIC.sub("e", folded)
    folded = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), folded)
    folded = _POSSESSIVE.sub("", _AMPERSAND.sub(r"\1&\2", folded))
    return tuple(_WORD.findall(folded))


def is_unspaced(word: str) -> bool:
    """Whether the word is of a script written without spaces, or, as Korean, with endings attached."""
    return word[:1] >= _FIRST_UNSPACED and _ALL_UNSPACED.fullmatch(word) is not None


def is_cyrillic(word: str) -> bool:
    """Whether all letters are Cyrillic."""
    return _CYRILLIC.fullmatch(word) is not None
