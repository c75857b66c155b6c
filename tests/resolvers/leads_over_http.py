"""Leads as a client makes them."""

from typing import Any

from tests.resolvers.serving import Api

CREATE_CAMPAIGN = """
mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } userErrors { message } } }
"""
CREATE = """
mutation($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id name email version } userErrors { field code message } }
}
"""
UPDATE = """
mutation($input: UpdateLeadInput!) {
  updateLead(input: $input) {
    lead {
      id name email phone company role location timeZone website score tags notes owner doNotContact version
      stage updatedAt
    }
    userErrors { field code message }
  }
}
"""


async def campaign(api: Api, name: str = "Builders") -> str:
    """The id of a new campaign."""
    return str((await api.done(CREATE_CAMPAIGN, input={"name": name}))["campaign"]["id"])


async def lead(api: Api, campaign_id: str, name: str = "Ana", **values: Any) -> str:
    """The id of a new lead."""
    wanted = {"campaignId": campaign_id, "name": name, **values}
    return str((await api.done(CREATE, input=wanted))["lead"]["id"])
