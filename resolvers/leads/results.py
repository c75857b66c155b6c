"""The results of changes of many leads, in the order of the ids given."""

from collections.abc import Sequence
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from services.errors import ErrorCode
from services.leads.results import BulkOutcome, LeadResult


@pushdown.json_object
class LeadChange:
    """What became of one lead."""

    lead_id: strawberry.ID = pushdown.column("The id that was given.")
    outcome: BulkOutcome = pushdown.column("What became of it.")
    code: ErrorCode | None = pushdown.column("For a REFUSED one: why, for programs.")
    message: str | None = pushdown.column("For a REFUSED one: why and how to mend it, for people.")
    lead = pushdown.keyed(models.Lead, "The lead as it is now; null where there is none.", key="key")


def lead_changes(given: Sequence[strawberry.ID], results: Sequence[LeadResult]) -> list[dict[str, Any]]:
    """Results as `embedded_values(LeadChange, …)` takes them."""
    return [
        {
            "lead_id": lead_id,
            "outcome": result.outcome,
            "code": result.problem.code if result.problem else None,
            "message": result.problem.message if result.problem else None,
            "key": result.lead_id,
        }
        for lead_id, result in zip(given, results, strict=True)
    ]
