"""Discovery jobs and what each of their sources does."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.platforms import Platform


class DiscoveryJobStatus(StrEnum):
    """Where a job stands. `services.discovery.transitions` has the legal moves."""

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class SourceRunStatus(StrEnum):
    """Where one source of a job stands."""

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    WAITING = "WAITING"
    DONE = "DONE"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"
    CANCELLED = "CANCELLED"


class DiscoveryJob(Model):
    """A search for people on one or more platforms.

    `queued_at` is set while a run is asked for or under way: a PENDING job with it waits for a worker. `run` counts the
    runs asked for, so that what is left in the queue of an earlier one starts nothing. `attempt` counts the workers
    which took the job up, and fences: only the holder of the present attempt may write.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="discovery_jobs", on_delete=fields.CASCADE
    )
    name = fields.CharField(max_length=200)
    criteria: fields.Field[dict[str, Any]] = fields.JSONField()
    status = fields.CharEnumField(DiscoveryJobStatus, max_length=16, default=DiscoveryJobStatus.PENDING)
    run = fields.IntField(default=0)
    attempt = fields.IntField(default=0)
    profile_count = fields.IntField(default=0)
    error_message = fields.TextField(null=True)
    created_at = fields.DatetimeField()
    queued_at = fields.DatetimeField(null=True)
    started_at = fields.DatetimeField(null=True)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "discovery_jobs"
        indexes = (
            ("campaign_id", "created_at", "id"),
            ("campaign_id", "name", "id"),
            ("created_at", "id"),
            ("name", "id"),
            ("status", "created_at", "id"),
        )


class SourceRun(Model):
    """One source's part of a job: created with the job, one per platform of its criteria."""

    id = fields.BigIntField(primary_key=True)
    job: fields.ForeignKeyRelation[DiscoveryJob] = fields.ForeignKeyField(
        "models.DiscoveryJob", related_name="source_runs", on_delete=fields.CASCADE
    )
    platform = fields.CharEnumField(Platform, max_length=16)
    status = fields.CharEnumField(SourceRunStatus, max_length=16, default=SourceRunStatus.PENDING)
    profiles_found = fields.IntField(default=0)
    profiles_rejected = fields.IntField(default=0)
    requests_made = fields.IntField(default=0)
    error = fields.TextField(null=True)
    checkpoint = fields.TextField(null=True)
    retry_at = fields.DatetimeField(null=True)
    started_at = fields.DatetimeField(null=True)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "source_runs"
        unique_together = (("job_id", "platform"),)
