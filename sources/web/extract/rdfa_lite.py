"""RDFa Lite 1.1 (https://www.w3.org/TR/rdfa-lite/) with what is in use beyond it: `about`, `rel`, `content`, `xmlns:`.

Why not a complete RDFa processor: docs/decisions/0012-one-tree-own-readers.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from sources.web.extract.items import Item
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.markup import Enclosing, selected
from sources.web.extract.property_values import property_value
from sources.web.extract.vocabularies import DEFAULT_PREFIXES, schema_term

_MARKED = etree.XPath(
    "//*[@*[contains('|typeof|property|vocab|prefix|about|resource|rel|', concat('|', name(), '|'))]]"
)
_MAX_TOKENS = 50
_MAX_IDENTIFIER = 2_000


@dataclass(frozen=True, slots=True)
class _Context:
    """What names mean at an element, and whom its properties describe."""

    vocabulary: str = ""
    prefixes: Mapping[str, str] = field(default_factory=lambda: DEFAULT_PREFIXES)
    subject: Item | None = None

    def term(self, name: str) -> str | None:
        prefix, colon, local = name.partition(":")
        if not colon:
            return schema_term(self.vocabulary + name) if self.vocabulary else None
        if local.startswith("//"):
            return schema_term(name)
        namespace = self.prefixes.get(prefix.lower())
        return schema_term(namespace + local) if namespace else None


def read_rdfa_lite(root: HtmlElement, base_url: str, limits: ExtractionLimits) -> list[Item]:
    """The items of a page, in document order; those of one `resource` are one item."""
    return _Reader(root, base_url, limits).items


class _Reader:
    """Visits the marked elements in document order, each in the context of the nearest one around it."""

    def __init__(self, root: HtmlElement, base_url: str, limits: ExtractionLimits) -> None:
        self.items: list[Item] = []
        self._base_url = base_url
        self._limits = limits
        self._identified: dict[str, Item] = {}
        enclosing: Enclosing[_Context] = Enclosing()
        outermost = _with_declarations(_Context(), root)
        for element in selected(_MARKED, root)[: limits.items * 10]:
            enclosing.mark(element, self._visit(element, enclosing.around(element) or outermost))

    def _visit(self, element: HtmlElement, around: _Context) -> _Context:
        """Read one element's statements; gives the context for the elements within it."""
        context = _with_declarations(around, element)
        terms = list(_terms(context, element.get("property")))
        about = element.get("about")
        if about is not None:
            context = replace(context, subject=self._item(about))
        types = element.get("typeof")
        if types is not None:
            return self._typed(element, types, terms, context)
        if context.subject is not None:
            for term in terms:
                context.subject.add(term, self._value(element, term), self._limits.values)
            for term in _terms(context, element.get("rel")):
                address = element.get("resource") or element.get("href")
                if address:
                    context.subject.add(term, address, self._limits.values)
        resource = element.get("resource")
        if resource is not None and not terms and element.get("rel") is None:
            context = replace(context, subject=self._item(resource))
        return context

    def _typed(self, element: HtmlElement, types: str, terms: list[str], context: _Context) -> _Context:
        """A described thing: the value of the properties on the same element, or one that stands for itself."""
        about = None if terms else element.get("about")
        item = self._item(about or element.get("resource") or element.get("href") or element.get("src"))
        item.types += (term for term in _terms(context, types) if term not in item.types)
        if context.subject is not None and terms:
            for term in terms:
                context.subject.add(term, item, self._limits.items)
        else:
            self.items.append(item)
        return replace(context, subject=item)

    def _value(self, element: HtmlElement, term: str) -> str | Item:
        resource = element.get("resource")
        if resource is not None and element.get("content") is None:
            return self._item(resource)
        return property_value(element, term, self._limits)

    def _item(self, identifier: str | None) -> Item:
        identifier = (identifier or "").strip().removeprefix("[").removesuffix("]")
        if not identifier or len(identifier) > _MAX_IDENTIFIER:
            return Item()
        if not identifier.startswith("_:"):
            try:
                identifier = urljoin(self._base_url, identifier)
            except ValueError:
                return Item()
        return self._identified.setdefault(identifier, Item(identifier=identifier))


def _terms(context: _Context, names: str | None) -> Iterator[str]:
    return (term for name in (names or "").split()[:_MAX_TOKENS] if (term := context.term(name)) is not None)


def _with_declarations(context: _Context, element: HtmlElement) -> _Context:
    vocabulary = element.get("vocab")
    if vocabulary is not None:
        vocabulary = vocabulary.strip()
        if vocabulary and not vocabulary.endswith(("/", "#")):
            vocabulary += "/"
        context = replace(context, vocabulary=vocabulary)
    declared = dict(_prefixes(element))
    return replace(context, prefixes={**context.prefixes, **declared}) if declared else context


def _prefixes(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Prefixes declared by RDFa 1.1's `prefix` attribute or, as in RDFa 1.0, by `xmlns:…`."""
    tokens = element.get("prefix", "").split()[: _MAX_TOKENS * 2]
    for name, namespace in zip(tokens[::2], tokens[1::2], strict=False):
        if name.endswith(":"):
            yield name[:-1].lower(), namespace
    for name, namespace in element.attrib.items():
        if isinstance(name, str) and name.startswith("xmlns:"):
            yield name.removeprefix("xmlns:").lower(), str(namespace)
