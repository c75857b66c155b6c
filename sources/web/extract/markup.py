"""Bytes to a document tree: character encoding as browsers decide it, and the parser kept from its traps."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from lxml import etree
from lxml.html import HtmlElement, HTMLParser
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, to_unicode

from sources.web.extract.limits import ExtractionLimits
from sources.web.page import FetchedPage
from sources.web.urls import resolve_url

_BROWSERS_ENCODINGS = frozenset(
    {"utf-8", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", "gb18030"}
    | {"big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {f"cp125{page}" for page in range(9)}
)
"""https://encoding.spec.whatwg.org, in Python's names. Python knows others which do harm: punycode is quadratic."""

_MAX_ATTRIBUTES = 300
"""Attributes of one tag. libxml2 needs time quadratic in their number: 200,000 in one tag take it two minutes."""

_ATTRIBUTE = rb"""=?+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+[\s/]*+"""
_TAG_NAME = rb"<[a-zA-Z][^\s/>]*+[\s/]*+"
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d}" % (2 * _MAX_ATTRIBUTES))
_BRACKET_IN_QUOTES = re.compile(rb"""=\s*+(?:"[^"<>]*+[<>]|'[^'<>]*+[<>])""")
"""A page with neither this nor a long tag has no overloaded one; most have neither, and are not looked at closely."""
# Possessive throughout: a page is passed over once, whatever is in it.
_RAW_TEXT_OR_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style)\b[^>]*+>.*?(?:</\1|\Z)|(?P<overloaded>%b(?:%b){%d,}+)|%b(?:%b)*+"
    % (_TAG_NAME, _ATTRIBUTE, _MAX_ATTRIBUTES, _TAG_NAME, _ATTRIBUTE),
    re.IGNORECASE | re.DOTALL,
)
_APART = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements whose text stands apart from its neighbours' on the screen, though no space is written between them."""

_T = TypeVar("_T")
_BASES = etree.XPath("//base[@href]")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page."""

    root: HtmlElement
    base_url: str
    """What relative addresses on the page are relative to."""
    json_ld_blocks: tuple[str, ...]
    """What stood in its JSON-LD scripts. The tree itself has no scripts, styles and templates: nobody reads them."""
    markers: bytes
    """The source in lower case and UTF-8: a syntax none of whose marks occur here need not be looked for."""


def decode(page: FetchedPage) -> str:
    """The page's text: byte order mark, `Content-Type`, `<meta>`, then UTF-8 where it is valid, else windows-1252."""
    encoding, mark = read_bom(page.body)
    if encoding is not None and mark is not None:
        return to_unicode(page.body[len(mark) :], encoding)
    encoding = http_content_type_encoding(page.content_type)
    if encoding not in _BROWSERS_ENCODINGS:
        encoding = html_body_declared_encoding(page.body)
        if encoding is not None and encoding.startswith("utf-16"):
            encoding = "utf-8"  # a declaration which could be read was not written in UTF-16
    if encoding is None or encoding not in _BROWSERS_ENCODINGS:
        encoding = _utf8_or_western(page.body)
    return to_unicode(page.body, encoding)


def parse_document(page: FetchedPage, limits: ExtractionLimits) -> Document | None:
    """The page's tree, or None where there is nothing in it."""
    # NUL would end the document for libxml2.
    body = _cut(decode(page).replace("\0", "").encode("utf-8", "replace"), limits.tags)
    if _LONG_TAG.search(body) or _BRACKET_IN_QUOTES.search(body):
        body = _RAW_TEXT_OR_TAG.sub(lambda found: b"<x" if found["overloaded"] else found[0], body)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(body, parser=parser)
    except etree.LxmlError:
        return None
    if root is None:
        return None
    lower = body.lower()
    bases = selected(_BASES, root) if b"<base" in lower else []
    base_url = (resolve_url(page.url, bases[0].get("href", "")) if bases else None) or page.url
    blocks = tuple(_json_ld_blocks(root)) if b"ld+json" in lower else ()
    etree.strip_elements(root, "script", "style", "template", with_tail=False)
    return Document(root, base_url, blocks, lower)


def selected(path: etree.XPath, root: HtmlElement) -> list[HtmlElement]:
    """The elements an XPath expression selects, in document order.

    One test over all attributes is several times as quick as a test for each name. `//@x/..` would be quicker still,
    but takes quadratic time on a page full of them.
    """
    found = path(root)
    return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []


class Enclosing(Generic[_T]):
    """What the nearest marked element around an element stands for. Marked elements are added in document order.

    Every way up is walked once only: with 255 levels and a hundred thousand elements it would take seconds otherwise.
    """

    def __init__(self) -> None:
        self._at: dict[HtmlElement, _T | None] = {}

    def mark(self, element: HtmlElement, meaning: _T) -> None:
        """Let what stands within the element have this meaning around it."""
        self._at[element] = meaning

    def around(self, element: HtmlElement) -> _T | None:
        """The meaning of the nearest marked ancestor."""
        passed: list[HtmlElement] = []
        meaning: _T | None = None
        for ancestor in element.iterancestors():
            if ancestor in self._at:
                meaning = self._at[ancestor]
                break
            passed.append(ancestor)
        self._at.update(dict.fromkeys(passed, meaning))
        return meaning


def attribute_by_tag(element: HtmlElement, names: Mapping[str, str]) -> str | None:
    """The attribute which carries the value of an element of this tag; None where it is missing."""
    name = names.get(str(element.tag))
    value: str | None = element.get(name) if name is not None else None
    return value


def element_text(element: HtmlElement, length: int) -> str:
    """The text within an element, up to some multiple of `length` characters, as raw material for `clean_text`."""
    if len(element) == 0:
        return element.text or ""
    pieces: list[str] = []
    room = length * 4
    # `itertext` would pass over any number of empty elements without coming back.
    for event, descendant in etree.iterwalk(element, events=("start", "end")):
        if descendant.tag in _APART:
            pieces.append(" ")
        piece = descendant.text if event == "start" else descendant.tail if descendant is not element else None
        if piece:
            pieces.append(piece)
            room -= len(piece)
        room -= 1
        if room < 0:
            break
    return "".join(pieces)


def _json_ld_blocks(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json" and script.text:
            yield script.text


def _cut(body: bytes, tags: int) -> bytes:
    """The body up to that many opening brackets."""
    if body.count(b"<") <= tags:
        return body
    end = 0
    for _ in range(tags):
        end = body.index(b"<", end) + 1
    return body[: end - 1]


def _utf8_or_western(body: bytes) -> str:
    # An incremental decoder forgives a character which the byte cap has cut through.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body, final=False)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
