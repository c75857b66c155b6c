"""What clients say about send windows."""

from typing import TypeVar

import strawberry

import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.patches import Given, patched
from resolvers.scalars import LocalTime, TimeZone
from services.patch import ABSENT, Absent
from services.safety.patches import WindowPatch
from services.safety.settings import Weekday

_START = "From which time of day on."
_END = (
    "Up to which time of day; the next day's where it is not after `start`. `24:00` and `00:00` are the end of the day."
)
_DAYS = "On which days it begins; one at least."
_USE_LEAD_TIME_ZONE = (
    "Whether times are those of the lead's own time zone, rather than of the settings'. Where that is not known, "
    "nothing is sent."
)


@strawberry.input(
    description="When messages may go out. What is left out stays; where there is no window, it is 09:00 to 18:00 from "
    "Monday to Friday."
)
class SendWindowInput:
    """The window of the settings."""

    start: strawberry.Maybe[LocalTime] = strawberry.field(description=_START)
    end: strawberry.Maybe[LocalTime] = strawberry.field(description=_END)
    days: strawberry.Maybe[list[Weekday]] = strawberry.field(description=_DAYS)
    time_zone: strawberry.Maybe[TimeZone] = strawberry.field(description="The same as `timeZone` of the settings.")
    use_lead_time_zone: strawberry.Maybe[bool] = strawberry.field(description=_USE_LEAD_TIME_ZONE)

    def patch(self) -> WindowPatch:
        """As services take it."""
        return WindowPatch(
            patched(self.start),
            patched(self.end),
            patched(self.days),
            patched(self.use_lead_time_zone),
            patched(self.time_zone),
        )


@strawberry.input(
    description="When a campaign's messages may go out, as far as the settings' window is open, too. What is left out "
    "stays; where there is no window, it is 09:00 to 18:00 from Monday to Friday."
)
class CampaignSendWindowInput:
    """The window of a campaign."""

    start: strawberry.Maybe[LocalTime] = strawberry.field(description=_START)
    end: strawberry.Maybe[LocalTime] = strawberry.field(description=_END)
    days: strawberry.Maybe[list[Weekday]] = strawberry.field(description=_DAYS)
    use_lead_time_zone: strawberry.Maybe[bool] = strawberry.field(description=_USE_LEAD_TIME_ZONE)

    def patch(self) -> WindowPatch:
        """As services take it."""
        return WindowPatch(patched(self.start), patched(self.end), patched(self.days), patched(self.use_lead_time_zone))


W = TypeVar("W", SendWindowInput, CampaignSendWindowInput)


def window_patch(given: Given[W | None] | None) -> WindowPatch | Absent | None:
    """A window that may be left out, or be null."""
    if given is None:
        return ABSENT
    return None if given.value is None else given.value.patch()
