"""Attempts: every decision that was acted on is kept with what it was made of, for people to read and to replay."""

from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from pydantic import TypeAdapter

from services.safety.asking import Question
from services.safety.deciding import Recipient, Usage
from services.safety.decisions import Decision

_RECORD = """
INSERT INTO safety_attempts (channel, campaign_id, lead_id, verdict, rule, decision, inputs, settings_version, at)
VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9)
"""


@dataclass(frozen=True, slots=True)
class _Inputs:
    recipient: Recipient
    usage: Usage
    spread: float
    is_reachable: bool


_INPUTS = TypeAdapter(_Inputs)
_NOT_KEPT = {"recipient": {"address"}}


def decision_document(decision: Decision) -> dict[str, Any]:
    """The decision as plain JSON values, in the shape of the GraphQL type `SafetyDecision`, keys in snake_case."""
    return {
        "allowed": decision.allowed,
        "verdict": decision.verdict.value,
        "rule": decision.rule.value if decision.rule is not None else None,
        "next_eligible_at": decision.next_eligible_at.isoformat() if decision.next_eligible_at is not None else None,
        "settings_version": decision.settings_version,
        "checks": [
            {"rule": check.rule.value, "passed": check.passed, "detail": check.detail} for check in decision.checks
        ],
    }


def decision_text(decision: Decision) -> str:
    """The same, as JSON."""
    return orjson.dumps(decision_document(decision)).decode()


def inputs_text(question: Question, spread: float) -> str:
    """What a decision was made of, as JSON. The address is not kept: rules ask only whether there is one."""
    inputs = _Inputs(question.recipient, question.usage, spread, question.recipient.address is not None)
    return _INPUTS.dump_json(inputs, exclude=_NOT_KEPT).decode()


def inputs_of(document: str) -> tuple[Recipient, Usage, float]:
    """The recipient, with any address where there was one, the usage and the spread that were written down."""
    values = orjson.loads(document)
    values["recipient"]["address"] = "known" if values["is_reachable"] else None
    inputs = _INPUTS.validate_python(values)
    return inputs.recipient, inputs.usage, inputs.spread


async def record(connection: asyncpg.Connection, question: Question, decision: Decision, spread: float) -> None:
    """Write down a message that was not let through. Those that are, are written down with their reservation."""
    await connection.execute(
        _RECORD,
        question.channel,
        question.recipient.campaign_id,
        question.recipient.lead_id,
        decision.verdict,
        decision.rule,
        decision_text(decision),
        inputs_text(question, spread),
        decision.settings_version,
        question.now,
    )
