"""Creating, changing, labelling and deleting leads."""

from typing import Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.leads.inputs import (
    AssignLeadInput,
    CreateLeadInput,
    DeleteLeadsInput,
    TagLeadsInput,
    UpdateLeadInput,
)
from resolvers.leads.results import LeadChange, lead_changes
from resolvers.user_errors import Payload, mutation, payload
from services.leads.creating import create_lead
from services.leads.deleting import delete_leads
from services.leads.tagging import tag_leads
from services.leads.updating import assign_lead, update_lead

_RESULTS = "One result a lead, in the order of the ids given; empty where the input was refused."


@payload
class CreateLeadPayload(Payload):
    """What `createLead` answers."""

    lead: int | None = pushdown.reference(
        models.Lead, "The new lead; null where it was refused. Where another lead has the e-mail address, that one."
    )


@payload
class UpdateLeadPayload(Payload):
    """What `updateLead` answers."""

    lead: int | None = pushdown.reference(
        models.Lead,
        "The lead as it is now, also after a conflict; null where the input was refused. Where another lead has the "
        "e-mail address, that one.",
    )


@payload
class DeleteLeadsPayload(Payload):
    """What `deleteLeads` answers."""

    results: list[dict[str, Any]] = pushdown.embedded_values(LeadChange, _RESULTS)


@payload
class TagLeadsPayload(Payload):
    """What `tagLeads` answers."""

    results: list[dict[str, Any]] = pushdown.embedded_values(LeadChange, _RESULTS)


@payload
class AssignLeadPayload(Payload):
    """What `assignLead` answers."""

    lead: int | None = pushdown.reference(
        models.Lead, "The lead as it is now, also after a conflict; null where the input was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class LeadMutations:
    """Fields of `Mutation`."""

    @mutation("Create a lead, as a person enters one or a form of yours takes it in.")
    async def create_lead(self, info: OperationInfo, input: CreateLeadInput) -> CreateLeadPayload:
        return CreateLeadPayload(lead=await create_lead(input.draft(), act(info)))

    @mutation("Change a lead. What it keeps of where a changed value came from is forgotten with the value.")
    async def update_lead(self, info: OperationInfo, input: UpdateLeadInput) -> UpdateLeadPayload:
        key = row_key(input.id, "Lead")
        await update_lead(key, input.patch(), act(info), expected_version=input.expected_version)
        return UpdateLeadPayload(lead=key)

    @mutation(
        "Delete up to 1,000 leads, with their history, messages, calls and appointments. Their profiles stay, and can "
        "be converted anew."
    )
    async def delete_leads(self, info: OperationInfo, input: DeleteLeadsInput) -> DeleteLeadsPayload:
        keys = [row_key(text, "Lead") for text in input.lead_ids]
        results = await delete_leads(keys, act(info))
        return DeleteLeadsPayload(results=lead_changes(input.lead_ids, results))

    @mutation(
        "Add labels to up to 1,000 leads, and take others from them. Labels are told apart whatever their case; one "
        "that a lead has keeps its spelling. A lead which would have more than 50 stays as it is."
    )
    async def tag_leads(self, info: OperationInfo, input: TagLeadsInput) -> TagLeadsPayload:
        keys = [row_key(text, "Lead") for text in input.lead_ids]
        results = await tag_leads(keys, input.add, input.remove, act(info))
        return TagLeadsPayload(results=lead_changes(input.lead_ids, results))

    @mutation("Put somebody in charge of a lead, or nobody.")
    async def assign_lead(self, info: OperationInfo, input: AssignLeadInput) -> AssignLeadPayload:
        key = row_key(input.lead_id, "Lead")
        await assign_lead(key, input.owner, act(info), expected_version=input.expected_version)
        return AssignLeadPayload(lead=key)
