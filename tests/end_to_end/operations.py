"""The operations which several tests send."""

import asyncio
from typing import Any

from tests.end_to_end.client import ApiClient

CREATE_CAMPAIGN = """
mutation ($name: String!) {
  createCampaign(input: {name: $name}) { campaign { id name status } userErrors { field code message } }
}
"""

CREATE_JOB = """
mutation ($campaign: ID!, $name: String!, $criteria: DiscoveryCriteriaInput!) {
  createDiscoveryJob(input: {campaignId: $campaign, name: $name, criteria: $criteria}) {
    discoveryJob { id status sourceRuns { platform status } }
    userErrors { field code message }
  }
}
"""

RUN_JOB = """
mutation ($id: ID!) {
  runDiscoveryJob(input: {id: $id}) { discoveryJob { id status } userErrors { field code message } }
}
"""

CANCEL_JOB = """
mutation ($id: ID!) {
  cancelDiscoveryJob(input: {id: $id}) { discoveryJob { id status } userErrors { field code message } }
}
"""

WATCH_JOB = """
subscription ($id: ID!, $after: String) {
  discoveryJob(id: $id, after: $after) {
    sequence
    change { kind }
    discoveryJob { status profileCount sourceRuns { platform status profilesFound requestsMade error } }
  }
}
"""

PROFILES = """
query ($id: ID!, $after: String) {
  discoveryJob(id: $id) {
    status errorMessage profileCount
    sourceRuns { platform status profilesFound requestsMade error }
    profiles(first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id displayName role email matchScore matchReasons { criterion score weight } lead { id } }
    }
  }
}
"""

CONVERT = """
mutation ($job: ID!, $profiles: [ID!]!) {
  convertProfiles(input: {jobId: $job, profileIds: $profiles}) {
    results { profileId outcome duplicateKey lead { id name email source stage } }
    userErrors { field code message }
  }
}
"""


async def new_campaign(api: ApiClient, name: str = "Engineers of Lisbon") -> str:
    """Create a campaign; its id."""
    answer = (await api.execute(CREATE_CAMPAIGN, name=name))["createCampaign"]
    assert answer["userErrors"] == []
    return str(answer["campaign"]["id"])


async def new_job(api: ApiClient, campaign: str, *seeds: str, **criteria: Any) -> str:
    """Create a job which reads web pages; its id."""
    wanted = {"platforms": ["WEB"], "seedUrls": list(seeds), **criteria}
    answer = (await api.execute(CREATE_JOB, campaign=campaign, name="People", criteria=wanted))["createDiscoveryJob"]
    assert answer["userErrors"] == []
    return str(answer["discoveryJob"]["id"])


async def run_job(api: ApiClient, job: str) -> None:
    """Ask for a run, which must be accepted."""
    answer = (await api.execute(RUN_JOB, id=job))["runDiscoveryJob"]
    assert answer["userErrors"] == []


class Watch:
    """A subscription to one job, read to its end beside the test."""

    def __init__(self, api: ApiClient, job: str) -> None:
        self.updates: list[dict[str, Any]] = []
        self._started = asyncio.Event()
        self._reading = asyncio.create_task(self._read(api, job))

    async def _read(self, api: ApiClient, job: str) -> None:
        try:
            async for update in api.subscribe(WATCH_JOB, id=job):
                self.updates.append(update["discoveryJob"])
                self._started.set()
        finally:
            self._started.set()

    async def to_the_end(self) -> list[dict[str, Any]]:
        """Every update until the subscription completed by itself."""
        await asyncio.wait_for(self._reading, 60)
        return self.updates


async def watching(api: ApiClient, job: str) -> Watch:
    """A subscription which has received the job's present state."""
    watch = Watch(api, job)
    await asyncio.wait_for(watch._started.wait(), 30)
    return watch


async def all_profiles(api: ApiClient, job: str) -> list[dict[str, Any]]:
    """Every profile of the job, page by page, the best match first."""
    profiles: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = (await api.execute(PROFILES, id=job, after=cursor))["discoveryJob"]["profiles"]
        profiles += page["nodes"]
        cursor = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return profiles
