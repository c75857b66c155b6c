"""The funnel in figures."""

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used

_WON = "count(*) FILTER (WHERE {row}.stage = 'WON')"
_CLOSED = "count(*) FILTER (WHERE {row}.stage IN ('WON', 'LOST'))"


@pushdown.figures
class PipelineStage:
    """A stage of the funnel, with how many leads are in it."""

    stage: models.LeadStage = pushdown.group_key(models.LeadStage, "The stage.")
    count: int = pushdown.aggregate("count(*)", "How many leads are in it.", empty="0")
    leads = pushdown.group_rows(
        models.Lead, "The leads in it, the newest first.", default=pushdown.Ordering("created_at"), descending=True
    )


@pushdown.figures
class Pipeline:
    """The funnel of one campaign, or of all together."""

    campaign = pushdown.within(models.Lead, "campaign", "The campaign; null for all together.")
    total: int = pushdown.aggregate(
        "count(*)", "How many leads there are, whatever their stage.", whole="coalesce(sum({}), 0)"
    )
    stages: list[PipelineStage] = pushdown.groups(
        "stage", models.LeadStage, "All six stages in the order of the funnel, those without leads included."
    )
    conversion_rate: float = pushdown.aggregate(
        f"coalesce({_WON}::double precision / nullif({_CLOSED}, 0), 0)",
        "WON / (WON + LOST), 0 to 1; 0 where no lead is closed.",
    )
