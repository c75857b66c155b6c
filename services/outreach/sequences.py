"""Sequences: up to ten steps by one channel, each with the text that its template has when the sequence is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import asyncpg

from models import Channel
from services.errors import ErrorCode
from services.outreach.rendering import Text
from services.transaction import Transaction
from services.validation import Findings

MOST_STEPS = 10
LONGEST_DELAY = 366 * 24 * 60
"""Minutes between two steps at most."""

_TEMPLATES = "SELECT id, channel, subject, body FROM message_templates WHERE id = ANY($1::bigint[])"

_SEQUENCE = """
INSERT INTO outreach_sequences (campaign_id, channel, stop_for_company, actor, created_at)
VALUES ($1, $2, $3, $4, $5) RETURNING id
"""
_STEPS = """
INSERT INTO sequence_steps (sequence_id, number, template_id, delay_minutes, subject, body)
SELECT $1, step.number, step.template_id, step.delay_minutes, step.subject, step.body
FROM unnest($2::bigint[], $3::integer[], $4::text[], $5::text[])
    WITH ORDINALITY AS step(template_id, delay_minutes, subject, body, number)
"""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to be made: what is sent so many minutes after the one before, the first one after the enrolment."""

    template_id: int
    delay_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its template's text."""

    template_id: int
    delay_minutes: int
    text: Text


async def checked_steps(
    connection: asyncpg.Connection, findings: Findings, channel: Channel, drafts: Sequence[StepDraft]
) -> list[Step]:
    """The steps with their texts; of no use where something was found, on `("steps", …)`."""
    if not drafts:
        findings.add(("steps",), ErrorCode.EMPTY, "Name at least one step.")
    if len(drafts) > MOST_STEPS:
        findings.add(("steps",), ErrorCode.TOO_MANY, f"A sequence has at most {MOST_STEPS} steps.")
    drafts = drafts[:MOST_STEPS]
    rows = await connection.fetch(_TEMPLATES, [draft.template_id for draft in drafts])
    templates = {row["id"]: row for row in rows}
    return [_checked(findings, channel, templates, place, draft) for place, draft in enumerate(drafts)]


async def store_sequence(
    tx: Transaction, campaign_id: int, channel: Channel, steps: Sequence[Step], *, stop_for_company: bool
) -> int:
    """Make a sequence and return its id."""
    sequence_id: int = await tx.connection.fetchval(
        _SEQUENCE, campaign_id, channel, stop_for_company, tx.act.actor, tx.act.at
    )
    await tx.connection.execute(
        _STEPS,
        sequence_id,
        [step.template_id for step in steps],
        [step.delay_minutes for step in steps],
        [step.text.subject for step in steps],
        [step.text.body for step in steps],
    )
    return sequence_id


def _checked(
    findings: Findings, channel: Channel, templates: Mapping[int, asyncpg.Record], place: int, draft: StepDraft
) -> Step:
    path = ("steps", str(place))
    delay = findings.whole_number((*path, "delay_minutes"), draft.delay_minutes, 0, LONGEST_DELAY) or 0
    template = templates.get(draft.template_id)
    if template is None:
        findings.add((*path, "template_id"), ErrorCode.NOT_FOUND, "There is no message template with this id.")
        return Step(draft.template_id, delay, Text(None, ""))
    if template["channel"] != channel:
        message = f"This template is for {template['channel']}, and the sequence for {channel}."
        findings.add((*path, "template_id"), ErrorCode.MALFORMED, message)
    elif channel is Channel.EMAIL and place == 0 and template["subject"] is None:
        message = "The first e-mail needs a template with a subject. Those which follow answer it where they have none."
        findings.add((*path, "template_id"), ErrorCode.REQUIRED, message)
    return Step(draft.template_id, delay, Text(template["subject"], template["body"]))
