"""Jobs over the example site, and the leads that come of them."""

from typing import Any

from tests.console.seeded.many import one
from tests.end_to_end.client import ApiClient
from tests.end_to_end.operations import WATCH_JOB

_NEWEST = """
query ($campaign: ID!) {
  campaign(id: $campaign) { discoveryJobs(first: 1) { nodes { id profiles(first: 1) { nodes { id } } } } }
}
"""
_BEST = """
query ($id: ID!) {
  discoveryJob(id: $id) {
    status
    profiles(first: 8, orderBy: {field: MATCH_SCORE, direction: DESC}) { nodes { id } }
  }
}
"""


async def find(api: ApiClient, campaign: str, name: str, *seeds: str, **criteria: Any) -> tuple[str, dict[str, Any]]:
    """Run a job to its end: its id, and what it found."""
    wanted = {"platforms": ["WEB"], "seedUrls": list(seeds), **criteria}
    made = await one(api, "createDiscoveryJob", "discoveryJob { id }", campaignId=campaign, name=name, criteria=wanted)
    job = str(made["discoveryJob"]["id"])
    await one(api, "runDiscoveryJob", id=job)
    async for _ in api.subscribe(WATCH_JOB, id=job):
        pass
    found: dict[str, Any] = (await api.execute(_BEST, id=job))["discoveryJob"]
    return job, found


async def engineers(api: ApiClient, campaign: str, site_url: str) -> None:
    """A job that finds nobody, and one that finds people, of whom the best become leads."""
    await find(api, campaign, "Guild of founders", f"{site_url}/guild/elsewhere.html", roleContains="founder")
    job, found = await find(
        api,
        campaign,
        "Engineers around the harbour",
        f"{site_url}/index.html",
        keywords=["software", "engineering"],
        location="Lisbon",
        roleContains="engineer",
    )
    best = [profile["id"] for profile in found["profiles"]["nodes"]]
    await one(api, "convertProfiles", jobId=job, profileIds=best)


async def newest(api: ApiClient, campaign: str) -> tuple[str, str]:
    """The campaign's newest job, and whom of those it found fits best."""
    (job,) = (await api.execute(_NEWEST, campaign=campaign))["campaign"]["discoveryJobs"]["nodes"]
    return job["id"], job["profiles"]["nodes"][0]["id"]
