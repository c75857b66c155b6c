"""What is kept of a merge, and how it comes back: whole rows, as PostgreSQL writes and reads them, never by way of us.

So they return to the microsecond. `absorbed` has for each lead its id (`lead_id`), its row, its identities and its
stage changes as rows, and the ids of all that went over to the survivor.
"""

from collections.abc import Mapping

from tortoise.models import Model

import models
from services.transaction import Transaction

MOVED = {
    "contact_events": "contact_events",
    "appointments": "appointments",
    "profiles": "discovered_profiles",
    "import_rows": "lead_import_rows",
    "merges": "lead_merges",
    "enrolments": "enrolments",
    "outreach_messages": "outreach_messages",
    "replies": "replies",
    "reservations": "safety_reservations",
}
"""What goes over to the surviving lead and back: the key of the ids in a snapshot, and the table."""

KEPT_AS_ROWS: Mapping[str, type[Model]] = {"identities": models.LeadIdentity, "stage_changes": models.StageChange}
"""What is kept by its rows. Identities go over, too, but may be dropped there; the absorbed one's history does not."""


def _ids(key: str, table: str) -> str:
    return f"'{key}', (SELECT coalesce(jsonb_agg(id ORDER BY id), '[]') FROM {table} WHERE lead_id = lead.id)"


def _rows(key: str, model: type[Model]) -> str:
    table = model._meta.db_table
    rows = f"SELECT coalesce(jsonb_agg(to_jsonb(one) ORDER BY one.id), '[]') FROM {table} one WHERE lead_id = lead.id"
    return f"'{key}', ({rows})"


_PARTS = ", ".join(
    (
        *(_rows(key, model) for key, model in KEPT_AS_ROWS.items()),
        *(_ids(key, table) for key, table in MOVED.items()),
    )
)

_TAKE = f"""
INSERT INTO lead_merges (campaign_id, lead_id, before, after, absorbed, actor, merged_at)
SELECT survivor.campaign_id, survivor.id, to_jsonb(survivor), to_jsonb(survivor), (
        SELECT jsonb_agg(
            jsonb_build_object('lead_id', lead.id, 'lead', to_jsonb(lead), {_PARTS})
            ORDER BY array_position($2::bigint[], lead.id)
        )
        FROM leads lead WHERE lead.id = ANY($2)
    ), $3, $4
FROM leads survivor WHERE survivor.id = $1
RETURNING id
"""

_COMPLETE = """
UPDATE lead_merges SET after = to_jsonb(lead) || jsonb_build_object(
    'last_event_id', (SELECT coalesce(max(id), 0) FROM contact_events WHERE lead_id = lead.id)
)
FROM leads lead WHERE lead.id = lead_id AND lead_merges.id = $1
"""

_RESTORE = """
INSERT INTO {table} ({columns})
SELECT {kept} FROM lead_merges merge, jsonb_array_elements(merge.absorbed) one,
    jsonb_populate_recordset(NULL::{table}, {rows}) kept
WHERE merge.id = $1
"""

_KEYS = """
SELECT DISTINCT jsonb_object_keys(kept) FROM lead_merges, jsonb_path_query(absorbed, $2::text::jsonpath) kept
WHERE id = $1
"""

_RELEASE = """
DELETE FROM lead_identities held USING lead_merges merge, jsonb_path_query(merge.absorbed, '$[*].identities[*]') kept
WHERE merge.id = $1 AND held.lead_id = merge.lead_id AND held.kind = kept->>'kind' AND held.value = kept->>'value'
"""

_RETURN = """
UPDATE {table} moved SET lead_id = back.lead_id
FROM (
    SELECT (one->>'lead_id')::bigint AS lead_id, own.id::bigint AS id
    FROM lead_merges merge, jsonb_array_elements(merge.absorbed) one, jsonb_array_elements_text(one->'{key}') own(id)
    WHERE merge.id = $1
) back
WHERE moved.id = back.id AND moved.lead_id = (SELECT lead_id FROM lead_merges WHERE id = $1)
"""


async def take_snapshot(tx: Transaction, lead_id: int, absorbed_ids: list[int]) -> int:
    """Keep the surviving lead and those it absorbs as they are, in a merge whose id is returned."""
    merge_id: int = await tx.connection.fetchval(_TAKE, lead_id, absorbed_ids, tx.act.actor, tx.act.at)
    return merge_id


async def complete_snapshot(tx: Transaction, merge_id: int) -> None:
    """Keep what the merge has made of the surviving lead, too, and up to which id its contact events are not later."""
    await tx.connection.execute(_COMPLETE, merge_id)


async def move_over(tx: Transaction, lead_id: int, absorbed_ids: list[int]) -> None:
    """Give the surviving lead everything that hangs on the others, but for their history."""
    for table in (*MOVED.values(), models.LeadIdentity._meta.db_table):
        await tx.connection.execute(
            f"UPDATE {table} SET lead_id = $1 WHERE lead_id = ANY($2::bigint[])", lead_id, absorbed_ids
        )


async def restore(tx: Transaction, merge_id: int) -> None:
    """Bring the absorbed leads back, with all that is still there of what they had.

    The survivor keeps what it got since. Raises UniqueViolationError where an identity belongs to somebody else by now.
    """
    await _insert(tx, merge_id, models.Lead, "$[*].lead", "jsonb_build_array(one->'lead')")
    await tx.connection.execute(_RELEASE, merge_id)
    for key, model in KEPT_AS_ROWS.items():
        await _insert(tx, merge_id, model, f"$[*].{key}[*]", f"one->'{key}'")
    for key, table in MOVED.items():
        await tx.connection.execute(_RETURN.format(table=table, key=key), merge_id)


async def _insert(tx: Transaction, merge_id: int, model: type[Model], path: str, rows: str) -> None:
    """Insert kept rows. A column that is younger than the merge has its default, one that is gone is left out."""
    keys = await tx.connection.fetch(_KEYS, merge_id, path)
    columns = sorted({key for (key,) in keys} & set(model._meta.fields_db_projection.values()))
    if columns:
        kept = ", ".join(f"kept.{column}" for column in columns)
        table = model._meta.db_table
        statement = _RESTORE.format(table=table, columns=", ".join(columns), kept=kept, rows=rows)
        await tx.connection.execute(statement, merge_id)
