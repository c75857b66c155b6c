"""Replies: what came back, each message once, and how far a mailbox was read."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from models.contact_events import Channel, ContactEvent
from models.leads import Lead
from models.messages import OutreachMessage


class ReplyKind(StrEnum):
    """What kind of message came back, told by headers and status codes."""

    REPLY = "REPLY"
    AUTO_REPLY = "AUTO_REPLY"
    BOUNCE = "BOUNCE"


class ReplyIntent(StrEnum):
    """What a person's reply says. Whatever is not plain is UNCLEAR."""

    INTERESTED = "INTERESTED"
    NOT_INTERESTED = "NOT_INTERESTED"
    UNSUBSCRIBE = "UNSUBSCRIBE"
    UNCLEAR = "UNCLEAR"


class Reply(Model):
    """A message that came back. `key` is unique: its Message-ID, or what a caller gave so that it is recorded once.

    `reason` says by what `kind` and `intent` were told. `permanent` is for bounces: whether the address is of no use.
    """

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=1000, unique=True)
    channel = fields.CharEnumField(Channel, max_length=16)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="replies", on_delete=fields.CASCADE
    )
    outreach_message: fields.ForeignKeyNullableRelation[OutreachMessage] = fields.ForeignKeyField(
        "models.OutreachMessage", related_name="replies", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    contact_event: fields.ForeignKeyNullableRelation[ContactEvent] = fields.ForeignKeyField(
        "models.ContactEvent", related_name="replies", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    kind = fields.CharEnumField(ReplyKind, max_length=16)
    intent = fields.CharEnumField(ReplyIntent, max_length=16, null=True)
    permanent = fields.BooleanField(null=True)
    reason = fields.TextField()
    sender = fields.TextField(null=True)
    subject = fields.TextField(null=True)
    text = fields.TextField()
    received_at = fields.DatetimeField()
    created_at = fields.DatetimeField()
    actor = fields.CharField(max_length=200)

    class Meta:
        table = "replies"
        indexes = (("lead_id", "received_at", "id"), ("received_at", "id"), ("kind", "received_at", "id"))


class MailboxPosition(Model):
    """How far a mailbox was read: up to `last_uid` of `uid_validity` (RFC 9051). A new validity: all again."""

    id = fields.BigIntField(primary_key=True)
    mailbox = fields.CharField(max_length=500, unique=True)
    uid_validity = fields.BigIntField()
    last_uid = fields.BigIntField()
    read_at = fields.DatetimeField()
    error = fields.TextField(null=True)

    class Meta:
        table = "mailbox_positions"
