"""Of safety and suppressions."""

import models
from resolvers.enums.describing import describe
from services.suppressions import SuppressionOutcome

describe(
    models.SuppressionKind,
    "SuppressionKind",
    "What a suppression is of.",
    {
        "EMAIL": "An e-mail address.",
        "DOMAIN": "A domain, with everything below it: all e-mail addresses there.",
        "PHONE": "A telephone number.",
        "HANDLE": "An account on a platform, written `TWITTER:ana`.",
        "LEAD": "A lead, by whatever it may be reached.",
    },
)
describe(
    models.SuppressionSource,
    "SuppressionSource",
    "How a suppression came about.",
    {
        "MANUAL": "A person entered it.",
        "IMPORT": "It stood in an imported list.",
        "UNSUBSCRIBE": "The person unsubscribed.",
        "BOUNCE": "Mail to the address cannot be delivered.",
        "REPLY": "The person asked for it in an answer.",
        "ERASURE": "The person was erased, and only a keyed hash is left.",
    },
)
describe(
    SuppressionOutcome,
    "SuppressionOutcome",
    "What became of an entry that was to be suppressed.",
    {
        "ADDED": "It is suppressed now, or for longer than before.",
        "ALREADY": "It was suppressed before, for at least as long.",
        "REFUSED": "It is nothing of its kind; `code` and `message` say why.",
    },
)
