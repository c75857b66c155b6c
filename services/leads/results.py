"""What a change of many leads answers: something for each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from services.errors import ErrorCode, InvalidInput, Problem
from services.validation import Path

MOST_LEADS = 1_000
"""How many leads one change names at most."""


class BulkOutcome(StrEnum):
    """What became of one lead."""

    DONE = "DONE"
    UNCHANGED = "UNCHANGED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class LeadResult:
    """What became of one lead. `lead_id` is None where it is not there, or no more; REFUSED ones have a problem."""

    lead_id: int | None
    outcome: BulkOutcome
    problem: Problem | None = None


def check_count(path: Path, given: Sequence[object], *, most: int = MOST_LEADS) -> None:
    """Raise InvalidInput unless from one to `most` are named."""
    if not given:
        raise InvalidInput(Problem(path, ErrorCode.EMPTY, "Name at least one."))
    if len(given) > most:
        raise InvalidInput(Problem(path, ErrorCode.TOO_MANY, f"Name at most {most:,}."))


def not_found(path: Path) -> LeadResult:
    """The result for an id which no lead has."""
    problem = Problem(path, ErrorCode.NOT_FOUND, "There is no lead with this id.")
    return LeadResult(None, BulkOutcome.REFUSED, problem)


def in_order(path: Path, given: Sequence[int], results: Mapping[int, LeadResult]) -> list[LeadResult]:
    """One result for each id given, from those of the leads which there are. Who is named again is done already."""
    told = set[int]()
    ordered = []
    for position, lead_id in enumerate(given):
        result = results.get(lead_id) or not_found((*path, str(position)))
        if lead_id in told and result.outcome is BulkOutcome.DONE:
            result = replace(result, outcome=BulkOutcome.UNCHANGED)
        told.add(lead_id)
        ordered.append(result)
    return ordered
