"""Which campaigns there may be."""

import pytest

import models
from services.campaigns import CampaignDraft, CampaignPatch, create_campaign, update_campaign
from tests.services.discovery.story import act
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("module_connected")


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        (CampaignDraft(""), {("name", "BLANK")}),
        (CampaignDraft(" \t\u00a0\n"), {("name", "BLANK")}),
        (CampaignDraft("x" * 201), {("name", "TOO_LONG")}),
        (CampaignDraft("nul\0"), {("name", "MALFORMED")}),
        (CampaignDraft("half \ud83d"), {("name", "MALFORMED")}),
        (
            CampaignDraft("", "x" * 10_001, "x" * 501),
            {("name", "BLANK"), ("description", "TOO_LONG"), ("target_niche", "TOO_LONG")},
        ),
        (CampaignDraft("ok", "nul\0", "half \udc00"), {("description", "MALFORMED"), ("target_niche", "MALFORMED")}),
    ],
)
async def test_what_is_wrong_with_a_draft_is_said_at_once_and_nothing_is_stored(
    draft: CampaignDraft, problems: set[tuple[str, str]]
) -> None:
    stored = await models.Campaign.all().count()

    assert await problems_of(create_campaign(draft, act())) == problems
    assert await models.Campaign.all().count() == stored


@pytest.mark.parametrize("longest", ["x" * 200, "é" * 200, "🙂" * 200])
async def test_a_name_of_200_characters_fits(longest: str) -> None:
    campaign = await models.Campaign.get(id=await create_campaign(CampaignDraft(longest), act()))

    assert campaign.name == longest


@pytest.mark.parametrize("campaign_id", [0, -1, 404, 2**63, 2**200])
async def test_an_unknown_campaign_is_not_found(campaign_id: int) -> None:
    assert await problems_of(update_campaign(campaign_id, CampaignPatch(name="x"), act())) == {("id", "NOT_FOUND")}
