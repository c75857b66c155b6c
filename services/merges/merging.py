"""Merging leads which are one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import orjson

import models
from services.activity import Subject
from services.deadlocks import again_after_deadlocks
from services.errors import ErrorCode
from services.leads.locking import check_version, lock_leads
from services.leads.stages import log_stage_change
from services.merges.planning import DECIDED, MergeField, MergePlan, plan_merge
from services.merges.snapshots import complete_snapshot, move_over, take_snapshot
from services.outreach.merging import keep_one_sequence
from services.safety.joining import join_sent, lock_sent
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

MOST_ABSORBED = 50
"""How many leads one merge takes in."""

_REASON = "By a merge: another lead of this person had come as far."

_LOCK_CAMPAIGN = """
SELECT campaign.id FROM campaigns campaign JOIN leads lead ON lead.campaign_id = campaign.id
WHERE lead.id = $1 FOR NO KEY UPDATE OF campaign
"""

_OVERLAPPING = """
SELECT DISTINCT unnest(ARRAY[one.lead_id, other.lead_id]) FROM appointments one JOIN appointments other
    ON other.lead_id > one.lead_id
    AND tstzrange(other.starts_at, other.ends_at) && tstzrange(one.starts_at, one.ends_at)
WHERE one.lead_id = ANY($1::bigint[]) AND other.lead_id = ANY($1)
    AND one.status = 'SCHEDULED' AND other.status = 'SCHEDULED'
"""

_OTHERS = tuple(column for column in DECIDED if column != "stage")

_UPDATE = f"""
UPDATE leads SET version = version + 1, updated_at = greatest(updated_at, $2::timestamptz),
    stage_entered_at = CASE WHEN stage = $3::text THEN stage_entered_at ELSE greatest(stage_entered_at, $2) END,
    stage = $3,
    {", ".join(f"{column} = ${number}" for number, column in enumerate(_OTHERS, start=4))}
WHERE id = $1
"""

_HISTORY = """
INSERT INTO stage_changes (lead_id, campaign_id, from_stage, to_stage, reason, actor, entered_from_at, at)
SELECT id, campaign_id, stage, $2::text, $3, $4, stage_entered_at, greatest(stage_entered_at, $5)
FROM leads WHERE id = $1 AND stage <> $2
"""

_DELETE = "DELETE FROM leads WHERE id = ANY($1::bigint[])"


@dataclass(frozen=True, slots=True)
class MergeRequest:
    """Which leads to merge into `lead_id`, and which values to take from whom instead of by the rule."""

    lead_id: int
    merge_ids: Sequence[int]
    choices: Sequence[tuple[MergeField, int]] = ()
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge, or what it would be: then there is no `merge_id`."""

    plan: MergePlan
    merge_id: int | None = None


@dataclass(slots=True)
class _Leads:
    """The leads of a merge, locked: the survivor first."""

    survivor: asyncpg.Record
    values: list[dict[str, Any]] = field(default_factory=list)

    @property
    def absorbed_ids(self) -> list[int]:
        return [lead["id"] for lead in self.values[1:]]


@again_after_deadlocks
async def merge_leads(request: MergeRequest, act: Act, *, dry_run: bool = False) -> Merged:
    """Merge leads of one campaign: the first keeps its id, and everything that hangs on the others goes over to it.

    With `dry_run` nothing happens, but everything is refused that would be. Raises InvalidInput, also where SCHEDULED
    appointments overlap, or Conflict where another version is expected.
    """
    async with transaction(act) as tx:
        leads = await _lock(tx, request)
        plan = await _plan(tx, request, leads)
        if dry_run:
            return Merged(plan)
        return Merged(plan, await _carry_out(tx, leads, plan))


async def _lock(tx: Transaction, request: MergeRequest) -> _Leads:
    """The leads; before them their campaign, as who writes identities of many leads, and what was sent to them."""
    findings = Findings()
    if not request.merge_ids:
        findings.add(("merge_ids",), ErrorCode.EMPTY, "Name at least one.")
    if len(request.merge_ids) > MOST_ABSORBED:
        findings.add(("merge_ids",), ErrorCode.TOO_MANY, f"Name at most {MOST_ABSORBED}.")
    wanted = (request.lead_id, *request.merge_ids[:MOST_ABSORBED])
    if 0 < request.lead_id <= LARGEST_ID:
        await tx.connection.execute(_LOCK_CAMPAIGN, request.lead_id)
    await lock_sent(tx, wanted)
    found = await lock_leads(tx, wanted, *DECIDED, deleting=True)
    survivor = found.get(request.lead_id)
    if survivor is None:
        findings.add(("lead_id",), ErrorCode.NOT_FOUND, "There is no lead with this id.")
    for position, lead_id in enumerate(wanted[1:]):
        _check_absorbed(findings, ("merge_ids", str(position)), lead_id, wanted[: position + 1], found)
    _check_choices(findings, request)
    findings.raise_if_any()
    assert survivor is not None, "its absence is a finding"
    check_version(survivor, request.expected_version)
    return _Leads(survivor, [_values(found[lead_id]) for lead_id in wanted])


