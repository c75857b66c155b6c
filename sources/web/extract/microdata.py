"""Microdata (https://html.spec.whatwg.org/multipage/microdata.html), read from a tree that is parsed already."""

from lxml import etree
from lxml.html import HtmlElement

from sources.web.extract.items import Item
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.markup import Enclosing, selected
from sources.web.extract.property_values import property_value
from sources.web.extract.vocabularies import SCHEMA, schema_term

_MARKED = etree.XPath("//*[@*[starts-with(name(), 'item')]]")
_WITH_ID = etree.XPath("//*[@id]")
_MAX_TOKENS = 20


def read_microdata(root: HtmlElement, limits: ExtractionLimits) -> list[Item]:
    """The items of a page, in document order, those that are properties of others reachable from them only."""
    return _Reader(root, limits).roots


class _Reader:
    """Gives every property to the item whose scope it stands in, then those which `itemref` brings in."""

    def __init__(self, root: HtmlElement, limits: ExtractionLimits) -> None:
        self.roots: list[Item] = []
        self._limits = limits
        self._scopes: dict[HtmlElement, tuple[Item, str]] = {}
        enclosing: Enclosing[tuple[Item, str]] = Enclosing()
        marked = selected(_MARKED, root)[: limits.items * 10]
        for element in marked:
            owner = enclosing.around(element)
            nested = self._open_scope(element, owner) if element.get("itemscope") is not None else None
            if nested is not None:
                enclosing.mark(element, self._scopes[element])
            if element.get("itemprop") is not None and owner is not None:
                self._add(owner, element)
            elif nested is not None:
                self.roots.append(nested)
        referring = [element for element in self._scopes if element.get("itemref")]
        if referring:
            self._follow_references(root, referring)

    def _open_scope(self, element: HtmlElement, owner: tuple[Item, str] | None) -> Item | None:
        if len(self._scopes) >= self._limits.items:
            return None
        types = element.get("itemtype", "").split()[:_MAX_TOKENS]
        namespace = _namespace(types[0]) if types else (owner[1] if owner else SCHEMA)
        item = Item([t for t in map(schema_term, types) if t], element.get("itemid", "").strip() or None)
        self._scopes[element] = item, namespace
        return item

    def _is_free(self, element: HtmlElement, within: HtmlElement) -> bool:
        """Whether no scope opens between the two: then the element belongs to whoever refers to the outer one."""
        for ancestor in element.iterancestors():
            if ancestor in self._scopes:
                return False
            if ancestor is within:
                break
        return True

    def _add(self, owner: tuple[Item, str], element: HtmlElement) -> None:
        item, namespace = owner
        nested = self._scopes.get(element)
        known = False
        for token in element.get("itemprop", "").split()[:_MAX_TOKENS]:
            term = schema_term(token if "://" in token else namespace + token)
            if term is None:
                continue
            known = True
            if nested is not None:
                item.add(term, nested[0], self._limits.items)
            else:
                item.add(term, property_value(element, term, self._limits), self._limits.values)
        if nested is not None and not known:
            self.roots.append(nested[0])

    def _follow_references(self, root: HtmlElement, referring: list[HtmlElement]) -> None:
        by_id: dict[str, HtmlElement] = {}
        for element in selected(_WITH_ID, root):
            by_id.setdefault(element.get("id", ""), element)
        room = self._limits.items
        for element in referring:
            for reference in element.get("itemref", "").split()[:_MAX_TOKENS]:
                target = by_id.get(reference)
                for part in target.iter() if target is not None else ():
                    room -= 1
                    if room < 0:
                        return
                    if part.get("itemprop") is not None and (part is target or self._is_free(part, target)):
                        self._add(self._scopes[element], part)


def _namespace(itemtype: str) -> str:
    """What the names of an item's properties are relative to: its type's vocabulary."""
    separator = max(itemtype.rfind("/"), itemtype.rfind("#"))
    if itemtype.endswith("/hcard"):
        return itemtype + "#"
    return itemtype[: separator + 1] or SCHEMA
