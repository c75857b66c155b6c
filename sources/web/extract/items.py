"""Structured-data items as all schema.org syntaxes give them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True, eq=False)
class Item:
    """One described thing. Types and properties are schema.org terms; items may refer to each other in circles."""

    types: list[str] = field(default_factory=list)
    identifier: str | None = None
    """`@id`, `itemid` or `resource`, absolute unless it is a blank node's."""
    properties: "dict[str, list[Value]]" = field(default_factory=dict)

    def add(self, name: str, value: "Value", at_most: int) -> None:
        """Append a value of a property, unless it has `at_most` already."""
        values = self.properties.setdefault(name, [])
        if len(values) < at_most:
            values.append(value)

    def texts(self, *names: str) -> Iterator[str]:
        """The plain texts of the properties, in the order of the names."""
        return (value for name in names for value in self.properties.get(name, ()) if isinstance(value, str))

    def items(self, *names: str) -> "Iterator[Item]":
        """The items which are values of the properties, in the order of the names."""
        return (value for name in names for value in self.properties.get(name, ()) if isinstance(value, Item))


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
        for name, values in item.properties.items():
            for value in values:
                if isinstance(value, Item):
                    edges.setdefault(value, []).append(Edge(item, name))
                    nested.append(value)
        waiting.extend(reversed(nested))
    return edges
