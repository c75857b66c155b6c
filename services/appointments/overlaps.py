"""No two appointments of a lead or of a host at once: what the database is against, in words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import asyncpg

from services.errors import Conflict, ErrorCode
from services.validation import Path

_TAKEN = {
    "appointments_of_lead_apart": "The lead has another appointment at this time.",
    "appointments_of_host_apart": "The host has another appointment at this time.",
    "slot_holds_apart": "Somebody holds this time of the host's.",
}


def overlapping(path: Path, constraint: str, current: Mapping[str, int] | None = None) -> Conflict:
    """What to raise where something else stands at this time."""
    return Conflict(path, ErrorCode.OVERLAPPING, _TAKEN[constraint], current)


@contextmanager
def overlaps_told(path: Path, current: Mapping[str, int] | None = None) -> Iterator[None]:
    """Raise Conflict where a statement is refused because something else stands at this time."""
    try:
        yield
    except asyncpg.ExclusionViolationError as error:
        raise overlapping(path, str(error.constraint_name), current) from error
