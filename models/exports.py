"""Exports: what somebody may download once."""

from enum import StrEnum

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from models.campaigns import Campaign


class ExportFormat(StrEnum):
    """What exported leads are written in."""

    CSV = "CSV"
    JSON_LINES = "JSON_LINES"


class LeadExport(Model):
    """Leave to download some of a campaign's leads, once. Only the SHA-256 of its secret is kept.

    `lead_ids` are theirs, in the order in which they are written. The row goes when they have been.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="exports", on_delete=fields.CASCADE, db_index=True
    )
    secret_digest = fields.CharField(max_length=64, unique=True)
    format = fields.CharEnumField(ExportFormat, max_length=16)
    lead_ids = ArrayField(element_type="bigint")
    actor = fields.CharField(max_length=200)
    expires_at = fields.DatetimeField(db_index=True)
    taken_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lead_exports"