def _check_absorbed(
    findings: Findings,
    path: tuple[str, ...],
    lead_id: int,
    before: Sequence[int],
    found: Mapping[int, asyncpg.Record],
) -> None:
    survivor = found.get(before[0])
    if lead_id not in found:
        findings.add(path, ErrorCode.NOT_FOUND, "There is no lead with this id.")
    elif lead_id in before:
        findings.add(path, ErrorCode.REPEATED, "This lead stands here already.")
    elif survivor is not None and found[lead_id]["campaign_id"] != survivor["campaign_id"]:
        findings.add(path, ErrorCode.OTHER_CAMPAIGN, "This lead belongs to another campaign.")


def _check_choices(findings: Findings, request: MergeRequest) -> None:
    seen = set[MergeField]()
    for position, (chosen, lead_id) in enumerate(request.choices):
        if chosen in seen:
            findings.add(("choices", str(position), "field"), ErrorCode.REPEATED, "This field was chosen already.")
        if lead_id != request.lead_id and lead_id not in request.merge_ids:
            message = "This is none of the leads to be merged."
            findings.add(("choices", str(position), "lead_id"), ErrorCode.NOT_FOUND, message)
        seen.add(chosen)


def _values(lead: asyncpg.Record) -> dict[str, Any]:
    return dict(lead) | {"provenance": orjson.loads(lead["provenance"])}


async def _plan(tx: Transaction, request: MergeRequest, leads: _Leads) -> MergePlan:
    """The plan, and whether appointments let it be: nobody moves them now, for that takes a lock on their lead."""
    findings = Findings()
    plan = plan_merge(leads.values, dict(request.choices), findings)
    ids = [lead["id"] for lead in leads.values]
    overlapping = {lead_id for (lead_id,) in await tx.connection.fetch(_OVERLAPPING, ids)}
    for position, lead_id in enumerate(leads.absorbed_ids):
        if lead_id in overlapping:
            message = "It has an appointment at the time of one of another of these leads. Move or cancel one of both."
            findings.add(("merge_ids", str(position)), ErrorCode.OVERLAPPING, message)
    findings.raise_if_any()
    return plan


async def _carry_out(tx: Transaction, leads: _Leads, plan: MergePlan) -> int:
    survivor, absorbed_ids = leads.survivor, leads.absorbed_ids
    lead_id = survivor["id"]
    await join_sent(tx, lead_id, absorbed_ids)
    await keep_one_sequence(
        tx,
        [lead_id, *absorbed_ids],
        stage=plan.stage,
        do_not_contact=plan.values["do_not_contact"],
        last_replied_at=plan.values["last_replied_at"],
    )
    merge_id = await take_snapshot(tx, lead_id, absorbed_ids)
    await move_over(tx, lead_id, absorbed_ids)
    await tx.connection.execute(_HISTORY, lead_id, plan.stage, _REASON, tx.act.actor, tx.act.at)
    values = {**plan.values, "provenance": orjson.dumps(plan.values["provenance"]).decode()}
    others = [values[column] for column in _OTHERS]
    await tx.connection.execute(_UPDATE, lead_id, tx.act.at, plan.stage, *others)
    await complete_snapshot(tx, merge_id)
    await tx.connection.execute(_DELETE, absorbed_ids)
    _log(tx, leads, plan, merge_id)
    return merge_id


def _log(tx: Transaction, leads: _Leads, plan: MergePlan, merge_id: int) -> None:
    survivor, before = leads.survivor, leads.values[0]
    changed = sorted(column for column, value in plan.values.items() if before[column] != value)
    tx.log(
        models.ActivityKind.LEADS_MERGED,
        Subject.LEAD,
        survivor["id"],
        campaign_id=survivor["campaign_id"],
        merge_id=merge_id,
        absorbed=leads.absorbed_ids,
        changed=changed,
    )
    if plan.stage != survivor["stage"]:
        log_stage_change(tx, survivor, plan.stage)
    for lead_id in leads.absorbed_ids:
        tx.log(
            models.ActivityKind.LEAD_DELETED,
            Subject.LEAD,
            lead_id,
            campaign_id=survivor["campaign_id"],
            merged_into=survivor["id"],
            merge_id=merge_id,
        )
