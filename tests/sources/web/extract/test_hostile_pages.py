"""Whatever a page is made of, it costs that page only, and not for long."""

import pickle
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.web.extract import ExtractionLimits, parse_page
from sources.web.extract.limits import DEFAULT_LIMITS
from sources.web.extract.markup import decode, parse_document
from sources.web.extract.parse import SYNTAXES
from sources.web.extract.reading import Reading
from sources.web.extract.vcard_people import vcard_people
from sources.web.page import FetchedPage
from tests.sources.web.extract.fetched import PAGE_URL, RETRIEVED_AT, fetched, h_card, json_ld
from tests.sources.web.extract.test_pages import PAGES

BYTE_CAP = 2 * 1024 * 1024
SECONDS = 5.0
"""Processor time granted to the worst page; three times what any takes on a slow machine."""
LD = '<script type="application/ld+json">'
PERSON = '"@type": "Person", "name": "Ana Silva"'
SCOPE = '<div itemscope itemtype="http://schema.org/Person">'


def filled(pattern: str, before: str = "") -> bytes:
    """A body as long as the byte cap allows."""
    return (before + pattern * (BYTE_CAP // len(pattern) + 1)).encode()[:BYTE_CAP]


def numbered(pattern: str, before: str = "", *, count: int = 200_000) -> bytes:
    """The pattern with one number after the other in place of `#`."""
    return (before + "".join(pattern.replace("#", str(number)) for number in range(count))).encode()[:BYTE_CAP]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "200,000 attributes in one tag": partial(numbered, " x#=1", "<a"),
    "attributes with brackets in them": partial(numbered, ' x#=">"', "<a"),
    "attributes without a space between": partial(numbered, 'x#="1"', "<a "),
    "many tags of 299 attributes": lambda: filled("<a" + "".join(f" x{number}" for number in range(299)) + ">"),
    "never closed quotes": partial(filled, '<a x="'),
    "mixed quotes": partial(filled, "<a x='\""),
    "deep elements": partial(filled, "<div>"),
    "empty elements": partial(filled, "<b></b>"),
    "opening brackets": partial(filled, "<"),
    "never closed comments": partial(filled, "<!--"),
    "one link again and again": partial(filled, "<a href=/x/%d>y</a>"),
    "many links": partial(numbered, '<a href="../#/./x?q=#">y</a>'),
    "deep JSON arrays": partial(filled, "[", LD),
    "deep JSON objects": partial(filled, '{"a":', LD),
    "deep graphs": partial(filled, '{"@graph":[', LD),
    "JSON of quotes": partial(filled, '"\\"', LD),
    "JSON of commas": partial(filled, ", ", LD),
    "JSON of comments": partial(filled, "/*", LD),
    "a name of two megabytes": partial(filled, "a<b&amp;", LD + '{"@type": "Person", "name": "'),
    "many blocks": partial(filled, LD + "{" + PERSON + ",}</script>"),
    "many nodes referring to the next": lambda: (
        numbered('{"@id": "_:#", ' + PERSON + ', "knows": {"@id": "_:#0"}},', LD + '{"@graph": [', count=24_000)
        + b"{}]}</script>"
    ),
    "many employees of one role": lambda: (
        numbered(
            "{" + PERSON + ', "url": "/#", "worksFor": {"@id": "_:r"}},',
            LD + '[{"@id": "_:r", "@type": "Role", "employee": [',
            count=20_000,
        )
        + b"{}]}]</script>"
    ),
    "deep scopes": partial(filled, SCOPE.replace(">", " itemprop=name>x")),
    "many scopes": partial(filled, SCOPE + "<b itemprop=name>Ana Silva</b></div>"),
    "many properties, deep down": partial(filled, "<i itemprop=x>x</i>", SCOPE + "<div>" * 240),
    "properties within properties": partial(filled, "<i>x</i>", SCOPE + "<div itemprop=name>" * 240),
    "references to one long element": lambda: (
        b"<div id=a>"
        + filled("<b itemprop=name>x</b>")[: BYTE_CAP // 2]
        + b"</div>"
        + filled(SCOPE.replace(">", ' itemref="a a a a">'))[: BYTE_CAP // 2]
    ),
    "deep resources": partial(filled, '<div vocab="http://schema.org/" typeof=Person property=name>x'),
    "many resources": partial(
        filled, "<div typeof=Person><b property=name>Ana S</b></div>", '<div vocab="http://schema.org/">'
    ),
    "deep h-cards": partial(filled, '<div class="h-card p-name">x'),
    "many h-cards": partial(filled, "<div class=h-card><b class=p-name>Ana Silva</b></div>"),
    "notes within notes": partial(filled, "<i></i>", "<div class=h-card>" + "<div class=p-note>" * 240),
    "one endless class": partial(filled, "h-card ", '<a class="'),
    "robots rules without end": partial(filled, "noindex,", '<meta name=robots content="'),
    "NUL": partial(bytes, BYTE_CAP),
    "all bytes": lambda: bytes(range(256)) * (BYTE_CAP // 256),
}
HOSTILE_CARDS = {
    "many cards": partial(filled, "BEGIN:VCARD\nFN:Ana Silva\nTEL:+351221234567\nEND:VCARD\n"),
    "a line folded without end": partial(filled, "x\n ", "BEGIN:VCARD\nNOTE:"),
    "quoted-printable without end": partial(filled, "=\n", "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:"),
    "parameters of quotes": partial(filled, ';"', "BEGIN:VCARD\nN"),
    "cards within cards": partial(filled, "BEGIN:VCARD\nAGENT:\n"),
    "parts without end": partial(filled, ";", "BEGIN:VCARD\nN:"),
    "backslashes": partial(filled, "\\", "BEGIN:VCARD\nN:"),
}


def processor_seconds(page: FetchedPage) -> float:
    started = time.process_time()
    parse_page(page)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_page_takes_long(body: Callable[[], bytes]) -> None:
    assert processor_seconds(fetched(body())) < SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("body", HOSTILE_CARDS.values(), ids=HOSTILE_CARDS.keys())
def test_no_card_file_takes_long(body: Callable[[], bytes]) -> None:
    assert processor_seconds(fetched(body(), url="https://harbour.example/a.vcf", content_type="text/vcard")) < SECONDS


def test_harmful_charsets_are_not_decoded() -> None:
    page = fetched(filled("a-"), content_type="text/html; charset=punycode")

    assert processor_seconds(page) < SECONDS


@given(
    body=st.binary(max_size=2_000),
    content_type=st.sampled_from([None, "text/html", "text/vcard", "application/ld+json", "x"]),
)
def test_no_bytes_make_it_fail(body: bytes, content_type: str | None) -> None:
    parsed = parse_page(fetched(body, content_type=content_type))

    assert pickle.loads(pickle.dumps(parsed)) == parsed


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow], max_examples=300)
@given(data=st.data())
def test_no_mutation_of_a_good_page_makes_a_reader_fail(data: st.DataObject) -> None:
    """The readers are called without the net which `parse_page` spans below them."""
    path: Path = data.draw(st.sampled_from(PAGES))
    body = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(body)))
        end = min(len(body), start + data.draw(st.integers(0, 30)))
        snippet = st.binary(max_size=8) | st.sampled_from(
            [b'"', b"<", b">", b"{", b"}", b"[", b"]", b"\\", b"\0", b"&", b"=", b"/"]
        )
        body[start:end] = data.draw(snippet | st.just(bytes(body[start:end]) * 2))
    page = fetched(bytes(body))

    document = parse_document(page, DEFAULT_LIMITS)
    base_url = page.url if document is None else document.base_url
    reading = Reading(page.url, base_url, page.retrieved_at, DEFAULT_LIMITS)
    people = vcard_people(decode(page), reading)
    if document is not None:
        people += [person for _, read in SYNTAXES for person in read(document, reading)]
    parsed = parse_page(page)

    assert set(parsed.people) <= set(people)
    assert all(person.name.strip() == person.name != "" for person in people)


