"""Of what can be wrong with a request."""

from resolvers.enums.describing import describe
from services.errors import ErrorCode

describe(
    ErrorCode,
    "UserErrorCode",
    "What is wrong with an input, for programs; the message is for people.",
    {
        "BLANK": "A text is empty or only white space.",
        "TOO_LONG": "A text is longer than allowed.",
        "EMPTY": "A list has no entries.",
        "TOO_MANY": "A list has more entries than allowed.",
        "REPEATED": "An entry stands in a list twice.",
        "OUT_OF_RANGE": "A number is too small or too large.",
        "MALFORMED": "A value does not have the form it must have.",
        "REQUIRED": "A value is missing.",
        "NOT_FOUND": "No object has this id.",
        "TAKEN": "Another object has this value, which must be unique.",
        "ALREADY_RUNNING": "The job is queued or running already.",
        "NOT_CANCELLABLE": "The job has ended.",
        "CAMPAIGN_NOT_ACTIVE": "The campaign is archived.",
        "CONFLICT": "Somebody changed the object meanwhile; the payload shows it as it is now.",
        "REOPEN_REQUIRED": "The lead is WON or LOST, and leaves that stage only with `reopen`.",
        "OVERLAPPING": "The lead or the host has another appointment at this time, or the time is held.",
        "IN_THE_PAST": "The time has passed.",
        "NOT_SCHEDULED": "The appointment is not SCHEDULED any more.",
        "NONEXISTENT_TIME": "Clocks are put forward at this time, so no clock ever shows it.",
        "KEY_REUSED": "Something else was done under this idempotency key before.",
        "NOT_UNDOABLE": "The merge was undone before, or later changes stand in the way.",
        "OTHER_CAMPAIGN": "The lead belongs to another campaign than the others.",
        "SUPPRESSED": "Nothing may be sent to the person, who therefore does not become a lead.",
        "ALREADY_ENROLLED": "The lead is in a sequence on this channel already, which has not ended.",
        "UNWRITABLE": "A message cannot be written for the lead, since something is not known of it.",
    },
)
