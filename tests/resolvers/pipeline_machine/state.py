"""Everything there is, read by one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from services.transaction import reading

Row = Mapping[str, Any]

TABLES = (
    "campaigns",
    "leads",
    "lead_identities",
    "stage_changes",
    "contact_events",
    "appointments",
    "hosts",
    "lead_merges",
)

_READ = "SELECT jsonb_build_object({})::text".format(
    ", ".join(f"'{table}', (SELECT jsonb_agg(to_jsonb(t) ORDER BY id) FROM {table} t)" for table in TABLES)
)


@dataclass(frozen=True, slots=True)
class State:
    """The rows of every table, by id, as PostgreSQL writes them."""

    tables: Mapping[str, Mapping[int, Row]]

    @classmethod
    async def read(cls) -> "State":
        """What there is now."""
        async with reading() as connection:
            tables = orjson.loads(await connection.fetchval(_READ))
        return cls({table: {row["id"]: row for row in rows or ()} for table, rows in tables.items()})

    def __getitem__(self, table: str) -> Mapping[int, Row]:
        return self.tables[table]

    def of_lead(self, table: str, lead_id: int) -> dict[int, Row]:
        """A table's rows which belong to a lead, by id."""
        return {key: row for key, row in self.tables[table].items() if row["lead_id"] == lead_id}


def moment(text: str) -> datetime:
    """A time as PostgreSQL writes it."""
    return datetime.fromisoformat(text)
