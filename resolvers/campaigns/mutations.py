"""Changing campaigns."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.patches import patched
from resolvers.user_errors import Payload, mutation, payload
from services.campaigns import CampaignDraft, CampaignPatch, create_campaign, update_campaign


@strawberry.input(description="A campaign to be created.")
class CreateCampaignInput:
    """Input of `createCampaign`."""

    name: str = strawberry.field(description="Its name, unique whatever the case of its letters; 1 to 200 characters.")
    description: str | None = strawberry.field(default=None, description="What it is about; at most 10,000 characters.")
    target_niche: str | None = strawberry.field(
        default=None, description="Whom it is looking for, in words; at most 500 characters."
    )


@strawberry.input(description="What to change about a campaign. What is left out stays; null empties a field.")
class UpdateCampaignInput:
    """Input of `updateCampaign`."""

    id: strawberry.ID = strawberry.field(description="The campaign.")
    name: strawberry.Maybe[str] = strawberry.field(
        description="Its name, unique whatever the case of its letters; 1 to 200 characters."
    )
    description: strawberry.Maybe[str | None] = strawberry.field(
        description="What it is about; at most 10,000 characters."
    )
    target_niche: strawberry.Maybe[str | None] = strawberry.field(
        description="Whom it is looking for, in words; at most 500 characters."
    )
    status: strawberry.Maybe[models.CampaignStatus] = strawberry.field(description="Whether it is worked on.")
    outreach_live: strawberry.Maybe[bool] = strawberry.field(
        description="Whether its messages really go out; those of others are kept as previews. The installation must "
        "have live sending switched on, too."
    )


@payload
class CreateCampaignPayload(Payload):
    """What `createCampaign` answers."""

    campaign: int | None = pushdown.reference(models.Campaign, "The new campaign; null where it was refused.")


@payload
class UpdateCampaignPayload(Payload):
    """What `updateCampaign` answers."""

    campaign: int | None = pushdown.reference(models.Campaign, "The campaign as it is now; null where it was refused.")


@requires(Role.OPERATOR)
@strawberry.type
class CampaignMutations:
    """Fields of `Mutation`."""

    @mutation("Create a campaign. It is ACTIVE from the start.")
    async def create_campaign(self, info: OperationInfo, input: CreateCampaignInput) -> CreateCampaignPayload:
        draft = CampaignDraft(input.name, input.description, input.target_niche)
        return CreateCampaignPayload(campaign=await create_campaign(draft, act(info)))

    @mutation("Change a campaign.")
    async def update_campaign(self, info: OperationInfo, input: UpdateCampaignInput) -> UpdateCampaignPayload:
        key = row_key(input.id, "Campaign")
        patch = CampaignPatch(
            name=patched(input.name),
            description=patched(input.description),
            target_niche=patched(input.target_niche),
            status=patched(input.status),
            outreach_live=patched(input.outreach_live),
        )
        await update_campaign(key, patch, act(info))
        return UpdateCampaignPayload(campaign=key)
