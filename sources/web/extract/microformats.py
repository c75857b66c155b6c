"""Microformats on a tree that is parsed already: the items and properties that tell of people.

Follows https://microformats.org/wiki/microformats2-parsing for h-card and what stands around it, and the classic hCard
and hAtom through the backward compatibility rules given there. Class names of other vocabularies are not looked at:
style sheets use `h-full` and `p-4` for their own ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.markup import Enclosing, attribute_by_tag, element_text, selected

_ROOTS = frozenset(
    {"h-card", "h-entry", "h-feed", "h-event", "h-adr", "h-geo", "h-item", "h-product", "h-recipe", "h-resume"}
    | {"h-review", "h-cite", "h-app", "h-listing"}
)
_CLASSIC_ROOTS = {
    "vcard": "h-card",
    "hentry": "h-entry",
    "vevent": "h-event",
    "hreview": "h-review",
    "hresume": "h-resume",
}
_CLASSIC_PROPERTIES = {
    "adr": "p-adr",
    "author": "p-author",
    "country-name": "p-country-name",
    "email": "u-email",
    "family-name": "p-family-name",
    "fn": "p-name",
    "given-name": "p-given-name",
    "locality": "p-locality",
    "location": "p-location",
    "note": "p-note",
    "org": "p-org",
    "organization-name": "p-organization-name",
    "organizer": "p-organizer",
    "published": "dt-published",
    "region": "p-region",
    "role": "p-role",
    "tel": "p-tel",
    "title": "p-job-title",
    "uid": "u-uid",
    "updated": "dt-updated",
    "url": "u-url",
}
_PROPERTY = re.compile(r"(p|e|u|dt)-([a-z]+(?:-[a-z]+)*)")
_WORTH_A_LOOK = re.compile(
    rf"(?:^|\s)(?:[hpeu]-[a-z]|dt-[a-z]|(?:{'|'.join((*_CLASSIC_ROOTS, *_CLASSIC_PROPERTIES))})(?:\s|$))"
)
_CLASSED = etree.XPath("//*[@class]")
_LINK_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
}
_TEXT_ATTRIBUTES = {"abbr": "title", "link": "title", "data": "value", "input": "value", "img": "alt", "area": "alt"}
_VALUE_CLASSES = frozenset({"value", "value-title"})
"""https://microformats.org/wiki/value-class-pattern"""
_NAMING_ATTRIBUTES = {"img": "alt", "area": "alt", "abbr": "title"}
_MAX_CLASSES = 50


@dataclass(slots=True, eq=False)
class Microformat:
    """One item. Properties are named without their prefix; a nested item stands among the values."""

    element: HtmlElement
    kind: str
    """Its root class, e.g. `h-card`, also where a classic class name said so."""
    classic: bool
    parent: "Microformat | None" = None
    parent_properties: frozenset[str] = frozenset()
    """What the item is to its parent, e.g. `author`; empty where it only stands within it."""
    properties: "dict[str, list[str | Microformat]]" = field(default_factory=dict)
    prefixes: set[str] = field(default_factory=set)
    """Kinds of properties it has (`p`, `u`, `e`, `dt`, `h`): they decide what may be implied."""

    def texts(self, *names: str) -> Iterator[str]:
        """The plain values of properties."""
        return (value for name in names for value in self.properties.get(name, ()) if isinstance(value, str))

    def nested(self, *names: str) -> "Iterator[Microformat]":
        """The items which are values of properties."""
        return (value for name in names for value in self.properties.get(name, ()) if isinstance(value, Microformat))


def read_microformats(root: HtmlElement, limits: ExtractionLimits) -> list[Microformat]:
    """All items of a page in document order, nested ones too."""
    items: dict[HtmlElement, Microformat] = {}
    enclosing: Enclosing[Microformat] = Enclosing()
    for element in selected(_CLASSED, root):
        if not _WORTH_A_LOOK.search(element.get("class", "")):
            continue
        classes = element.get("class", "").split()[:_MAX_CLASSES]
        parent = enclosing.around(element)
        properties = _properties(classes, classic=parent is not None and parent.classic)
        root_class = _root_class(classes, element, parent, properties)
        if root_class is None:
            if parent is not None:
                _add_values(parent, element, properties, limits)
        elif len(items) < limits.items:
            kind, classic = root_class
            names = frozenset(name for _, name in properties) if parent is not None else frozenset()
            item = Microformat(element, kind, classic, parent, names)
            items[element] = item
            enclosing.mark(element, item)
            if parent is not None:
                parent.prefixes.add("h")
                for _, name in properties:
                    parent.properties.setdefault(name, []).append(item)
    for item in items.values():
        if not item.classic:
            _imply(item, items, limits)
    return list(items.values())


