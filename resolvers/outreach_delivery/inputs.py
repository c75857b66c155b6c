"""What clients say about tasks and about messages of which nobody knew."""

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.enums.describing import describe
from services.outreach.settling import Settlement

describe(
    Settlement,
    "OutreachSettlement",
    "What a person found out about an UNKNOWN message.",
    {
        "SENT": "It went out.",
        "NOT_SENT": "It did not go out: it is tried again.",
    },
)


@strawberry.input(description="Which task ended, and how.")
class CompleteOutreachTaskInput:
    """Input of `completeOutreachTask`."""

    id: strawberry.ID = strawberry.field(description="The task.")
    outcome: models.TaskOutcome = strawberry.field(
        default=models.TaskOutcome.DONE, description="Whether the message was sent."
    )
    note: str | None = strawberry.field(default=None, description="Anything to remember; at most 2,000 characters.")


@strawberry.input(description="What became of a message of which nobody knew.")
class SettleOutreachMessageInput:
    """Input of `settleOutreachMessage`."""

    id: strawberry.ID = strawberry.field(description="The message, which is UNKNOWN.")
    outcome: Settlement = strawberry.field(description="Whether it went out.")
