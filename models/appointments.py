"""Appointments with leads."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from models.leads import Lead


class AppointmentStatus(StrEnum):
    """What became of an appointment."""

    SCHEDULED = "SCHEDULED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    NO_SHOW = "NO_SHOW"


class Appointment(Model):
    """A time set aside for a lead, from `starts_at` up to `ends_at`; `time_zone` is the one it was agreed in."""

    id = fields.BigIntField(primary_key=True)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="appointments", on_delete=fields.CASCADE
    )
    title = fields.CharField(max_length=200)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    time_zone = fields.CharField(max_length=64)
    location = fields.TextField(null=True)
    calendar_link = fields.TextField(null=True)
    notes = fields.TextField(null=True)
    status = fields.CharEnumField(AppointmentStatus, max_length=16, default=AppointmentStatus.SCHEDULED)
    created_at = fields.DatetimeField()

    class Meta:
        table = "appointments"
        indexes = (
            ("lead_id", "starts_at", "id"),
            ("starts_at", "id"),
            ("status", "starts_at", "id"),
        )
