"""What imports and their rows can be filtered by, and their order."""

from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class LeadImportFilter:
    """Conditions on imports; all that are given hold."""

    campaign: pushdown.IDFilter | None = pushdown.condition("The campaign's id.", field="campaign_id", id_of="Campaign")
    status: pushdown.EnumFilter[models.LeadImportStatus] | None = pushdown.condition("The status.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When it was asked for.")


@pushdown.filter_input
class LeadImportRowFilter:
    """Conditions on rows of an import; all that are given hold."""

    outcome: pushdown.EnumFilter[models.ImportOutcome] | None = pushdown.condition("What became of them.")
    number: pushdown.IntFilter | None = pushdown.condition("Their number.")


IMPORTS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
ROWS_AS_IN_THE_FILE: dict[str, Any] = {"default": pushdown.Ordering("number")}
