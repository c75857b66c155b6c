"""Appointments with leads."""

from enum import StrEnum

from tortoise import fields
from tortoise.fields.db_defaults import Now, SqlDefault
from tortoise.models import Model

from models.leads import Lead


class AppointmentStatus(StrEnum):
    """What became of an appointment."""

    SCHEDULED = "SCHEDULED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    NO_SHOW = "NO_SHOW"


class Host(Model):
    """Who of us holds appointments. `name` is unique whatever the case of its letters.

    `working_hours` has, for each day from `MONDAY` on, a list of `{"start": "09:00", "end": "17:00"}` in `time_zone`.
    `feed_digest` is the SHA-256 (hex) of the secret in the calendar feed's address; None where there is no feed.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=200)
    time_zone = fields.CharField(max_length=64)
    working_hours: fields.Field[dict[str, list[dict[str, str]]]] = fields.JSONField()
    feed_digest = fields.CharField(max_length=64, null=True, unique=True)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "hosts"
        indexes = (("name", "id"),)


class Appointment(Model):
    """A time set aside for a lead, from `starts_at` up to `ends_at`; `time_zone` is the one it was agreed in.

    Neither a lead nor a host has two SCHEDULED appointments at once: exclusion constraints, in the migration.
    `uid` and `sequence` are those of iCalendar: the one never changes, the other rises with every change.
    """

    id = fields.BigIntField(primary_key=True)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="appointments", on_delete=fields.CASCADE
    )
    host: fields.ForeignKeyNullableRelation[Host] = fields.ForeignKeyField(
        "models.Host", related_name="appointments", on_delete=fields.SET_NULL, null=True
    )
    title = fields.CharField(max_length=200)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    time_zone = fields.CharField(max_length=64)
    location = fields.TextField(null=True)
    calendar_link = fields.TextField(null=True)
    notes = fields.TextField(null=True)
    status = fields.CharEnumField(AppointmentStatus, max_length=16, default=AppointmentStatus.SCHEDULED)
    cancel_reason = fields.TextField(null=True)
    uid = fields.UUIDField(unique=True, db_default=SqlDefault("gen_random_uuid()"))
    sequence = fields.IntField(db_default=0)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField(db_default=Now())

    class Meta:
        table = "appointments"
        indexes = (
            ("host_id", "starts_at", "id"),
            ("lead_id", "starts_at", "id"),
            ("starts_at", "id"),
            ("status", "starts_at", "id"),
        )


class SlotHold(Model):
    """A time which nobody else can book until `expires_at`. `token` is known to whoever holds it."""

    id = fields.BigIntField(primary_key=True)
    host: fields.ForeignKeyRelation[Host] = fields.ForeignKeyField(
        "models.Host", related_name="holds", on_delete=fields.CASCADE
    )
    token = fields.UUIDField(unique=True)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "slot_holds"
        indexes = (("host_id", "starts_at"),)
