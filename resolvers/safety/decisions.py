"""Asking whether something may be sent, and why."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role
from resolvers.access.requiring import requires
from resolvers.ids import row_key
from services.safety.asking import ask
from services.safety.attempts import decision_document


@pushdown.json_object
class SafetyCheck:
    """What one rule says of a message."""

    rule: models.SafetyRule = pushdown.column("The rule.")
    passed: bool = pushdown.column("Whether it lets the message through.")
    detail: str = pushdown.column("Why, in words, with the figures it was made of.")


@pushdown.json_object
class SafetyDecision:
    """Whether a message may be sent, and why."""

    allowed: bool = pushdown.column("Whether it may be sent now.")
    verdict: models.SafetyVerdict = pushdown.column("Whether it may be sent now, later or never.")
    rule: models.SafetyRule | None = pushdown.column(
        "The rule that decides: the first that blocks it, or else the first that defers it; null where none does."
    )
    next_eligible_at: datetime | None = pushdown.column(
        "When no rule is known to forbid it any more; null where it may be sent now, or never, or nobody knows."
    )
    settings_version: int = pushdown.column("The version of the safety settings by which it was decided.")
    checks: list[SafetyCheck] = pushdown.embedded_list("What every rule says, not only the first that failed.")


async def _safety_decision(
    lead_id: Annotated[strawberry.ID, strawberry.argument(description="To whom.")],
    channel: Annotated[models.Channel, strawberry.argument(description="By what.")],
) -> Any:
    decision = await ask(row_key(lead_id, "Lead"), channel)
    document = decision_document(decision)
    checks = [pushdown.Made(check) for check in document["checks"]]
    return pushdown.Made(document, checks=checks, next_eligible_at=decision.next_eligible_at)


@requires(Role.VIEWER)
@strawberry.type
class SafetyDecisionQueries:
    """Fields of `Query`."""

    safety_decision: SafetyDecision = strawberry.field(
        resolver=_safety_decision,
        description="Whether a message may be sent to a lead now, by what is used up now. Nothing is reserved: who "
        "sends asks again.",
    )
