"""The appointment."""

from datetime import datetime

import models
import pushdown
from resolvers.scalars import URL, TimeZone
from services.appointments.calendar import CalendarEntry, Organizer, appointment_calendar

_MINUTES = "floor(extract(epoch FROM {row}.ends_at - {row}.starts_at) / 60)::int"


@pushdown.type(models.Appointment)
class Appointment(pushdown.Node):
    """A time set aside for a lead."""

    lead = pushdown.one("lead", "The lead.")
    host = pushdown.one("host", "Who of us holds it; null where nobody is named.", nullable=True)
    title: str = pushdown.column("What it is about, 1 to 200 characters.")
    starts_at: datetime = pushdown.column("When it begins.")
    ends_at: datetime = pushdown.column("When it ends.")
    duration_minutes: int = pushdown.expression(_MINUTES, "How long it is, in whole minutes.")
    time_zone: TimeZone = pushdown.column("The time zone it was agreed in.")
    location: str | None = pushdown.column("Where it is.")
    calendar_link: URL | None = pushdown.column("Its address in a calendar or a video conference.")
    notes: str | None = pushdown.column("Notes.")
    status: models.AppointmentStatus = pushdown.column("What became of it.")
    cancel_reason: str | None = pushdown.column("Why it was called off.")
    sequence: int = pushdown.column("How often it was changed, whatever about it: iCalendar's `SEQUENCE`.")
    created_at: datetime = pushdown.column("When it was made.")
    updated_at: datetime = pushdown.column("When it was changed last.")

    @pushdown.resolved(
        "The appointment as an iCalendar file, to be sent to whoever comes: `METHOD:PUBLISH`, or `METHOD:CANCEL` once "
        "it is CANCELLED. A calendar that has it follows by its `UID` and `SEQUENCE`. Notes and reasons are not in it.",
        host_name="SELECT name FROM hosts WHERE hosts.id = {row}.host_id",
    )
    def ics(
        *,
        uid: str,
        sequence: int,
        status: str,
        title: str,
        starts_at: str,
        ends_at: str,
        created_at: str,
        updated_at: str,
        location: str | None,
        calendar_link: str | None,
        host_id: int | None,
        host_name: str | None,
    ) -> str:
        """Written anew each time."""
        entry = CalendarEntry(
            uid=uid,
            sequence=sequence,
            status=models.AppointmentStatus(status),
            title=title,
            starts_at=datetime.fromisoformat(starts_at),
            ends_at=datetime.fromisoformat(ends_at),
            created_at=datetime.fromisoformat(created_at),
            updated_at=datetime.fromisoformat(updated_at),
            location=location,
            calendar_link=calendar_link,
            organizer=Organizer(host_id, host_name) if host_id and host_name else None,
        )
        return appointment_calendar(entry)
