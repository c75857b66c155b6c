"""Jobs over the example site, and the leads that come of them."""

from typing import Any

from tests.console.seeded.many import one
from tests.end_to_end.client import ApiClient
from tests.end_to_end.operations import WATCH_JOB

_BEST = """
query ($id: ID!) {
  discoveryJob(id: $id) {
    status
    profiles(first: 10, orderBy: {field: MATCH_SCORE, direction: DESC}) { nodes { id } }
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
    """A job that finds people, of whom the best become leads, and one that finds nothing."""
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
    await find(api, campaign, "Guild of founders", f"{site_url}/guild/elsewhere.html", roleContains="founder")
