"""One page to the people and links on it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sources.web.extract.indexing import header_rules, meta_rules
from sources.web.extract.json_ld import read_json_ld
from sources.web.extract.limits import DEFAULT_LIMITS, ExtractionLimits
from sources.web.extract.markup import Document, parse_document
from sources.web.extract.page_links import page_links
from sources.web.extract.schema_people import Reading, schema_people
from sources.web.page import FetchedPage, ParsedPage, PersonOnPage

AGENT = "cam-graphql"
"""The product token by which pages address this robot, unless it is configured otherwise."""


def parse_page(page: FetchedPage, agent: str = AGENT, limits: ExtractionLimits = DEFAULT_LIMITS) -> ParsedPage:
    """Everything a page says about people, and where it leads. Never raises: what cannot be read says nothing."""
    rules = header_rules(page.robots_header, agent)
    document = parse_document(page)
    if document is None:
        return ParsedPage(page.url, noindex=rules.noindex, nofollow=rules.nofollow)
    rules |= meta_rules(document.root, agent)
    return ParsedPage(
        page.url,
        people=() if rules.noindex else tuple(_people(page, document, limits))[: limits.people],
        links=() if rules.nofollow else page_links(document, page.url, limits),
        noindex=rules.noindex,
        nofollow=rules.nofollow,
    )


def _people(page: FetchedPage, document: Document, limits: ExtractionLimits) -> Iterator[PersonOnPage]:
    if b"ld+json" in page.body:
        items = read_json_ld(_blocks(document.root), document.base_url, limits)
        yield from schema_people(items, Reading("json-ld", page.url, document.base_url, page.retrieved_at, limits))


def _blocks(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() == "application/ld+json" and script.text:
            yield script.text
