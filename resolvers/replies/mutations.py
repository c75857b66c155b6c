"""Recording replies."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.replies.inputs import RecordReplyInput
from resolvers.user_errors import Payload, mutation, payload
from services.replies import note_reply


@payload
class RecordReplyPayload(Payload):
    """What `recordReply` answers."""

    reply: int | None = pushdown.reference(
        models.Reply, "The reply, the first one where its key was used before; null where the input was refused."
    )
    lead: int | None = pushdown.reference(
        models.Lead, "The reply's lead as it is now; null where the input was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class ReplyMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Record a person's answer. It is noted as an inbound contact event, which moves a NEW or CONTACTED lead to "
        "REPLIED; the lead's sequences stop, and those of its company where they say so. Who plainly asks for it is "
        "suppressed. What the answer says is told by its words, in English: whatever is not plain is UNCLEAR."
    )
    async def record_reply(self, info: OperationInfo, input: RecordReplyInput) -> RecordReplyPayload:
        recorded = await note_reply(input.draft(), act(info))
        return RecordReplyPayload(reply=recorded.id, lead=recorded.lead_id)
