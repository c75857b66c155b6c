"""What entries of a timeline can be filtered by, and their order."""

from typing import Any

import pushdown


@pushdown.filter_input
class TimelineEntryFilter:
    """Conditions on entries of a timeline; all that are given hold."""

    occurred_at: pushdown.DateTimeFilter | None = pushdown.condition("When it happened.")


TIMELINE_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("occurred_at"), "descending": True}
