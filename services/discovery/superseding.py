"""Handles which turned out to be a person known by another handle."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import orjson

from models import Platform
from services.transaction import Transaction

_SUPERSEDED = """
SELECT id, lead_id, profile_url, email, links FROM discovered_profiles
WHERE job_id = $1 AND platform = $2 AND handle = ANY($3::text[]) ORDER BY id FOR UPDATE
"""

_REMOVE = "DELETE FROM discovered_profiles WHERE id = ANY($1::bigint[])"

_RENAME = """
UPDATE discovered_profiles SET handle = $4 WHERE id = $3
    AND NOT EXISTS (SELECT FROM discovered_profiles WHERE job_id = $1 AND platform = $2 AND handle = $4)
RETURNING id
"""

_HAND_LEAD_ON = """
UPDATE discovered_profiles SET lead_id = $4
WHERE job_id = $1 AND platform = $2 AND handle = $3 AND coalesce(lead_id, $4) = $4
RETURNING id
"""


async def remove_superseded(
    tx: Transaction, job_id: int, platform: Platform, handles: Sequence[str], survivors: Mapping[str, Mapping[str, Any]]
) -> int:
    """Remove the profiles of `handles`, to be called before `survivors` are stored; return how many are gone.

    A converted profile lives on under its survivor's handle, or hands its lead on where the survivor is stored already.
    It stays as it is where no survivor can be told, or the survivor has become another lead: a lead keeps its profiles.
    """
    old = await tx.connection.fetch(_SUPERSEDED, job_id, platform, [name for name in handles if name not in survivors])
    gone = [record["id"] for record in old if record["lead_id"] is None]
    for record in old:
        if record["lead_id"] is None:
            continue
        survivor = _survivor(record, survivors)
        if survivor is None or await tx.connection.fetchval(_RENAME, job_id, platform, record["id"], survivor):
            continue
        if await tx.connection.fetchval(_HAND_LEAD_ON, job_id, platform, survivor, record["lead_id"]):
            gone.append(record["id"])
    if gone:
        await tx.connection.execute(_REMOVE, gone)
    return len(gone)


def _survivor(old: asyncpg.Record, survivors: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The handle under which the person goes on: the only one there is, or the only one which shares a key."""
    if len(survivors) == 1:
        return next(iter(survivors))
    old_urls = {old["profile_url"], *orjson.loads(old["links"])}
    alike = [
        handle
        for handle, row in survivors.items()
        if old_urls & {row["profile_url"], *row["links"]} or (old["email"] and old["email"] == row["email"])
    ]
    return alike[0] if len(alike) == 1 else None
