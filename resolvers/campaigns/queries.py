"""Reading campaigns."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.campaigns.types import CampaignFilter, CampaignOrder


@requires(Role.VIEWER)
@strawberry.type
class CampaignQueries:
    """Fields of `Query`."""

    campaign = pushdown.row(models.Campaign, "The campaign with this id; null where there is none.")
    campaigns = pushdown.rows(
        models.Campaign,
        "All campaigns, the newest first unless ordered otherwise.",
        default=pushdown.Ordering("created_at"),
        descending=True,
        filter=CampaignFilter,
        order_by=CampaignOrder,
    )
