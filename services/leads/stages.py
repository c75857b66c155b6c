"""Moving leads through the funnel: one statement, however many leads; each change is history."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import asyncpg

import models
from models import LeadStage
from services.activity import Subject
from services.errors import Conflict, ErrorCode, NotFound
from services.leads.funnel import origins, why_not
from services.leads.locking import check_version
from services.leads.refusing import is_key, raise_if_any
from services.leads.results import BulkOutcome, LeadResult, check_count, not_found
from services.transaction import NOTIFIED, Act, Transaction, at_once, telling
from services.validation import Findings

LONGEST_REASON = 2_000

_TOLD = """
    SELECT 'LEAD_STAGE_CHANGED' AS kind, 'Lead' AS subject_type, lead.id AS subject_id, lead.campaign_id,
        jsonb_build_object('from', lead.stage, 'to', $2::text) AS detail
    FROM lead JOIN moved ON moved.id = lead.id ORDER BY lead.id
"""

# The leads are locked as they are looked at, so that nothing changes between looking and writing. `greatest`, because
# who waited for the lock may have begun before who had it.
MOVE = f"""
WITH lead AS MATERIALIZED (
    SELECT id, campaign_id, stage, version, stage_entered_at FROM leads WHERE id = ANY($1::bigint[])
    ORDER BY id FOR NO KEY UPDATE
), moved AS (
    UPDATE leads SET stage = $2::text, stage_entered_at = greatest(lead.stage_entered_at, $4::timestamptz),
        version = lead.version + 1, updated_at = greatest(leads.updated_at, $4)
    FROM lead
    WHERE leads.id = lead.id AND lead.stage = ANY($3::text[]) AND lead.version = coalesce($5::integer, lead.version)
    RETURNING leads.id
), history AS (
    INSERT INTO stage_changes (lead_id, campaign_id, from_stage, to_stage, reason, actor, entered_from_at, at)
    SELECT lead.id, lead.campaign_id, lead.stage, $2, $6, $7, lead.stage_entered_at, greatest(lead.stage_entered_at, $4)
    FROM lead JOIN moved ON moved.id = lead.id
), {telling(_TOLD, actor="$7", at="$4")}
SELECT lead.id, lead.stage, lead.version, moved.id IS NOT NULL AS moved, {NOTIFIED}
FROM lead LEFT JOIN moved ON moved.id = lead.id
"""
"""Moves leads $1 to stage $2 from stages $3 at $4, where they have version $5; reason $6, actor $7. Tells of it."""


@dataclass(frozen=True, slots=True)
class StageMove:
    """Where leads are to go, and why. `reopen` lets them leave WON and LOST."""

    stage: LeadStage
    reason: str | None = None
    reopen: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """How somebody saw a lead who wants to change it; None where that does not matter."""

    stage: LeadStage | None = None
    version: int | None = None


ANYHOW = Expected()


async def update_lead_stage(lead_id: int, move: StageMove, act: Act, expected: Expected = ANYHOW) -> None:
    """Move a lead. A lead that is in this stage already stays untouched.

    Raises InvalidInput, NotFound on `("lead_id",)`, or Conflict where the lead is not as expected, or is WON or LOST
    and not to be reopened.
    """
    findings = Findings()
    move = _checked(findings, move)
    await raise_if_any(findings, lead_id)
    if not is_key(lead_id):
        raise NotFound(("lead_id",), "lead")
    from_stages = origins(move.stage, reopen=move.reopen)
    if expected.stage is not None:
        from_stages &= {expected.stage}
    leads = await _move(act, [lead_id], move, from_stages, expected.version)
    if not leads:
        raise NotFound(("lead_id",), "lead")
    if not leads[0]["moved"]:
        _raise_reason_to_stay(leads[0], move, expected)


async def bulk_update_lead_stage(lead_ids: Sequence[int], move: StageMove, act: Act) -> list[LeadResult]:
    """Move up to 1,000 leads; one result for each id, in their order. Raises InvalidInput."""
    check_count(("lead_ids",), lead_ids)
    findings = Findings()
    move = _checked(findings, move)
    findings.raise_if_any()
    from_stages = origins(move.stage, reopen=move.reopen)
    keys = sorted(set(filter(is_key, lead_ids)))
    leads = {lead["id"]: lead for lead in await _move(act, keys, move, from_stages)}
    results = []
    moved = set[int]()
    for position, lead_id in enumerate(lead_ids):
        path = ("lead_ids", str(position))
        lead = leads.get(lead_id)
        if lead is None:
            results.append(not_found(path))
        elif problem := why_not(LeadStage(lead["stage"]), move.stage, reopen=move.reopen, path=path):
            results.append(LeadResult(lead_id, BulkOutcome.REFUSED, problem))
        else:
            done = lead["moved"] and lead_id not in moved
            moved.add(lead_id)
            results.append(LeadResult(lead_id, BulkOutcome.DONE if done else BulkOutcome.UNCHANGED))
    return results


def log_stage_change(tx: Transaction, lead: asyncpg.Record, target: LeadStage) -> None:
    """Tell of a move which another statement made; the record has the lead's `id`, `campaign_id` and former `stage`."""
    kind, stages = models.ActivityKind.LEAD_STAGE_CHANGED, {"from": lead["stage"], "to": target}
    tx.log(kind, Subject.LEAD, lead["id"], campaign_id=lead["campaign_id"], **stages)


async def _move(
    act: Act,
    lead_ids: Sequence[int],
    move: StageMove,
    from_stages: Collection[LeadStage],
    version: int | None = None,
) -> list[asyncpg.Record]:
    """The leads as they were, each with whether it was moved: if it was in one of these stages, in this version."""
    values = (lead_ids, move.stage, list(from_stages), act.at, version, move.reason, act.actor)
    async with at_once(act) as tx:
        leads: list[asyncpg.Record] = await tx.connection.fetch(MOVE, *values)
    return leads


def _raise_reason_to_stay(lead: asyncpg.Record, move: StageMove, expected: Expected) -> None:
    """Raise Conflict, unless the lead is where it is to go."""
    present, current = LeadStage(lead["stage"]), {"lead": lead["id"]}
    if expected.stage not in (None, present):
        message = f"The lead is {present}, not {expected.stage}: somebody moved it meanwhile."
        raise Conflict(("expected_stage",), ErrorCode.CONFLICT, message, current)
    check_version(lead, expected.version)
    if problem := why_not(present, move.stage, reopen=move.reopen, path=("reopen",)):
        raise Conflict(problem.path, problem.code, problem.message, current)


def _checked(findings: Findings, move: StageMove) -> StageMove:
    """The move with its reason tidied."""
    reason = findings.optional_text(("reason",), move.reason, LONGEST_REASON)
    if move.stage is LeadStage.LOST and reason is None and not findings.any:
        findings.add(("reason",), ErrorCode.REQUIRED, "Say why the lead is lost.")
    return replace(move, reason=reason)
