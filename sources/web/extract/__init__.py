"""Extraction: one fetched page to the people and links on it. A pure function, made to run in worker processes."""

from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.parse import parse_page

__all__ = ["ExtractionLimits", "parse_page"]
