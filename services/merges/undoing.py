"""Undoing a merge: the leads are parted again, and what happened since stays."""

from collections.abc import Iterable

import asyncpg

import models
from models import ContactDirection, LeadStage
from services.activity import Subject
from services.deadlocks import again_after_deadlocks
from services.errors import Conflict, ErrorCode, NotFound
from services.leads.email_keys import take_email
from services.leads.funnel import REACHED_BY_CONTACT
from services.leads.locking import lock_lead
from services.leads.stages import log_stage_change
from services.merges.planning import DECIDED
from services.merges.snapshots import restore
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID

# Who merges and undoes merges has the campaign, and who deletes a lead with its merges has the lead.
_LOCK_CAMPAIGN = """
SELECT campaign.id FROM campaigns campaign JOIN lead_merges merge ON merge.campaign_id = campaign.id
WHERE merge.id = $1 FOR NO KEY UPDATE OF campaign
"""

_LEAD = "SELECT lead_id FROM lead_merges WHERE id = $1"

_MERGE = """
SELECT lead_id, undone_at IS NOT NULL AS undone, (before->>'id')::bigint AS survivor_id,
    before->>'stage' AS stage_before, after->>'stage' AS stage_after, merged_at,
    (after->>'stage_entered_at')::timestamptz AS entered_at, (after->>'last_event_id')::bigint AS last_event_id,
    ARRAY(SELECT (one->>'lead_id')::bigint FROM jsonb_array_elements(absorbed) one) AS absorbed_ids,
    EXISTS (
        SELECT FROM lead_merges later
        WHERE later.lead_id = merge.lead_id AND later.id > merge.id AND later.undone_at IS NULL
    ) AS followed
FROM lead_merges merge WHERE id = $1
"""

# An address which the survivor was given since, and which is a key of a lead that is to come back.
_GIVEN_SINCE = """
SELECT kept->>'value' FROM lead_merges merge JOIN leads lead ON lead.id = merge.lead_id,
    jsonb_path_query(merge.absorbed, '$[*].identities[*]') kept
WHERE merge.id = $1 AND (
    kept->>'kind' = 'EMAIL' AND kept->>'value' = lower(lead.email) AND to_jsonb(lead.email) <> merge.after->'email'
    OR kept->>'kind' = 'PHONE' AND kept->>'value' = lead.phone AND to_jsonb(lead.phone) <> merge.after->'phone'
)
LIMIT 1
"""

_PLAIN = tuple(column for column in DECIDED if column not in {"stage", "provenance"})


def _as_before(column: str) -> str:
    return f"""{column} = CASE WHEN to_jsonb(lead.{column}) IS NOT DISTINCT FROM nullif(merge.after->'{column}', 'null')
        THEN was.{column} ELSE lead.{column} END"""


# Of the provenance goes what the merge brought, wherever the rest has come from since.
_TAKE_BACK = f"""
UPDATE leads lead SET version = lead.version + 1, updated_at = greatest(lead.updated_at, $2),
    {", ".join(map(_as_before, _PLAIN))},
    provenance = CASE WHEN lead.provenance = merge.after->'provenance' THEN was.provenance ELSE (
        SELECT coalesce(jsonb_agg(entry ORDER BY position), '[]')
        FROM jsonb_array_elements(lead.provenance) WITH ORDINALITY entries(entry, position)
        WHERE NOT merge.after->'provenance' @> jsonb_build_array(entry)
            OR merge.before->'provenance' @> jsonb_build_array(entry)
    ) END
FROM lead_merges merge, jsonb_populate_record(NULL::leads, merge.before) was
WHERE merge.id = $1 AND lead.id = merge.lead_id
RETURNING lead.email
"""

# What was noted or corrected since counts for whom it is about now.
_CATCH_UP = """
UPDATE leads lead SET last_contacted_at = greatest(lead.last_contacted_at, spoken.contacted_at),
    last_replied_at = greatest(lead.last_replied_at, spoken.replied_at)
FROM (
    SELECT lead_id, max(occurred_at) FILTER (WHERE direction = 'OUTBOUND') AS contacted_at,
        max(occurred_at) FILTER (WHERE direction = 'INBOUND') AS replied_at
    FROM contact_events WHERE lead_id = ANY($1::bigint[]) AND (id > $2 OR updated_at >= $3) GROUP BY lead_id
) spoken
WHERE lead.id = spoken.lead_id
"""

_SPOKEN_SINCE = "SELECT DISTINCT direction FROM contact_events WHERE lead_id = $1 AND id > $2"

_FORGET_ENTRY = """
WITH last AS (
    DELETE FROM stage_changes WHERE id = (
        SELECT id FROM stage_changes WHERE lead_id = $1 ORDER BY at DESC, id DESC LIMIT 1
    ) RETURNING from_stage, entered_from_at
)
UPDATE leads SET stage = last.from_stage, stage_entered_at = last.entered_from_at FROM last WHERE id = $1
"""

_ENTER = """
WITH entered AS (
    INSERT INTO stage_changes (lead_id, campaign_id, from_stage, to_stage, actor, entered_from_at, at)
    SELECT id, campaign_id, stage, $2::text, $3, stage_entered_at, greatest(stage_entered_at, $4::timestamptz)
    FROM leads WHERE id = $1
    RETURNING at
)
UPDATE leads SET stage = $2, stage_entered_at = entered.at FROM entered WHERE id = $1
"""

_DONE = "UPDATE lead_merges SET undone_at = $2, undone_by = $3 WHERE id = $1"


