"""Reading suppressions."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.suppressions.types import SuppressionFilter, SuppressionOrder


@requires(Role.VIEWER)
@strawberry.type
class SuppressionQueries:
    """Fields of `Query`."""

    suppressions = pushdown.rows(
        models.Suppression,
        "To whom nothing is sent, the newest first unless ordered otherwise. Expired ones are there, too.",
        default=pushdown.Ordering("created_at"),
        descending=True,
        filter=SuppressionFilter,
        order_by=SuppressionOrder,
    )
