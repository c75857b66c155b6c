"""Watching an import."""

from collections.abc import AsyncIterator
from typing import Annotated

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.activity.positions import position
from resolvers.activity.subscriptions import After
from resolvers.context import OperationInfo
from resolvers.ids import row_key
from resolvers.user_errors import payload
from services.imports.watching import watch_import


@pushdown.shared_by("sequence")
@payload
class LeadImportUpdate:
    """The state of an import, after a change of it."""

    sequence: str = strawberry.field(description="Where the client stands now: pass it as `after` to resume. Opaque.")
    change: int | None = pushdown.reference(
        models.Activity, "The change that caused this update; null in the first, which shows the present state."
    )
    lead_import: int = pushdown.reference(models.LeadImport, "The import as it is now.", nullable=False)


async def _lead_import(
    info: OperationInfo,
    id: Annotated[strawberry.ID, strawberry.argument(description="The import.")],
    after: After = None,
) -> AsyncIterator[LeadImportUpdate]:
    key = row_key(id, "LeadImport")
    async for update in watch_import(info.context.feed, key, position(after)):
        yield LeadImportUpdate(sequence=update.position.encode(), change=update.change, lead_import=key)


@requires(Role.VIEWER)
@strawberry.type
class ImportSubscriptions:
    """Fields of `Subscription`."""

    lead_import: AsyncIterator[LeadImportUpdate] = strawberry.subscription(
        resolver=_lead_import,
        description="An import: its present state first, then every change, until it has ended.",
    )
