"""Sample data: a campaign and a job over the example site, so that a first look shows something real."""

from dataclasses import dataclass

import models
from services.campaigns import CampaignDraft, create_campaign
from services.discovery import CriteriaDraft, DiscoveryJobDraft, create_discovery_job
from services.transaction import Act

CAMPAIGN = "Harbour software teams"
JOB = "People of the example site"


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample's rows."""

    campaign_id: int
    job_id: int


async def seed(site_url: str, act: Act) -> Sample:
    """Create the sample campaign and its job over the site at this address, unless they exist."""
    campaign = await models.Campaign.get_or_none(name=CAMPAIGN)
    draft = CampaignDraft(CAMPAIGN, "A sample: people who build software around a fictional harbour.", "software teams")
    campaign_id = campaign.id if campaign else await create_campaign(draft, act)
    seed_url = f"{site_url}/index.html"
    async for job in models.DiscoveryJob.filter(campaign_id=campaign_id, name=JOB).order_by("-id"):
        if job.status is models.DiscoveryJobStatus.DONE or job.criteria["seed_urls"] == [seed_url]:
            return Sample(campaign_id, job.id)
    criteria = CriteriaDraft(
        platforms=(models.Platform.WEB,),
        keywords=("software", "engineering"),
        location="Lisbon",
        role_contains="engineer",
        seed_urls=(seed_url,),
    )
    job_id = await create_discovery_job(DiscoveryJobDraft(campaign_id, JOB, criteria), act)
    return Sample(campaign_id, job_id)
