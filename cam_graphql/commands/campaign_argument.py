"""Which campaign a command is about: by name, or by id."""

import models
from pushdown import key_of
from services.campaigns import CampaignDraft, create_campaign
from services.errors import NotFound
from services.transaction import Act


async def campaign_of(given: str, act: Act) -> int:
    """The campaign of this id or, whatever the case of its letters, name; a new one where there is no such name."""
    campaign_id = await known_campaign(given)
    return campaign_id if campaign_id is not None else await create_campaign(CampaignDraft(given), act)


async def known_campaign(given: str) -> int | None:
    """The campaign of this id or name; None where there is none. Raises NotFound for an id of none."""
    key = key_of(given, "Campaign")
    if key is not None:
        if not await models.Campaign.exists(id=key):
            raise NotFound(("campaign",), "campaign")
        return key
    campaign = await models.Campaign.get_or_none(name__iexact=given.strip())
    return campaign.id if campaign else None
