"""What clients do with jobs."""

import asyncio
from itertools import pairwise

import pytest

import models
from models import ActivityKind, CampaignStatus, DiscoveryJobStatus, Platform, SourceRunStatus
from services.activity import Subject
from services.campaigns import CampaignPatch, update_campaign
from services.discovery import (
    CriteriaDraft,
    CriteriaLimits,
    DiscoveryJobDraft,
    cancel_discovery_job,
    create_discovery_job,
    run_discovery_job,
)
from services.errors import Conflict, ErrorCode
from services.queue import RUN_DISCOVERY_JOB, DiscoveryRun
from services.transaction import reading
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import a_campaign, a_job, a_queued_job, act, play
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("connected")
SEED = ("https://people.example/",)


async def queued() -> list[DiscoveryRun]:
    """The runs in the queue."""
    async with reading() as connection:
        rows = await connection.fetch("SELECT payload FROM pgqueuer WHERE entrypoint = $1", RUN_DISCOVERY_JOB)
    return [DiscoveryRun.decode(row["payload"]) for row in rows]


async def test_a_job_begins_pending_with_a_source_run_for_each_platform() -> None:
    campaign_id = await a_campaign()
    criteria = CriteriaDraft(
        (Platform.WEB, Platform.GITHUB),
        keywords=(" Branding ", "branding", "Logo"),
        location=" Porto ",
        role_contains="",
        seed_urls=("HTTPS://People.Example:443/a/../team#top", "https://people.example/team"),
        usernames=("ada", "Ada"),
        min_followers=0,
    )

    job_id = await create_discovery_job(DiscoveryJobDraft(campaign_id, " Search ", criteria), act())

    job = await models.DiscoveryJob.get(id=job_id)
    assert (job.name, job.status, job.queued_at) == ("Search", DiscoveryJobStatus.PENDING, None)
    assert job.criteria == {
        "platforms": ["WEB", "GITHUB"],
        "keywords": ["Branding", "Logo"],
        "location": "Porto",
        "role_contains": None,
        "min_followers": 0,
        "recent_activity_days": None,
        "seed_urls": ["https://people.example/team"],
        "usernames": ["ada"],
        "max_profiles": 200,
    }
    runs = await models.SourceRun.filter(job_id=job_id).order_by("id")
    assert [(run.platform, run.status) for run in runs] == [
        (Platform.WEB, SourceRunStatus.PENDING),
        (Platform.GITHUB, SourceRunStatus.PENDING),
    ]
    assert await queued() == []


async def test_everything_wrong_with_a_draft_is_said_at_once() -> None:
    draft = DiscoveryJobDraft(404, "  ", CriteriaDraft((), min_followers=-1))

    assert await problems_of(create_discovery_job(draft, act())) == {
        ("campaign_id", "NOT_FOUND"),
        ("name", "BLANK"),
        ("criteria.platforms", "EMPTY"),
        ("criteria.min_followers", "OUT_OF_RANGE"),
    }


async def test_the_limits_are_settings() -> None:
    draft = DiscoveryJobDraft(await a_campaign(), "Search", CriteriaDraft((Platform.GITHUB,), max_profiles=11))

    request = create_discovery_job(draft, act(), CriteriaLimits(max_profiles=10))

    assert await problems_of(request) == {("criteria.max_profiles", "OUT_OF_RANGE")}


async def test_an_archived_campaign_gets_no_jobs_and_runs_none() -> None:
    job_id = await a_job()
    campaign_id = (await models.DiscoveryJob.get(id=job_id).values("campaign_id"))["campaign_id"]
    await update_campaign(campaign_id, CampaignPatch(status=CampaignStatus.ARCHIVED), act())
    draft = DiscoveryJobDraft(campaign_id, "Search", CriteriaDraft((Platform.WEB,), seed_urls=SEED))

    assert await problems_of(create_discovery_job(draft, act())) == {("campaign_id", "CAMPAIGN_NOT_ACTIVE")}
    assert await problems_of(run_discovery_job(job_id, act())) == {("id", "CAMPAIGN_NOT_ACTIVE")}
    assert await queued() == []
    assert (await models.DiscoveryJob.get(id=job_id)).queued_at is None


