"""Stopping sequences by hand."""

from collections.abc import Sequence

from models import EnrolmentStop
from services.deadlocks import again_after_deadlocks
from services.errors import ErrorCode
from services.leads.locking import lock_leads
from services.leads.results import check_count
from services.outreach.stopping import end_enrolments
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

LONGEST_REASON = 2_000

_ACTIVE = """
SELECT id FROM enrolments
WHERE status = 'ACTIVE' AND ($1::bigint IS NULL OR sequence_id = $1) AND ($2::bigint[] IS NULL OR lead_id = ANY($2))
"""
_EXISTS = "SELECT EXISTS (SELECT FROM outreach_sequences WHERE id = $1)"


@again_after_deadlocks
async def stop_outreach(lead_ids: Sequence[int] | None, sequence_id: int | None, reason: str | None, act: Act) -> int:
    """End what is ACTIVE of these leads, of a sequence, or of both at once; how many enrolments were ended.

    Raises InvalidInput where neither is named, or one is not there: then nothing is stopped.
    """
    if lead_ids is not None:
        check_count(("lead_ids",), lead_ids)
    findings = Findings()
    told = findings.optional_text(("reason",), reason, LONGEST_REASON)
    if lead_ids is None and sequence_id is None:
        findings.add(("lead_ids",), ErrorCode.REQUIRED, "Name leads, or a sequence.")
    async with transaction(act) as tx:
        await _check(tx, findings, lead_ids, sequence_id)
        findings.raise_if_any()
        wanted = None if lead_ids is None else list(lead_ids)
        rows = await tx.connection.fetch(_ACTIVE, sequence_id, wanted)
        return await end_enrolments(tx, {row["id"]: EnrolmentStop.CANCELLED for row in rows}, message=told)


async def _check(tx: Transaction, findings: Findings, lead_ids: Sequence[int] | None, sequence_id: int | None) -> None:
    leads = await lock_leads(tx, lead_ids or ())
    for place, lead_id in enumerate(lead_ids or ()):
        if lead_id not in leads:
            findings.add(("lead_ids", str(place)), ErrorCode.NOT_FOUND, "There is no lead with this id.")
    known = sequence_id is None or 0 < sequence_id <= LARGEST_ID
    if not known or (sequence_id is not None and not await tx.connection.fetchval(_EXISTS, sequence_id)):
        findings.add(("sequence_id",), ErrorCode.NOT_FOUND, "There is no sequence with this id.")
