"""Ending tasks, and settling messages."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.outreach_delivery.inputs import CompleteOutreachTaskInput, SettleOutreachMessageInput
from resolvers.user_errors import Payload, mutation, payload
from services.outreach.settling import settle_message
from services.outreach.tasks import complete_task


@payload
class CompleteOutreachTaskPayload(Payload):
    """What `completeOutreachTask` answers."""

    outreach_task: int | None = pushdown.reference(
        models.OutreachTask, "The task as it is now; null where it is not there, or the input cannot be used."
    )


@payload
class SettleOutreachMessagePayload(Payload):
    """What `settleOutreachMessage` answers."""

    outreach_message: int | None = pushdown.reference(
        models.OutreachMessage, "The message as it is now; null where it is not there."
    )


@requires(Role.OPERATOR)
@strawberry.type
class OutreachDeliveryMutations:
    """Fields of `Mutation`."""

    @mutation(
        "End a task. DONE means that the message was sent by hand: it is SENT, noted as a contact event, and the next "
        "step gets its turn. DISMISSED means that it was not: it is SKIPPED, what was reserved for it is free again, "
        "and nothing more of its sequence is sent to the lead."
    )
    async def complete_outreach_task(
        self, info: OperationInfo, input: CompleteOutreachTaskInput
    ) -> CompleteOutreachTaskPayload:
        key = row_key(input.id, "OutreachTask")
        await complete_task(key, input.outcome, input.note, act(info))
        return CompleteOutreachTaskPayload(outreach_task=key)

    @mutation(
        "Settle an UNKNOWN message, which may have gone out or not: its program or its connection ended at the wrong "
        "moment. Look for it among the sent messages of the mail server, by its `providerMessageId`."
    )
    async def settle_outreach_message(
        self, info: OperationInfo, input: SettleOutreachMessageInput
    ) -> SettleOutreachMessagePayload:
        key = row_key(input.id, "OutreachMessage")
        await settle_message(key, input.outcome, act(info))
        return SettleOutreachMessagePayload(outreach_message=key)
