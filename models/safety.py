"""Safety: what limits sending, what of it is used up, and whom nothing is ever sent."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from models.campaigns import Campaign
from models.contact_events import Channel
from models.leads import Lead


class SafetyVerdict(StrEnum):
    """Whether something may be sent now, later, or never."""

    ALLOWED = "ALLOWED"
    DEFERRED = "DEFERRED"
    BLOCKED = "BLOCKED"


class SafetyRule(StrEnum):
    """The rules which every message meets, in the order in which they are checked."""

    OUTREACH_PAUSED = "OUTREACH_PAUSED"
    DO_NOT_CONTACT = "DO_NOT_CONTACT"
    SUPPRESSION = "SUPPRESSION"
    ADDRESS = "ADDRESS"
    STAGE = "STAGE"
    CAMPAIGN = "CAMPAIGN"
    SEND_WINDOW = "SEND_WINDOW"
    CHANNEL_LIMIT = "CHANNEL_LIMIT"
    WARMUP = "WARMUP"
    CAMPAIGN_LIMIT = "CAMPAIGN_LIMIT"
    DOMAIN_LIMIT = "DOMAIN_LIMIT"
    LEAD_FREQUENCY = "LEAD_FREQUENCY"
    GAP = "GAP"


class SuppressionKind(StrEnum):
    """What a suppression is of."""

    EMAIL = "EMAIL"
    DOMAIN = "DOMAIN"
    PHONE = "PHONE"
    HANDLE = "HANDLE"
    LEAD = "LEAD"


class SuppressionSource(StrEnum):
    """How a suppression came about."""

    MANUAL = "MANUAL"
    IMPORT = "IMPORT"
    UNSUBSCRIBE = "UNSUBSCRIBE"
    BOUNCE = "BOUNCE"
    REPLY = "REPLY"
    ERASURE = "ERASURE"


class ReservationState(StrEnum):
    """What became of units that were reserved. RESERVED and SENT ones are used up, RELEASED ones are free again."""

    RESERVED = "RESERVED"
    SENT = "SENT"
    RELEASED = "RELEASED"


class SafetySettingsVersion(Model):
    """The whole settings as somebody left them. The highest version is in force; a first one comes with the migration.

    `settings` has the shape of `services.safety.settings.Settings`, `changed` the paths of what differs from the
    version before, `restored_from` the version whose settings were taken up again.
    """

    id = fields.BigIntField(primary_key=True)
    version = fields.IntField(unique=True)
    settings: fields.Field[dict[str, Any]] = fields.JSONField()
    changed: fields.Field[list[dict[str, Any]]] = fields.JSONField()
    restored_from = fields.IntField(null=True)
    actor = fields.CharField(max_length=200)
    at = fields.DatetimeField()

    class Meta:
        table = "safety_settings_versions"


class SafetySwitch(Model):
    """The emergency stop: one row, with id 1. It is apart from the settings: resuming restores what was configured."""

    id = fields.BigIntField(primary_key=True, generated=False)
    paused = fields.BooleanField()
    reason = fields.TextField(null=True)
    actor = fields.CharField(max_length=200)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "safety_switch"


class ChannelStart(Model):
    """When the first message of a channel was SENT: its warm-up is counted from there."""

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharEnumField(Channel, max_length=16, unique=True)
    first_sent_at = fields.DatetimeField()

    class Meta:
        table = "channel_starts"


class SafetyBudget(Model):
    """How much of a budget is used up: of one scope (`channel:EMAIL`, `domain:mail.example`, …) on one day.

    `day` is one of the settings' time zone; a scope that knows no days has -infinity. Of a gap, `free_at` is the
    earliest time of the next message; of a lead, `recent` has when it was sent something.
    """

    id = fields.BigIntField(primary_key=True)
    scope = fields.TextField()
    day = fields.DateField()
    used = fields.IntField(default=0)
    free_at = fields.DatetimeField(null=True)
    recent = ArrayField(element_type="timestamptz", default=list)

    class Meta:
        table = "safety_budgets"
        unique_together = (("scope", "day"),)


class SafetyReservation(Model):
    """Units taken for one message, one of each scope. Those of a RELEASED one were given back, each to its day.

    `attempt_id` is the delivery attempt they were taken for, so that what a killed program left can be settled.
    """

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharEnumField(Channel, max_length=16)
    campaign: fields.ForeignKeyNullableRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="reservations", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    lead: fields.ForeignKeyNullableRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="reservations", on_delete=fields.SET_NULL, null=True
    )
    scopes = ArrayField(element_type="text")
    day = fields.DateField()
    attempt_id = fields.BigIntField(null=True, unique=True)
    settings_version = fields.IntField()
    state = fields.CharEnumField(ReservationState, max_length=16, default=ReservationState.RESERVED)
    reserved_at = fields.DatetimeField()
    settled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "safety_reservations"
        indexes = (("lead_id", "channel", "reserved_at"), ("state", "reserved_at"))


class SafetyAttempt(Model):
    """One decision that was acted on, with all that it was made of: the audit trail, and what simulations replay."""

    id = fields.BigIntField(primary_key=True)
    channel = fields.CharEnumField(Channel, max_length=16)
    campaign_id = fields.BigIntField(null=True)
    lead_id = fields.BigIntField(null=True)
    verdict = fields.CharEnumField(SafetyVerdict, max_length=16)
    rule = fields.CharEnumField(SafetyRule, max_length=24, null=True)
    decision: fields.Field[dict[str, Any]] = fields.JSONField()
    inputs: fields.Field[dict[str, Any]] = fields.JSONField()
    settings_version = fields.IntField()
    at = fields.DatetimeField()

    class Meta:
        table = "safety_attempts"
        indexes = (("at", "id"), ("lead_id", "at", "id"))


class Suppression(Model):
    """Somebody, or a whole domain, to whom nothing is sent. An expired one holds no longer.

    `value` is normalised; None once the person was erased. `digest` is the keyed hash (hex) of kind and value, by which
    both are matched alike.
    """

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharEnumField(SuppressionKind, max_length=16)
    value = fields.TextField(null=True)
    digest = fields.CharField(max_length=64)
    reason = fields.TextField(null=True)
    source = fields.CharEnumField(SuppressionSource, max_length=16)
    actor = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)

    class Meta:
        table = "suppressions"
        unique_together = (("kind", "digest"),)
        indexes = (("created_at", "id"), ("kind", "created_at", "id"), ("source", "created_at", "id"), ("expires_at",))


class InstallationSecret(Model):
    """A key of this installation, made by the migration: `name` says what for. It never leaves our programs."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=48, unique=True)
    secret = fields.BinaryField()

    class Meta:
        table = "installation_secrets"
