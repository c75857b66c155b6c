"""What tests of discovery begin with and look at."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import models
from models import Platform
from services.campaigns import CampaignDraft, create_campaign
from services.discovery import (
    CriteriaDraft,
    DiscoveryJobDraft,
    RunLimits,
    create_discovery_job,
    perform,
    run_discovery_job,
)
from services.queue import DiscoveryRun
from services.transaction import Act
from sources.protocol import Source
from tests.services.discovery.scripted_source import ScriptedSource


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def act() -> Act:
    """Something a client does now."""
    return Act("tester", now())


async def a_campaign(name: str = "Designers") -> int:
    """A campaign's id."""
    return await create_campaign(CampaignDraft(name), act())


async def a_job(*platforms: Platform, **criteria: Any) -> int:
    """A job's id, in a campaign of its own."""
    platforms = platforms or (Platform.WEB,)
    campaign_id = await a_campaign(f"Campaign {await models.Campaign.all().count()}")
    draft = CriteriaDraft(platforms, seed_urls=("https://people.example/",), **criteria)
    return await create_discovery_job(DiscoveryJobDraft(campaign_id, "Search", draft), act())


async def a_queued_job(*platforms: Platform, **criteria: Any) -> DiscoveryRun:
    """A job which waits for a worker."""
    job_id = await a_job(*platforms, **criteria)
    return await queue(job_id)


async def queue(job_id: int) -> DiscoveryRun:
    """Ask for a run."""
    await run_discovery_job(job_id, act())
    return DiscoveryRun(job_id, (await models.DiscoveryJob.get(id=job_id)).run)


async def play(run: DiscoveryRun, *sources: ScriptedSource, limits: RunLimits | None = None) -> None:
    """Perform a run with these sources."""
    await perform(run, installed(*sources), now, limits or RunLimits())


def installed(*sources: ScriptedSource) -> Mapping[str, Source]:
    """The sources by platform."""
    return {source.platform: source for source in sources}


async def job_of(run: DiscoveryRun) -> models.DiscoveryJob:
    """The job as it stands."""
    return await models.DiscoveryJob.get(id=run.job_id)


async def source_run(run: DiscoveryRun, platform: Platform = Platform.WEB) -> models.SourceRun:
    """One source's part as it stands."""
    return await models.SourceRun.get(job_id=run.job_id, platform=platform)


async def names(run: DiscoveryRun) -> list[str]:
    """The people stored, in order of their names."""
    return [row.display_name for row in await models.DiscoveredProfile.filter(job_id=run.job_id).order_by("handle")]


async def assert_counts_equal_rows(run: DiscoveryRun) -> None:
    """The job's and each source's counts against the rows there are."""
    job = await job_of(run)
    assert job.profile_count == await models.DiscoveredProfile.filter(job_id=run.job_id).count()
    for source in await models.SourceRun.filter(job_id=run.job_id):
        stored = await models.DiscoveredProfile.filter(job_id=run.job_id, platform=source.platform).count()
        assert source.profiles_found == stored, source.platform
