"""What changes of hosts take."""

from datetime import datetime

import strawberry

from resolvers.patches import Given, patched
from resolvers.scalars import LocalTime, TimeZone
from services.appointments.hosts import HostPatch
from services.appointments.working_hours import DAYS, Span
from services.patch import ABSENT


@strawberry.input(description="From a time of day up to a later one, as clocks in the host's time zone show them.")
class WorkingSpanInput:
    """A span of a day."""

    start: LocalTime = strawberry.field(description="When it begins.")
    end: LocalTime = strawberry.field(description="When it ends; `24:00` at the end of the day.")


@strawberry.input(
    description="When a host works. Days that are left out stay; `[]` makes a day off. A day has at most 12 spans; "
    "those that touch or overlap become one."
)
class WorkingHoursInput:
    """The days to change."""

    monday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Mondays.")
    tuesday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Tuesdays.")
    wednesday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Wednesdays.")
    thursday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Thursdays.")
    friday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Fridays.")
    saturday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Saturdays.")
    sunday: strawberry.Maybe[list[WorkingSpanInput]] = strawberry.field(description="On Sundays.")

    def changes(self) -> dict[str, list[Span]]:
        """The spans of each day that is given."""
        given: dict[str, Given[list[WorkingSpanInput]] | None] = {day: getattr(self, day.lower()) for day in DAYS}
        return {day: [(span.start, span.end) for span in spans.value] for day, spans in given.items() if spans}


@strawberry.input(description="What to change about a host. What is left out stays; appointments stay in any case.")
class UpdateHostInput:
    """Input of `updateHost`."""

    id: strawberry.ID = strawberry.field(description="The host.")
    name: strawberry.Maybe[str] = strawberry.field(
        description="The name, unique whatever the case of its letters; 1 to 200 characters."
    )
    time_zone: strawberry.Maybe[TimeZone] = strawberry.field(description="The time zone of the working hours.")
    working_hours: strawberry.Maybe[WorkingHoursInput] = strawberry.field(description="When the host works.")

    def patch(self) -> HostPatch:
        """The patch as the service takes it."""
        hours = patched(self.working_hours)
        return HostPatch(
            name=patched(self.name),
            time_zone=patched(self.time_zone),
            working_hours=ABSENT if hours is ABSENT else hours.changes(),
        )


@strawberry.input(description="Whose calendar feed gets an address.")
class OpenCalendarFeedInput:
    """Input of `openCalendarFeed`."""

    host_id: strawberry.ID = strawberry.field(description="The host.")


@strawberry.input(description="Whose calendar feed is closed.")
class RevokeCalendarFeedInput:
    """Input of `revokeCalendarFeed`."""

    host_id: strawberry.ID = strawberry.field(description="The host.")


@strawberry.input(description="Which slot to hold.")
class HoldSlotInput:
    """Input of `holdSlot`."""

    host: str = strawberry.field(
        description="The host's name, whatever the case of its letters; somebody named for the first time becomes a "
        "host."
    )
    starts_at: datetime = strawberry.field(description="When it begins, not in the past.")
    duration_minutes: int = strawberry.field(description="How long it is, 5 to 720 minutes.")
