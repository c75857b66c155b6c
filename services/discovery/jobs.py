"""What clients do with jobs: create, run, cancel."""

from dataclasses import dataclass

import models
from models import CampaignStatus, SourceRunStatus
from services.activity import Subject
from services.discovery import source_runs
from services.discovery.criteria import CriteriaDraft, checked_criteria, stored
from services.discovery.limits import DEFAULT_CRITERIA_LIMITS, CriteriaLimits
from services.discovery.transitions import Move, move
from services.errors import Conflict, DomainError, ErrorCode, NotFound
from services.queue import DiscoveryRun, enqueue_discovery_run
from services.transaction import Act, transaction
from services.validation import LARGEST_ID, Findings

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class DiscoveryJobDraft:
    """A job to be created."""

    campaign_id: int
    name: str
    criteria: CriteriaDraft


async def create_discovery_job(
    draft: DiscoveryJobDraft, act: Act, limits: CriteriaLimits = DEFAULT_CRITERIA_LIMITS
) -> int:
    """Create a job with one source run a platform, and return its id. It does not run yet.

    Raises InvalidInput with everything wrong at once; Conflict where the campaign is archived.
    """
    findings = Findings()
    name = findings.required_text(("name",), draft.name, LONGEST_NAME)
    criteria = checked_criteria(draft.criteria, limits, findings, ("criteria",))
    async with transaction(act) as tx:
        campaign = await _campaign(draft.campaign_id)
        if campaign is None:
            findings.add(("campaign_id",), ErrorCode.NOT_FOUND, "There is no campaign with this id.")
        findings.raise_if_any()
        if campaign is None or campaign.status is CampaignStatus.ARCHIVED:
            raise _campaign_archived(("campaign_id",))
        job = await models.DiscoveryJob.create(
            campaign_id=campaign.id, name=name, criteria=stored(criteria), created_at=act.at
        )
        await models.SourceRun.bulk_create(
            models.SourceRun(job_id=job.id, platform=platform) for platform in criteria.platforms
        )
        tx.log(models.ActivityKind.DISCOVERY_JOB_CREATED, Subject.DISCOVERY_JOB, job.id, campaign_id=campaign.id)
    job_id: int = job.id
    return job_id


async def run_discovery_job(job_id: int, act: Act) -> None:
    """Ask for a run: a worker takes it up once this has committed.

    A job which has ended runs anew: its profiles stay until the new run has looked for them. Raises NotFound, or
    Conflict where the job is queued or running already, or its campaign is archived.
    """
    async with transaction(act) as tx:
        job = await move(tx, job_id, Move.QUEUE) if 0 < job_id <= LARGEST_ID else None
        if job is None:
            raise await _refused(job_id, ErrorCode.ALREADY_RUNNING, "This job is queued or running already.")
        campaign = await _campaign(job["campaign_id"])
        if campaign is None or campaign.status is CampaignStatus.ARCHIVED:
            raise _campaign_archived(("id",))
        await source_runs.reset(tx, job_id)
        await enqueue_discovery_run(tx, DiscoveryRun(job_id, job["run"]))


async def cancel_discovery_job(job_id: int, act: Act) -> None:
    """End a job that has not ended. A worker which runs it stops within two seconds; what was found stays.

    Raises NotFound, or Conflict where the job has ended.
    """
    async with transaction(act) as tx:
        job = await move(tx, job_id, Move.CANCEL) if 0 < job_id <= LARGEST_ID else None
        if job is None:
            raise await _refused(job_id, ErrorCode.NOT_CANCELLABLE, "This job has ended.")
        await source_runs.end_remaining(tx, job_id, SourceRunStatus.CANCELLED)


async def _refused(job_id: int, code: ErrorCode, message: str) -> DomainError:
    if 0 < job_id <= LARGEST_ID and await models.DiscoveryJob.exists(id=job_id):
        return Conflict(("id",), code, message)
    return NotFound(("id",), "discovery job")


async def _campaign(campaign_id: int) -> models.Campaign | None:
    """The campaign, held so that nobody archives it meanwhile."""
    if not 0 < campaign_id <= LARGEST_ID:
        return None
    return await models.Campaign.select_for_update(no_key=True).get_or_none(id=campaign_id)


def _campaign_archived(path: tuple[str, ...]) -> Conflict:
    return Conflict(path, ErrorCode.CAMPAIGN_NOT_ACTIVE, "This campaign is archived.")
