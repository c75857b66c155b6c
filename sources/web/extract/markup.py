"""Bytes to a document tree: character encoding as browsers decide it, and the parser kept from its traps."""

import codecs
import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser
from w3lib.encoding import html_to_unicode

from sources.web.page import FetchedPage
from sources.web.urls import resolve_url

MAX_ATTRIBUTES = 300
"""Attributes of one tag. libxml2 needs time quadratic in their number: 200,000 in one tag take it two minutes."""

_ATTRIBUTE = rb"""=?+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+[\s/]*+"""
_PERHAPS_OVERLOADED = re.compile(rb"<[a-zA-Z](?:%b){%d}" % (_ATTRIBUTE, MAX_ATTRIBUTES))
_TAG_OR_RAW_TEXT = re.compile(
    rb"""<!--.*?(?:-->|\Z)|<(script|style)\b[^>]*+>.*?(?:</\1|\Z)|(?P<overloaded><[a-zA-Z](?:%b){%d,}+)|<[a-zA-Z](?:%b)*+"""
    % (_ATTRIBUTE, MAX_ATTRIBUTES, _ATTRIBUTE),
    re.IGNORECASE | re.DOTALL,
)
_BASES = etree.XPath("//base/@href")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page."""

    root: HtmlElement
    base_url: str
    """What relative addresses on the page are relative to."""


def decode(page: FetchedPage) -> str:
    """The page's text: byte order mark, `Content-Type`, `<meta>`, then UTF-8 where it is valid, else windows-1252."""
    return html_to_unicode(page.content_type, page.body, auto_detect_fun=_utf8_or_western)[1]


def parse_document(page: FetchedPage) -> Document | None:
    """The page's tree, or None where there is nothing in it."""
    body = _utf8_body(page)
    if _PERHAPS_OVERLOADED.search(body):
        body = _TAG_OR_RAW_TEXT.sub(lambda found: b"<x" if found["overloaded"] else found[0], body)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(body, parser=parser)
    except etree.LxmlError:
        return None
    if root is None:
        return None
    declared = next(iter(_BASES(root)), None) if b"<base" in body or b"<BASE" in body else None
    return Document(root, (resolve_url(page.url, str(declared)) if declared else None) or page.url)


def _utf8_body(page: FetchedPage) -> bytes:
    """The body in UTF-8, without NUL, which would end the document for libxml2."""
    return decode(page).replace("\0", "").encode("utf-8", "replace")


def _utf8_or_western(body: bytes) -> str:
    # An incremental decoder forgives a character which the byte cap has cut through.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body, final=False)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
