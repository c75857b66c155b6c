"""Of outreach and replies."""

import models
from resolvers.enums.describing import describe
from services.outreach.enrolling import EnrolmentOutcome

describe(
    models.EnrolmentStatus,
    "EnrolmentStatus",
    "Whether more of a sequence is to be sent to a lead.",
    {
        "ACTIVE": "There is more to come.",
        "COMPLETED": "Every step had its turn.",
        "STOPPED": "Nothing more is sent; `stopReason` says why.",
    },
)
describe(
    models.EnrolmentStop,
    "EnrolmentStop",
    "Why nothing more of a sequence is sent to a lead.",
    {
        "REPLIED": "The lead answered.",
        "COMPANY_REPLIED": "Somebody else of the lead's company answered.",
        "CLOSED": "The lead is WON or LOST.",
        "SUPPRESSED": "The lead is suppressed, or must not be contacted.",
        "BOUNCED": "Mail to the lead cannot be delivered.",
        "SKIPPED": "A rule of safety forbids to send the next message, for good.",
        "FAILED": "A message could not be delivered.",
        "CANCELLED": "A person stopped it.",
    },
)
describe(
    models.OutreachStatus,
    "OutreachStatus",
    "Where a message stands.",
    {
        "PENDING": "Waiting for a person, or until nobody knows when.",
        "SCHEDULED": "Waiting for its time.",
        "SENT": "Sent.",
        "FAILED": "It could not be delivered.",
        "SKIPPED": "Not sent, because a rule forbids it or the sequence was stopped.",
        "PREVIEWED": "Not sent, because live sending is off; kept as it would have gone out.",
        "UNKNOWN": "It may have gone out or not: a person has to settle it.",
    },
)
describe(
    models.AttemptOutcome,
    "DeliveryAttemptOutcome",
    "What an attempt to deliver a message came to.",
    {
        "SENT": "The message was taken.",
        "PREVIEWED": "The message was kept as a preview, because live sending is off.",
        "DEFERRED": "A rule of safety asks to wait.",
        "TEMPORARY_FAILURE": "It failed, and is tried again.",
        "PERMANENT_FAILURE": "It was refused for good.",
        "ABANDONED": "The program ended before anything was handed over.",
        "UNKNOWN": "The program or the connection ended after it was handed over.",
    },
)
describe(
    models.TaskOutcome,
    "TaskOutcome",
    "How a person ended a task.",
    {
        "DONE": "The message was sent.",
        "DISMISSED": "The message was not sent, and will not be.",
    },
)
describe(
    models.ReplyKind,
    "ReplyKind",
    "What kind of message came back.",
    {
        "REPLY": "A person wrote it.",
        "AUTO_REPLY": "A program answered, for instance while the person is away.",
        "BOUNCE": "A mail server tells that it could not be delivered, or not yet.",
    },
)
describe(
    models.ReplyIntent,
    "ReplyIntent",
    "What a person's reply says.",
    {
        "INTERESTED": "The person is interested.",
        "NOT_INTERESTED": "The person is not interested.",
        "UNSUBSCRIBE": "The person wants nothing more.",
        "UNCLEAR": "It is not plain.",
    },
)
describe(
    EnrolmentOutcome,
    "EnrolmentOutcome",
    "What became of a lead that was to be enrolled.",
    {
        "ENROLLED": "It is enrolled, or would be.",
        "SKIPPED": "It is not; the decision or the message says why.",
    },
)
