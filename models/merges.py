"""Merges: several leads which are one person."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.leads import Lead


class LeadMerge(Model):
    """One merge. The rows of the absorbed leads are gone from `leads`; `absorbed` has all that brings them back.

    `before` is the surviving lead's row as it was, `after` what the merge made of it.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="merges", on_delete=fields.CASCADE
    )
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="merges", on_delete=fields.CASCADE
    )
    before: fields.Field[dict[str, Any]] = fields.JSONField()
    after: fields.Field[dict[str, Any]] = fields.JSONField()
    absorbed: fields.Field[list[dict[str, Any]]] = fields.JSONField()
    actor = fields.CharField(max_length=200)
    merged_at = fields.DatetimeField()
    undone_at = fields.DatetimeField(null=True)
    undone_by = fields.CharField(max_length=200, null=True)

    class Meta:
        table = "lead_merges"
        indexes = (("lead_id", "merged_at", "id"), ("campaign_id", "merged_at", "id"))
