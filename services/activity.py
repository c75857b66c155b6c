"""Reading the activity log so that nothing is missed.

A serial id is not commit order: a row with a lower id may become visible later. Rows are therefore ordered by
`(transaction id, id)`, and a reader stops before the oldest transaction still open: whatever it has passed is final.
"""

import base64
import binascii
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import NamedTuple, Self

import asyncpg


class Subject(StrEnum):
    """What an activity can be about: the values of `subject_type`, which are names of models and GraphQL types."""

    CAMPAIGN = "Campaign"
    DISCOVERY_JOB = "DiscoveryJob"
    LEAD = "Lead"
    APPOINTMENT = "Appointment"
    HOST = "Host"
    LEAD_IMPORT = "LeadImport"
    SUPPRESSION = "Suppression"
    SAFETY_SETTINGS = "SafetySettings"
    MESSAGE_TEMPLATE = "MessageTemplate"
    OUTREACH_SEQUENCE = "OutreachSequence"
    OUTREACH_MESSAGE = "OutreachMessage"
    API_TOKEN = "ApiToken"
    TRUSTED_DOCUMENT = "TrustedDocument"


class Position(NamedTuple):
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
    kind: str
    """A value of `models.ActivityKind`, or one that a newer program knows."""
    subject_type: str
    subject_id: int
    campaign_id: int | None


@dataclass(frozen=True, slots=True)
class About:
    """What changes a reader asks for: those which agree with every value given."""

    subject_type: str | None = None
    subject_id: int | None = None
    campaign_id: int | None = None

    def covers(self, change: Change) -> bool:
        """Whether the change is one of those."""
        return (
            self.subject_type in (None, change.subject_type)
            and self.subject_id in (None, change.subject_id)
            and self.campaign_id in (None, change.campaign_id)
        )


EVERYTHING = About()


@dataclass(frozen=True, slots=True)
class Page:
    """Settled changes, oldest first, and what stands behind them."""

    changes: list[Change]
    full: bool
    """There may be more settled ones."""
    unsettled: bool
    """Others are visible already, but one which belongs before them may still come: look again soon."""


_SETTLED = "transaction_id < pg_snapshot_xmin(pg_current_snapshot())"

_END = f"SELECT transaction_id, id FROM activity WHERE {_SETTLED} ORDER BY transaction_id DESC, id DESC LIMIT 1"

_SINCE = f"""
SELECT transaction_id, id, kind, subject_type, subject_id, campaign_id, {_SETTLED} AS settled FROM activity
WHERE (transaction_id, id) > ($1::text::xid8, $2::bigint) %s
ORDER BY transaction_id, id LIMIT $3
"""


async def end_of_log(connection: asyncpg.Connection) -> Position:
    """The position of the last settled row."""
    row = await connection.fetchrow(_END)
    return Position(int(row["transaction_id"]), row["id"]) if row else Position(0, 0)


async def page_since(connection: asyncpg.Connection, position: Position, limit: int, about: About = EVERYTHING) -> Page:
    """At most `limit` changes after `position`, by one statement and so by one snapshot."""
    asked = [(column, value) for column, value in asdict(about).items() if value is not None]
    conditions = "".join(f" AND {column} = ${number}" for number, (column, _) in enumerate(asked, start=4))
    rows = await connection.fetch(
        _SINCE % conditions, str(position.transaction_id), position.id, limit, *(value for _, value in asked)
    )
    changes = [
        Change(
            Position(int(row["transaction_id"]), row["id"]),
            row["kind"],
            row["subject_type"],
            row["subject_id"],
            row["campaign_id"],
        )
        for row in rows
        if row["settled"]
    ]
    return Page(changes, full=len(changes) == limit, unsettled=len(changes) < len(rows))