@given(url=st.text(max_size=60), header=st.text(max_size=60), content_type=st.text(max_size=60))
def test_no_header_makes_it_fail(url: str, header: str, content_type: str) -> None:
    page = FetchedPage(
        PAGE_URL + url, b"<a href='x'>x</a>" + h_card("Ana Silva").encode(), content_type, header, RETRIEVED_AT
    )

    assert parse_page(page).url == page.url


def test_people_beyond_the_limit_are_left_out() -> None:
    page = fetched("".join(h_card(f"Ana Silva {number}") for number in "abcdefgh"))

    parsed = parse_page(page, limits=ExtractionLimits(people=3))

    assert [person.name for person in parsed.people] == ["Ana Silva a", "Ana Silva b", "Ana Silva c"]


def test_links_beyond_the_limit_are_left_out() -> None:
    page = fetched("".join(f"<a href='/{number}'>x</a>" for number in range(9)))

    assert len(parse_page(page, limits=ExtractionLimits(links=4)).links) == 4


def test_long_texts_are_cut_and_long_names_are_none() -> None:
    page = fetched(json_ld('{"@type": "Person", "name": "Ana Silva", "description": "' + "word " * 5_000 + '"}'))

    (person,) = parse_page(page).people

    assert person.bio is not None
    assert len(person.bio) <= DEFAULT_LIMITS.bio_length
    assert parse_page(fetched(h_card("Ana " * 60))).people == ()


def test_tags_beyond_the_limit_are_not_parsed() -> None:
    page = fetched(h_card("Ana Silva") + h_card("Bruno Costa"))

    assert [p.name for p in parse_page(page, limits=ExtractionLimits(tags=5)).people] == ["Ana Silva"]


def test_an_overloaded_tag_goes_and_the_rest_of_the_page_stays() -> None:
    overloaded = "<p " + " ".join(f"x{number}" for number in range(500)) + ">"
    script = "<script>if (a<b " + "and ".join("so on " * 400) + ") {}</script>"

    parsed = parse_page(fetched(script + h_card("Ana Silva") + overloaded + h_card("Bruno Costa")))

    assert [person.name for person in parsed.people] == ["Ana Silva", "Bruno Costa"]
