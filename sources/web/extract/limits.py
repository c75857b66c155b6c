"""The bounds within which one page is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExtractionLimits:
    """What one page may cost. What lies beyond a bound is left out; the rest of the page is read all the same."""

    people: int = 1_000
    """People taken from one page."""
    links: int = 2_000
    """Links taken from one page."""
    tags: int = 150_000
    """Tags after which the rest of a page is not parsed."""
    items: int = 20_000
    """Structured-data items (JSON-LD nodes, microdata scopes, RDFa resources, h-cards) read in one syntax."""
    values: int = 50
    """Values read of one property of one item."""
    nesting: int = 60
    """Depth to which items within items are followed."""
    name_length: int = 200
    """Characters; a longer text is no name."""
    text_length: int = 500
    """Characters of a one-line value: role, company, location."""
    bio_length: int = 4_000
    """Characters."""
    same_as: int = 20
    """Further addresses kept for one person."""


DEFAULT_LIMITS = ExtractionLimits()
