"""The bounds, as values. What stands here are the settings' defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentBounds:
    """How much a document may say. Fragments count wherever they are spread."""

    letters: int = 100_000
    tokens: int = 10_000
    depth: int = 25
    """Fields within fields; the usual introspection has 15."""
    aliases: int = 200
    directives: int = 200
    root_fields: int = 50
    """What an operation asks for side by side, each of which is worked out by itself."""
    spreads: int = 150
    """How often fragments are spread: validation compares them with each other."""
    repeats: int = 60
    """Fields which ask again for what the same selection has: validation compares them, too."""


@dataclass(frozen=True, slots=True)
class CostBounds:
    """How many points operations may cost, one by one and over time. A point is about one object of the answer."""

    operation: int = 100_000
    bucket: int = 1_000_000
    """Points which a credential may spend at once."""
    restored: int = 20_000
    """Points which come back each second."""
    credentials: int = 10_000
    """Of how many credentials points are counted at once."""
