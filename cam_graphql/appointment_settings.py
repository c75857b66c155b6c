"""The settings of appointments, as variables. What a default is, `AppointmentRules` decides, but for working hours."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.fetch_settings import CommaSeparated
from services.appointments.rules import AppointmentRules
from services.appointments.working_hours import DAYS, week_of
from services.time_zones import time_zone_name
from services.validation import Findings

_DEFAULT = AppointmentRules()


def _zone(name: str) -> str:
    zone = time_zone_name(Findings(), (), name)
    if zone is None:
        raise ValueError("no IANA time zone has this name")
    return zone


def _days(days: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(day.upper() for day in days)
    week_of(named, ())
    return named


def _hours(hours: tuple[str, ...]) -> tuple[str, ...]:
    week_of(DAYS, _spans(hours))
    return hours


def _spans(hours: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(start, end) for start, _, end in (span.partition("-") for span in hours)]


class AppointmentSettings(BaseSettings):
    """`CAM_APPOINTMENT_…` say how hosts begin, and how long slots are held."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    appointment_time_zone: Annotated[str, AfterValidator(_zone)] = _DEFAULT.time_zone
    """Time zone of a host of appointments who is named for the first time."""
    appointment_days: Annotated[tuple[str, ...], *CommaSeparated, AfterValidator(_days)] = DAYS[:5]
    """Days on which such a host works, comma-separated: `MONDAY,TUESDAY`."""
    appointment_hours: Annotated[tuple[str, ...], *CommaSeparated, AfterValidator(_hours)] = ("09:00-17:00",)
    """Hours of these days, comma-separated: `09:00-12:30,14:00-18:00`."""
    appointment_hold: Annotated[float, Field(gt=0, le=86_400)] = _DEFAULT.hold.total_seconds()
    """Seconds for which a slot is held."""
    calendar_feed_entries: Annotated[int, Field(ge=1, le=10_000)] = _DEFAULT.feed_entries
    """Appointments in one calendar feed at most."""

    def appointment_rules(self) -> AppointmentRules:
        """How hosts begin, and how long and how much is kept."""
        return AppointmentRules(
            time_zone=self.appointment_time_zone,
            working_hours=week_of(self.appointment_days, _spans(self.appointment_hours)),
            hold=timedelta(seconds=self.appointment_hold),
            feed_entries=self.calendar_feed_entries,
        )
