"""Of access."""

import models
from resolvers.enums.describing import describe

describe(
    models.Role,
    "Role",
    "What credentials are good for. Each role may do what those before it may.",
    {
        "VIEWER": "Reads and watches.",
        "OPERATOR": "Works: campaigns, discovery, leads, appointments, outreach.",
        "ADMIN": "Manages credentials, safety settings, suppressions and erasure.",
    },
)
