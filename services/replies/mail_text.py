"""The words of a mail. Mails are written by strangers: nothing here raises, or takes long, whatever they hold."""

import codecs
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from itertools import islice

from lxml import etree, html

LONGEST_TEXT = 50_000
LONGEST_HEADER = 1_000
_MOST_BYTES = 200_000
"""Of one part."""
_MOST_PARTS = 100

# Those which are not spelt as text, or take long to be read.
_NO_CHARSETS = {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_BLOCKS = frozenset({"br", "div", "h1", "h2", "h3", "hr", "li", "p", "table", "tr"})
_UNSEEN = ("blockquote", "head", "script", "style", "title")


def text_of(mail: Message) -> str:
    """The mail's text, at most `LONGEST_TEXT` characters: what is plain before what is HTML, and no attachments.

    Of HTML, quotations are left out. Without any text it is empty.
    """
    parts = list(_texts(mail))
    for subtype, read in (("plain", _plain), ("html", _html)):
        for part in parts:
            if part.get_content_subtype() == subtype and (text := read(part).strip()):
                return text[:LONGEST_TEXT]
    return ""


def header(mail: Message, name: str) -> str | None:
    """A header as one line, at most `LONGEST_HEADER` characters, its encoded words decoded; None where it is blank."""
    raw = raw_header(mail, name)
    if raw is None:
        return None
    try:
        pieces = decode_header(raw)
        decoded = "".join(_decoded(one, charset) if isinstance(one, bytes) else str(one) for one, charset in pieces)
    except (HeaderParseError, ValueError):
        decoded = raw
    return printable(_SPACES.sub(" ", decoded)).strip()[:LONGEST_HEADER] or None


def raw_header(mail: Message, name: str) -> str | None:
    """A header as it stands; the first of several."""
    value = mail.get(name)
    return None if value is None else printable(str(value))


def address_of(mailbox: str) -> str:
    """The address of `Ana <ana@team.example>` in lower case; empty where there is none."""
    try:
        return parseaddr(mailbox[:LONGEST_HEADER])[1].lower()
    except RecursionError:  # The library goes down for each bracket.
        return ""


def printable(text: str) -> str:
    """The text without what cannot be stored or shown."""
    return _UNPRINTABLE.sub("", text)


def parts_of(mail: Message) -> Iterator[Message]:
    """The mail and its parts, whatever lies in them, as many as are looked at."""
    return islice(mail.walk(), _MOST_PARTS)


def inner_of(part: Message) -> list[Message]:
    """What lies in a part that is made of others; none in one that is not."""
    inner = part.get_payload() if part.is_multipart() else []
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def part_text(part: Message) -> str:
    """The letters of a part that is not made of others."""
    try:
        charset = part.get_content_charset()
    except ValueError:
        charset = None
    part.del_param("charset")  # or else the library decodes by it, whatever it is
    content = part.get_payload(decode=True)
    return _decoded(content[:_MOST_BYTES], charset) if isinstance(content, bytes) else ""


def _texts(mail: Message) -> Iterator[Message]:
    """The parts that are read as text. Mails in the mail are not: their words are somebody else's."""
    pending = [mail]
    for _ in range(_MOST_PARTS):
        if not pending:
            return
        part = pending.pop()
        if part.get_content_maintype() == "multipart":
            pending.extend(reversed(inner_of(part)[:_MOST_PARTS]))
        elif part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            yield part


def _plain(part: Message) -> str:
    return printable(part_text(part).replace("\r\n", "\n"))


def _html(part: Message) -> str:
    """The words of a page, a line for each of its blocks."""
    source = _plain(part)
    try:
        page = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8", recover=True))
    except (etree.LxmlError, ValueError):
        return ""
    etree.strip_elements(page, *_UNSEEN, with_tail=False)
    for block in page.iter(*_BLOCKS):
        block.tail = "\n" + (block.tail or "")
        block.text = "\n" + (block.text or "") if block.tag not in {"br", "hr"} else None
    return _BLANK_LINES.sub("\n\n", "".join(map(str, page.itertext())))


def _decoded(content: bytes, charset: str | None) -> str:
    """The letters of what says that it is written in this charset, as far as that is true."""
    try:
        name = codecs.lookup(charset or "utf-8").name
        if name not in _NO_CHARSETS:
            return content.decode("utf-8" if name == "ascii" else name)
    except (LookupError, ValueError):
        pass
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
