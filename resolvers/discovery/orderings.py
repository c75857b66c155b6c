"""What discovery jobs can be filtered and ordered by."""

from enum import Enum
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class DiscoveryJobFilter:
    """Conditions on discovery jobs; all that are given hold."""

    status: pushdown.EnumFilter[models.DiscoveryJobStatus] | None = pushdown.condition("The status.")
    campaign: pushdown.IDFilter | None = pushdown.condition("The campaign's id.", field="campaign_id", id_of="Campaign")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When it was created.")


@strawberry.enum(description="What discovery jobs can be ordered by.")
class DiscoveryJobOrderField(Enum):
    """Orderings of discovery jobs."""

    NAME = pushdown.ordering("name", "The name.")
    CREATED_AT = pushdown.ordering("created_at", "When it was created.")


@strawberry.input(description="In which order discovery jobs come.")
class DiscoveryJobOrder:
    """An ordering and its direction."""

    field: DiscoveryJobOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )


JOBS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
