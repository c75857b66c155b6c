"""What merged leads were sent counts for the one that is left: a merge is no way around the limit for one lead."""

from collections.abc import Sequence

from services.safety.budgets import lead_scope
from services.safety.reserving import TIMELESS
from services.transaction import Transaction

_LOCK = """
SELECT FROM safety_budgets WHERE scope = ANY($1::text[]) AND day = $2 ORDER BY scope FOR NO KEY UPDATE
"""

_JOIN = """
INSERT INTO safety_budgets (scope, day, used, recent)
SELECT $1, $3, 0, array_agg(moment ORDER BY moment) FROM safety_budgets absorbed, unnest(absorbed.recent) moment
WHERE absorbed.scope = ANY($2::text[]) AND absorbed.day = $3 HAVING count(*) > 0
ON CONFLICT (scope, day) DO UPDATE
SET recent = ARRAY(SELECT moment FROM unnest(safety_budgets.recent || excluded.recent) moment ORDER BY moment)
"""


async def lock_sent(tx: Transaction, lead_ids: Sequence[int]) -> None:
    """Wait until nobody reserves for these leads. To be called before the leads are locked, as reservations do it."""
    await tx.connection.execute(_LOCK, [lead_scope(lead_id) for lead_id in lead_ids], TIMELESS)


async def join_sent(tx: Transaction, lead_id: int, absorbed_ids: Sequence[int]) -> None:
    """Let the times at which the absorbed leads were sent something count for this one, too."""
    scopes = [lead_scope(absorbed_id) for absorbed_id in absorbed_ids]
    await tx.connection.execute(_JOIN, lead_scope(lead_id), scopes, TIMELESS)
