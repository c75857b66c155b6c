"""What templates know of a lead and its campaign. Notes are not among it: they are ours."""

from collections.abc import Iterable, Mapping

import asyncpg

LEAD = ("name", "email", "phone", "company", "role", "location", "website", "owner", "tags")
CAMPAIGN = ("name", "target_niche")

VARIABLES = (*(f"lead.{name}" for name in LEAD), *(f"campaign.{name}" for name in CAMPAIGN))
"""Every variable, as it is spelt."""

Known = Mapping[str, Mapping[str, object]]
"""The values by name. What is not known of somebody has none."""

_COLUMNS = ", ".join(
    (*(f"lead.{name} AS lead_{name}" for name in LEAD), *(f"campaign.{name} AS campaign_{name}" for name in CAMPAIGN))
)
_READ = f"""
SELECT lead.id, {_COLUMNS} FROM leads lead JOIN campaigns campaign ON campaign.id = lead.campaign_id
WHERE lead.id = ANY($1::bigint[])
"""

EXAMPLE: Known = {
    "lead": {name: ["harbour", "software"] if name == "tags" else f"some {name}" for name in LEAD},
    "campaign": {name: f"some {name}" for name in CAMPAIGN},
}
"""Somebody of whom everything is known."""


async def known_of(connection: asyncpg.Connection, lead_ids: Iterable[int]) -> dict[int, Known]:
    """What templates know of these leads, by id; ids that no lead has are left out."""
    rows = await connection.fetch(_READ, list(lead_ids))
    return {
        row["id"]: {"lead": _given(row, "lead", LEAD), "campaign": _given(row, "campaign", CAMPAIGN)} for row in rows
    }


def _given(row: asyncpg.Record, prefix: str, names: Iterable[str]) -> dict[str, object]:
    """The values that are known: a blank one, or a list of nothing, is not."""
    values = {name: row[f"{prefix}_{name}"] for name in names}
    stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in stripped.items() if value not in (None, "", [])}
