"""What replies can be filtered by, and their order."""

from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class ReplyFilter:
    """Conditions on replies; all that are given hold."""

    kind: pushdown.EnumFilter[models.ReplyKind] | None = pushdown.condition("What kind of message came back.")
    received_at: pushdown.DateTimeFilter | None = pushdown.condition("When they reached us.")


REPLIES_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("received_at"), "descending": True}
