"""Contact events: what was said between us and a lead, and when."""

from enum import StrEnum

from tortoise import fields
from tortoise.fields.db_defaults import Now
from tortoise.models import Model

from models.appointments import Appointment
from models.leads import Lead


class Channel(StrEnum):
    """By what means people are spoken to."""

    EMAIL = "EMAIL"
    LINKEDIN = "LINKEDIN"
    TWITTER = "TWITTER"
    INSTAGRAM = "INSTAGRAM"
    PHONE = "PHONE"
    OTHER = "OTHER"


class ContactDirection(StrEnum):
    """Who spoke."""

    INBOUND = "INBOUND"
    OUTBOUND = "OUTBOUND"


class ContactEvent(Model):
    """One message or call. `occurred_at` is when it happened, `created_at` when it was written down.

    `actor` is who of us took part; None where nobody said. `idempotency_key` is unique where there is one: whoever
    logs under it again gets the first event.
    """

    id = fields.BigIntField(primary_key=True)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="contact_events", on_delete=fields.CASCADE
    )
    channel = fields.CharEnumField(Channel, max_length=16)
    direction = fields.CharEnumField(ContactDirection, max_length=16)
    summary = fields.TextField()
    occurred_at = fields.DatetimeField()
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField(db_default=Now())
    actor = fields.CharField(max_length=200, null=True)
    idempotency_key = fields.CharField(max_length=200, null=True, unique=True)
    appointment: fields.ForeignKeyNullableRelation[Appointment] = fields.ForeignKeyField(
        "models.Appointment", related_name="contact_events", on_delete=fields.SET_NULL, null=True, db_index=True
    )

    class Meta:
        table = "contact_events"
        indexes = (("lead_id", "occurred_at", "id"),)
