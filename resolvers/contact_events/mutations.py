"""Noting messages and calls, correcting them, taking them back."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.contact_events.inputs import DeleteContactEventInput, LogContactEventInput, UpdateContactEventInput
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.contact_events import delete_contact_event, log_contact_event, update_contact_event


@payload
class LogContactEventPayload(Payload):
    """What `logContactEvent` answers."""

    contact_event: int | None = pushdown.reference(
        models.ContactEvent,
        "The event, the first one where the call was repeated; null where the input was refused. Where its "
        "idempotency key had been used for another event, that one.",
    )


@payload
class UpdateContactEventPayload(Payload):
    """What `updateContactEvent` answers."""

    contact_event: int | None = pushdown.reference(
        models.ContactEvent, "The event as it is now; null where it was refused."
    )


@payload
class DeleteContactEventPayload(Payload):
    """What `deleteContactEvent` answers."""

    lead: int | None = pushdown.reference(models.Lead, "The lead whose event it was; null where it was refused.")


@requires(Role.OPERATOR)
@strawberry.type
class ContactEventMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Note a message or a call. Outbound moves a NEW lead to CONTACTED and sets `lastContactedAt`; inbound moves a "
        "NEW or CONTACTED one to REPLIED and sets `lastRepliedAt`. Neither moves a lead back, or out of QUALIFIED, WON "
        "or LOST, and these times are always those of the latest event."
    )
    async def log_contact_event(self, info: OperationInfo, input: LogContactEventInput) -> LogContactEventPayload:
        return LogContactEventPayload(contact_event=await log_contact_event(input.draft(), act(info)))

    @mutation(
        "Correct what was noted. Another direction does to the lead what logging it would. The lead's times may rise "
        "by a correction, and never go back."
    )
    async def update_contact_event(
        self, info: OperationInfo, input: UpdateContactEventInput
    ) -> UpdateContactEventPayload:
        key = row_key(input.id, "ContactEvent")
        await update_contact_event(key, input.patch(), act(info))
        return UpdateContactEventPayload(contact_event=key)

    @mutation(
        "Delete what was noted. The lead keeps its stage, and its `lastContactedAt` and `lastRepliedAt`: they never go "
        "back. The idempotency key can be used anew."
    )
    async def delete_contact_event(
        self, info: OperationInfo, input: DeleteContactEventInput
    ) -> DeleteContactEventPayload:
        lead_id = await delete_contact_event(row_key(input.id, "ContactEvent"), act(info))
        return DeleteContactEventPayload(lead=lead_id)
