"""Watching what is used up."""

from collections.abc import AsyncIterator
from contextlib import aclosing

import strawberry

from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo
from resolvers.safety.showing import safety_settings
from resolvers.safety.types import SafetySettings


async def _safety_usage(info: OperationInfo) -> AsyncIterator[SafetySettings]:
    async with aclosing(info.context.usage_watch.follow(safety_settings)) as states:
        async for state in states:
            yield state


@requires(Role.VIEWER)
@strawberry.type
class SafetySubscriptions:
    """Fields of `Subscription`."""

    safety_usage: AsyncIterator[SafetySettings] = strawberry.subscription(
        resolver=_safety_usage,
        description="What limits sending and what is used up: as it is now first, then after every reservation, "
        "message sent, release, pause and change of settings. Changes within a quarter of a second are one.",
    )
