"""People among vCards."""

import re
from collections.abc import Iterator
from itertools import islice

from sources.web.extract.card_people import distinct_texts, is_organisation, other_host
from sources.web.extract.contact import normal_email, normal_phone
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.places import joined_place
from sources.web.extract.reading import Reading, first
from sources.web.extract.text import clean_text, person_name
from sources.web.extract.vcards import Card, read_vcards
from sources.web.page import PersonOnPage
from sources.web.urls import canonical_url

_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_ADDRESS_PARTS = slice(3, 7)
_LOCALITY, _REGION, _COUNTRY = 0, 1, 3


def vcard_people(text: str, reading: Reading) -> list[PersonOnPage]:
    """Everybody a vCard file describes, in the file's order."""
    people = (_person(card, reading) for card in read_vcards(text))
    return list(islice((person for person in people if person is not None), reading.limits.people))


def _person(card: Card, reading: Reading) -> PersonOnPage | None:
    limits = reading.limits
    name = _name(card, limits)
    companies = (clean_text(part, limits.text_length) for line in card.named("ORG") for part in line.parts[:1])
    company = first(companies)
    if name is None or not _is_individual(card) or is_organisation(name, company):
        return None
    urls = list(dict.fromkeys(_addresses(card, "URL")))
    same_as = dict.fromkeys([*urls[1:], *_addresses(card, "X-SOCIALPROFILE", "SOCIALPROFILE")])
    places = [line.parts[_ADDRESS_PARTS] for line in card.named("ADR")]
    country = first(clean_text(p[_COUNTRY], limits.text_length) for p in places if len(p) > _COUNTRY)
    voice = [line for line in card.named("TEL") if "FAX" not in line.parameters]
    return PersonOnPage(
        name=name,
        method="vcard",
        url=urls[0] if urls else None,
        same_as=tuple(url for url in same_as if url not in urls[:1])[: limits.same_as],
        bio=first(clean_text(line.text, limits.bio_length) for line in card.named("NOTE")),
        role=distinct_texts((line.text for line in card.named("TITLE", "ROLE")), limits.text_length),
        company=company,
        email=first(normal_email(line.text) for line in card.named("EMAIL")),
        phone=first(normal_phone(line.text, country) for line in voice),
        location=first(_location(place, limits.text_length) for place in places),
        website=other_host(urls, reading.page_url),
    )


def _name(card: Card, limits: ExtractionLimits) -> str | None:
    for raw in _names(card):
        if (name := person_name(raw, limits)) is not None:
            return name
    return None


def _names(card: Card) -> Iterator[str]:
    """The formatted name, else one made of the structured name's family, given and additional parts."""
    for line in card.named("FN"):
        yield line.text
    for line in card.named("N"):
        family, given, additional = (*line.parts, "", "", "")[:3]
        yield f"{given} {additional} {family}"


def _is_individual(card: Card) -> bool:
    kinds = {line.text.strip().lower() for line in card.named("KIND", "X-ADDRESSBOOKSERVER-KIND")}
    shown_as = {line.text.strip().upper() for line in card.named("X-ABSHOWAS")}
    return kinds <= {"individual"} and "COMPANY" not in shown_as


def _addresses(card: Card, *names: str) -> Iterator[str]:
    for line in card.named(*names):
        raw = line.text.strip()
        url = canonical_url(f"http://{raw}" if _BARE_HOST.fullmatch(raw) else raw)
        if url is not None:
            yield url


def _location(place: list[str], length: int) -> str | None:
    padded = [*place, "", "", "", ""]
    locality, region, country = (clean_text(padded[part], length) for part in (_LOCALITY, _REGION, _COUNTRY))
    return joined_place(locality, region, country, length)
