"""Outreach: templates, sequences of steps, and the leads that are enrolled in them."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.contact_events import Channel
from models.leads import Lead


class EnrolmentStatus(StrEnum):
    """Whether more is to be sent to an enrolled lead."""

    ACTIVE = "ACTIVE"
    COMPLETED = "COMPLETED"
    STOPPED = "STOPPED"


class EnrolmentStop(StrEnum):
    """Why nothing more is sent to an enrolled lead."""

    REPLIED = "REPLIED"
    COMPANY_REPLIED = "COMPANY_REPLIED"
    CLOSED = "CLOSED"
    SUPPRESSED = "SUPPRESSED"
    BOUNCED = "BOUNCED"
    SKIPPED = "SKIPPED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class MessageTemplate(Model):
    """A text with places for a lead's particulars, in Liquid. Names are unique whatever their case (in the migration).

    `subject` is for e-mail alone. A sequence keeps the texts as they were when it was made.
    """

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=200)
    channel = fields.CharEnumField(Channel, max_length=16)
    subject = fields.TextField(null=True)
    body = fields.TextField()
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "message_templates"
        indexes = (("name", "id"), ("created_at", "id"), ("channel", "name", "id"))


class OutreachSequence(Model):
    """Up to ten steps by one channel. It never changes; who wants another one makes another one.

    With `stop_for_company`, a reply of one lead stops it for all of the same campaign and company.
    """

    id = fields.BigIntField(primary_key=True)
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="outreach_sequences", on_delete=fields.CASCADE
    )
    channel = fields.CharEnumField(Channel, max_length=16)
    stop_for_company = fields.BooleanField()
    actor = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()

    class Meta:
        table = "outreach_sequences"
        indexes = (("campaign_id", "created_at", "id"),)


class SequenceStep(Model):
    """One step: what is sent `delay_minutes` after the step before it was sent; the first one after the enrolment."""

    id = fields.BigIntField(primary_key=True)
    sequence: fields.ForeignKeyRelation[OutreachSequence] = fields.ForeignKeyField(
        "models.OutreachSequence", related_name="steps", on_delete=fields.CASCADE
    )
    number = fields.SmallIntField()
    template: fields.ForeignKeyNullableRelation[MessageTemplate] = fields.ForeignKeyField(
        "models.MessageTemplate", related_name="steps", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    delay_minutes = fields.IntField()
    subject = fields.TextField(null=True)
    body = fields.TextField()

    class Meta:
        table = "sequence_steps"
        unique_together = (("sequence", "number"),)


class Enrolment(Model):
    """A lead in a sequence. Its messages are made one after the other, each when the one before was sent.

    `preview` tells whether they are kept only; it is settled when the first one is due, and holds for all that follow.
    A lead is in a sequence once at a time (index in the migration); more than once where leads were merged.
    """

    id = fields.BigIntField(primary_key=True)
    sequence: fields.ForeignKeyRelation[OutreachSequence] = fields.ForeignKeyField(
        "models.OutreachSequence", related_name="enrolments", on_delete=fields.CASCADE
    )
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="enrolments", on_delete=fields.CASCADE
    )
    status = fields.CharEnumField(EnrolmentStatus, max_length=16, default=EnrolmentStatus.ACTIVE)
    stop_reason = fields.CharEnumField(EnrolmentStop, max_length=16, null=True)
    preview = fields.BooleanField(null=True)
    actor = fields.CharField(max_length=200)
    enrolled_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "enrolments"
        indexes = (("lead_id", "status"), ("sequence_id", "enrolled_at", "id"))
