"""The campaign, its filter and its orderings."""

from datetime import datetime
from enum import Enum

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.discovery.orderings import JOBS_NEWEST_FIRST, DiscoveryJobFilter, DiscoveryJobOrder
from resolvers.imports.orderings import IMPORTS_NEWEST_FIRST, LeadImportFilter
from resolvers.leads.orderings import LEADS_NEWEST_FIRST, LeadFilter, LeadOrder
from resolvers.leads.pipeline import Pipeline
from resolvers.outreach.orderings import SEQUENCES_NEWEST_FIRST, OutreachSequenceFilter


@pushdown.type(models.Campaign)
class Campaign(pushdown.Node):
    """A search for one kind of client, with its discovery jobs and its leads."""

    name: str = pushdown.column("Its name, unique whatever the case of its letters; 1 to 200 characters.")
    description: str | None = pushdown.column("What it is about; at most 10,000 characters.")
    target_niche: str | None = pushdown.column("Whom it is looking for, in words; at most 500 characters.")
    status: models.CampaignStatus = pushdown.column("Whether it is worked on.")
    outreach_live: bool = pushdown.column(
        "Whether its messages really go out, where live sending is switched on; else they are kept as previews."
    )
    created_at: datetime = pushdown.column("When it was created.")
    updated_at: datetime = pushdown.column("When it was changed last.")
    discovery_jobs = pushdown.connection(
        "discovery_jobs",
        "Its discovery jobs, the newest first unless ordered otherwise.",
        filter=DiscoveryJobFilter,
        order_by=DiscoveryJobOrder,
        **JOBS_NEWEST_FIRST,
    )
    leads = pushdown.connection(
        "leads",
        "Its leads, the newest first unless ordered otherwise.",
        filter=LeadFilter,
        order_by=LeadOrder,
        **LEADS_NEWEST_FIRST,
    )
    lead_imports = pushdown.connection(
        "imports", "Its imports, the newest first.", filter=LeadImportFilter, **IMPORTS_NEWEST_FIRST
    )
    outreach_sequences = pushdown.connection(
        "outreach_sequences",
        "Its sequences of messages, the newest first.",
        filter=OutreachSequenceFilter,
        **SEQUENCES_NEWEST_FIRST,
    )
    pipeline: Pipeline = pushdown.summary("leads", "campaign", "Its funnel in figures.")


@pushdown.filter_input
class CampaignFilter:
    """Conditions on campaigns; all that are given hold."""

    status: pushdown.EnumFilter[models.CampaignStatus] | None = pushdown.condition("The status.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When it was created.")


@strawberry.enum(description="What campaigns can be ordered by.")
class CampaignOrderField(Enum):
    """Orderings of campaigns."""

    NAME = pushdown.ordering("name", "The name.")
    CREATED_AT = pushdown.ordering("created_at", "When it was created.")
    UPDATED_AT = pushdown.ordering("updated_at", "When it was changed last.")


@strawberry.input(description="In which order campaigns come.")
class CampaignOrder:
    """An ordering and its direction."""

    field: CampaignOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )
