"""What leads can be filtered and ordered by."""

from enum import Enum
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used

_WORDS = "lead_words({row}.name, {row}.company, {row}.role, {row}.email, {row}.notes)"


@pushdown.filter_input
class LeadFilter:
    """Conditions on leads; all that are given hold."""

    campaign: pushdown.IDFilter | None = pushdown.condition("The campaign's id.", field="campaign_id", id_of="Campaign")
    stage: pushdown.EnumFilter[models.LeadStage] | None = pushdown.condition("The stage.")
    source: pushdown.EnumFilter[models.LeadSource] | None = pushdown.condition("How the lead came in.")
    score: pushdown.FloatFilter | None = pushdown.condition("How well the lead matches, 0 to 1.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When the lead came in.")
    last_contacted_at: pushdown.DateTimeFilter | None = pushdown.condition("When we wrote or called last.")
    last_replied_at: pushdown.DateTimeFilter | None = pushdown.condition("When the person answered last.")
    stage_entered_at: pushdown.DateTimeFilter | None = pushdown.condition("When the lead entered its present stage.")
    owner: pushdown.StringFilter | None = pushdown.condition("Who of us is in charge.")
    assigned: bool | None = pushdown.condition("Whether anybody is in charge.", sql="{row}.owner IS NOT NULL")
    tags: pushdown.StringListFilter | None = pushdown.condition("The labels.")
    search: str | None = pushdown.condition(
        "Words which all occur in name, company, role, e-mail address or notes: whole or as beginnings of words, "
        "whatever their case and accents. At most 1,000 characters; a text without a word finds nobody.",
        matches=f"{_WORDS} @@ search_query({{value}})",
    )


@strawberry.enum(description="What leads can be ordered by.")
class LeadOrderField(Enum):
    """Orderings of leads."""

    NAME = pushdown.ordering("name", "The name.")
    SCORE = pushdown.ordering("score", "How well the lead matches, unknown as worst.", unknown=-1)
    CREATED_AT = pushdown.ordering("created_at", "When the lead came in.")
    LAST_CONTACTED_AT = pushdown.ordering(
        "last_contacted_at",
        "When we wrote or called last, never as earliest.",
        unknown="'0002-01-01 00:00:00+00'::timestamptz",
    )
    STAGE_ENTERED_AT = pushdown.ordering("stage_entered_at", "When the lead entered its present stage.")


@strawberry.input(description="In which order leads come.")
class LeadOrder:
    """An ordering and its direction."""

    field: LeadOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )


LEADS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
