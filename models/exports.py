"""Exports: what somebody may download once."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign


class ExportFormat(StrEnum):
    """What exported leads are written in."""

    CSV = "CSV"
    JSON_LINES = "JSON_LINES"


class LeadExport(Model):
    """Leave to download a campaign's leads. Only the SHA-256 of its secret is kept; the row goes with the download.

    `conditions` are those which the leads meet: a filter, as the client gave it.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="exports", on_delete=fields.CASCADE, db_index=True
    )
    secret_digest = fields.CharField(max_length=64, unique=True)
    format = fields.CharEnumField(ExportFormat, max_length=16)
    conditions: fields.Field[dict[str, Any]] = fields.JSONField()
    actor = fields.CharField(max_length=200)
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "lead_exports"
