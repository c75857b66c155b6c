"""Leads as an import will leave them: new ones, and earlier ones of which the file says more or something else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from models import LeadStage
from services.leads.values import CHECKS

COLUMNS: Final = tuple(CHECKS)
"""What a file can fill, in the database's words."""


@dataclass(slots=True, eq=False)
class LeadDraft:
    """A lead in the making. `id` is 0 until a new one is given its own."""

    values: dict[str, Any]
    id: int = 0
    stage: LeadStage = LeadStage.NEW
    """Of a new one."""
    is_new: bool = False
    changed: set[str] = field(default_factory=set)
    """The columns of an earlier one that differ from what is stored."""
    place: int | None = None
    """Where a rehearsal keeps it."""

    @classmethod
    def new(cls, values: Mapping[str, Any], stage: LeadStage | None) -> "LeadDraft":
        """A lead that is not there yet, of which nothing is known but `values`."""
        empty: dict[str, Any] = dict.fromkeys(COLUMNS) | {"tags": [], "do_not_contact": False}
        return cls(empty | dict(values), stage=stage or LeadStage.NEW, is_new=True)

    def take(self, values: Mapping[str, Any]) -> bool:
        """Let these values stand in place of others; whether any of them is news."""
        news = {column: value for column, value in values.items() if self.values[column] != value}
        self.values |= news
        if not self.is_new:
            self.changed |= news.keys()
        return bool(news)


def united_tags(present: Iterable[str], more: Iterable[str]) -> list[str]:
    """All labels, each once whatever its case, as it is spelt first."""
    tags: dict[str, str] = {}
    for tag in (*present, *more):
        tags.setdefault(tag.casefold(), tag)
    return list(tags.values())
