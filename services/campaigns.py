"""Campaigns: create and change them."""

from dataclasses import dataclass
from typing import Any

from tortoise.exceptions import IntegrityError

import models
from services.activity import Subject
from services.errors import Conflict, ErrorCode, NotFound
from services.patch import ABSENT, Absent
from services.transaction import Act, transaction
from services.validation import LARGEST_ID, Findings

LONGEST_NAME = 200
LONGEST_DESCRIPTION = 10_000
LONGEST_TARGET_NICHE = 500

_TOLD = ("outreach_live",)
"""What the activity log tells the new value of. Of other fields only that they were changed."""


@dataclass(frozen=True, slots=True)
class CampaignDraft:
    """A campaign to be created."""

    name: str
    description: str | None = None
    target_niche: str | None = None


@dataclass(frozen=True, slots=True)
class CampaignPatch:
    """What to change about a campaign; whatever is ABSENT stays."""

    name: str | Absent = ABSENT
    description: str | Absent | None = ABSENT
    target_niche: str | Absent | None = ABSENT
    status: models.CampaignStatus | Absent = ABSENT
    outreach_live: bool | Absent = ABSENT
    """Whether its messages really go out, rather than being kept as previews."""


async def create_campaign(draft: CampaignDraft, act: Act) -> int:
    """Create an ACTIVE campaign and return its id.

    Raises InvalidInput, or Conflict where the name is taken, whatever the case of its letters.
    """
    values = _checked(CampaignPatch(draft.name, draft.description, draft.target_niche))
    async with transaction(act) as tx:
        try:
            campaign = await models.Campaign.create(**values, created_at=act.at, updated_at=act.at)
        except IntegrityError as error:
            raise _name_taken() from error
        tx.log(models.ActivityKind.CAMPAIGN_CREATED, Subject.CAMPAIGN, campaign.id, campaign_id=campaign.id)
    campaign_id: int = campaign.id
    return campaign_id


async def update_campaign(campaign_id: int, patch: CampaignPatch, act: Act) -> None:
    """Change what the patch names. A patch that changes nothing leaves no trace.

    Raises NotFound on `("id",)`, InvalidInput, or Conflict where the name is taken.
    """
    values = _checked(patch)
    if not 0 < campaign_id <= LARGEST_ID:
        raise NotFound(("id",), "campaign")
    async with transaction(act) as tx:
        campaign = await models.Campaign.select_for_update().get_or_none(id=campaign_id)
        if campaign is None:
            raise NotFound(("id",), "campaign")
        changed = {name: value for name, value in values.items() if getattr(campaign, name) != value}
        if not changed:
            return
        try:
            await models.Campaign.filter(id=campaign_id).update(**changed, updated_at=act.at)
        except IntegrityError as error:
            raise _name_taken() from error
        tx.log(
            models.ActivityKind.CAMPAIGN_UPDATED,
            Subject.CAMPAIGN,
            campaign_id,
            campaign_id=campaign_id,
            changed=sorted(changed),
            **{name: changed[name] for name in _TOLD if name in changed},
        )


def _checked(patch: CampaignPatch) -> dict[str, Any]:
    findings = Findings()
    values: dict[str, Any] = {}
    if patch.name is not ABSENT:
        values["name"] = findings.required_text(("name",), patch.name, LONGEST_NAME)
    if patch.description is not ABSENT:
        values["description"] = findings.optional_text(("description",), patch.description, LONGEST_DESCRIPTION)
    if patch.target_niche is not ABSENT:
        values["target_niche"] = findings.optional_text(("target_niche",), patch.target_niche, LONGEST_TARGET_NICHE)
    if patch.status is not ABSENT:
        values["status"] = patch.status
    if patch.outreach_live is not ABSENT:
        values["outreach_live"] = patch.outreach_live
    findings.raise_if_any()
    return values


def _name_taken() -> Conflict:
    return Conflict(("name",), ErrorCode.TAKEN, "Another campaign has this name.")
