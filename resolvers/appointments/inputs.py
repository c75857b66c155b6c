"""What making and changing appointments takes."""

from datetime import datetime

import strawberry

from resolvers.ids import row_key
from resolvers.patches import patched
from resolvers.scalars import URL, LocalDateTime, TimeZone
from services.appointments.drafts import AppointmentDraft, AppointmentPatch, Reschedule, Start

_AT = "When it begins, between 1970 and 2200. Either this or `startsAtLocal` is given."
_LOCAL = "When it begins as the clock shows it in `timeZone`; where clocks show it twice, the first time."
_LENGTH = "How long it is, 5 to 720 minutes"
_PAST = "Whether it may have begun already, to note what took place."
_HOST = "Who of us holds it, by name. Somebody named for the first time becomes a host"
_TOKEN = "The token of a slot which `holdSlot` holds for it; the hold is used up, and its host need not be named."
_TITLE = "What it is about, 1 to 200 characters."
_LOCATION = "Where it is; at most 500 characters."
_LINK = "Its address in a calendar or a video conference: http or https."
_NOTES = "Notes, at most 20,000 characters. They are in the host's calendar feed, and not in `ics`."


@strawberry.input(description="An appointment to be made.")
class CreateAppointmentInput:
    """Input of `createAppointment`."""

    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    title: str = strawberry.field(description=_TITLE)
    starts_at: datetime | None = strawberry.field(default=None, description=_AT)
    starts_at_local: LocalDateTime | None = strawberry.field(default=None, description=_LOCAL)
    duration_minutes: int = strawberry.field(description=f"{_LENGTH}.")
    time_zone: TimeZone = strawberry.field(description="The time zone it is agreed in.")
    host: str | None = strawberry.field(default=None, description=f"{_HOST}.")
    location: str | None = strawberry.field(default=None, description=_LOCATION)
    calendar_link: URL | None = strawberry.field(default=None, description=_LINK)
    notes: str | None = strawberry.field(default=None, description=_NOTES)
    allow_past: bool = strawberry.field(default=False, description=_PAST)
    hold_token: str | None = strawberry.field(default=None, description=_TOKEN)

    def draft(self) -> AppointmentDraft:
        """As services take it."""
        return AppointmentDraft(
            lead_id=row_key(self.lead_id, "Lead"),
            title=self.title,
            start=Start(self.starts_at, self.starts_at_local, self.allow_past),
            duration_minutes=self.duration_minutes,
            time_zone=self.time_zone,
            host=self.host,
            location=self.location,
            calendar_link=self.calendar_link,
            notes=self.notes,
            hold_token=self.hold_token,
        )


@strawberry.input(description="What to change about an appointment. What is left out stays; null empties a field.")
class UpdateAppointmentInput:
    """Input of `updateAppointment`."""

    id: strawberry.ID = strawberry.field(description="The appointment.")
    title: strawberry.Maybe[str] = strawberry.field(description=_TITLE)
    location: strawberry.Maybe[str | None] = strawberry.field(description=_LOCATION)
    calendar_link: strawberry.Maybe[URL | None] = strawberry.field(description=_LINK)
    notes: strawberry.Maybe[str | None] = strawberry.field(description=_NOTES)

    def patch(self) -> AppointmentPatch:
        """As services take it."""
        return AppointmentPatch(
            title=patched(self.title),
            location=patched(self.location),
            calendar_link=patched(self.calendar_link),
            notes=patched(self.notes),
        )


@strawberry.input(description="Another time for an appointment.")
class RescheduleAppointmentInput:
    """Input of `rescheduleAppointment`."""

    id: strawberry.ID = strawberry.field(description="The appointment.")
    starts_at: datetime | None = strawberry.field(default=None, description=_AT)
    starts_at_local: LocalDateTime | None = strawberry.field(default=None, description=_LOCAL)
    duration_minutes: int | None = strawberry.field(
        default=None, description=f"{_LENGTH}; as long as it was by default."
    )
    time_zone: TimeZone | None = strawberry.field(
        default=None, description="The time zone it is agreed in; the one it was by default."
    )
    host: strawberry.Maybe[str | None] = strawberry.field(
        description=f"{_HOST}. The one it was by default; null for nobody."
    )
    allow_past: bool = strawberry.field(default=False, description=_PAST)
    hold_token: str | None = strawberry.field(default=None, description=_TOKEN)

    def wanted(self) -> Reschedule:
        """As services take it."""
        return Reschedule(
            start=Start(self.starts_at, self.starts_at_local, self.allow_past),
            duration_minutes=self.duration_minutes,
            time_zone=self.time_zone,
            host=patched(self.host),
            hold_token=self.hold_token,
        )


@strawberry.input(description="Which appointment is called off.")
class CancelAppointmentInput:
    """Input of `cancelAppointment`."""

    id: strawberry.ID = strawberry.field(description="The appointment.")
    reason: str | None = strawberry.field(default=None, description="Why, at most 2,000 characters.")


@strawberry.input(description="Which appointment took place.")
class CompleteAppointmentInput:
    """Input of `completeAppointment`."""

    id: strawberry.ID = strawberry.field(description="The appointment.")
    summary: str | None = strawberry.field(
        default=None, description="What was said, at most 10,000 characters; the title unless given."
    )


@strawberry.input(description="To which appointment the lead did not come.")
class MarkNoShowInput:
    """Input of `markNoShow`."""

    id: strawberry.ID = strawberry.field(description="The appointment.")
