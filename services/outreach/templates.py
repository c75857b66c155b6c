"""Message templates: create, change and delete them. One that names what is not there is refused when it is saved."""

from dataclasses import dataclass
from typing import Any

import asyncpg
from tortoise.exceptions import IntegrityError

import models
from models import Channel
from services.activity import Subject
from services.errors import Conflict, ErrorCode, NotFound
from services.outreach.rendering import LONGEST_BODY, LONGEST_SUBJECT, Text, check_template
from services.patch import ABSENT, Absent
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

LONGEST_NAME = 200

_LOCK = "SELECT * FROM message_templates WHERE id = $1 FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template to be created."""

    name: str
    channel: Channel
    body: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class TemplatePatch:
    """What to change about a template; whatever is ABSENT stays."""

    name: str | Absent = ABSENT
    subject: str | Absent | None = ABSENT
    body: str | Absent = ABSENT


async def create_template(draft: TemplateDraft, act: Act) -> int:
    """Create a template and return its id. Raises InvalidInput, or Conflict where the name is taken in any case."""
    findings = Findings()
    name = findings.required_text(("name",), draft.name, LONGEST_NAME)
    text = checked_text(findings, draft.channel, draft.subject, draft.body)
    findings.raise_if_any()
    async with transaction(act) as tx:
        try:
            template = await models.MessageTemplate.create(
                name=name,
                channel=draft.channel,
                subject=text.subject,
                body=text.body,
                created_at=act.at,
                updated_at=act.at,
            )
        except IntegrityError as error:
            raise _name_taken() from error
        tx.log(models.ActivityKind.MESSAGE_TEMPLATE_CREATED, Subject.MESSAGE_TEMPLATE, template.id, name=name)
    template_id: int = template.id
    return template_id


async def update_template(
    template_id: int, patch: TemplatePatch, act: Act, *, expected_version: int | None = None
) -> None:
    """Change what the patch names; sequences that were made before keep the texts they were made with.

    A patch that changes nothing leaves no trace. Raises InvalidInput, NotFound on `("id",)`, or Conflict where the name
    is taken, or another version is expected.
    """
    async with transaction(act) as tx:
        present = await _locked(tx, template_id)
        if expected_version not in (None, present["version"]):
            message = f"The template is at version {present['version']}: somebody changed it meanwhile."
            current = {"message_template": template_id}
            raise Conflict(("expected_version",), ErrorCode.CONFLICT, message, current)
        values = _patched(present, patch)
        changed = {name: value for name, value in values.items() if present[name] != value}
        if not changed:
            return
        try:
            await models.MessageTemplate.filter(id=template_id).update(
                **changed, version=present["version"] + 1, updated_at=max(act.at, present["updated_at"])
            )
        except IntegrityError as error:
            raise _name_taken() from error
        updated = models.ActivityKind.MESSAGE_TEMPLATE_UPDATED
        tx.log(updated, Subject.MESSAGE_TEMPLATE, template_id, changed=sorted(changed))


async def delete_template(template_id: int, act: Act) -> None:
    """Delete a template; sequences keep their texts. Raises NotFound on `("id",)`."""
    async with transaction(act) as tx:
        present = await _locked(tx, template_id)
        await models.MessageTemplate.filter(id=template_id).delete()
        deleted = models.ActivityKind.MESSAGE_TEMPLATE_DELETED
        tx.log(deleted, Subject.MESSAGE_TEMPLATE, template_id, name=present["name"])


def checked_text(findings: Findings, channel: Channel, subject: str | None, body: str) -> Text:
    """The text of a template, as it is kept; of no use where something was found."""
    head = findings.optional_text(("subject",), subject, LONGEST_SUBJECT)
    if head is not None and channel is not Channel.EMAIL:
        findings.add(("subject",), ErrorCode.MALFORMED, "Only e-mails have a subject.")
    text = Text(head, findings.required_text(("body",), body, LONGEST_BODY))
    check_template(findings, ("subject",), text.subject or "")
    check_template(findings, ("body",), text.body)
    return text


async def _locked(tx: Transaction, template_id: int) -> asyncpg.Record:
    known = 0 < template_id <= LARGEST_ID
    row = await tx.connection.fetchrow(_LOCK, template_id) if known else None
    if row is None:
        raise NotFound(("id",), "message template")
    return row


def _patched(present: asyncpg.Record, patch: TemplatePatch) -> dict[str, Any]:
    findings = Findings()
    name = present["name"] if patch.name is ABSENT else patch.name
    subject = present["subject"] if patch.subject is ABSENT else patch.subject
    body = present["body"] if patch.body is ABSENT else patch.body
    checked = findings.required_text(("name",), name, LONGEST_NAME)
    text = checked_text(findings, Channel(present["channel"]), subject, body)
    findings.raise_if_any()
    return {"name": checked, "subject": text.subject, "body": text.body}


def _name_taken() -> Conflict:
    return Conflict(("name",), ErrorCode.TAKEN, "Another template has this name.")
