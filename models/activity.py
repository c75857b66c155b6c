"""The activity log: every change, in the transaction that made it."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.fields.db_defaults import SqlDefault
from tortoise.models import Model


class ActivityKind(StrEnum):
    """What happened."""

    CAMPAIGN_CREATED = "CAMPAIGN_CREATED"
    CAMPAIGN_UPDATED = "CAMPAIGN_UPDATED"
    DISCOVERY_JOB_CREATED = "DISCOVERY_JOB_CREATED"
    DISCOVERY_JOB_QUEUED = "DISCOVERY_JOB_QUEUED"
    DISCOVERY_JOB_STARTED = "DISCOVERY_JOB_STARTED"
    DISCOVERY_JOB_PROGRESSED = "DISCOVERY_JOB_PROGRESSED"
    DISCOVERY_JOB_COMPLETED = "DISCOVERY_JOB_COMPLETED"
    DISCOVERY_JOB_FAILED = "DISCOVERY_JOB_FAILED"
    DISCOVERY_JOB_CANCELLED = "DISCOVERY_JOB_CANCELLED"
    PROFILES_CONVERTED = "PROFILES_CONVERTED"
    LEAD_CREATED = "LEAD_CREATED"
    LEAD_UPDATED = "LEAD_UPDATED"
    LEAD_DELETED = "LEAD_DELETED"
    LEAD_STAGE_CHANGED = "LEAD_STAGE_CHANGED"
    LEADS_MERGED = "LEADS_MERGED"
    MERGE_UNDONE = "MERGE_UNDONE"
    CONTACT_EVENT_LOGGED = "CONTACT_EVENT_LOGGED"
    CONTACT_EVENT_UPDATED = "CONTACT_EVENT_UPDATED"
    CONTACT_EVENT_DELETED = "CONTACT_EVENT_DELETED"
    APPOINTMENT_CREATED = "APPOINTMENT_CREATED"
    APPOINTMENT_UPDATED = "APPOINTMENT_UPDATED"
    APPOINTMENT_RESCHEDULED = "APPOINTMENT_RESCHEDULED"
    APPOINTMENT_CANCELLED = "APPOINTMENT_CANCELLED"
    APPOINTMENT_COMPLETED = "APPOINTMENT_COMPLETED"
    APPOINTMENT_MISSED = "APPOINTMENT_MISSED"
    HOST_CREATED = "HOST_CREATED"
    HOST_UPDATED = "HOST_UPDATED"
    CALENDAR_FEED_OPENED = "CALENDAR_FEED_OPENED"
    CALENDAR_FEED_REVOKED = "CALENDAR_FEED_REVOKED"
    LEAD_IMPORT_CREATED = "LEAD_IMPORT_CREATED"
    LEAD_IMPORT_STARTED = "LEAD_IMPORT_STARTED"
    LEAD_IMPORT_PROGRESSED = "LEAD_IMPORT_PROGRESSED"
    LEAD_IMPORT_COMPLETED = "LEAD_IMPORT_COMPLETED"
    LEAD_IMPORT_FAILED = "LEAD_IMPORT_FAILED"
    LEAD_IMPORT_CANCELLED = "LEAD_IMPORT_CANCELLED"
    LEADS_EXPORTED = "LEADS_EXPORTED"
    SUPPRESSIONS_ADDED = "SUPPRESSIONS_ADDED"
    SUPPRESSION_REMOVED = "SUPPRESSION_REMOVED"
    SAFETY_SETTINGS_UPDATED = "SAFETY_SETTINGS_UPDATED"
    OUTREACH_PAUSED = "OUTREACH_PAUSED"
    OUTREACH_RESUMED = "OUTREACH_RESUMED"
    MESSAGE_TEMPLATE_CREATED = "MESSAGE_TEMPLATE_CREATED"
    MESSAGE_TEMPLATE_UPDATED = "MESSAGE_TEMPLATE_UPDATED"
    MESSAGE_TEMPLATE_DELETED = "MESSAGE_TEMPLATE_DELETED"
    OUTREACH_SCHEDULED = "OUTREACH_SCHEDULED"
    OUTREACH_STOPPED = "OUTREACH_STOPPED"
    OUTREACH_MESSAGE_SCHEDULED = "OUTREACH_MESSAGE_SCHEDULED"
    OUTREACH_MESSAGE_SENT = "OUTREACH_MESSAGE_SENT"
    OUTREACH_MESSAGE_PREVIEWED = "OUTREACH_MESSAGE_PREVIEWED"
    OUTREACH_MESSAGE_FAILED = "OUTREACH_MESSAGE_FAILED"
    OUTREACH_MESSAGE_SKIPPED = "OUTREACH_MESSAGE_SKIPPED"
    OUTREACH_MESSAGE_UNKNOWN = "OUTREACH_MESSAGE_UNKNOWN"
    OUTREACH_MESSAGE_SETTLED = "OUTREACH_MESSAGE_SETTLED"
    OUTREACH_TASK_CREATED = "OUTREACH_TASK_CREATED"
    OUTREACH_TASK_COMPLETED = "OUTREACH_TASK_COMPLETED"
    REPLY_RECORDED = "REPLY_RECORDED"
    API_TOKEN_CREATED = "API_TOKEN_CREATED"
    API_TOKEN_REVOKED = "API_TOKEN_REVOKED"
    TRUSTED_DOCUMENT_ADDED = "TRUSTED_DOCUMENT_ADDED"
    TRUSTED_DOCUMENT_REMOVED = "TRUSTED_DOCUMENT_REMOVED"


class TransactionIdField(fields.Field[int]):
    """PostgreSQL's 64-bit transaction id."""

    SQL_TYPE = "XID8"
    field_type = int


class Activity(Model):
    """One change. `subject_type` and `subject_id` name the object changed, whose row may be gone since.

    A serial id is not commit order. `(transaction_id, id)` is an order in which nothing appears later before what was
    read, provided that readers stop at `pg_snapshot_xmin`: see `services.activity`.
    """

    id = fields.BigIntField(primary_key=True)
    transaction_id = TransactionIdField(db_default=SqlDefault("pg_current_xact_id()"))
    kind = fields.CharEnumField(ActivityKind, max_length=48)
    subject_type = fields.CharField(max_length=48)
    subject_id = fields.BigIntField()
    campaign_id = fields.BigIntField(null=True)
    actor = fields.CharField(max_length=200)
    detail: fields.Field[dict[str, Any]] = fields.JSONField()
    occurred_at = fields.DatetimeField()

    class Meta:
        table = "activity"
        indexes = (
            ("transaction_id", "id"),
            ("subject_type", "subject_id", "transaction_id", "id"),
            ("campaign_id", "transaction_id", "id"),
            ("campaign_id", "id"),
            ("kind", "id"),
        )
