"""Profiles which discovery found."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.discovery import DiscoveryJob
from models.leads import Lead
from models.platforms import Platform


class DiscoveredProfile(Model):
    """One person on one platform, as one job saw them. `(job, platform, handle)` is unique.

    `seen_in_attempt` is the job's attempt which saw the profile last; `provenance` and `match_reasons` are lists of
    objects in the shape of the GraphQL types of those names, keys in snake_case. Ordering by followers stands on an
    index over an expression, in the migration.
    """

    id = fields.BigIntField(primary_key=True)
    job: fields.ForeignKeyRelation[DiscoveryJob] = fields.ForeignKeyField(
        "models.DiscoveryJob", related_name="profiles", on_delete=fields.CASCADE
    )
    lead: fields.ForeignKeyNullableRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="profiles", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    platform = fields.CharEnumField(Platform, max_length=16)
    handle = fields.CharField(max_length=500)
    profile_url = fields.TextField()
    display_name = fields.CharField(max_length=300)
    bio = fields.TextField(null=True)
    role = fields.TextField(null=True)
    company = fields.TextField(null=True)
    email = fields.CharField(max_length=320, null=True)
    phone = fields.CharField(max_length=32, null=True)
    website = fields.TextField(null=True)
    location = fields.TextField(null=True)
    followers = fields.IntField(null=True)
    last_active_at = fields.DatetimeField(null=True)
    links: fields.Field[list[str]] = fields.JSONField()
    match_score = fields.FloatField()
    match_reasons: fields.Field[list[dict[str, Any]]] = fields.JSONField()
    provenance: fields.Field[list[dict[str, Any]]] = fields.JSONField()
    seen_in_attempt = fields.IntField()
    discovered_at = fields.DatetimeField()

    class Meta:
        table = "discovered_profiles"
        unique_together = (("job_id", "platform", "handle"),)
        indexes = (
            ("job_id", "match_score", "id"),
            ("job_id", "discovered_at", "id"),
            ("job_id", "display_name", "id"),
            ("job_id", "followers"),
        )
