"""Campaigns: a search for one kind of client, with its jobs and its leads."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class CampaignStatus(StrEnum):
    """Whether a campaign is worked on."""

    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    ARCHIVED = "ARCHIVED"


class Campaign(Model):
    """A campaign. Its name is unique, whatever the case of its letters (index in the migration).

    Only where `outreach_live` is set do messages go out; those of others are kept as previews.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=200)
    description = fields.TextField(null=True)
    target_niche = fields.CharField(max_length=500, null=True)
    status = fields.CharEnumField(CampaignStatus, max_length=16, default=CampaignStatus.ACTIVE)
    outreach_live = fields.BooleanField(default=False, db_default=False)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "campaigns"
        indexes = (("created_at", "id"), ("updated_at", "id"), ("name", "id"), ("status", "id"))
