"""Leads as clients state them, before anything is checked."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from models import LeadSource, LeadStage
from services.leads.values import CHECKS
from services.patch import ABSENT, Absent


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLead:
    """A lead to be created. The reason is why it enters the funnel at this stage."""

    campaign_id: int
    name: str
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    role: str | None = None
    location: str | None = None
    time_zone: str | None = None
    website: str | None = None
    score: float | None = None
    tags: Sequence[str] = ()
    notes: str | None = None
    owner: str | None = None
    do_not_contact: bool = False
    source: LeadSource = LeadSource.MANUAL
    stage: LeadStage = LeadStage.NEW
    stage_reason: str | None = None

    def values(self) -> dict[str, Any]:
        """What may be known of any lead, by column."""
        return {column: getattr(self, column) for column in CHECKS}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPatch:
    """What to change about a lead; whatever is ABSENT stays."""

    name: str | Absent = ABSENT
    email: str | Absent | None = ABSENT
    phone: str | Absent | None = ABSENT
    company: str | Absent | None = ABSENT
    role: str | Absent | None = ABSENT
    location: str | Absent | None = ABSENT
    time_zone: str | Absent | None = ABSENT
    website: str | Absent | None = ABSENT
    score: float | Absent | None = ABSENT
    tags: Sequence[str] | Absent = ABSENT
    notes: str | Absent | None = ABSENT
    owner: str | Absent | None = ABSENT
    do_not_contact: bool | Absent = ABSENT

    def values(self) -> dict[str, Any]:
        """What is to be changed, by column."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return {column: value for column, value in given.items() if value is not ABSENT}
