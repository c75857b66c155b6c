"""The links of a page."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.markup import Document
from sources.web.extract.text import clean_text
from sources.web.page import PageLink
from sources.web.urls import resolve_url

_TEXT_LENGTH = 200
_TEXT_PIECES = 50
_LEADING_RELATIONS = frozenset({"alternate", "author", "me", "next", "contact", "about", "help"})
"""Of `<link>` elements only these lead to pages and cards; the others load styles, icons and scripts."""
_UNREAD_TYPES = ("application/rss", "application/atom", "application/json", "text/css", "image/")


def page_links(document: Document, page_url: str, limits: ExtractionLimits) -> tuple[PageLink, ...]:
    """Each address once, in document order, with the text of its first link that has one; `rel=nofollow` left out."""
    links: dict[str, PageLink] = {}
    resolved: dict[str, str | None] = {}
    own = page_url.partition("#")[0]
    for element in islice(document.root.iter("a", "area", "link"), limits.links * 10):
        href = element.get("href")
        if not href or href.startswith("#"):
            continue
        rel = tuple(element.get("rel", "").lower().split()[:20])
        if "nofollow" in rel or (element.tag == "link" and not _leads_somewhere(element, rel)):
            continue
        if href not in resolved:
            resolved[href] = resolve_url(document.base_url, href)
        url = resolved[href]
        if url is None or url == own:
            continue
        known = links.get(url)
        if known is None:
            if len(links) == limits.links:
                break
            links[url] = PageLink(url, _text(element), rel)
        elif not known.text:
            links[url] = PageLink(url, _text(element), known.rel or rel)
    return tuple(links.values())


def _leads_somewhere(element: HtmlElement, rel: tuple[str, ...]) -> bool:
    return not _LEADING_RELATIONS.isdisjoint(rel) and not element.get("type", "").lower().startswith(_UNREAD_TYPES)


def _text(element: HtmlElement) -> str:
    raw = (element.text or "") if len(element) == 0 else "".join(_pieces(element))
    return clean_text(raw or element.get("title") or element.get("alt") or "", _TEXT_LENGTH) or ""


def _pieces(element: HtmlElement) -> Iterator[str]:
    for number, piece in enumerate(element.itertext()):
        if number == _TEXT_PIECES:
            return
        yield piece[: _TEXT_LENGTH * 4]
