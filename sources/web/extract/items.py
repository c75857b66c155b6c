"""Structured-data items as all schema.org syntaxes give them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True, eq=False)
class Item:
    """One described thing. Types and properties are schema.org terms; items may refer to each other in circles."""

    types: list[str] = field(default_factory=list)
    identifier: str | None = None
    """`@id`, `itemid` or `resource`, absolute unless it is a blank node's."""
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _items: "dict[str, list[Item]]" = field(default_factory=dict)

    def add(self, name: str, value: "Value", at_most: int) -> None:
        """Append a value of a property, unless it has `at_most` of its kind already."""
        if isinstance(value, str):
            texts = self._texts.setdefault(name, [])
            if len(texts) < at_most:
                texts.append(value)
        else:
            items = self._items.setdefault(name, [])
            if len(items) < at_most:
                items.append(value)

    def texts(self, name: str) -> Sequence[str]:
        """The plain texts of a property, in document order."""
        return self._texts.get(name, ())

    def items(self, name: str) -> "Sequence[Item]":
        """The items which are values of a property, in document order."""
        return self._items.get(name, ())

    def nested(self) -> "Iterable[tuple[str, list[Item]]]":
        """Every property that has items as values."""
        return self._items.items()


Value: TypeAlias = str | Item


@dataclass(frozen=True, slots=True)
class Edge:
    """That an item is a value of another's property."""

    parent: Item
    name: str


def reachable(roots: Iterable[Item], at_most: int) -> dict[Item, list[Edge]]:
    """Every item from the roots on, in document order, each with all edges that lead to it."""
    edges: dict[Item, list[Edge]] = {}
    waiting = list(reversed(list(roots)))
    visited: set[Item] = set()
    while waiting and len(visited) < at_most:
        item = waiting.pop()
        if item in visited:
            continue
        visited.add(item)
        edges.setdefault(item, [])
        nested: list[Item] = []
        for name, values in item.nested():
            for value in values:
                edges.setdefault(value, []).append(Edge(item, name))
            nested += values
        waiting.extend(reversed(nested))
    return {item: leading for item, leading in edges.items() if item in visited}