def _root_class(
    classes: list[str], element: HtmlElement, parent: Microformat | None, properties: list[tuple[str, str]]
) -> tuple[str, bool] | None:
    """The item's kind and whether it is a classic one; None where the element begins no item."""
    for name in classes:
        if name in _ROOTS:
            return name, False
    for name in classes:
        if name in _CLASSIC_ROOTS:
            return _CLASSIC_ROOTS[name], True
    if parent is not None and parent.classic and ("p", "adr") in properties and len(element):
        return "h-adr", True
    return None


def _properties(classes: list[str], *, classic: bool) -> list[tuple[str, str]]:
    if classic:
        classes = [_CLASSIC_PROPERTIES.get(name, "") for name in classes]
    matches = map(_PROPERTY.fullmatch, classes)
    return list(dict.fromkeys((match[1], match[2]) for match in matches if match))


def _add_values(
    item: Microformat, element: HtmlElement, properties: list[tuple[str, str]], limits: ExtractionLimits
) -> None:
    for prefix, name in properties:
        item.prefixes.add(prefix)
        values = item.properties.setdefault(name, [])
        if len(values) < limits.values:
            values.append(_value(element, prefix, limits.bio_length if name == "note" else limits.text_length))


def _value(element: HtmlElement, prefix: str, length: int) -> str:
    """A property's raw value by its kind: `u-` looks for an address first, `dt-` for a time, all end at the text."""
    attribute: str | None = None
    if prefix == "u":
        attribute = attribute_by_tag(element, _LINK_ATTRIBUTES)
    elif prefix == "dt":
        attribute = element.get("datetime")
    if attribute is not None:
        return attribute
    parts = [child for child in element if not _VALUE_CLASSES.isdisjoint(child.get("class", "").split())]
    if parts:
        return "".join(_value_of_part(part, length) for part in parts[:_MAX_CLASSES])
    if prefix != "e":
        attribute = attribute_by_tag(element, _TEXT_ATTRIBUTES)
    return element_text(element, length) if attribute is None else attribute


def _value_of_part(part: HtmlElement, length: int) -> str:
    if "value-title" in part.get("class", "").split():
        return str(part.get("title", ""))
    time: str | None = part.get("datetime")
    return time or attribute_by_tag(part, _TEXT_ATTRIBUTES) or element_text(part, length)


def _imply(item: Microformat, items: dict[HtmlElement, Microformat], limits: ExtractionLimits) -> None:
    """Name and address of an item that marks no properties up: those of its only image or link, else its text."""
    element = item.element
    if "name" not in item.properties and item.prefixes.isdisjoint("peh"):
        item.properties["name"] = [_implied_name(element, items, limits)]
    if "url" not in item.properties and item.prefixes.isdisjoint("uh"):
        candidates = [element, *_only(element, "a", "area", items)]
        if len(element) == 1 and element[0] not in items:
            candidates += _only(element[0], "a", "area", items)
        address = next((c.get("href") for c in candidates if c.tag in {"a", "area"} and c.get("href")), None)
        if address is not None:
            item.properties["url"] = [address]


def _implied_name(element: HtmlElement, items: dict[HtmlElement, Microformat], limits: ExtractionLimits) -> str:
    candidate = element
    for _ in range(3):
        if name := attribute_by_tag(candidate, _NAMING_ATTRIBUTES):
            return name
        if len(candidate) != 1 or candidate[0] in items:
            break
        candidate = candidate[0]
    return element_text(element, limits.name_length)


def _only(element: HtmlElement, tag: str, other: str, items: dict[HtmlElement, Microformat]) -> list[HtmlElement]:
    """The only child of that tag, or else of the other, unless it is an item itself."""
    for one in (tag, other):
        children: list[HtmlElement] = element.findall(one)
        if len(children) == 1 and children[0] not in items:
            return children
    return []
