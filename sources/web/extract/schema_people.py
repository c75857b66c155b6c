"""The people among schema.org items, whichever syntax they came in."""

from collections.abc import Iterable, Iterator

from sources.web.extract.card_people import other_host
from sources.web.extract.contact import normal_email, normal_phone
from sources.web.extract.figures import latest_moment, whole_count
from sources.web.extract.items import Edge, Item, reachable
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.places import joined_place
from sources.web.extract.reading import Reading, first
from sources.web.extract.text import clean_text, person_name
from sources.web.page import PersonOnPage
from sources.web.urls import resolve_url, url_host

PERSON_TYPES = frozenset({"Person", "Patient"})
"""schema.org's Person and its only subtype."""

_EMPLOYERS_NAMES_FOR_PEOPLE = frozenset({"employee", "employees", "founder", "founders", "member", "members"})
_AUTHORSHIP = frozenset({"author", "creator", "contributor", "editor"})
_EMPLOYMENTS = ("worksFor", "affiliation", "memberOf")
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
    roles = [edge.parent for edge in edges if _is_role(edge.parent)]
    around = [*edges, *(edge for role in roles for edge in all_edges[role])]
    contacts = [item, *item.items("contactPoint"), *item.items("contactPoints")]
    phones = [raw for contact in contacts for raw in _texts_or_identifiers(contact, "telephone")]
    country = _country(item, limits) if phones else None
    urls = _urls(item, edges, reading)
    further = dict.fromkeys([*_addresses(item, reading, "sameAs"), *urls[1:]])
    return PersonOnPage(
        name=name,
        method=method,
        url=urls[0] if urls else None,
        same_as=tuple(url for url in further if url not in urls[:1])[: limits.same_as],
        bio=first(
            clean_text(raw, limits.bio_length)
            for raw in (*item.texts("description"), *item.texts("disambiguatingDescription"))
        ),
        role=_role(item, roles, limits),
        company=_company(item, around, limits),
        email=first(normal_email(raw) for contact in contacts for raw in _texts_or_identifiers(contact, "email")),
        phone=first(normal_phone(raw, country) for raw in phones),
        location=_location(item, limits),
        followers=_followers(item),
        last_active_at=latest_moment(_activity(edges), reading.retrieved_at),
        website=other_host(_addresses(item, reading, "url"), reading.page_url),
    )


def _name(item: Item, limits: ExtractionLimits) -> str | None:
    for raw in item.texts("name"):
        if (name := person_name(raw, limits)) is not None:
            return name
    parts = [next(iter(item.texts(part)), "") for part in ("givenName", "additionalName", "familyName")]
    return person_name(" ".join(parts), limits) if any(parts) else None


def _role(item: Item, roles: list[Item], limits: ExtractionLimits) -> str | None:
    titles: list[str | None] = [clean_text(raw, limits.text_length) for raw in item.texts("jobTitle")]
    titles += [_label(defined, limits) for defined in item.items("jobTitle")]
    for name in _EMPLOYMENTS:
        roles = roles + [role for role in item.items(name) if _is_role(role)]
    for role in roles:
        titles += [clean_text(raw, limits.text_length) for raw in role.texts("roleName")]
    if not any(titles):
        titles = [_label(occupation, limits) for occupation in item.items("hasOccupation")]
        titles += [clean_text(raw, limits.text_length) for raw in item.texts("hasOccupation")]
    distinct = dict.fromkeys(title for title in titles if title and "://" not in title)
    return ", ".join(distinct)[: limits.text_length] or None


def _company(item: Item, around: list[Edge], limits: ExtractionLimits) -> str | None:
    """The employer the person names, else an affiliation, else the organisation that lists the person as its own."""
    for name in _EMPLOYMENTS:
        for organisation in _through_roles(item.items(name), name):
            if label := _label(organisation, limits):
                return label
        for raw in item.texts(name):
            if (text := clean_text(raw, limits.text_length)) and "://" not in text:
                return text
    listing = (e.parent for e in around if e.name in _EMPLOYERS_NAMES_FOR_PEOPLE and not _is_role(e.parent))
    return first(_label(one, limits) for one in listing if PERSON_TYPES.isdisjoint(one.types))


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
        if text := _first_text(item.texts(name), limits):
            return text
    return None


