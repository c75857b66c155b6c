"""What discovered profiles can be filtered and ordered by."""

from enum import Enum
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class DiscoveredProfileFilter:
    """Conditions on discovered profiles; all that are given hold."""

    platform: pushdown.EnumFilter[models.Platform] | None = pushdown.condition("The platform.")
    match_score: pushdown.FloatFilter | None = pushdown.condition("How well the profile matches, 0 to 1.")
    followers: pushdown.IntFilter | None = pushdown.condition("The number of followers.")
    discovered_at: pushdown.DateTimeFilter | None = pushdown.condition("When it was found.")
    converted: bool | None = pushdown.condition("Whether it has become a lead.", sql="{row}.lead_id IS NOT NULL")


@strawberry.enum(description="What discovered profiles can be ordered by.")
class DiscoveredProfileOrderField(Enum):
    """Orderings of discovered profiles."""

    MATCH_SCORE = pushdown.ordering("match_score", "How well the profile matches.")
    DISPLAY_NAME = pushdown.ordering("display_name", "The name.")
    FOLLOWERS = pushdown.ordering("followers", "The number of followers, unknown ones as fewest.", unknown=-1)
    DISCOVERED_AT = pushdown.ordering("discovered_at", "When it was found.")


@strawberry.input(description="In which order discovered profiles come.")
class DiscoveredProfileOrder:
    """An ordering and its direction."""

    field: DiscoveredProfileOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )


BEST_MATCH_FIRST: dict[str, Any] = {"default": pushdown.Ordering("match_score"), "descending": True}
