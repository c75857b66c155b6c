"""Reading tasks."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.outreach_delivery.types import TASKS_OLDEST_FIRST, OutreachTaskFilter


@requires(Role.VIEWER)
@strawberry.type
class OutreachDeliveryQueries:
    """Fields of `Query`."""

    outreach_tasks = pushdown.rows(
        models.OutreachTask,
        "What people are to send by hand, what has waited longest first. Ended ones are there, too.",
        filter=OutreachTaskFilter,
        **TASKS_OLDEST_FIRST,
    )
