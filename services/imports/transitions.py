"""The legal moves of an import, and the one function that makes them.

======  =================  =========  ==================================================================
move    from               to         when
======  =================  =========  ==================================================================
CLAIM   PENDING, RUNNING   RUNNING    a worker takes it up, or over from one which is gone
FINISH  RUNNING            DONE       all rows are dealt with
FAIL    PENDING, RUNNING   FAILED     the file cannot be read, or no worker could deal with it
CANCEL  PENDING, RUNNING   CANCELLED  a client asks for it; what was imported stays
======  =================  =========  ==================================================================
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import asyncpg

from models import ActivityKind, LeadImportStatus
from services.activity import Subject
from services.imports.holding import lock_import
from services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class _Rule:
    start: frozenset[LeadImportStatus]
    status: LeadImportStatus
    changes: str
    """What else the UPDATE sets; `$3` is the time of the act."""
    kind: ActivityKind


_OPEN = frozenset({LeadImportStatus.PENDING, LeadImportStatus.RUNNING})
_RUNNING = frozenset({LeadImportStatus.RUNNING})
_ENDS = "completed_at = $3, error_message = $6"


class Move(Enum):
    """The moves of the table above."""

    CLAIM = _Rule(
        _OPEN,
        LeadImportStatus.RUNNING,
        "started_at = coalesce(started_at, $3), attempt = attempt + 1, error_message = $6",
        ActivityKind.LEAD_IMPORT_STARTED,
    )
    FINISH = _Rule(_RUNNING, LeadImportStatus.DONE, _ENDS, ActivityKind.LEAD_IMPORT_COMPLETED)
    FAIL = _Rule(_OPEN, LeadImportStatus.FAILED, _ENDS, ActivityKind.LEAD_IMPORT_FAILED)
    CANCEL = _Rule(_OPEN, LeadImportStatus.CANCELLED, _ENDS, ActivityKind.LEAD_IMPORT_CANCELLED)


async def move(
    tx: Transaction,
    import_id: int,
    to: Move,
    *,
    run: int | None = None,
    attempt: int | None = None,
    error: str | None = None,
    **detail: Any,
) -> asyncpg.Record | None:
    """Make a move and log it; return the import's row as it stands afterwards.

    None, and nothing changed, where the import does not exist or does not stand where the move starts. `run` and
    `attempt` narrow it further: to what was asked for, to the worker which holds the import.
    """
    rule = to.value
    await lock_import(tx, import_id)
    row = await tx.connection.fetchrow(
        f"UPDATE lead_imports SET status = $2, {rule.changes} WHERE id = $1 AND status = ANY($4::text[])"
        " AND run = coalesce($5, run) AND attempt = coalesce($7, attempt) RETURNING *",
        import_id,
        rule.status,
        tx.act.at,
        sorted(rule.start),
        run,
        error,
        attempt,
    )
    if row is not None:
        tx.log(rule.kind, Subject.LEAD_IMPORT, import_id, campaign_id=row["campaign_id"], **detail)
    return row
