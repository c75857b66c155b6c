"""Reading leads."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.leads.orderings import LEADS_NEWEST_FIRST, LeadFilter, LeadOrder
from resolvers.leads.pipeline import Pipeline


@requires(Role.VIEWER)
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
    pipeline = pushdown.summary_of(
        models.Lead, Pipeline, "campaign", "The funnel in figures: of one campaign, or of all together."
    )
