"""The task, its filter and its order."""

from datetime import datetime
from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.type(models.OutreachTask)
class OutreachTask(pushdown.Node):
    """A message which a person sends by hand, since the channel's terms forbid programs to. Its units are reserved."""

    message = pushdown.one("message", "The message to be sent.")
    open: bool = pushdown.expression("{row}.outcome IS NULL", "Whether it is still to be done.")
    outcome: models.TaskOutcome | None = pushdown.column("How it ended; null while it is open.")
    note: str | None = pushdown.column("What whoever ended it had to say.")
    actor: str | None = pushdown.column("Who ended it.")
    created_at: datetime = pushdown.column("When its turn came.")
    ended_at: datetime | None = pushdown.column("When it ended.")


@pushdown.filter_input
class OutreachTaskFilter:
    """Conditions on tasks; all that are given hold."""

    open: bool | None = pushdown.condition("Whether they are still to be done.", sql="{row}.outcome IS NULL")
    outcome: pushdown.EnumFilter[models.TaskOutcome] | None = pushdown.condition("How they ended.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When their turn came.")


TASKS_OLDEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at")}
