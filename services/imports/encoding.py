"""Which encoding a file is written in."""

import codecs
import re
from typing import IO

from charset_normalizer import from_bytes

from services.imports.unreadable import Unreadable

UTF_8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL = "cp1252"
_NEARLY_ALL = 0.9
_LIKELY = [
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "shift_jis", "gb18030", "big5", "euc_kr", "mac_roman", "cp850",
]  # fmt: skip
"""What programs write by default somewhere: Windows of every region, older Macs, DOS."""
_PIECE = 1024 * 1024
_SAMPLE = 16 * 1024
_LONGEST_LINE = 2048


def detect(file: IO[bytes]) -> str:
    """The encoding by its mark; else UTF-8 if the whole file is that; else the likeliest by its lines beyond ASCII."""
    file.seek(0)
    beginning = file.read(4)
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding
    if half := _half_empty(beginning):
        return half
    sample = _beyond_utf_8(file)
    if sample is None:
        return UTF_8
    # Western text of a few words looks like anything: where it can be read as such, and as letters, it is.
    if _is_western(sample):
        return _USUAL
    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    return best.encoding if best else _USUAL


def known(name: str) -> str:
    """A text encoding by one of its names. Raises Unreadable where there is none."""
    try:
        codec = codecs.lookup(name)
        "é".encode(codec.name, "replace")
    except (LookupError, ValueError) as error:
        raise Unreadable("There is no such text encoding; say utf-8, utf-16 or windows-1252, for instance.") from error
    return codec.name


def _half_empty(beginning: bytes) -> str | None:
    """UTF-16 without a mark, told by the first two letters, which are hardly ever beyond ASCII."""
    if len(beginning) == 4 and beginning[1] == beginning[3] == 0 and beginning[0] and beginning[2]:
        return "utf-16-le"
    if len(beginning) == 4 and beginning[0] == beginning[2] == 0 and beginning[1] and beginning[3]:
        return "utf-16-be"
    return None


def _beyond_utf_8(file: IO[bytes]) -> bytes | None:
    """Lines with bytes beyond ASCII; None where the file is valid UTF-8."""
    decoder = codecs.getincrementaldecoder(UTF_8)()
    file.seek(0)
    telling = bytearray()
    valid = True
    while piece := file.read(_PIECE):
        if len(telling) < _SAMPLE:
            telling += b"\n".join(line[:_LONGEST_LINE] for line in piece.splitlines() if not line.isascii()) + b"\n"
        if valid:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                valid = False
        if not valid and len(telling) >= _SAMPLE:
            break
    if valid:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            valid = False
    return None if valid else bytes(telling[:_SAMPLE])


_WESTERN_LETTERS = frozenset("äöüÄÖÜßéèêëÉÈÊËáàâãåÁÀÂÃÅçÇñÑóòôõøÓÒÔÕØíìîïÍÌÎÏúùûÚÙÛæÆœŒýÿ")
_WESTERN_SIGNS = frozenset("€£§°«»“”„‘’–—…·ªº¿¡´®©™•\xa0")


def _is_western(sample: bytes) -> bool:
    """Whether nearly everything beyond ASCII is a Western letter beside ASCII letters, or a usual sign.

    Other alphabets' words are rows of such bytes; a Western word has one or two among its letters.
    """
    try:
        text = sample.decode(_USUAL)
    except UnicodeDecodeError:
        return False
    beyond = [character for character in text if character > "\x7f"]
    usual = sum(character in _WESTERN_LETTERS or character in _WESTERN_SIGNS for character in beyond)
    if usual < _NEARLY_ALL * len(beyond):
        return False
    letters = sum(character in _WESTERN_LETTERS for character in beyond)
    plain = sum(character.isascii() and character.isalpha() for character in text)
    runs = len(re.findall("[%s]{3,}" % "".join(_WESTERN_LETTERS), text))
    return runs == 0 and letters <= plain
