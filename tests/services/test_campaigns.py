"""Campaigns."""

import asyncio
from datetime import timedelta

import pytest

import models
from models import ActivityKind, CampaignStatus
from services.campaigns import CampaignDraft, CampaignPatch, create_campaign, update_campaign
from services.errors import DomainError
from services.transaction import Act
from tests.services.discovery.story import act, now
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("connected")


async def test_a_campaign_begins_active_with_its_texts_tidied() -> None:
    creation = act()

    campaign = await models.Campaign.get(
        id=await create_campaign(CampaignDraft("  Cafe\u0301s ", "  ", "Coffee"), creation)
    )

    assert campaign.name == "Cafés"
    assert not campaign.description
    assert (campaign.target_niche, campaign.status) == ("Coffee", CampaignStatus.ACTIVE)
    assert campaign.created_at == campaign.updated_at == creation.at


async def test_a_name_is_taken_whatever_the_case_of_its_letters() -> None:
    await create_campaign(CampaignDraft("Designers"), act())
    other = await create_campaign(CampaignDraft("Other"), act())

    assert await problems_of(create_campaign(CampaignDraft("DESIGNERS"), act())) == {("name", "TAKEN")}
    assert await problems_of(update_campaign(other, CampaignPatch(name="designers "), act())) == {("name", "TAKEN")}


async def test_of_20_campaigns_of_one_name_created_at_once_one_is() -> None:
    results = await asyncio.gather(
        *(create_campaign(CampaignDraft("Designers"), act()) for _ in range(20)), return_exceptions=True
    )

    assert sum(isinstance(result, int) for result in results) == 1
    assert sum(isinstance(result, DomainError) for result in results) == 19


async def test_a_patch_changes_what_it_names_and_nothing_else() -> None:
    campaign_id = await create_campaign(CampaignDraft("Designers", "People who draw", "Branding"), act())
    change = Act("someone else", now() + timedelta(hours=1))

    await update_campaign(campaign_id, CampaignPatch(description=None, status=CampaignStatus.PAUSED), change)

    campaign = await models.Campaign.get(id=campaign_id)
    assert not campaign.description
    assert (campaign.name, campaign.target_niche, campaign.status) == ("Designers", "Branding", CampaignStatus.PAUSED)
    assert campaign.updated_at == change.at
    logged = await models.Activity.get(kind=ActivityKind.CAMPAIGN_UPDATED)
    assert (logged.actor, logged.subject_id, logged.campaign_id) == ("someone else", campaign_id, campaign_id)
    assert logged.detail == {"changed": ["description", "status"]}


async def test_a_patch_that_changes_nothing_leaves_no_trace() -> None:
    creation = act()
    campaign_id = await create_campaign(CampaignDraft("Designers"), creation)

    await update_campaign(campaign_id, CampaignPatch(name=" Designers"), Act("late", now() + timedelta(hours=1)))
    await update_campaign(campaign_id, CampaignPatch(), act())

    assert (await models.Campaign.get(id=campaign_id)).updated_at == creation.at
    assert not await models.Activity.exists(kind=ActivityKind.CAMPAIGN_UPDATED)