@again_after_deadlocks
async def undo_merge(merge_id: int, act: Act) -> int:
    """Bring the absorbed leads back as they were, with what they had; returns the id of the lead that had survived.

    That lead loses what the merge gave it, unless it was changed since, and keeps what came later. Raises NotFound on
    `("merge_id",)`, or Conflict where the merge was undone, a later one stands on it, or an identity of a lead that is
    to come back belongs to somebody else by now.
    """
    async with transaction(act) as tx:
        lead = await _lock(tx, merge_id)
        merge = await _merge(tx, merge_id)
        lead_id: int = lead["id"]
        given = await tx.connection.fetchval(_GIVEN_SINCE, merge_id)
        if given is not None:
            raise _not_undoable(merge, f"The lead was given {given} since, which belongs to one that would come back.")
        try:
            await restore(tx, merge_id)
        except asyncpg.UniqueViolationError as error:
            message = "Another lead has an address or an account by now of one that would come back."
            raise _not_undoable(merge, message) from error
        await _take_back(tx, merge_id, merge, lead)
        leads = [lead_id, *merge["absorbed_ids"]]
        await tx.connection.execute(_CATCH_UP, leads, merge["last_event_id"], merge["merged_at"])
        stage = await _step_back(tx, merge, lead)
        await tx.connection.execute(_DONE, merge_id, act.at, act.actor)
        _log(tx, merge_id, merge, lead, stage)
    return lead_id


async def _lock(tx: Transaction, merge_id: int) -> asyncpg.Record:
    """The merge's campaign, and then its lead, which is returned. Raises NotFound."""
    if not 0 < merge_id <= LARGEST_ID:
        raise NotFound(("merge_id",), "merge")
    await tx.connection.execute(_LOCK_CAMPAIGN, merge_id)
    lead_id = await tx.connection.fetchval(_LEAD, merge_id)
    if lead_id is None:
        raise NotFound(("merge_id",), "merge")
    return await lock_lead(tx, lead_id, "stage_entered_at", "email", path=("merge_id",))


async def _merge(tx: Transaction, merge_id: int) -> asyncpg.Record:
    """The merge. Raises Conflict unless it is the last that stands on its lead."""
    (merge,) = await tx.connection.fetch(_MERGE, merge_id)
    if merge["undone"]:
        raise _not_undoable(merge, "This merge was undone already.")
    if merge["lead_id"] != merge["survivor_id"]:
        raise _not_undoable(merge, "The lead was itself merged into another since. Undo that merge first.")
    if merge["followed"]:
        raise _not_undoable(merge, "Other leads were merged into this one since. Undo that merge first.")
    undoable: asyncpg.Record = merge
    return undoable


def _not_undoable(merge: asyncpg.Record, message: str) -> Conflict:
    return Conflict(("merge_id",), ErrorCode.NOT_UNDOABLE, message, {"lead": merge["lead_id"]})


async def _take_back(tx: Transaction, merge_id: int, merge: asyncpg.Record, lead: asyncpg.Record) -> None:
    """Give the lead its former values where it still has those of the merge.

    An address which it has again is its key again. Raises Conflict where that is somebody else's by now.
    """
    email = await tx.connection.fetchval(_TAKE_BACK, merge_id, tx.act.at)
    if email in (None, lead["email"]):
        return
    try:
        await take_email(tx, lead["campaign_id"], lead["id"], email)
    except Conflict as error:
        message = f"{email}, which the lead would have again, is another lead's address by now."
        raise _not_undoable(merge, message) from error


async def _step_back(tx: Transaction, merge: asyncpg.Record, lead: asyncpg.Record) -> LeadStage:
    """Take the lead back to the stage it had, unless it was moved since, or messages since brought it as far."""
    present, before = LeadStage(lead["stage"]), LeadStage(merge["stage_before"])
    if merge["stage_after"] == before or (present, lead["stage_entered_at"]) != (
        merge["stage_after"],
        merge["entered_at"],
    ):
        return present
    records = await tx.connection.fetch(_SPOKEN_SINCE, lead["id"], merge["last_event_id"])
    stage = _brought_to(before, (ContactDirection(direction) for (direction,) in records))
    if stage is not present:
        await tx.connection.execute(_FORGET_ENTRY, lead["id"])
        if stage is not before:
            await tx.connection.execute(_ENTER, lead["id"], stage, tx.act.actor, tx.act.at)
    return stage


def _brought_to(stage: LeadStage, directions: Iterable[ContactDirection]) -> LeadStage:
    """Where messages bring a lead, whichever came first."""
    for direction in directions:
        reached, origins = REACHED_BY_CONTACT[direction]
        if stage in origins:
            stage = reached
    return stage


def _log(tx: Transaction, merge_id: int, merge: asyncpg.Record, lead: asyncpg.Record, stage: LeadStage) -> None:
    lead_id, campaign_id, absorbed_ids = lead["id"], lead["campaign_id"], merge["absorbed_ids"]
    kinds = models.ActivityKind
    tx.log(kinds.MERGE_UNDONE, Subject.LEAD, lead_id, campaign_id=campaign_id, merge_id=merge_id, restored=absorbed_ids)
    if stage != lead["stage"]:
        log_stage_change(tx, lead, stage)
    for restored_id in absorbed_ids:
        tx.log(
            kinds.LEAD_CREATED,
            Subject.LEAD,
            restored_id,
            campaign_id=campaign_id,
            restored_from=lead_id,
            merge_id=merge_id,
        )
