"""What contact events can be filtered by, and their order."""

from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class ContactEventFilter:
    """Conditions on contact events; all that are given hold."""

    channel: pushdown.EnumFilter[models.Channel] | None = pushdown.condition("By what means.")
    direction: pushdown.EnumFilter[models.ContactDirection] | None = pushdown.condition("Who spoke.")
    occurred_at: pushdown.DateTimeFilter | None = pushdown.condition("When it happened.")


EVENTS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("occurred_at"), "descending": True}
