"""The appointment."""

from datetime import datetime

import models
import pushdown
from resolvers.scalars import URL, TimeZone

_MINUTES = "floor(extract(epoch FROM {row}.ends_at - {row}.starts_at) / 60)::int"


@pushdown.type(models.Appointment)
class Appointment(pushdown.Node):
    """A time set aside for a lead."""

    lead = pushdown.one("lead", "The lead.")
    title: str = pushdown.column("What it is about, 1 to 200 characters.")
    starts_at: datetime = pushdown.column("When it begins.")
    ends_at: datetime = pushdown.column("When it ends.")
    duration_minutes: int = pushdown.expression(_MINUTES, "How long it is, in whole minutes.")
    time_zone: TimeZone = pushdown.column("The time zone it was agreed in.")
    location: str | None = pushdown.column("Where it is.")
    calendar_link: URL | None = pushdown.column("Its address in a calendar or a video conference.")
    notes: str | None = pushdown.column("Notes.")
    status: models.AppointmentStatus = pushdown.column("What became of it.")
    created_at: datetime = pushdown.column("When it was made.")
