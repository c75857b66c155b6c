"""Booking as clients do it: documents, inputs, and a clock that goes on when it is told to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pushdown import encode_global_id
from tests.resolvers.conftest import NOON

HOUR = timedelta(hours=1)
MONDAY = NOON + timedelta(hours=21)
"""Nine o'clock on 2 March 2026; noon is a Sunday's."""

_APPOINTMENT = """
appointment {
  id title startsAt endsAt durationMinutes timeZone location calendarLink notes status cancelReason sequence
  createdAt updatedAt host { name } lead { name }
}
userErrors { field code message }
"""


def _document(name: str, answer: str) -> str:
    input_name = name[0].upper() + name[1:]
    return f"mutation ($input: {input_name}Input!) {{ {name}(input: $input) {{ {answer} }} }}"


CREATE = _document("createAppointment", _APPOINTMENT)
UPDATE = _document("updateAppointment", _APPOINTMENT)
RESCHEDULE = _document("rescheduleAppointment", _APPOINTMENT)
CANCEL = _document("cancelAppointment", _APPOINTMENT)
COMPLETE = _document(
    "completeAppointment", _APPOINTMENT + "contactEvent { channel direction summary occurredAt actor lead { stage } }"
)
NO_SHOW = _document("markNoShow", _APPOINTMENT)
HOLD = _document("holdSlot", "token expiresAt host { name } userErrors { field code message }")
UPDATE_HOST = _document(
    "updateHost",
    """host { name timeZone updatedAt workingHours { monday { start end } tuesday { start end } sunday { start end } } }
    userErrors { field code message }""",
)
OPEN_FEED = _document("openCalendarFeed", "path host { name hasCalendarFeed } userErrors { field code message }")
REVOKE_FEED = _document("revokeCalendarFeed", "host { name hasCalendarFeed } userErrors { field code message }")
FREE_SLOTS = """query ($from: DateTime!, $to: DateTime!, $minutes: Int!, $host: String!, $step: Int) {
  freeSlots(from: $from, to: $to, durationMinutes: $minutes, host: $host, stepMinutes: $step) { startsAt endsAt }
}"""
ALL = (
    "{ appointments { nodes { id title status sequence startsAt } } hosts { nodes { name } } activity { totalCount } }"
)


@dataclass
class Clock:
    """Stands still but for what tests add."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


def lead_id(key: int) -> str:
    """The global id of a lead."""
    return encode_global_id("Lead", key)


def wanted(lead: int, starts_at: datetime = MONDAY, **values: Any) -> dict[str, Any]:
    """Input of `createAppointment`: half an hour, which nobody of us is named for; what is None is left out."""
    known = {
        "leadId": lead_id(lead),
        "title": "First talk",
        "startsAt": starts_at.isoformat(),
        "durationMinutes": 30,
        "timeZone": "Europe/Lisbon",
    }
    return {name: value for name, value in (known | values).items() if value is not None}
