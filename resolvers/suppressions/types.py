"""The suppression, its filter and its orderings."""

from datetime import datetime
from enum import Enum

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used

# Clients know leads by their global ids.
_VALUE = (
    "CASE WHEN {row}.kind = 'LEAD' THEN encode(convert_to('Lead:' || {row}.value, 'UTF8'), 'base64')"
    " ELSE {row}.value END"
)
_ACTIVE = "({row}.expires_at IS NULL OR {row}.expires_at > now())"


@pushdown.type(models.Suppression)
class Suppression(pushdown.Node):
    """Somebody, or a whole domain, to whom nothing is sent."""

    kind: models.SuppressionKind = pushdown.column("What it is of.")
    value: str | None = pushdown.expression(
        _VALUE, "The address, domain, number, account or lead's id in its one spelling; null once the person is erased."
    )
    reason: str | None = pushdown.column("Why.")
    source: models.SuppressionSource = pushdown.column("How it came about.")
    actor: str = pushdown.column("Who added it, or made it last longer.")
    created_at: datetime = pushdown.column("When it was added first.")
    expires_at: datetime | None = pushdown.column("Until when it holds; null for ever.")
    active: bool = pushdown.expression(_ACTIVE, "Whether it holds at present.")


@pushdown.filter_input
class SuppressionFilter:
    """Conditions on suppressions; all that are given hold."""

    kind: pushdown.EnumFilter[models.SuppressionKind] | None = pushdown.condition("What they are of.")
    source: pushdown.EnumFilter[models.SuppressionSource] | None = pushdown.condition("How they came about.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When they were added first.")
    expires_at: pushdown.DateTimeFilter | None = pushdown.condition("Until when they hold.")


@strawberry.enum(description="What suppressions can be ordered by.")
class SuppressionOrderField(Enum):
    """Orderings of suppressions."""

    CREATED_AT = pushdown.ordering("created_at", "When they were added first.")


@strawberry.input(description="In which order suppressions come.")
class SuppressionOrder:
    """An ordering and its direction."""

    field: SuppressionOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )
