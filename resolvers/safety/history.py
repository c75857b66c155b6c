"""The versions of the safety settings, and in what each differs from the one before."""

from datetime import datetime
from typing import Any

import strawberry

import models
import pushdown
from resolvers.safety.spelling import spelt_path, spelt_value
from resolvers.scalars import JSON


@strawberry.type(description="A value that a change of the safety settings changed.")
class SafetySettingsChange:
    """One difference."""

    path: list[str] = strawberry.field(
        description="The way to it, e.g. `[channels, EMAIL, maxPerDay]`; a campaign is named by its id."
    )
    before: JSON | None = strawberry.field(description="What it was; null where there was nothing.")
    after: JSON | None = strawberry.field(description="What it became; null where there is nothing.")


@pushdown.type(models.SafetySettingsVersion)
class SafetySettingsVersion:
    """The safety settings as somebody left them."""

    version: int = pushdown.column("The version, from 1 on: what `restoreSafetySettings` takes.")
    actor: str = pushdown.column("Who made it; `migration` for the settings of the beginning.")
    at: datetime = pushdown.column("When.")
    restored_from: int | None = pushdown.column("The version whose settings were taken up again; null for a change.")

    @pushdown.resolved("In what it differs from the version before.")
    def changes(changed: list[dict[str, Any]]) -> list[SafetySettingsChange]:  # noqa: N805 - a field's function
        """The differences, spelt as the schema does."""
        return [
            SafetySettingsChange(
                path=spelt_path(one["path"]),
                before=spelt_value(one["path"], one["before"]),
                after=spelt_value(one["path"], one["after"]),
            )
            for one in changed
        ]


@pushdown.filter_input
class SafetySettingsVersionFilter:
    """Conditions on versions of the safety settings; all that are given hold."""

    version: pushdown.IntFilter | None = pushdown.condition("The version.")
