"""The funnel: which moves there are, and the first entry of a lead's history."""

from collections.abc import Sequence

from models import ContactDirection, LeadStage
from services.errors import ErrorCode, Problem
from services.transaction import Transaction
from services.validation import Path

CLOSED = frozenset((LeadStage.WON, LeadStage.LOST))
"""The stages which a lead leaves only by being reopened."""

OPEN = frozenset(LeadStage) - CLOSED

REACHED_BY_CONTACT = {
    ContactDirection.OUTBOUND: (LeadStage.CONTACTED, frozenset((LeadStage.NEW,))),
    ContactDirection.INBOUND: (LeadStage.REPLIED, frozenset((LeadStage.NEW, LeadStage.CONTACTED))),
}
"""Where a message or a call brings a lead, and from where: never backwards, and never out of QUALIFIED, WON or LOST."""

_ENTER = """
INSERT INTO stage_changes (lead_id, campaign_id, to_stage, reason, actor, at)
SELECT id, campaign_id, stage, $3, $2, stage_entered_at FROM leads WHERE id = ANY($1::bigint[])
"""


async def enter_funnel(tx: Transaction, lead_ids: Sequence[int], *, reason: str | None = None) -> None:
    """Begin the history of leads which were inserted just now, with the stage they were given."""
    await tx.connection.execute(_ENTER, lead_ids, tx.act.actor, reason)


def origins(target: LeadStage, *, reopen: bool) -> frozenset[LeadStage]:
    """The stages from which a person may move a lead to `target`: open ones in any order, closed ones by reopening."""
    return (frozenset(LeadStage) if reopen else OPEN) - {target}


def why_not(present: LeadStage, target: LeadStage, *, reopen: bool, path: Path) -> Problem | None:
    """What keeps a lead from leaving its present stage for `target`; None where nothing does."""
    if present is target or present in origins(target, reopen=reopen):
        return None
    message = f"The lead is {present}. Say `reopen` if it is to leave that stage."
    return Problem(path, ErrorCode.REOPEN_REQUIRED, message)
