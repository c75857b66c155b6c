"""What leads can be filtered and ordered by."""

from enum import Enum
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class LeadFilter:
    """Conditions on leads; all that are given hold."""

    campaign: pushdown.IDFilter | None = pushdown.condition("The campaign's id.", field="campaign_id", id_of="Campaign")
    stage: pushdown.EnumFilter[models.LeadStage] | None = pushdown.condition("The stage.")
    source: pushdown.EnumFilter[models.LeadSource] | None = pushdown.condition("How the lead came in.")
    score: pushdown.FloatFilter | None = pushdown.condition("How well the lead matches, 0 to 1.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When the lead came in.")


@strawberry.enum(description="What leads can be ordered by.")
class LeadOrderField(Enum):
    """Orderings of leads."""

    NAME = pushdown.ordering("name", "The name.")
    SCORE = pushdown.ordering("score", "How well the lead matches, unknown as worst.", unknown=-1)
    CREATED_AT = pushdown.ordering("created_at", "When the lead came in.")


@strawberry.input(description="In which order leads come.")
class LeadOrder:
    """An ordering and its direction."""

    field: LeadOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )


LEADS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
