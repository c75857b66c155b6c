"""Changing what limits sending, and stopping all of it."""

import strawberry

from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.safety.inputs import (
    PauseOutreachInput,
    RestoreSafetySettingsInput,
    ResumeOutreachInput,
    UpdateSafetySettingsInput,
)
from resolvers.safety.showing import safety_settings
from resolvers.safety.types import SafetySettings
from resolvers.user_errors import Payload, mutation, payload
from services.safety.keeping import restore_settings, update_settings
from services.safety.switching import pause, resume


async def _safety_settings(root: strawberry.Parent["SafetyPayload"]) -> SafetySettings | None:
    if root.user_errors and root.settings_version is None:
        return None
    return await safety_settings()


@strawberry.type
class SafetyPayload(Payload):
    """The base of what these mutations answer."""

    settings_version: strawberry.Private[int | None] = None
    """Which is in force, where another one was expected."""
    safety_settings: SafetySettings | None = strawberry.field(
        resolver=_safety_settings, description="Safety as it is now; null where the input cannot be used."
    )


@payload
class UpdateSafetySettingsPayload(SafetyPayload):
    """What `updateSafetySettings` answers."""


@payload
class RestoreSafetySettingsPayload(SafetyPayload):
    """What `restoreSafetySettings` answers."""


@payload
class PauseOutreachPayload(SafetyPayload):
    """What `pauseOutreach` answers."""


@payload
class ResumeOutreachPayload(SafetyPayload):
    """What `resumeOutreach` answers."""


@requires(
    Role.OPERATOR, update_safety_settings=Role.ADMIN, restore_safety_settings=Role.ADMIN, resume_outreach=Role.ADMIN
)
@strawberry.type
class SafetyMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Change what limits sending. What is left out stays as it is, however deep it lies. What is decided from now "
        "on goes by the new settings; every version is kept."
    )
    async def update_safety_settings(
        self, info: OperationInfo, input: UpdateSafetySettingsInput
    ) -> UpdateSafetySettingsPayload:
        await update_settings(input.patch(), act(info), input.expected_version)
        return UpdateSafetySettingsPayload()

    @mutation("Take up the settings of an earlier version again, as a new version.")
    async def restore_safety_settings(
        self, info: OperationInfo, input: RestoreSafetySettingsInput
    ) -> RestoreSafetySettingsPayload:
        await restore_settings(input.version, act(info), input.expected_version)
        return RestoreSafetySettingsPayload()

    @mutation(
        "Stop all sending, in every process, until `resumeOutreach`. The settings stay as they are. Where it is "
        "stopped already, nothing changes."
    )
    async def pause_outreach(self, info: OperationInfo, input: PauseOutreachInput) -> PauseOutreachPayload:
        await pause(input.reason, act(info))
        return PauseOutreachPayload()

    @mutation("Let messages go out again, just as it is configured. Where nothing is stopped, nothing changes.")
    async def resume_outreach(self, info: OperationInfo, input: ResumeOutreachInput) -> ResumeOutreachPayload:
        await resume(act(info), input.reason)
        return ResumeOutreachPayload()
