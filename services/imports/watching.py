"""Watching one import: its present state, then every change of it, until it has ended."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import models
from models import LeadImportStatus
from services.activity import Position, Subject, end_of_log
from services.activity_feed import ActivityFeed
from services.errors import NotFound
from services.transaction import reading

_ENDINGS = {
    models.ActivityKind.LEAD_IMPORT_COMPLETED,
    models.ActivityKind.LEAD_IMPORT_FAILED,
    models.ActivityKind.LEAD_IMPORT_CANCELLED,
}
_ENDED = {LeadImportStatus.DONE, LeadImportStatus.FAILED, LeadImportStatus.CANCELLED}

_ENDING = """
SELECT transaction_id::text::bigint AS transaction_id, id FROM activity
WHERE subject_type = $1 AND subject_id = $2 AND kind = ANY($3::text[])
ORDER BY transaction_id DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class ImportUpdate:
    """A moment at which to look at the import."""

    position: Position
    """Where in the log the watcher stands with this update."""
    change: int | None
    """The activity row which caused it; None for the first, which shows the present state."""


async def watch_import(feed: ActivityFeed, import_id: int, after: Position | None) -> AsyncIterator[ImportUpdate]:
    """The present state first, then each change after it (after `after`, where given), oldest first.

    Ends with the change that ended the import, or at once where it had ended before. Raises NotFound.
    """
    begin = after or await _end()
    async with feed.subscribe(after=begin, subject_type=Subject.LEAD_IMPORT, subject_id=import_id) as changes:
        row = await models.LeadImport.get_or_none(id=import_id)
        if row is None:
            raise NotFound(("id",), "import")
        yield ImportUpdate(begin, None)
        if row.status in _ENDED and not await _ended_after(import_id, after):
            return
        async for change in changes:
            yield ImportUpdate(change.position, change.position.id)
            if change.kind in _ENDINGS:
                return


async def _ended_after(import_id: int, after: Position | None) -> bool:
    """Whether the ending is still to be told to a client which left off at `after`."""
    if after is None:
        return False
    kinds = [kind.value for kind in _ENDINGS]
    async with reading() as connection:
        row = await connection.fetchrow(_ENDING, Subject.LEAD_IMPORT.value, import_id, kinds)
    return row is not None and Position(row["transaction_id"], row["id"]) > after


async def _end() -> Position:
    async with reading() as connection:
        return await end_of_log(connection)
