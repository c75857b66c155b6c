"""Adding tags to many leads, and taking tags from them."""

from collections.abc import Collection, Mapping, Sequence

import asyncpg
import orjson

import models
from services.activity import Subject
from services.errors import ErrorCode, Problem
from services.leads.locking import lock_leads
from services.leads.results import BulkOutcome, LeadResult, check_count, in_order
from services.leads.values import MOST_TAGS, lead_tags
from services.transaction import Act, Transaction, transaction
from services.validation import Findings

_TOO_MANY = Problem(("lead_ids",), ErrorCode.TOO_MANY, f"A lead has at most {MOST_TAGS} tags.")

_UPDATE = """
UPDATE leads SET tags = tagged.tags, version = version + 1, updated_at = greatest(updated_at, $2)
FROM jsonb_to_recordset($1::jsonb) AS tagged(id bigint, tags text[]) WHERE leads.id = tagged.id
"""


async def tag_leads(lead_ids: Sequence[int], add: Sequence[str], remove: Sequence[str], act: Act) -> list[LeadResult]:
    """Change the tags of up to 1,000 leads; one result for each id, in their order. Raises InvalidInput.

    Tags are told apart whatever their case. One that a lead has keeps its spelling.
    """
    check_count(("lead_ids",), lead_ids)
    findings = Findings()
    added = {tag.casefold(): tag for tag in lead_tags(findings, ("add",), add)}
    removed = {tag.casefold() for tag in lead_tags(findings, ("remove",), remove)}
    if not add and not remove:
        findings.add(("add",), ErrorCode.EMPTY, "Name at least one tag to add or to remove.")
    if added.keys() & removed:
        findings.add(("remove",), ErrorCode.REPEATED, "A tag cannot be added and removed at once.")
    findings.raise_if_any()
    async with transaction(act) as tx:
        leads = await lock_leads(tx, lead_ids, "tags")
        tagged = {lead_id: _tagged(lead["tags"], added, removed) for lead_id, lead in leads.items()}
        changed = {
            lead_id: tags
            for lead_id, tags in tagged.items()
            if tags != leads[lead_id]["tags"] and len(tags) <= MOST_TAGS
        }
        await _write(tx, leads, changed)
    results = {
        lead_id: LeadResult(lead_id, BulkOutcome.DONE)
        if lead_id in changed
        else LeadResult(lead_id, BulkOutcome.REFUSED, _TOO_MANY)
        if len(tags) > MOST_TAGS
        else LeadResult(lead_id, BulkOutcome.UNCHANGED)
        for lead_id, tags in tagged.items()
    }
    return in_order(("lead_ids",), lead_ids, results)


def _tagged(tags: Sequence[str], added: Mapping[str, str], removed: Collection[str]) -> list[str]:
    """The tags as they are to be; what is added comes last."""
    kept = {tag.casefold(): tag for tag in tags if tag.casefold() not in removed}
    return [*kept.values(), *(tag for key, tag in added.items() if key not in kept)]


async def _write(tx: Transaction, leads: Mapping[int, asyncpg.Record], changed: Mapping[int, Sequence[str]]) -> None:
    if not changed:
        return
    rows = orjson.dumps([{"id": lead_id, "tags": tags} for lead_id, tags in changed.items()]).decode()
    await tx.connection.execute(_UPDATE, rows, tx.act.at)
    for lead_id in changed:
        updated, campaign_id = models.ActivityKind.LEAD_UPDATED, leads[lead_id]["campaign_id"]
        tx.log(updated, Subject.LEAD, lead_id, campaign_id=campaign_id, changed=["tags"])
