"""How much a document says, in one pass over it: each fragment is looked at once, however often it is spread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from resolvers.limits.bounds import DocumentBounds

_MOST = 10**9
"""Nested fragments can select more than there are atoms; beyond this, numbers say nothing more."""


@dataclass(slots=True)
class _Size:
    """What a selection comes to with all its fragments."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    fields: int = 0
    """Of the selection itself, not of those within its fields."""

    def add(self, other: "_Size") -> None:
        """Take in what stands beside."""
        self.depth = max(self.depth, other.depth)
        self.aliases = min(self.aliases + other.aliases, _MOST)
        self.directives = min(self.directives + other.directives, _MOST)
        self.fields = min(self.fields + other.fields, _MOST)


class Measurement:
    """Measures one document, which is parsed and not yet validated: fragments may be missing, or spread themselves."""

    def __init__(self, document: DocumentNode) -> None:
        self._document = document
        definitions = document.definitions
        self._fragments = {one.name.value: one for one in definitions if isinstance(one, FragmentDefinitionNode)}
        self._measured: dict[str, _Size] = {}
        self._spreads = 0
        self._repeats = 0

    def problems(self, bounds: DocumentBounds) -> Iterator[GraphQLError]:
        """What the document has too much of."""
        largest = _Size()
        root_fields = 0
        try:
            for one in self._document.definitions:
                if isinstance(one, OperationDefinitionNode):
                    size = self._selection(one.selection_set)
                    size.directives += len(one.directives or ())
                    root_fields = max(root_fields, size.fields)
                    largest.add(size)
            for name in self._fragments:
                self._fragment(name)
        except RecursionError:
            yield too_complex("levels of fields", bounds.depth, bounds.depth + 1)
            return
        for what, found, most in (
            ("levels of fields", largest.depth, bounds.depth),
            ("aliases", largest.aliases, bounds.aliases),
            ("directives", largest.directives, bounds.directives),
            ("fields at the root", root_fields, bounds.root_fields),
            ("spread fragments", self._spreads, bounds.spreads),
            ("fields that are asked for twice", self._repeats, bounds.repeats),
        ):
            if found > most:
                yield too_complex(what, most, found)

    def _selection(self, selected: SelectionSetNode) -> _Size:
        size = _Size()
        keys: set[str] = set()
        for selection in selected.selections:
            size.directives += len(selection.directives or ())
            if isinstance(selection, FieldNode):
                self._field(selection, size, keys)
            elif isinstance(selection, FragmentSpreadNode):
                self._spreads += 1
                size.add(self._fragment(selection.name.value))
            elif isinstance(selection, InlineFragmentNode):
                size.add(self._selection(selection.selection_set))
        return size

    def _field(self, selection: FieldNode, size: _Size, keys: set[str]) -> None:
        key = selection.alias or selection.name
        self._repeats += key.value in keys
        keys.add(key.value)
        size.fields += 1
        size.aliases += selection.alias is not None
        below = self._selection(selection.selection_set) if selection.selection_set else _Size()
        size.add(_Size(below.depth + 1, below.aliases, below.directives))

    def _fragment(self, name: str) -> _Size:
        if name not in self._measured:
            self._measured[name] = _Size()  # for one that spreads itself, which validation refuses
            fragment = self._fragments.get(name)
            if fragment is not None:
                self._measured[name] = self._selection(fragment.selection_set)
        return self._measured[name]


def problems_within(bounds: DocumentBounds) -> Callable[[DocumentNode], Iterator[GraphQLError]]:
    """What documents have too much of, for `pushdown.Documents`."""
    return lambda document: Measurement(document).problems(bounds)


def too_complex(what: str, most: int, found: int) -> GraphQLError:
    """More than is taken."""
    has = f"more than {_MOST:,}" if found >= _MOST else f"{found:,}"
    message = f"This document has {has} {what}; at most {most:,} are taken. Ask for less at once."
    return GraphQLError(message, extensions={"code": "TOO_COMPLEX"})
