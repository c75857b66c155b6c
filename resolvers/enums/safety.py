"""Of safety and suppressions."""

import models
from resolvers.enums.describing import describe
from services.safety.settings import Weekday
from services.suppressions import SuppressionOutcome

describe(
    Weekday,
    "Weekday",
    "A day of the week.",
    {
        "MONDAY": "Monday.",
        "TUESDAY": "Tuesday.",
        "WEDNESDAY": "Wednesday.",
        "THURSDAY": "Thursday.",
        "FRIDAY": "Friday.",
        "SATURDAY": "Saturday.",
        "SUNDAY": "Sunday.",
    },
)
describe(
    models.SafetyVerdict,
    "SafetyVerdict",
    "Whether something may be sent.",
    {
        "ALLOWED": "It may be sent now.",
        "DEFERRED": "It may perhaps be sent later.",
        "BLOCKED": "It may not be sent as things are, however long one waits.",
    },
)
describe(
    models.SafetyRule,
    "SafetyRule",
    "The rules which every message meets, in the order in which they are checked.",
    {
        "OUTREACH_PAUSED": "The emergency stop is not on.",
        "DO_NOT_CONTACT": "The lead may be contacted.",
        "SUPPRESSION": "No suppression holds.",
        "ADDRESS": "The lead can be reached on the channel.",
        "STAGE": "The lead is neither WON nor LOST.",
        "CAMPAIGN": "The lead's campaign is ACTIVE.",
        "SEND_WINDOW": "The send windows are open.",
        "CHANNEL_LIMIT": "The channel's maximum for today is not used up.",
        "WARMUP": "What the channel's warm-up allows today is not used up.",
        "CAMPAIGN_LIMIT": "The campaign's own maximum for today is not used up.",
        "DOMAIN_LIMIT": "Not too much went to the recipient's domain today.",
        "LEAD_FREQUENCY": "Not too much went to the lead lately.",
        "GAP": "The gap since the channel's last message has passed.",
    },
)
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
