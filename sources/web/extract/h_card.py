"""People among microformats. An h-card may also describe an organisation or a place; those are left out."""

from collections.abc import Iterator
from itertools import chain

from lxml.html import HtmlElement

from sources.web.extract.card_people import distinct_texts, is_organisation, other_host
from sources.web.extract.contact import normal_email, normal_phone
from sources.web.extract.figures import latest_moment
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.microformats import Microformat, read_microformats
from sources.web.extract.places import joined_place
from sources.web.extract.reading import Reading, first
from sources.web.extract.text import clean_text, person_name
from sources.web.page import PersonOnPage
from sources.web.urls import resolve_url

_NOT_A_PERSON_TO_ITS_PARENT = frozenset({"org", "location", "venue", "publisher", "brand", "affiliation"})


def h_card_people(root: HtmlElement, reading: Reading) -> list[PersonOnPage]:
    """Everybody an h-card or classic hCard describes, in document order."""
    people: list[PersonOnPage] = []
    for item in read_microformats(root, reading.limits):
        if item.kind == "h-card" and item.parent_properties.isdisjoint(_NOT_A_PERSON_TO_ITS_PARENT):
            person = _person(item, reading)
            if person is not None:
                people.append(person)
                if len(people) == reading.limits.people:
                    break
    return people


def _person(item: Microformat, reading: Reading) -> PersonOnPage | None:
    limits = reading.limits
    name = _name(item, limits)
    company = first(clean_text(raw, limits.text_length) for raw in _company_names(item))
    if name is None or is_organisation(name, company):
        return None
    resolved = (resolve_url(reading.base_url, raw) for raw in item.texts("url", "uid"))
    urls = list(dict.fromkeys(url for url in resolved if url))
    same_as = dict.fromkeys([*urls[1:], *_rel_me(item, reading)])
    places = [item, *item.nested("adr")]
    country = first(clean_text(raw, limits.text_length) for place in places for raw in place.texts("country-name"))
    return PersonOnPage(
        name=name,
        method="h-card",
        url=urls[0] if urls else None,
        same_as=tuple(url for url in same_as if url not in urls[:1])[: limits.same_as],
        bio=first(clean_text(raw, limits.bio_length) for raw in item.texts("note")),
        role=distinct_texts(item.texts("job-title", "role"), limits.text_length),
        company=company,
        email=first(map(normal_email, item.texts("email"))),
        phone=first(normal_phone(raw, country) for raw in item.texts("tel")),
        location=_location(item, places, reading),
        last_active_at=latest_moment(_activity(item), reading.retrieved_at),
        website=other_host(urls, reading.page_url),
    )


def _name(item: Microformat, limits: ExtractionLimits) -> str | None:
    parts = (next(item.texts(part), "") for part in ("given-name", "additional-name", "family-name"))
    for raw in chain(item.texts("name"), [" ".join(parts)]):
        if (name := person_name(raw, limits)) is not None:
            return name
    return None


def _company_names(item: Microformat) -> Iterator[str]:
    yield from item.texts("organization-name")
    for organisation in item.nested("org"):
        yield from organisation.texts("name")
    yield from item.texts("org")


def _location(item: Microformat, places: list[Microformat], reading: Reading) -> str | None:
    length = reading.limits.text_length
    for place in places:
        locality, region, country = (
            first(clean_text(raw, length) for raw in place.texts(part))
            for part in ("locality", "region", "country-name")
        )
        if joined := joined_place(locality, region, country, length):
            return joined
    return first(clean_text(raw, length) for raw in item.texts("adr", "label"))


def _rel_me(item: Microformat, reading: Reading) -> Iterator[str]:
    """Links within the card by which the person says: this is me, too."""
    for element in item.element.iter("a", "link"):
        if "me" in element.get("rel", "").lower().split() and (
            url := resolve_url(reading.base_url, element.get("href", ""))
        ):
            yield url


def _activity(item: Microformat) -> Iterator[str]:
    """When the entry was written whose author this is."""
    if "author" in item.parent_properties and item.parent is not None and item.parent.kind in {"h-entry", "h-cite"}:
        yield from item.parent.texts("published", "updated")
