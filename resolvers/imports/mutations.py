"""Asking for imports, and cancelling them."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.imports.inputs import CancelLeadImportInput, ImportLeadsInput
from resolvers.user_errors import Payload, mutation, payload
from services.imports import cancel_lead_import, import_leads


@payload
class ImportLeadsPayload(Payload):
    """What `importLeads` answers."""

    lead_import: int | None = pushdown.reference(
        models.LeadImport, "The import, now waiting for a worker; null where it was refused."
    )


@payload
class CancelLeadImportPayload(Payload):
    """What `cancelLeadImport` answers."""

    lead_import: int | None = pushdown.reference(
        models.LeadImport, "The import, now cancelled; null where it was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class ImportMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Import a file of leads that was sent to `POST /uploads`. Answers as soon as the import is queued; watch it "
        "with the subscription `leadImport`. A file imported again changes nothing. A filled cell overwrites what the "
        "lead has, an empty one never does; labels are added, and `doNotContact` is only ever set."
    )
    async def import_leads(self, info: OperationInfo, input: ImportLeadsInput) -> ImportLeadsPayload:
        return ImportLeadsPayload(lead_import=await import_leads(input.draft(), act(info)))

    @mutation("Cancel an import that has not ended. What it has imported stays.")
    async def cancel_lead_import(self, info: OperationInfo, input: CancelLeadImportInput) -> CancelLeadImportPayload:
        key = row_key(input.id, "LeadImport")
        await cancel_lead_import(key, act(info))
        return CancelLeadImportPayload(lead_import=key)
