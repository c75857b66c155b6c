"""Watching a discovery job."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.activity.positions import position
from resolvers.activity.subscriptions import After
from resolvers.context import OperationInfo
from resolvers.ids import row_key
from resolvers.user_errors import payload
from services.discovery.watching import watch_job


@pushdown.shared_by("sequence")
@payload
class DiscoveryJobUpdate:
    """The state of a discovery job, after a change of it."""

    sequence: str = strawberry.field(description="Where the client stands now: pass it as `after` to resume. Opaque.")
    change: int | None = pushdown.reference(
        models.Activity, "The change that caused this update; null in the first, which shows the present state."
    )
    discovery_job: int = pushdown.reference(models.DiscoveryJob, "The job as it is now.", nullable=False)


async def _discovery_job(
    info: OperationInfo,
    id: Annotated[strawberry.ID, strawberry.argument(description="The job.")],
    after: After = None,
) -> AsyncIterator[DiscoveryJobUpdate]:
    key = row_key(id, "DiscoveryJob")
    async for update in watch_job(info.context.feed, key, position(after)):
        yield DiscoveryJobUpdate(sequence=update.position.encode(), change=update.change, discovery_job=key)


@requires(Role.VIEWER)
@strawberry.type
class DiscoverySubscriptions:
    """Fields of `Subscription`."""

    discovery_job: AsyncIterator[DiscoveryJobUpdate] = strawberry.subscription(
        resolver=_discovery_job,
        description="A discovery job: its present state first, then every change, until it has ended.",
    )
