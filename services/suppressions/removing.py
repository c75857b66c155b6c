"""Removing a suppression: somebody may be written to again, and the log says who let it be so, and why."""

import models
from services.activity import Subject
from services.errors import NotFound
from services.suppressions.drafts import LONGEST_REASON
from services.transaction import Act, transaction
from services.validation import LARGEST_ID, Findings

_REMOVE = "DELETE FROM suppressions WHERE id = $1 RETURNING kind, source, actor, created_at, expires_at"


async def remove_suppression(suppression_id: int, reason: str, act: Act) -> None:
    """Remove a suppression. Raises InvalidInput without a reason, NotFound on `("id",)`."""
    findings = Findings()
    why = findings.required_text(("reason",), reason, LONGEST_REASON)
    findings.raise_if_any()
    async with transaction(act) as tx:
        known = 0 < suppression_id <= LARGEST_ID
        row = await tx.connection.fetchrow(_REMOVE, suppression_id) if known else None
        if row is None:
            raise NotFound(("id",), "suppression")
        tx.log(
            models.ActivityKind.SUPPRESSION_REMOVED,
            Subject.SUPPRESSION,
            suppression_id,
            reason=why,
            suppressed=row["kind"],
            source=row["source"],
            added_by=row["actor"],
            added_at=row["created_at"],
            expires_at=row["expires_at"],
        )