async def test_of_20_who_run_a_job_at_once_exactly_one_does() -> None:
    job_id = await a_job()

    results = await asyncio.gather(*(run_discovery_job(job_id, act()) for _ in range(20)), return_exceptions=True)

    assert results.count(None) == 1
    refusals = [result for result in results if isinstance(result, Conflict)]
    assert len(refusals) == 19
    assert {refusal.problems[0].code for refusal in refusals} == {ErrorCode.ALREADY_RUNNING}
    assert await queued() == [DiscoveryRun(job_id, 1)]
    assert await models.Activity.filter(kind=ActivityKind.DISCOVERY_JOB_QUEUED).count() == 1


async def test_a_running_job_cannot_be_run() -> None:
    run = await a_queued_job()
    source = ScriptedSource([asyncio.Event()])
    playing = asyncio.create_task(play(run, source))
    await source.reached[0].wait()

    assert await problems_of(run_discovery_job(run.job_id, act())) == {("id", "ALREADY_RUNNING")}
    playing.cancel()
    await asyncio.wait({playing})


async def test_of_20_who_run_and_cancel_a_job_at_once_each_move_happens_in_turn() -> None:
    job_id = await a_job()

    results = await asyncio.gather(
        *((run_discovery_job if turn % 2 else cancel_discovery_job)(job_id, act()) for turn in range(20)),
        return_exceptions=True,
    )

    moves = [
        row.kind
        for row in await models.Activity.filter(subject_type=Subject.DISCOVERY_JOB).order_by("transaction_id", "id")
    ]
    assert len(moves) == 1 + results.count(None)
    assert moves[0] is ActivityKind.DISCOVERY_JOB_CREATED
    assert all(earlier is not later for earlier, later in pairwise(moves))
    assert len(await queued()) == moves.count(ActivityKind.DISCOVERY_JOB_QUEUED)


@pytest.mark.parametrize("queue_it", [False, True])
async def test_a_job_that_has_not_run_can_be_cancelled_once(queue_it: bool) -> None:
    job_id = await a_job()
    if queue_it:
        await run_discovery_job(job_id, act())
    cancelling = act()

    await cancel_discovery_job(job_id, cancelling)

    job = await models.DiscoveryJob.get(id=job_id)
    assert (job.status, job.completed_at) == (DiscoveryJobStatus.CANCELLED, cancelling.at)
    assert job.queued_at is None
    assert (await models.SourceRun.get(job_id=job_id)).status is SourceRunStatus.CANCELLED
    assert await problems_of(cancel_discovery_job(job_id, act())) == {("id", "NOT_CANCELLABLE")}


async def test_a_new_run_begins_with_a_clean_slate() -> None:
    run = await a_queued_job(min_followers=10)
    await play(run, ScriptedSource([people("Ada", checkpoint="page 2"), KeyError()]))

    await run_discovery_job(run.job_id, act())

    job, source = await models.DiscoveryJob.get(id=run.job_id), await models.SourceRun.get(job_id=run.job_id)
    assert (job.status, job.profile_count, job.run) == (DiscoveryJobStatus.PENDING, 1, 2)
    assert not any((job.started_at, job.completed_at, job.error_message))
    assert (source.status, source.profiles_found, source.requests_made) == (SourceRunStatus.PENDING, 1, 0)
    assert not any((source.error, source.checkpoint, source.started_at, source.completed_at))


@pytest.mark.parametrize("job_id", [0, -1, 404, 2**63])
async def test_an_unknown_job_is_not_found(job_id: int) -> None:
    assert await problems_of(run_discovery_job(job_id, act())) == {("id", "NOT_FOUND")}
    assert await problems_of(cancel_discovery_job(job_id, act())) == {("id", "NOT_FOUND")}


@pytest.mark.parametrize("payload", [None, b"", b"null", b"[]", b"{}", b'{"job_id": 1}'])
def test_a_payload_that_is_no_run_is_refused(payload: bytes | None) -> None:
    with pytest.raises((ValueError, KeyError)):
        DiscoveryRun.decode(payload)
