"""Texts as people read them: no entities, no tags, no control characters, one space at a time."""

import re
import unicodedata
from html import unescape

from sources.web.extract.limits import ExtractionLimits
from sources.web.names import is_person_name

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_RAW_LENGTH_PER_CHARACTER = 8
"""How much longer than its cleaned text a raw text may be before it is cut: markup and entities take room."""


def person_name(raw: str, limits: ExtractionLimits) -> str | None:
    """The name a marked-up text gives, or None where it is none. A text longer than names are is not cut to one."""
    name = clean_text(raw, limits.name_length + 1)
    return name if name and len(name) <= limits.name_length and is_person_name(name) else None


def clean_text(raw: str, length: int) -> str | None:
    """The text folded to single spaces, in NFC, of at most `length` characters; None where nothing is left.

    Entities are decoded and tags stripped although markup was parsed: JSON-LD and vCards carry them, doubly encoded
    pages too.
    """
    raw = raw[: length * _RAW_LENGTH_PER_CHARACTER]
    for _ in range(2):
        if "&" in raw:
            raw = unescape(raw)
    if "<" in raw:
        raw = _TAG.sub(" ", raw)
    if not (raw.isascii() and raw.isprintable()):
        raw = unicodedata.normalize("NFC", _UNWANTED.sub("", raw))
    return " ".join(raw.split())[:length].rstrip() or None
