"""What becomes of a profile that is to be converted."""

from dataclasses import dataclass
from enum import StrEnum

from models import IdentityKind


class ConversionOutcome(StrEnum):
    """What became of one profile."""

    CREATED = "CREATED"
    DUPLICATE = "DUPLICATE"
    SUPPRESSED = "SUPPRESSED"
    NOT_FOUND = "NOT_FOUND"


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """What became of one profile. `lead_id` is the new lead, or the one which the profile duplicates."""

    profile_id: int | None
    """As given."""
    outcome: ConversionOutcome
    lead_id: int | None = None
    duplicate_key: IdentityKind | None = None
    """By what the person of a DUPLICATE was recognised."""
