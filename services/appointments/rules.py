"""What settings say about appointments; the values here are their defaults."""

from dataclasses import dataclass, field
from datetime import timedelta

from services.appointments.working_hours import DAYS, Week, week_of


def _office_hours() -> Week:
    return week_of(DAYS[:5], [("09:00", "17:00")])


@dataclass(frozen=True, slots=True)
class AppointmentRules:
    """How hosts begin, and how long and how much is kept for whom."""

    time_zone: str = "UTC"
    """Of a host who is named for the first time."""
    working_hours: Week = field(default_factory=_office_hours)
    """Likewise."""
    hold: timedelta = timedelta(minutes=5)
    """How long a slot is held."""
    feed_entries: int = 500
    """Appointments in one calendar feed at most."""
