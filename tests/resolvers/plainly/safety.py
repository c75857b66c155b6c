"""What limits sending, as it is shown while `safety_rows` hold."""

from collections.abc import Mapping
from typing import Any

from tests.resolvers.plainly.safety_rows import GONE, IN_FORCE_SINCE, PAUSED_AT, REASON

OWN_OBJECTS = (
    *("CampaignChannelLimit", "CampaignSafety", "CampaignSendWindow", "ChannelLimit", "LeadFrequency"),
    *("SafetySettings", "SafetySettingsChange", "SendWindow", "Warmup"),
)


def _channel(name: str, limit: int, warmup: Mapping[str, Any], today: int, gap: int = 0) -> dict[str, Any]:
    return {
        "channel": name,
        "maxPerDay": limit,
        "minGapSeconds": gap,
        "gapSpreadSeconds": 0,
        "warmup": {"start": None, "increment": None, "max": None, **warmup},
        "limitToday": today,
        "sentToday": 0,
        "reservedToday": 0,
        "remainingToday": today,
    }


_OFF = {"enabled": False}

SETTINGS: Mapping[str, Any] = {
    "version": 2**31 - 1,
    "outreachPaused": True,
    "pauseReason": REASON,
    "pausedAt": PAUSED_AT,
    "pausedBy": "rosa",
    "timeZone": "America/New_York",
    "channels": [
        _channel("EMAIL", 40, {"enabled": True, "start": 3, "increment": 0, "max": 30}, 3, gap=90),
        _channel("LINKEDIN", 12, {"enabled": False, "start": 5, "increment": 2, "max": 9}, 12),
        *(_channel(name, 0, _OFF, 0) for name in ("TWITTER", "INSTAGRAM", "PHONE", "OTHER")),
    ],
    "sendWindow": {
        "start": "21:30",
        "end": "00:00",
        "days": ["MONDAY", "SUNDAY"],
        "timeZone": "America/New_York",
        "useLeadTimeZone": True,
    },
    "maxPerDomainPerDay": None,
    "leadFrequency": {"maxMessages": 1, "days": 30},
    "ignorePlusTags": False,
    "campaigns": [
        {
            "campaign_id": 3,
            "channels": [
                {"channel": "EMAIL", "maxPerDay": 50, "effectiveMaxPerDay": 40},
                {"channel": "LINKEDIN", "maxPerDay": 3, "effectiveMaxPerDay": 3},
            ],
            "sendWindow": None,
        },
        {
            "campaign_id": GONE,
            "channels": [],
            "sendWindow": {"start": "00:00", "end": "12:00", "days": ["WEDNESDAY", "FRIDAY"], "useLeadTimeZone": False},
        },
    ],
    "updatedAt": IN_FORCE_SINCE,
    "updatedBy": "rosa",
}
