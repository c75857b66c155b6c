"""Of contact events and appointments."""

import models
from resolvers.enums.describing import describe

describe(
    models.Channel,
    "Channel",
    "By what means people are spoken to.",
    {
        "EMAIL": "E-mail.",
        "LINKEDIN": "A message on LinkedIn.",
        "TWITTER": "A message on X.",
        "INSTAGRAM": "A message on Instagram.",
        "PHONE": "A telephone call or a text message.",
        "OTHER": "Anything else, such as a letter or a meeting.",
    },
)
describe(
    models.ContactDirection,
    "ContactDirection",
    "Who spoke.",
    {
        "INBOUND": "The lead wrote or called.",
        "OUTBOUND": "We wrote or called.",
    },
)
describe(
    models.AppointmentStatus,
    "AppointmentStatus",
    "What became of an appointment.",
    {
        "SCHEDULED": "It stands.",
        "COMPLETED": "It took place.",
        "CANCELLED": "It was called off.",
        "NO_SHOW": "The lead did not come.",
    },
)
