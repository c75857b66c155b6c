"""The merge, and what it took in."""

from datetime import datetime
from typing import Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.json_object
class AbsorbedLead:
    """A lead that a merge took in, as it was."""

    lead_id: strawberry.ID = pushdown.expression(
        "encode(('Lead:' || ({row}.value->>'lead_id'))::bytea, 'base64')",
        "The id it had, and has again where the merge was undone.",
    )
    name: str = pushdown.expression("{row}.value->'lead'->>'name'", "The person's name.")
    email: str | None = pushdown.expression("{row}.value->'lead'->>'email'", "The e-mail address.")
    stage: models.LeadStage = pushdown.expression("{row}.value->'lead'->>'stage'", "Where it stood in the funnel.")
    lead = pushdown.keyed(models.Lead, "The lead, where the merge was undone; null otherwise.", key="lead_id")


@pushdown.type(models.LeadMerge)
class LeadMerge(pushdown.Node):
    """Several leads which are one person became one."""

    campaign = pushdown.one("campaign", "The campaign they belong to.")
    lead = pushdown.one("lead", "The lead which survived, or the one which that became part of since.")
    absorbed: list[AbsorbedLead] = pushdown.embedded_list("The leads which it took in, in the order that was given.")
    actor: str = pushdown.column("Who merged them.")
    merged_at: datetime = pushdown.column("When they were merged.")
    undone_at: datetime | None = pushdown.column("When the merge was undone; null where it stands.")
    undone_by: str | None = pushdown.column("Who undid it.")


@pushdown.filter_input
class LeadMergeFilter:
    """Conditions on merges; all that are given hold."""

    merged_at: pushdown.DateTimeFilter | None = pushdown.condition("When the leads were merged.")
    undone: bool | None = pushdown.condition("Whether it was undone.", sql="{row}.undone_at IS NOT NULL")


MERGES_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("merged_at"), "descending": True}
