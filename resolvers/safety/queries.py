"""Reading what limits sending."""

import strawberry

from models import Role
from resolvers.access.requiring import requires
from resolvers.safety.showing import safety_settings
from resolvers.safety.types import SafetySettings


async def _safety_settings() -> SafetySettings:
    return await safety_settings()


@requires(Role.VIEWER)
@strawberry.type
class SafetyQueries:
    """Fields of `Query`."""

    safety_settings: SafetySettings = strawberry.field(
        resolver=_safety_settings, description="What limits sending, and whether it is stopped."
    )
