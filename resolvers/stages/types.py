"""The history of leads in the funnel."""

from datetime import datetime

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.type(models.StageChange)
class StageChange:
    """A lead's entry into a stage of the funnel."""

    lead = pushdown.one("lead", "The lead.")
    from_: models.LeadStage | None = pushdown.column(
        "The stage it left; null where it came into the funnel.", field="from_stage"
    )
    to: models.LeadStage = pushdown.column("The stage it entered.", field="to_stage")
    reason: str | None = pushdown.column("Why, in the words of who moved it.")
    actor: str = pushdown.column("Who moved it.")
    at: datetime = pushdown.column("When.")
