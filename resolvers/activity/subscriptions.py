"""Watching the activity log."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.activity.positions import position
from resolvers.context import OperationInfo

After = Annotated[
    str | None,
    strawberry.argument(description="The `sequence` of the last update received: what came after it is sent first."),
]


@requires(Role.VIEWER)
@strawberry.type
class ActivitySubscriptions:
    """Fields of `Subscription`."""

    @pushdown.subscription(models.Activity, "Every change from now on, in the order in which changes became final.")
    async def activity(self, info: OperationInfo, after: After = None) -> AsyncIterator[Any]:
        async with info.context.feed.subscribe(after=position(after)) as changes:
            async for change in changes:
                yield pushdown.read_row(info, models.Activity, change.position.id, moment=change.position)
