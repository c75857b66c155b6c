"""An entry of the activity log."""

from datetime import datetime

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.scalars import JSON

_SEQUENCE = (
    "translate(rtrim(encode(convert_to({row}.transaction_id::text || '.' || {row}.id, 'UTF8'), 'base64'), '='),"
    " '+/', '-_')"
)


@pushdown.type(models.Activity)
class Activity(pushdown.Node):
    """One change: what happened, to what, by whom."""

    sequence: str = pushdown.expression(
        _SEQUENCE, "Its place in the log, to resume a subscription after it. Opaque; not a place in a list."
    )
    kind: models.ActivityKind = pushdown.column("What happened.")
    subject: pushdown.Node | None = pushdown.any_row(
        "The object it happened to, as it is now; null where it is gone.",
        type_field="subject_type",
        key_field="subject_id",
    )
    actor: str = pushdown.column("Who did it.")
    detail: JSON = pushdown.column("More about it, depending on its kind.")
    occurred_at: datetime = pushdown.column("When it happened.")


@pushdown.filter_input
class ActivityFilter:
    """Conditions on entries of the log; all that are given hold."""

    kind: pushdown.EnumFilter[models.ActivityKind] | None = pushdown.condition("What happened.")
    subject: strawberry.ID | None = pushdown.condition(
        "The id of the object it happened to.", names=("subject_type", "subject_id")
    )
    campaign: pushdown.IDFilter | None = pushdown.condition(
        "The id of the campaign it belongs to.", field="campaign_id", id_of="Campaign"
    )
