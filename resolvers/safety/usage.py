"""Watching what is used up."""

from collections.abc import AsyncIterator

import strawberry

from resolvers.context import OperationInfo
from resolvers.safety.showing import safety_settings
from resolvers.safety.types import SafetySettings


async def _safety_usage(info: OperationInfo) -> AsyncIterator[SafetySettings]:
    last: SafetySettings | None = None
    async with info.context.usage_watch.watch() as ticks:
        async for _ in ticks():
            present = await safety_settings()
            if present != last:
                last = present
                yield present


@strawberry.type
class SafetySubscriptions:
    """Fields of `Subscription`."""

    safety_usage: AsyncIterator[SafetySettings] = strawberry.subscription(
        resolver=_safety_usage,
        description="What limits sending and what is used up: as it is now first, then after every reservation, "
        "message sent, release, pause and change of settings. Changes within a quarter of a second are one.",
    )
