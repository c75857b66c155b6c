"""Leads: people a campaign wants to win, and the keys by which one person is recognised."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.fields.db_defaults import Now
from tortoise.models import Model

from models.campaigns import Campaign


class LeadStage(StrEnum):
    """The funnel."""

    NEW = "NEW"
    CONTACTED = "CONTACTED"
    REPLIED = "REPLIED"
    QUALIFIED = "QUALIFIED"
    WON = "WON"
    LOST = "LOST"


class LeadSource(StrEnum):
    """How a lead came in."""

    DISCOVERY = "DISCOVERY"
    IMPORT = "IMPORT"
    MANUAL = "MANUAL"
    FORM = "FORM"


class IdentityKind(StrEnum):
    """What identifies a person within a campaign. A name never does."""

    HANDLE = "HANDLE"
    PROFILE_URL = "PROFILE_URL"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    EXTERNAL_ID = "EXTERNAL_ID"
    IMPORTED_ROW = "IMPORTED_ROW"


class Lead(Model):
    """A person in a campaign's funnel.

    `version` rises with every change. `stage_entered_at` is when the present stage was entered. `owner` names who of us
    is in charge. Search, tags and orderings by nullable fields stand on indexes which are in the migrations.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="leads", on_delete=fields.CASCADE
    )
    name = fields.CharField(max_length=300)
    email = fields.CharField(max_length=320, null=True)
    phone = fields.CharField(max_length=32, null=True)
    company = fields.TextField(null=True)
    role = fields.TextField(null=True)
    location = fields.TextField(null=True)
    time_zone = fields.CharField(max_length=64, null=True)
    website = fields.TextField(null=True)
    bio = fields.TextField(null=True)
    followers = fields.IntField(null=True)
    source = fields.CharEnumField(LeadSource, max_length=16)
    stage = fields.CharEnumField(LeadStage, max_length=16, default=LeadStage.NEW)
    score = fields.FloatField(null=True)
    tags = ArrayField(element_type="text", default=list)
    notes = fields.TextField(null=True)
    do_not_contact = fields.BooleanField(default=False)
    owner = fields.CharField(max_length=200, null=True)
    version = fields.IntField(db_default=1)
    provenance: fields.Field[list[dict[str, Any]]] = fields.JSONField()
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    last_contacted_at = fields.DatetimeField(null=True)
    last_replied_at = fields.DatetimeField(null=True)
    stage_entered_at = fields.DatetimeField(db_default=Now())

    class Meta:
        table = "leads"
        indexes = (
            ("campaign_id", "created_at", "id"),
            ("campaign_id", "stage", "created_at", "id"),
            ("campaign_id", "name", "id"),
            ("created_at", "id"),
            ("name", "id"),
            ("source", "created_at", "id"),
            ("stage", "created_at", "id"),
            ("score",),
            ("campaign_id", "stage_entered_at", "id"),
            ("stage_entered_at", "id"),
            ("owner", "created_at", "id"),
        )


class LeadIdentity(Model):
    """A key of a lead: `(campaign, kind, value)` is unique, so one person becomes one lead, whoever asks at once.

    `value` is `PLATFORM:handle`, a canonical URL, a normalised e-mail address, a telephone number in E.164 form, the id
    which another program gave the person, or the digest of an imported row that has none of these.
    """

    id = fields.BigIntField(primary_key=True)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="identities", on_delete=fields.CASCADE, db_index=True
    )
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="lead_identities", on_delete=fields.CASCADE
    )
    kind = fields.CharEnumField(IdentityKind, max_length=16)
    value = fields.TextField()

    class Meta:
        table = "lead_identities"
        unique_together = (("campaign_id", "kind", "value"),)