def _place(place: Item, limits: ExtractionLimits) -> str | None:
    for address in (place, *place.items("address")):
        locality, region, country = (
            _part(address, name, limits) for name in ("addressLocality", "addressRegion", "addressCountry")
        )
        if joined := joined_place(locality, region, country, limits.text_length):
            return joined
    return _first_text(place.texts("address"), limits) or _label(place, limits)


def _part(address: Item, name: str, limits: ExtractionLimits) -> str | None:
    return _first_text(address.texts(name), limits) or first(_label(part, limits) for part in address.items(name))


def _country(item: Item, limits: ExtractionLimits) -> str | None:
    for name in ("address", "homeLocation", "workLocation"):
        for place in item.items(name):
            for address in (place, *place.items("address")):
                if country := _part(address, "addressCountry", limits):
                    return country
    return None


def _urls(item: Item, edges: list[Edge], reading: Reading) -> list[str]:
    """The person's own addresses, the best first: `url`, the page whose subject it is, an `@id` that is an address."""
    urls = [*_addresses(item, reading, "url"), *_addresses(item, reading, "mainEntityOfPage")]
    is_subject = any(_is_profile_page_of(edge) for edge in edges)
    if is_subject and all(url_host(url) != url_host(reading.page_url) for url in urls):
        urls.insert(0, reading.page_url)
    identifier = item.identifier
    if identifier and "#" not in identifier and (url := _resolved(identifier, reading)):
        urls.append(url)
    return list(dict.fromkeys(urls))


def _addresses(item: Item, reading: Reading, name: str) -> list[str]:
    """The http(s) addresses a property names, as text or as the item that lives there."""
    referred = [*item.texts(name), *(_address_of(value) for value in item.items(name))]
    return [url for raw in referred if raw and (url := _resolved(raw, reading))]


def _resolved(reference: str, reading: Reading) -> str | None:
    return None if reference.startswith("_:") else resolve_url(reading.base_url, reference)


def _address_of(item: Item) -> str | None:
    return next(iter(item.texts("url")), item.identifier)


def _texts_or_identifiers(item: Item, name: str) -> list[str]:
    """`{"@id": "mailto:…"}` says the same as the plain text."""
    return [*item.texts(name), *(value.identifier for value in item.items(name) if value.identifier)]


def _followers(item: Item) -> int | None:
    for counter in item.items("interactionStatistic"):
        kinds = [*counter.texts("interactionType")]
        for kind in counter.items("interactionType"):
            kinds += [*kind.types, kind.identifier or ""]
        if any(kind.rpartition("/")[2].rpartition(":")[2] == "FollowAction" for kind in kinds):
            return first(map(whole_count, counter.texts("userInteractionCount")))
    return None


def _activity(edges: list[Edge]) -> Iterator[str]:
    """When the person wrote something, or their profile page changed."""
    for edge in edges:
        if edge.name in _AUTHORSHIP:
            for name in ("datePublished", "dateModified", "dateCreated", "uploadDate"):
                yield from edge.parent.texts(name)
        elif _is_profile_page_of(edge):
            yield from edge.parent.texts("dateModified")


def _is_profile_page_of(edge: Edge) -> bool:
    if edge.name == "mainEntity" and "WebPage" in edge.parent.types:
        return True
    return edge.name in _PROFILE_PAGES and not _PROFILE_PAGE_TYPES.isdisjoint(edge.parent.types)


def _is_role(item: Item) -> bool:
    return not _ROLE_TYPES.isdisjoint(item.types)


def _label(item: Item, limits: ExtractionLimits) -> str | None:
    return _first_text(item.texts("name"), limits) or _first_text(item.texts("legalName"), limits)


def _first_text(raw: Iterable[str], limits: ExtractionLimits) -> str | None:
    return first(clean_text(text, limits.text_length) for text in raw)
