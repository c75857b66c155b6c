"""Watching leads."""

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
from services.leads.watching import watch_leads


@pushdown.shared_by("sequence")
@payload
class LeadUpdate:
    """A change of a lead, or of many at once."""

    sequence: str = strawberry.field(description="Where the client stands now: pass it as `after` to resume. Opaque.")
    kind: models.ActivityKind = strawberry.field(
        description="What happened. Imports and conversions of profiles tell of many leads at once: "
        "LEAD_IMPORT_PROGRESSED and PROFILES_CONVERTED name none, so read the list again."
    )
    change: int | None = pushdown.reference(
        models.Activity, "What this update tells of: who did it, when, and more about it."
    )
    lead_id: strawberry.ID | None = strawberry.field(
        description="The lead's id, also of one that is gone; null where it was many."
    )
    lead: int | None = pushdown.reference(models.Lead, "The lead as it is now; null where it is gone, or was many.")


async def _leads(
    info: OperationInfo,
    campaign_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(description="The campaign; all campaigns where nothing is said."),
    ] = None,
    after: After = None,
) -> AsyncIterator[LeadUpdate]:
    campaign = None if campaign_id is None else row_key(campaign_id, "Campaign")
    async for update in watch_leads(info.context.feed, campaign, position(after)):
        yield LeadUpdate(
            sequence=update.position.encode(),
            kind=update.kind,
            change=update.position.id,
            lead_id=None
            if update.lead_id is None
            else strawberry.ID(pushdown.encode_global_id("Lead", update.lead_id)),
            lead=update.lead_id,
        )


@requires(Role.VIEWER)
@strawberry.type
class LeadSubscriptions:
    """Fields of `Subscription`."""

    leads: AsyncIterator[LeadUpdate] = strawberry.subscription(
        resolver=_leads,
        description="Every change of leads from now on, in the order in which changes became final: created, changed, "
        "moved, written to, merged, deleted. Keeps a board live.",
    )
