"""What appointments can be filtered by, and their orders."""

from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used

_UPCOMING = "{row}.status = 'SCHEDULED' AND {row}.starts_at > now()"


@pushdown.filter_input
class AppointmentFilter:
    """Conditions on appointments; all that are given hold."""

    lead: pushdown.IDFilter | None = pushdown.condition("The lead's id.", field="lead_id", id_of="Lead")
    host: pushdown.IDFilter | None = pushdown.condition("The host's id.", field="host_id", id_of="Host")
    status: pushdown.EnumFilter[models.AppointmentStatus] | None = pushdown.condition("The status.")
    starts_at: pushdown.DateTimeFilter | None = pushdown.condition("When it begins.")
    upcoming: bool | None = pushdown.condition("Whether it is SCHEDULED and has not begun.", sql=_UPCOMING)


APPOINTMENTS_FIRST_TO_COME: dict[str, Any] = {"default": pushdown.Ordering("starts_at")}
APPOINTMENTS_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("starts_at"), "descending": True}
