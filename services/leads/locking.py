"""Locking leads: in the order of their ids, so that who changes many never waits in a circle."""

from collections.abc import Iterable

import asyncpg

from services.errors import Conflict, ErrorCode, NotFound
from services.transaction import Transaction
from services.validation import LARGEST_ID, Path

_ALWAYS = ("id", "campaign_id", "stage", "version")
_LOCK = "SELECT {columns} FROM leads WHERE id = ANY($1::bigint[]) ORDER BY id FOR {strength}"


async def lock_leads(
    tx: Transaction, lead_ids: Iterable[int], *columns: str, deleting: bool = False
) -> dict[int, asyncpg.Record]:
    """The leads among these, by id, locked until the transaction ends; ids that no lead has are left out.

    Each has `columns` beside `id`, `campaign_id`, `stage` and `version`. The lock lets others add rows that refer to
    the leads, unless they are locked for `deleting`. Campaigns, if any, are locked before.
    """
    strength = "UPDATE" if deleting else "NO KEY UPDATE"
    statement = _LOCK.format(columns=", ".join(dict.fromkeys((*_ALWAYS, *columns))), strength=strength)
    ids = {lead_id for lead_id in lead_ids if 0 < lead_id <= LARGEST_ID}
    return {lead["id"]: lead for lead in await tx.connection.fetch(statement, list(ids))}


async def lock_lead(
    tx: Transaction, lead_id: int, *columns: str, expected_version: int | None = None, path: Path = ("lead_id",)
) -> asyncpg.Record:
    """One lead, as `lock_leads` gives it.

    Raises NotFound on `path`, and Conflict on `("expected_version",)` where a version is expected and it has another.
    """
    lead = (await lock_leads(tx, [lead_id], *columns)).get(lead_id)
    if lead is None:
        raise NotFound(path, "lead")
    check_version(lead, expected_version)
    return lead


def check_version(lead: asyncpg.Record, expected_version: int | None) -> None:
    """Raise Conflict, with the lead as it is, where a version is expected and it has another."""
    if expected_version not in (None, lead["version"]):
        raise Conflict(
            ("expected_version",),
            ErrorCode.CONFLICT,
            f"The lead is at version {lead['version']}: somebody changed it meanwhile.",
            {"lead": lead["id"]},
        )
