"""The funnel in figures."""

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used

_DAYS = "percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM {}) / 86400)"
_STAGES = "ARRAY[" + ", ".join(f"'{stage}'" for stage in models.LeadStage) + "]"
_CONVERSIONS = f"""
SELECT jsonb_agg(
    jsonb_build_object('from', from_stage, 'to', to_stage, 'count', count, 'rate', rate)
    ORDER BY array_position({_STAGES}, from_stage::text), array_position({_STAGES}, to_stage::text)
)
FROM (
    SELECT from_stage, to_stage, count(*) AS count,
        count(*)::double precision / sum(count(*)) OVER (PARTITION BY from_stage) AS rate
    {{rows}} AND {{row}}.from_stage IS NOT NULL GROUP BY from_stage, to_stage
) moves
"""
_WON = "count(*) FILTER (WHERE {row}.stage = 'WON')"
_CLOSED = "count(*) FILTER (WHERE {row}.stage IN ('WON', 'LOST'))"


@pushdown.json_object
class StageConversion:
    """How many leads went from one stage to another."""

    from_: models.LeadStage = pushdown.column("The stage they left.")
    to: models.LeadStage = pushdown.column("The stage they entered.")
    count: int = pushdown.column("How many moves there were.")
    rate: float = pushdown.column("Their share among all moves out of the stage they left, 0 to 1.")


@pushdown.figures
class PipelineStage:
    """A stage of the funnel, with how many leads are in it."""

    stage: models.LeadStage = pushdown.group_key(models.LeadStage, "The stage.")
    count: int = pushdown.aggregate("count(*)", "How many leads are in it.", empty="0")
    entered: int = pushdown.period_figure(
        models.StageChange, "count(*)", "How often leads entered it within a period.", at="at", by="to_stage"
    )
    entered_last7_days: int = pushdown.period_figure(
        models.StageChange, "count(*)", "How often leads entered it in the last 7 days.", at="at", by="to_stage", days=7
    )
    median_days_in_stage: float | None = pushdown.period_figure(
        models.StageChange,
        _DAYS.format("{row}.at - {row}.entered_from_at"),
        "How many days leads stayed in it, the median of the stays that ended within a period; null for none.",
        at="at",
        by="from_stage",
    )
    median_days_so_far: float | None = pushdown.aggregate(
        _DAYS.format("now() - {row}.stage_entered_at"),
        "For how many days the leads in it have been in it by now, the median; null for none.",
    )
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
    conversions: list[StageConversion] = pushdown.breakdown(
        models.StageChange,
        _CONVERSIONS,
        "How many leads went from stage to stage within a period, in the order of the funnel; "
        "only moves that were made.",
        at="at",
    )
    conversion_rate: float = pushdown.aggregate(
        f"coalesce({_WON}::double precision / nullif({_CLOSED}, 0), 0)",
        "WON / (WON + LOST), 0 to 1; 0 where no lead is closed.",
    )
