"""Merging leads, and undoing it."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.merges.inputs import MergeLeadsInput, UndoMergeInput
from resolvers.merges.preview import MergedLead, merged_lead
from resolvers.user_errors import Payload, mutation, payload
from services.merges import merge_leads, undo_merge


@payload
class MergeLeadsPayload(Payload):
    """What `mergeLeads` answers."""

    lead: int | None = pushdown.reference(
        models.Lead, "The surviving lead as it is now; null where the merge was refused without one to show."
    )
    preview: MergedLead | None = strawberry.field(
        default=None, description="What comes of the merge, and from which lead each value; null where it was refused."
    )
    merge: int | None = pushdown.reference(
        models.LeadMerge, "The merge, by which it can be undone; null for a dry run, and where it was refused."
    )


@payload
class UndoMergePayload(Payload):
    """What `undoMerge` answers."""

    lead: int | None = pushdown.reference(models.Lead, "The lead which had survived, as it is now.")
    merge: int | None = pushdown.reference(
        models.LeadMerge, "The merge, with the leads which are back; null where it was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class MergeMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Merge leads of one campaign which are one person. Everything that hangs on them goes over to the lead which "
        "survives: messages, appointments, profiles, identities. Refused where their appointments overlap. "
        "`undoMerge` parts them again."
    )
    async def merge_leads(self, info: OperationInfo, input: MergeLeadsInput) -> MergeLeadsPayload:
        request = input.request()
        merged = await merge_leads(request, act(info), dry_run=input.dry_run)
        return MergeLeadsPayload(lead=request.lead_id, preview=merged_lead(merged.plan), merge=merged.merge_id)

    @mutation(
        "Undo a merge: the leads which it took in are there again, as they were and with what they had. What happened "
        "since stays with the lead which survived. Merges of one lead are undone in reverse order."
    )
    async def undo_merge(self, info: OperationInfo, input: UndoMergeInput) -> UndoMergePayload:
        merge_id = row_key(input.merge_id, "LeadMerge")
        return UndoMergePayload(lead=await undo_merge(merge_id, act(info)), merge=merge_id)
