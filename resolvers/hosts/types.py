"""The host of appointments, and the host's working hours."""

from datetime import datetime
from typing import Any

import models
import pushdown
from resolvers.appointments.orderings import APPOINTMENTS_NEWEST_FIRST, AppointmentFilter
from resolvers.scalars import LocalTime, TimeZone


@pushdown.json_object
class WorkingSpan:
    """From a time of day up to a later one, as clocks in the host's time zone show them."""

    start: LocalTime = pushdown.column("When it begins.")
    end: LocalTime = pushdown.column("When it ends; `24:00` at the end of the day.")


@pushdown.json_object
class WorkingHours:
    """When a host works, each day of the week; a day without spans is a day off."""

    monday: list[WorkingSpan] = pushdown.embedded_list("On Mondays.", field="MONDAY")
    tuesday: list[WorkingSpan] = pushdown.embedded_list("On Tuesdays.", field="TUESDAY")
    wednesday: list[WorkingSpan] = pushdown.embedded_list("On Wednesdays.", field="WEDNESDAY")
    thursday: list[WorkingSpan] = pushdown.embedded_list("On Thursdays.", field="THURSDAY")
    friday: list[WorkingSpan] = pushdown.embedded_list("On Fridays.", field="FRIDAY")
    saturday: list[WorkingSpan] = pushdown.embedded_list("On Saturdays.", field="SATURDAY")
    sunday: list[WorkingSpan] = pushdown.embedded_list("On Sundays.", field="SUNDAY")


@pushdown.type(models.Host)
class Host(pushdown.Node):
    """Who of us holds appointments. Whoever is named for the first time becomes a host."""

    name: str = pushdown.column("The name, unique whatever the case of its letters; 1 to 200 characters.")
    time_zone: TimeZone = pushdown.column("The time zone of the working hours.")
    working_hours: WorkingHours = pushdown.embedded("When the host works: what `freeSlots` offers lies within.")
    has_calendar_feed: bool = pushdown.expression(
        "{row}.feed_digest IS NOT NULL", "Whether a calendar can follow the appointments at a secret address."
    )
    created_at: datetime = pushdown.column("When the host was named for the first time.")
    updated_at: datetime = pushdown.column("When the host was changed last.")
    appointments = pushdown.connection(
        "appointments",
        "The appointments, those which begin last first.",
        filter=AppointmentFilter,
        **APPOINTMENTS_NEWEST_FIRST,
    )


@pushdown.filter_input
class HostFilter:
    """Conditions on hosts; all that are given hold."""

    name: pushdown.StringFilter | None = pushdown.condition("The name.")


HOSTS_BY_NAME: dict[str, Any] = {"default": pushdown.Ordering("name")}
