"""Rows of outreach: templates, sequences with their steps, enrolments, messages and tasks."""

from collections.abc import Sequence
from typing import Any

import models
from tests.resolvers.plainly.columns import cycled, key, moment, scatter, short, text, then, unknown, with_json

_TEMPLATES, _SEQUENCES, _ENROLMENTS, _MESSAGES, _TASKS = 15, 17, 46, 61, 23

_DECISIONS = (
    "null",
    """{"allowed": true, "verdict": "ALLOWED", "rule": null, "next_eligible_at": null, "settings_version": 1,
        "checks": []}""",
    """{"allowed": false, "verdict": "DEFERRED", "rule": "GAP", "next_eligible_at": "2026-03-01T10:00:00+00:00",
        "settings_version": 7, "checks": [{"rule": "STAGE", "passed": true, "detail": "The lead's \\"NEW\\"."},
        {"rule": "GAP", "passed": false, "detail": ""}]}""",
    None,
)
_decision = cycled(_DECISIONS)


async def fill(campaigns: Sequence[models.Campaign], leads: Sequence[models.Lead]) -> None:
    """Put rows into every table of outreach that can be read."""
    templates = [await _template(number) for number in range(_TEMPLATES)]
    sequences = [await _sequence(number, campaigns, templates) for number in range(_SEQUENCES)]
    enrolments = [await _enrolment(number, sequences, leads) for number in range(_ENROLMENTS)]
    messages = [await _message(number, enrolments, campaigns) for number in range(_MESSAGES)]
    for number in range(_TASKS):
        await _task(number, messages)
    for table in ("outreach_messages", "enrolments", "sequence_steps"):
        await scatter(table)


async def _template(number: int) -> models.MessageTemplate:
    return await models.MessageTemplate.create(
        **key(number, _TEMPLATES),
        name=f"{short()} {number}"[:200],
        channel=list(models.Channel)[number % 6],
        subject=unknown(),
        body=text(),
        version=number % 3 + 1,
        created_at=moment(),
        updated_at=moment(),
    )


async def _sequence(
    number: int, campaigns: Sequence[models.Campaign], templates: Sequence[models.MessageTemplate]
) -> models.OutreachSequence:
    sequence = await models.OutreachSequence.create(
        **key(number, _SEQUENCES),
        campaign=campaigns[1 if number % 2 else number % 5],
        channel=list(models.Channel)[number % 6],
        stop_for_company=number % 3 == 0,
        actor=short(),
        created_at=moment(),
    )
    for step in reversed(range(1, number % 4 + 1)):
        await models.SequenceStep.create(
            sequence=sequence,
            number=step,
            template=templates[number % 7] if step % 2 else None,
            delay_minutes=step * 1_440,
            subject=unknown(),
            body=text(),
        )
    return sequence


async def _enrolment(
    number: int, sequences: Sequence[models.OutreachSequence], leads: Sequence[models.Lead]
) -> models.Enrolment:
    status = list(models.EnrolmentStatus)[number % 3]
    return await models.Enrolment.create(
        **key(number, _ENROLMENTS),
        sequence=sequences[2 if number % 2 else number % len(sequences)],
        lead=leads[number],
        status=status,
        stop_reason=list(models.EnrolmentStop)[number % 8] if status is models.EnrolmentStatus.STOPPED else None,
        preview=(None, True, False)[number % 3],
        actor=short(),
        enrolled_at=moment(),
        ended_at=None if status is models.EnrolmentStatus.ACTIVE else moment(),
    )


async def _message(
    number: int, enrolments: Sequence[models.Enrolment], campaigns: Sequence[models.Campaign]
) -> models.OutreachMessage:
    status = list(models.OutreachStatus)[number % 7]
    enrolment = enrolments[number % 31]
    values: dict[str, Any] = {
        "sent_at": moment() if status is models.OutreachStatus.SENT else None,
        "scheduled_for": moment() if status is models.OutreachStatus.SCHEDULED else then(),
    }
    message = await models.OutreachMessage.create(
        **key(number, _MESSAGES),
        enrolment=enrolment,
        lead=await enrolment.lead,
        campaign=campaigns[number % 4],
        channel=list(models.Channel)[number % 6],
        step=number // 31 + 1,
        recipient=unknown(),
        subject=unknown(),
        body=text(),
        status=status,
        provider_message_id=f"<{number}@team.example>" if number % 3 else None,
        error=unknown(),
        attempts=number % 4,
        created_at=moment(),
        updated_at=moment(),
        **values,
    )
    decision = _decision()
    return message if decision is None else await with_json(message, "decision", decision)


async def _task(number: int, messages: Sequence[models.OutreachMessage]) -> models.OutreachTask:
    outcome = (None, models.TaskOutcome.DONE, models.TaskOutcome.DISMISSED)[number % 3]
    return await models.OutreachTask.create(
        **key(number, _TASKS),
        message=messages[number],
        outcome=outcome,
        note=unknown(),
        actor=unknown() and "Rosa",
        created_at=moment(),
        ended_at=None if outcome is None else moment(),
    )
