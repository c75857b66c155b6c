"""The people among schema.org items, whichever syntax they came in."""

from collections.abc import Iterable, Iterator
from itertools import chain

from sources.web.extract.card_people import other_host
from sources.web.extract.contact import normal_email, normal_phone
from sources.web.extract.figures import latest_moment, whole_count
from sources.web.extract.items import Edge, Item, reachable
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.reading import Reading, first
from sources.web.extract.text import clean_text
from sources.web.names import is_person_name
from sources.web.page import PersonOnPage
from sources.web.urls import resolve_url

PERSON_TYPES = frozenset({"Person", "Patient"})
"""schema.org's Person and its only subtype."""

_EMPLOYERS_NAMES_FOR_PEOPLE = frozenset({"employee", "employees", "founder", "founders", "member", "members"})
_AUTHORSHIP = frozenset({"author", "creator", "contributor", "editor"})
_PROFILE_PAGES = frozenset({"mainEntity", "about"})
_ROLE_TYPES = frozenset({"Role", "OrganizationRole", "EmployeeRole", "PerformanceRole", "LinkRole"})
_PROFILE_PAGE_TYPES = frozenset({"ProfilePage", "AboutPage"})


def schema_people(roots: Iterable[Item], reading: Reading, method: str) -> list[PersonOnPage]:
    """Every Person with a name, in document order; what stands around one tells of employer, role and activity."""
    edges = reachable(roots, reading.limits.items)
    people: list[PersonOnPage] = []
    for item, leading_here in edges.items():
        if PERSON_TYPES.isdisjoint(item.types):
            continue
        person = _person(item, leading_here, edges, reading, method)
        if person is not None:
            people.append(person)
            if len(people) == reading.limits.people:
                break
    return people


def _person(
    item: Item, edges: list[Edge], all_edges: dict[Item, list[Edge]], reading: Reading, method: str
) -> PersonOnPage | None:
    limits = reading.limits
    name = _name(item, limits)
    if name is None:
        return None
    around = [*edges, *chain.from_iterable(all_edges[e.parent] for e in edges if _is_role(e.parent))]
    roles = [edge.parent for edge in edges if _is_role(edge.parent)]
    country = _country(item, limits)
    contact_points = list(item.items("contactPoint", "contactPoints"))
    urls = _urls(item, edges, reading)
    same_as = [*_addresses(item, reading, "sameAs"), *urls[1:]]
    return PersonOnPage(
        name=name,
        method=method,
        url=urls[0] if urls else None,
        same_as=tuple(dict.fromkeys(url for url in same_as if url not in urls[:1]))[: limits.same_as],
        bio=_first_text(item.texts("description", "disambiguatingDescription"), limits.bio_length),
        role=_role(item, roles, limits),
        company=_company(item, around, limits),
        email=first(map(normal_email, chain(item.texts("email"), *(c.texts("email") for c in contact_points)))),
        phone=first(
            normal_phone(raw, country)
            for raw in chain(item.texts("telephone"), *(c.texts("telephone") for c in contact_points))
        ),
        location=_location(item, limits),
        followers=_followers(item),
        last_active_at=latest_moment(_activity(edges), reading.retrieved_at),
        website=other_host(urls, reading.page_url),
    )


def _name(item: Item, limits: ExtractionLimits) -> str | None:
    parts = [next(item.texts(part), "") for part in ("givenName", "additionalName", "familyName")]
    for raw in chain(item.texts("name"), [" ".join(parts)]):
        name = clean_text(raw, limits.name_length + 1)
        if name and len(name) <= limits.name_length and is_person_name(name):
            return name
    return None


def _role(item: Item, roles: list[Item], limits: ExtractionLimits) -> str | None:
    titles = [clean_text(raw, limits.text_length) for raw in item.texts("jobTitle")]
    titles += [_label(defined, limits) for defined in item.items("jobTitle")]
    employments = [role for role in item.items("worksFor", "memberOf", "affiliation") if _is_role(role)]
    for role in [*roles, *employments]:
        titles.append(_first_text(role.texts("roleName", "namedPosition"), limits.text_length))
    if not any(titles):
        titles = [_label(occupation, limits) for occupation in item.items("hasOccupation")]
        titles += [clean_text(raw, limits.text_length) for raw in item.texts("hasOccupation")]
    distinct = dict.fromkeys(title for title in titles if title and "://" not in title)
    return ", ".join(distinct)[: limits.text_length] or None


