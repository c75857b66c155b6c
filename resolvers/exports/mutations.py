"""Asking for exports."""

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.leads.orderings import LeadFilter
from resolvers.user_errors import Payload, mutation, payload
from services.exports import Condition, ExportDraft, address, export_leads


@strawberry.input(description="Which leads to export, and how.")
class ExportLeadsInput:
    """Input of `exportLeads`."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign.")
    format: models.ExportFormat = strawberry.field(
        default=models.ExportFormat.CSV, description="What they are to be written in."
    )
    filter: LeadFilter | None = strawberry.field(
        default=None, description="Conditions on the leads; all of the campaign's where nothing is said."
    )

    def draft(self) -> ExportDraft:
        """The export as the service takes it."""
        condition = Condition(*pushdown.matching(models.Lead, "lead", self.filter)) if self.filter else Condition()
        return ExportDraft(row_key(self.campaign_id, "Campaign"), self.format, condition)


@payload
class ExportLeadsPayload(Payload):
    """What `exportLeads` answers."""

    url: str | None = strawberry.field(
        default=None,
        description="Where to download the file, once and soon, relative to this server's address. It is a secret: "
        "whoever has it can fetch the leads. Null where the export was refused.",
    )
    lead_count: int | None = strawberry.field(
        default=None, description="How many leads are in it; null where the export was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class ExportMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Ask for leads as a file. Which leads is settled now; what the file says of them, when it is downloaded. In "
        "CSV, cells that a spreadsheet would take for formulas begin with an apostrophe; an import takes it away again."
    )
    async def export_leads(self, info: OperationInfo, input: ExportLeadsInput) -> ExportLeadsPayload:
        draft = input.draft()
        ticket = await export_leads(draft, act(info), info.context.export_limits)
        return ExportLeadsPayload(url=address(ticket.secret, draft.format), lead_count=ticket.leads)
