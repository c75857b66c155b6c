"""Reading tasks."""

import strawberry

import models
import pushdown
from resolvers.outreach_delivery.types import TASKS_OLDEST_FIRST, OutreachTaskFilter


@strawberry.type
class OutreachDeliveryQueries:
    """Fields of `Query`."""

    outreach_tasks = pushdown.rows(
        models.OutreachTask,
        "What people are to send by hand, what has waited longest first. Ended ones are there, too.",
        filter=OutreachTaskFilter,
        **TASKS_OLDEST_FIRST,
    )
