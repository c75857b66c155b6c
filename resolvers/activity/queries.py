"""Reading the activity log."""

import strawberry

import models
import pushdown
from resolvers.activity.types import ActivityFilter


@strawberry.type
class ActivityQueries:
    """Fields of `Query`."""

    activity = pushdown.rows(
        models.Activity,
        "The audit trail: every change, the newest first.",
        default=pushdown.Ordering("id"),
        descending=True,
        filter=ActivityFilter,
    )
