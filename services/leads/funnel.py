"""The funnel: the order of its stages, and the first entry of a lead's history."""

from collections.abc import Sequence

import models
from services.transaction import Transaction

CLOSED = frozenset((models.LeadStage.WON, models.LeadStage.LOST))
"""The stages which a lead leaves only by being reopened."""

_ENTER = """
INSERT INTO stage_changes (lead_id, campaign_id, to_stage, actor, at)
SELECT id, campaign_id, stage, $2, stage_entered_at FROM leads WHERE id = ANY($1::bigint[])
"""


async def enter_funnel(tx: Transaction, lead_ids: Sequence[int]) -> None:
    """Begin the history of leads which were inserted just now, with the stage they were given."""
    await tx.connection.execute(_ENTER, lead_ids, tx.act.actor)