def _company(item: Item, around: list[Edge], limits: ExtractionLimits) -> str | None:
    """The employer the person names, else an affiliation, else the organisation that lists the person as its own."""
    for name in ("worksFor", "affiliation", "memberOf"):
        for organisation in _through_roles(item.items(name), name):
            if label := _label(organisation, limits):
                return label
        for raw in item.texts(name):
            if (text := clean_text(raw, limits.text_length)) and "://" not in text:
                return text
    listing = (e.parent for e in around if e.name in _EMPLOYERS_NAMES_FOR_PEOPLE and not _is_role(e.parent))
    return first(
        _label(organisation, limits) for organisation in listing if PERSON_TYPES.isdisjoint(organisation.types)
    )


def _through_roles(organisations: Iterable[Item], name: str) -> Iterator[Item]:
    """schema.org puts a Role between a person and an organisation, under the same property's name."""
    for organisation in organisations:
        if _is_role(organisation):
            yield from organisation.items(name)
        else:
            yield organisation


def _location(item: Item, limits: ExtractionLimits) -> str | None:
    for name in ("address", "homeLocation", "workLocation", "location"):
        for place in item.items(name):
            if found := _place(place, limits):
                return found
        if text := _first_text(item.texts(name), limits.text_length):
            return text
    return None


def _place(place: Item, limits: ExtractionLimits) -> str | None:
    for address in chain([place], place.items("address")):
        parts = [
            _first_text(
                chain(address.texts(part), (_label(p, limits) or "" for p in address.items(part))), limits.text_length
            )
            for part in ("addressLocality", "addressRegion", "addressCountry")
        ]
        if joined := ", ".join(dict.fromkeys(part for part in parts if part)):
            return joined[: limits.text_length]
    return _first_text(place.texts("address"), limits.text_length) or _label(place, limits)


def _country(item: Item, limits: ExtractionLimits) -> str | None:
    for place in item.items("address", "homeLocation", "workLocation"):
        for address in chain([place], place.items("address")):
            countries = chain(
                address.texts("addressCountry"), (_label(c, limits) or "" for c in address.items("addressCountry"))
            )
            if country := _first_text(countries, limits.text_length):
                return country
    return None


def _urls(item: Item, edges: list[Edge], reading: Reading) -> list[str]:
    """The person's own addresses, the best first: `url`, the page whose subject it is, an `@id` that is an address."""
    urls = [*_addresses(item, reading, "url"), *_addresses(item, reading, "mainEntityOfPage")]
    is_subject = any(e.name in _PROFILE_PAGES and not _PROFILE_PAGE_TYPES.isdisjoint(e.parent.types) for e in edges)
    if is_subject and not urls:
        urls.append(reading.page_url)
    identifier = item.identifier
    if identifier and "#" not in identifier and (url := resolve_url(reading.base_url, identifier)):
        urls.append(url)
    return list(dict.fromkeys(urls))


def _addresses(item: Item, reading: Reading, name: str) -> list[str]:
    """The http(s) addresses a property names, as text or as the item that lives there."""
    referred = (value if isinstance(value, str) else _address_of(value) for value in item.properties.get(name, ()))
    resolved = (resolve_url(reading.base_url, raw) for raw in referred if raw and not raw.startswith("_:"))
    return [url for url in resolved if url]


def _address_of(item: Item) -> str | None:
    return next(item.texts("url"), item.identifier)


def _followers(item: Item) -> int | None:
    for counter in item.items("interactionStatistic"):
        kinds = [*counter.texts("interactionType"), *(i.identifier or "" for i in counter.items("interactionType"))]
        kinds += chain.from_iterable(i.types for i in counter.items("interactionType"))
        if any(kind.rpartition("/")[2].rpartition(":")[2] == "FollowAction" for kind in kinds):
            return first(map(whole_count, counter.texts("userInteractionCount")))
    return None


def _activity(edges: list[Edge]) -> Iterator[str]:
    """When the person wrote something, or their profile page changed."""
    for edge in edges:
        if edge.name in _AUTHORSHIP:
            yield from edge.parent.texts("datePublished", "dateModified", "dateCreated", "uploadDate")
        elif edge.name in _PROFILE_PAGES and not _PROFILE_PAGE_TYPES.isdisjoint(edge.parent.types):
            yield from edge.parent.texts("dateModified")


def _is_role(item: Item) -> bool:
    return not _ROLE_TYPES.isdisjoint(item.types)


def _label(item: Item, limits: ExtractionLimits) -> str | None:
    return _first_text(item.texts("name", "legalName"), limits.text_length)


def _first_text(raw: Iterable[str], length: int) -> str | None:
    return first(clean_text(text, length) for text in raw)
