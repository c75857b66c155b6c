"""Imports: files of leads, and what became of each of their rows."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.leads import Lead


class ImportFormat(StrEnum):
    """What a file of leads is written in."""

    CSV = "CSV"
    VCARD = "VCARD"
    JSON_LINES = "JSON_LINES"


class LeadImportStatus(StrEnum):
    """Where an import stands."""

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class ImportOutcome(StrEnum):
    """What became of a row."""

    CREATED = "CREATED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"
    REJECTED = "REJECTED"


class Upload(Model):
    """A file that was sent to us. `token` is what its sender names it by, `digest` the SHA-256 (hex) of its bytes."""

    id = fields.BigIntField(primary_key=True)
    token = fields.UUIDField(unique=True)
    filename = fields.CharField(max_length=255, null=True)
    content_type = fields.CharField(max_length=200, null=True)
    size = fields.BigIntField()
    digest = fields.CharField(max_length=64)
    actor = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()

    class Meta:
        table = "uploads"
        indexes = (("created_at", "id"),)


class UploadChunk(Model):
    """A piece of an upload, numbered from 0."""

    id = fields.BigIntField(primary_key=True)
    upload: fields.ForeignKeyRelation[Upload] = fields.ForeignKeyField(
        "models.Upload", related_name="chunks", on_delete=fields.CASCADE
    )
    number = fields.IntField()
    content = fields.BinaryField()

    class Meta:
        table = "upload_chunks"
        unique_together = (("upload_id", "number"),)


class LeadImport(Model):
    """The import of one file into a campaign. What is counted here agrees with its rows: both are written together.

    `mapping` lists `{"column", "field"}`: which of the file's columns fills which of the lead's fields; `options` are
    the reader's. `run` rises with every request to run, so that a worker can tell an outdated one, `attempt` with every
    worker that takes the run up, or over. `rows_read` is where a resumed run goes on.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="imports", on_delete=fields.CASCADE
    )
    upload: fields.ForeignKeyNullableRelation[Upload] = fields.ForeignKeyField(
        "models.Upload", related_name="imports", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    filename = fields.CharField(max_length=255, null=True)
    format = fields.CharEnumField(ImportFormat, max_length=16)
    dry_run = fields.BooleanField(default=False)
    mapping: fields.Field[list[dict[str, str]]] = fields.JSONField()
    options: fields.Field[dict[str, Any]] = fields.JSONField()
    status = fields.CharEnumField(LeadImportStatus, max_length=16, default=LeadImportStatus.PENDING)
    run = fields.IntField(default=0)
    attempt = fields.IntField(db_default=0)
    rows_total = fields.IntField(null=True)
    rows_read = fields.IntField(default=0)
    created_count = fields.IntField(default=0)
    updated_count = fields.IntField(default=0)
    unchanged_count = fields.IntField(default=0)
    rejected_count = fields.IntField(default=0)
    error_message = fields.TextField(null=True)
    actor = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()
    started_at = fields.DatetimeField(null=True)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lead_imports"
        indexes = (("campaign_id", "created_at", "id"), ("created_at", "id"), ("status", "created_at", "id"))


class LeadImportRow(Model):
    """What became of one row. `lead_id` is no foreign key: the row tells what happened, also of a lead that is gone.

    `number` counts the file's rows from 1, a header not included. `problems` lists `{"column", "code", "message"}`.
    """

    id = fields.BigIntField(primary_key=True)
    lead_import: fields.ForeignKeyRelation[LeadImport] = fields.ForeignKeyField(
        "models.LeadImport", related_name="rows", on_delete=fields.CASCADE
    )
    number = fields.IntField()
    outcome = fields.CharEnumField(ImportOutcome, max_length=16)
    lead: fields.ForeignKeyNullableRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="import_rows", on_delete=fields.NO_ACTION, null=True, db_constraint=False
    )
    problems: fields.Field[list[dict[str, str]] | None] = fields.JSONField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "lead_import_rows"
        unique_together = (("lead_import_id", "number"),)
        indexes = (("lead_import_id", "outcome", "number"), ("lead_id", "at"))
