"""Reading the activity log."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.activity.types import ActivityFilter


@requires(Role.VIEWER)
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
