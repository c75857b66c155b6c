"""Refusing input about a lead: whether there is such a lead is told together with all else that is wrong."""

from services.errors import ErrorCode
from services.transaction import reading
from services.validation import LARGEST_ID, Findings, Path

_EXISTS = "SELECT EXISTS (SELECT FROM leads WHERE id = $1)"


async def raise_if_any(findings: Findings, lead_id: int, path: Path = ("lead_id",)) -> None:
    """Raise InvalidInput if anything was found. Only then the database is asked for the lead of `path`."""
    if not findings.any:
        return
    if not is_key(lead_id) or not await _exists(lead_id):
        findings.add(path, ErrorCode.NOT_FOUND, "There is no lead with this id.")
    findings.raise_if_any()


def is_key(lead_id: int) -> bool:
    """Whether a row could have it."""
    return 0 < lead_id <= LARGEST_ID


async def _exists(lead_id: int) -> bool:
    async with reading() as connection:
        return bool(await connection.fetchval(_EXISTS, lead_id))
