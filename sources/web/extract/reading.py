"""What every syntax's items are read with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sources.web.extract.limits import ExtractionLimits

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Reading:
    """The page at hand and the bounds it is read within."""

    page_url: str
    base_url: str
    retrieved_at: datetime
    limits: ExtractionLimits


def first(values: Iterable[_T | None]) -> _T | None:
    """The first value that is there."""
    return next((value for value in values if value is not None), None)
