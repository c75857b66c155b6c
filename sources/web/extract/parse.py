"""One page to the people and links on it."""

from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit

from sources.web.extract.h_card import h_card_people
from sources.web.extract.indexing import IndexingRules, header_rules, meta_rules
from sources.web.extract.json_ld import read_json_ld
from sources.web.extract.limits import DEFAULT_LIMITS, ExtractionLimits
from sources.web.extract.markup import Document, decode, parse_document
from sources.web.extract.microdata import read_microdata
from sources.web.extract.page_links import page_links
from sources.web.extract.rdfa_lite import read_rdfa_lite
from sources.web.extract.reading import Reading
from sources.web.extract.schema_people import schema_people
from sources.web.extract.vcard_people import vcard_people
from sources.web.page import FetchedPage, ParsedPage, PersonOnPage

AGENT = "cam-graphql"
"""The product token by which pages address this robot, unless it is configured otherwise."""

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
_VCARD_TYPES = frozenset({"text/vcard", "text/x-vcard", "text/directory"})
_JSON_LD_TYPE = "application/ld+json"

Reader = Callable[[Document, Reading], list[PersonOnPage]]


def _json_ld(document: Document, reading: Reading) -> list[PersonOnPage]:
    items = read_json_ld(document.json_ld_blocks, document.base_url, reading.limits)
    return schema_people(items, reading, "json-ld")


def _microdata(document: Document, reading: Reading) -> list[PersonOnPage]:
    return schema_people(read_microdata(document.root, reading.limits), reading, "microdata")


def _rdfa(document: Document, reading: Reading) -> list[PersonOnPage]:
    return schema_people(read_rdfa_lite(document.root, document.base_url, reading.limits), reading, "rdfa")


def _h_card(document: Document, reading: Reading) -> list[PersonOnPage]:
    return h_card_people(document.root, reading)


SYNTAXES: tuple[tuple[tuple[bytes, ...], Reader], ...] = (
    ((b"ld+json",), _json_ld),
    ((b"itemscope",), _microdata),
    ((b"typeof",), _rdfa),
    ((b"h-card", b"vcard"), _h_card),
)
"""Every syntax found in HTML: the marks without one of which a page has none of it, and how it is read."""


def parse_page(page: FetchedPage, agent: str = AGENT, limits: ExtractionLimits = DEFAULT_LIMITS) -> ParsedPage:
    """Everything a page says about people, and where it leads. Never raises: what cannot be read says nothing.

    A body which is neither HTML, nor JSON-LD, nor vCards says nothing either.
    """
    rules = header_rules(page.robots_header, agent)
    kind = (page.content_type or "").partition(";")[0].strip().lower()
    is_card_file = urlsplit(page.url).path.lower().endswith(".vcf")
    if kind in _HTML_TYPES or (not kind and not is_card_file):
        return _parse_html(page, rules, agent, limits)
    people: tuple[PersonOnPage, ...] = ()
    reading = Reading(page.url, page.url, page.retrieved_at, limits)
    if not rules.noindex:
        if kind in _VCARD_TYPES or is_card_file:
            people = _attempt(lambda: vcard_people(decode(page), reading))
        elif kind == _JSON_LD_TYPE:
            people = _attempt(lambda: schema_people(read_json_ld([decode(page)], page.url, limits), reading, "json-ld"))
    return ParsedPage(page.url, people, noindex=rules.noindex, nofollow=rules.nofollow)


def _parse_html(page: FetchedPage, rules: IndexingRules, agent: str, limits: ExtractionLimits) -> ParsedPage:
    document = parse_document(page, limits)
    if document is None:
        return ParsedPage(page.url, noindex=rules.noindex, nofollow=rules.nofollow)
    if b"robots" in document.markers or agent.lower().encode() in document.markers:
        rules |= meta_rules(document.root, agent)
    links = () if rules.nofollow else page_links(document, page.url, limits)
    people = () if rules.noindex else tuple(_html_people(page, document, limits))[: limits.people]
    return ParsedPage(page.url, people, links, rules.noindex, rules.nofollow)


def _html_people(page: FetchedPage, document: Document, limits: ExtractionLimits) -> Iterator[PersonOnPage]:
    """The people of every syntax of which there are marks on the page, one syntax after the other."""
    reading = Reading(page.url, document.base_url, page.retrieved_at, limits)
    for marks, read in SYNTAXES:
        if any(mark in document.markers for mark in marks):
            yield from _attempt(partial(read, document, reading))


def _attempt(read: Callable[[], list[PersonOnPage]]) -> tuple[PersonOnPage, ...]:
    """What a reader finds. One that fails on a page must not cost what the others find there."""
    try:
        return tuple(read())
    except Exception:  # whatever a hostile page brings about; the tests call the readers without this net
        return ()
