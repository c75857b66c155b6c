"""Messages: what is sent to a lead, every attempt at it, and tasks for people where programs may not send."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.contact_events import Channel
from models.leads import Lead
from models.outreach import Enrolment


class OutreachStatus(StrEnum):
    """Where a message stands. Of an UNKNOWN one nobody can tell whether it went out: a person settles it."""

    PENDING = "PENDING"
    SCHEDULED = "SCHEDULED"
    SENT = "SENT"
    FAILED = "FAILED"
    SKIPPED = "SKIPPED"
    PREVIEWED = "PREVIEWED"
    UNKNOWN = "UNKNOWN"


class AttemptOutcome(StrEnum):
    """What an attempt to deliver came to."""

    SENT = "SENT"
    PREVIEWED = "PREVIEWED"
    DEFERRED = "DEFERRED"
    TEMPORARY_FAILURE = "TEMPORARY_FAILURE"
    PERMANENT_FAILURE = "PERMANENT_FAILURE"
    ABANDONED = "ABANDONED"
    UNKNOWN = "UNKNOWN"


class TaskOutcome(StrEnum):
    """How a person ended a task."""

    DONE = "DONE"
    DISMISSED = "DISMISSED"


class OutreachMessage(Model):
    """One message of an enrolment's step, as it was written for this lead when its turn came.

    PENDING ones wait for nobody knows when, or for a person, whose task it is; SCHEDULED ones for `scheduled_for`.
    `decision` is the last one of safety, as JSON. `provider_message_id` is an e-mail's Message-ID.
    """

    id = fields.BigIntField(primary_key=True)
    enrolment: fields.ForeignKeyRelation[Enrolment] = fields.ForeignKeyField(
        "models.Enrolment", related_name="messages", on_delete=fields.CASCADE
    )
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="outreach_messages", on_delete=fields.CASCADE
    )
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="outreach_messages", on_delete=fields.CASCADE
    )
    channel = fields.CharEnumField(Channel, max_length=16)
    step = fields.SmallIntField()
    recipient = fields.TextField(null=True)
    subject = fields.TextField(null=True)
    body = fields.TextField()
    status = fields.CharEnumField(OutreachStatus, max_length=16)
    decision: fields.Field[dict[str, Any] | None] = fields.JSONField(null=True)
    scheduled_for = fields.DatetimeField(null=True)
    sent_at = fields.DatetimeField(null=True)
    provider_message_id = fields.CharField(max_length=998, null=True, db_index=True)
    error = fields.TextField(null=True)
    attempts = fields.IntField(default=0)
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()

    class Meta:
        table = "outreach_messages"
        unique_together = (("enrolment", "step"),)
        indexes = (
            ("created_at", "id"),
            ("lead_id", "created_at", "id"),
            ("campaign_id", "created_at", "id"),
            ("status", "created_at", "id"),
            ("status", "scheduled_for", "id"),
        )


class DeliveryAttempt(Model):
    """One attempt, written down before the network is touched: `handed_over_at` is the moment just before.

    Without `outcome` its program is at work on it, or was killed: before `handed_over_at` nothing can have gone out,
    after it nobody knows. `number` counts the message's attempts from 1.
    """

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[OutreachMessage] = fields.ForeignKeyField(
        "models.OutreachMessage", related_name="delivery_attempts", on_delete=fields.CASCADE
    )
    number = fields.IntField()
    started_at = fields.DatetimeField()
    handed_over_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    outcome = fields.CharEnumField(AttemptOutcome, max_length=24, null=True)
    code = fields.IntField(null=True)
    response = fields.TextField(null=True)

    class Meta:
        table = "delivery_attempts"
        unique_together = (("message", "number"),)


class OutreachTask(Model):
    """A message which a person sends by hand, where the channel's terms forbid programs to. Its units are reserved."""

    id = fields.BigIntField(primary_key=True)
    message: fields.OneToOneRelation[OutreachMessage] = fields.OneToOneField(
        "models.OutreachMessage", related_name="task", on_delete=fields.CASCADE
    )
    outcome = fields.CharEnumField(TaskOutcome, max_length=16, null=True)
    note = fields.TextField(null=True)
    actor = fields.CharField(max_length=200, null=True)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "outreach_tasks"
        indexes = (("created_at", "id"), ("outcome", "created_at", "id"))
