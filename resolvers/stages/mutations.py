"""Moving leads through the funnel."""

from typing import Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.leads.results import LeadChange, lead_changes
from resolvers.stages.inputs import BulkUpdateLeadStageInput, UpdateLeadStageInput
from resolvers.user_errors import Payload, mutation, payload
from services.leads.stages import bulk_update_lead_stage, update_lead_stage


@payload
class UpdateLeadStagePayload(Payload):
    """What `updateLeadStage` answers."""

    lead: int | None = pushdown.reference(
        models.Lead, "The lead as it is now, also after a conflict; null where the input was refused."
    )


@payload
class BulkUpdateLeadStagePayload(Payload):
    """What `bulkUpdateLeadStage` answers."""

    results: list[dict[str, Any]] = pushdown.embedded_values(
        LeadChange, "One result a lead, in the order of the ids given; empty where the input was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class StageMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Move a lead to another stage of the funnel. WON and LOST are left with `reopen` only. A lead that is in the "
        "stage already stays untouched."
    )
    async def update_lead_stage(self, info: OperationInfo, input: UpdateLeadStageInput) -> UpdateLeadStagePayload:
        key = row_key(input.lead_id, "Lead")
        await update_lead_stage(key, input.move(), act(info), input.expected())
        return UpdateLeadStagePayload(lead=key)

    @mutation("Move up to 1,000 leads to a stage of the funnel. Those that cannot be moved do not hold up the others.")
    async def bulk_update_lead_stage(
        self, info: OperationInfo, input: BulkUpdateLeadStageInput
    ) -> BulkUpdateLeadStagePayload:
        keys = [row_key(text, "Lead") for text in input.lead_ids]
        results = await bulk_update_lead_stage(keys, input.move(), act(info))
        return BulkUpdateLeadStagePayload(results=lead_changes(input.lead_ids, results))
