"""Reading the activity log so that nothing is missed.

A serial id is not commit order: a row with a lower id may become visible later. Rows are therefore ordered by
`(transaction id, id)`, and a reader stops before the oldest transaction still open: whatever it has passed is final.
"""

import base64
import binascii
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

import asyncpg

import models


class Subject(StrEnum):
    """What an activity can be about: the values of `subject_type`, which are names of models and GraphQL types."""

    CAMPAIGN = "Campaign"
    DISCOVERY_JOB = "DiscoveryJob"
    LEAD = "Lead"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the log. Its text form is what clients keep as `sequence` and hand back as `after`."""

    transaction_id: int
    id: int

    def encode(self) -> str:
        """The opaque text form, safe in URLs."""
        return base64.urlsafe_b64encode(f"{self.transaction_id}.{self.id}".encode()).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read a text form; raises ValueError when it is none of ours."""
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode("ascii")
            transaction_id, _, row_id = raw.partition(".")
            position = cls(int(transaction_id), int(row_id))
        except (binascii.Error, UnicodeError, ValueError) as error:
            raise ValueError("not a position in the activity log") from error
        if not (0 <= position.transaction_id < 2**63 and 0 <= position.id < 2**63) or position.encode() != text:
            raise ValueError("not a position in the activity log")
        return position


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the log, as far as readers need it to decide whether it concerns them."""

    position: Position
    kind: models.ActivityKind
    subject_type: str
    subject_id: int
    campaign_id: int | None


_SETTLED = "transaction_id < pg_snapshot_xmin(pg_current_snapshot())"

_END = f"SELECT transaction_id, id FROM activity WHERE {_SETTLED} ORDER BY transaction_id DESC, id DESC LIMIT 1"

_SINCE = f"""
SELECT transaction_id, id, kind, subject_type, subject_id, campaign_id FROM activity
WHERE (transaction_id, id) > ($1::text::xid8, $2::bigint) AND {_SETTLED}
ORDER BY transaction_id, id LIMIT $3
"""


async def end_of_log(connection: asyncpg.Connection) -> Position:
    """The position of the last settled row."""
    row = await connection.fetchrow(_END)
    return Position(int(row["transaction_id"]), row["id"]) if row else Position(0, 0)


async def changes_since(connection: asyncpg.Connection, position: Position, limit: int) -> list[Change]:
    """At most `limit` settled changes after `position`, oldest first."""
    rows = await connection.fetch(_SINCE, str(position.transaction_id), position.id, limit)
    return [
        Change(
            Position(int(row["transaction_id"]), row["id"]),
            models.ActivityKind(row["kind"]),
            row["subject_type"],
            row["subject_id"],
            row["campaign_id"],
        )
        for row in rows
    ]
