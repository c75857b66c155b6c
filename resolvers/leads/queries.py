"""Reading leads."""

import strawberry

import models
import pushdown
from resolvers.leads.orderings import LEADS_NEWEST_FIRST, LeadFilter, LeadOrder


@strawberry.type
class LeadQueries:
    """Fields of `Query`."""

    lead = pushdown.row(models.Lead, "The lead with this id; null where there is none.")
    leads = pushdown.rows(
        models.Lead,
        "All leads, the newest first unless ordered otherwise.",
        filter=LeadFilter,
        order_by=LeadOrder,
        **LEADS_NEWEST_FIRST,
    )
