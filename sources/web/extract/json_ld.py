"""JSON-LD blocks, with the mistakes people make in them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import orjson

from sources.web.extract.items import Item
from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.vocabularies import DEFAULT_PREFIXES, SCHEMA, is_schema_namespace, schema_term

# Possessive throughout, each alternative reaching the end of the block at the latest: linear on any input.
_STRING_OR_COMMENT = re.compile(
    r"""("(?:[^"\\]++|\\.)*+(?:"|\Z))|/\*.*?(?:\*/|\Z)|//[^\n]*+|<!--|-->|<!\[CDATA\[|\]\]>|;\s*+\Z""", re.DOTALL
)
_STRING_OR_CLOSING_COMMA = re.compile(r"""("(?:[^"\\]++|\\.)*+(?:"|\Z))|,(?=\s*+(?:[\]}]|\Z))""", re.DOTALL)


def read_json_ld(blocks: Iterable[str | bytes], base_url: str, limits: ExtractionLimits) -> list[Item]:
    """The items of all blocks of a page. A block that cannot be read costs only itself."""
    reader = _Reader(base_url, limits)
    for block in blocks:
        document = _tolerant_json(block)
        reader.read(document, _NO_CONTEXT, 0)
    return reader.items


@dataclass(frozen=True, slots=True)
class _Context:
    """What names mean: JSON-LD's `@context`, as far as it can be known without fetching anything."""

    vocabulary: str | None = SCHEMA
    prefixes: Mapping[str, str] = field(default_factory=lambda: DEFAULT_PREFIXES)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def keyword(self, name: str) -> str:
        return self.aliases.get(name, name)

    def term(self, name: str) -> str | None:
        name = self.aliases.get(name, name)
        prefix, colon, local = name.partition(":")
        if not colon:
            return schema_term(self.vocabulary + name) if self.vocabulary else None
        if local.startswith("//"):
            return schema_term(name)
        namespace = self.prefixes.get(prefix)
        return schema_term(namespace + local) if namespace else None

    def extended(self, declared: Any) -> "_Context":
        """The context after a declaration: a published one by its address, own definitions, or a list of both."""
        if isinstance(declared, str):
            return _Context(SCHEMA if is_schema_namespace(declared) else self.vocabulary, self.prefixes, self.aliases)
        if isinstance(declared, list):
            context = self
            for one in declared[:20]:
                context = context.extended(one) if isinstance(one, str | dict) else context
            return context
        if not isinstance(declared, dict):
            return self
        vocabulary = declared.get("@vocab")
        prefixes, aliases = dict(self.prefixes), dict(self.aliases)
        for name, meaning in list(declared.items())[:500]:
            iri = meaning.get("@id") if isinstance(meaning, dict) else meaning
            if not isinstance(iri, str) or name.startswith("@"):
                continue
            if iri.endswith(("/", "#", ":")):
                prefixes[name] = SCHEMA if is_schema_namespace(iri) else iri
            else:
                aliases[name] = iri
        return _Context(vocabulary if isinstance(vocabulary, str) else self.vocabulary, prefixes, aliases)


_NO_CONTEXT = _Context()
"""Blocks without a context mean schema.org: search engines read them so, and so their authors never notice."""


class _Reader:
    """Collects the items of a page; nodes of one `@id` become one item, wherever they stand."""

    def __init__(self, base_url: str, limits: ExtractionLimits) -> None:
        self.items: list[Item] = []
        self._base_url = base_url
        self._limits = limits
        self._identified: dict[str, Item] = {}
        self._nodes = 0

    def read(self, document: Any, context: _Context, depth: int) -> None:
        """Take the top-level nodes of a document: an object, an array, or an object's `@graph`."""
        if depth > self._limits.nesting:
            return
        if isinstance(document, list):
            for node in document:
                self.read(node, context, depth + 1)
        elif isinstance(document, dict):
            context = self._context_of(document, context)
            if isinstance(graph := document.get("@graph"), list | dict):
                self.read(graph, context, depth + 1)
            if (item := self._item(document, context, depth)) is not None:
                self.items.append(item)

    def _context_of(self, node: dict[str, Any], inherited: _Context) -> _Context:
        if "@context" not in node:
            return inherited
        started_from = _Context(vocabulary=None) if inherited is _NO_CONTEXT else inherited
        return started_from.extended(node["@context"])

    def _item(self, node: dict[str, Any], context: _Context, depth: int) -> Item | None:
        self._nodes += 1
        if depth > self._limits.nesting or self._nodes > self._limits.items:
            return None
        context = self._context_of(node, context)
        types: list[str] = []
        identifier: str | None = None
        properties: list[tuple[str, Any]] = []
        for name, value in node.items():
            keyword = context.keyword(name)
            if keyword in {"@type", "type"}:
                types += [term for one in _strings(value) if (term := context.term(one))]
            elif keyword in {"@id", "id"}:
                identifier = value if isinstance(value, str) else identifier
            elif not keyword.startswith("@") and (term := context.term(name)):
                properties.append((term, value))
        item = self._identified_item(identifier)
        item.types += (one for one in types if one not in item.types)
        for term, value in properties:
            self._add(item, term, value, context, depth + 1)
        return item

    def _identified_item(self, identifier: str | None) -> Item:
        if not identifier or len(identifier) > self._limits.text_length * 4:
            return Item()
        if not identifier.startswith("_:"):
            try:
                identifier = urljoin(self._base_url, identifier)
            except ValueError:
                return Item()
        return self._identified.setdefault(identifier, Item(identifier=identifier))

    def _add(self, item: Item, term: str, value: Any, context: _Context, depth: int) -> None:
        if depth > self._limits.nesting:
            return
        if isinstance(value, list):
            for one in value[: self._limits.items]:
                self._add(item, term, one, context, depth + 1)
        elif isinstance(value, dict):
            container = next((name for name in ("@value", "@list", "@set") if name in value), None)
            if container is not None:
                self._add(item, term, value[container], context, depth + 1)
            elif (nested := self._item(value, context, depth)) is not None:
                item.add(term, nested, self._limits.items)
        elif isinstance(value, str):
            item.add(term, value, self._limits.values)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            item.add(term, str(value), self._limits.values)


def _strings(value: Any) -> Iterator[str]:
    return (one for one in (value if isinstance(value, list) else [value])[:20] if isinstance(one, str))


def _tolerant_json(block: str | bytes) -> Any:
    """The JSON of a block, or None. Comments, CDATA markers, closing commas and bare line breaks are forgiven."""
    try:
        return orjson.loads(block)
    except orjson.JSONDecodeError:
        pass
    text = block if isinstance(block, str) else block.decode("utf-8", "replace")
    text = _STRING_OR_COMMENT.sub(lambda found: found[1] or " ", text)
    text = _STRING_OR_CLOSING_COMMA.sub(lambda found: found[1] or " ", text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
