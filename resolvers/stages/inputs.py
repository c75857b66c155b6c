"""How leads are to be moved through the funnel."""

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from services.leads.stages import Expected, StageMove

_STAGE = "The stage it is to be in. Among open stages any move is possible, also back and over others."
_REASON = "Why; at most 2,000 characters. LOST wants one."
_REOPEN = "Whether it may leave WON or LOST."


@strawberry.input(description="To which stage to move a lead.")
class UpdateLeadStageInput:
    """Input of `updateLeadStage`."""

    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    stage: models.LeadStage = strawberry.field(description=_STAGE)
    expected_stage: models.LeadStage | None = strawberry.field(
        default=None, description="The stage in which you saw it: where it is in another by now, it stays there."
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The version in which you saw it: where it has another by now, it stays as it is."
    )
    reason: str | None = strawberry.field(default=None, description=_REASON)
    reopen: bool = strawberry.field(default=False, description=_REOPEN)

    def move(self) -> StageMove:
        """Where to, and why."""
        return StageMove(self.stage, self.reason, self.reopen)

    def expected(self) -> Expected:
        """How the client saw the lead."""
        return Expected(self.expected_stage, self.expected_version)


@strawberry.input(description="To which stage to move many leads.")
class BulkUpdateLeadStageInput:
    """Input of `bulkUpdateLeadStage`."""

    lead_ids: list[strawberry.ID] = strawberry.field(description="The leads, at most 1,000.")
    stage: models.LeadStage = strawberry.field(description=_STAGE)
    reason: str | None = strawberry.field(default=None, description=_REASON)
    reopen: bool = strawberry.field(default=False, description=_REOPEN)

    def move(self) -> StageMove:
        """Where to, and why."""
        return StageMove(self.stage, self.reason, self.reopen)
