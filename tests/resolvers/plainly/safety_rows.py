"""Rows of what limits sending: suppressions, versions of the settings, and the emergency stop, which is pulled."""

from datetime import UTC, datetime
from typing import Any

import orjson

import models
from tests.resolvers.plainly.columns import cycled, key, moment, scatter, short, then, unknown, with_json

_SUPPRESSIONS, _VERSIONS = 44, 11
_TOKENS = 21

IN_FORCE_SINCE = datetime(2026, 3, 27, 9, 30, 15, 1, tzinfo=UTC)
PAUSED_AT = datetime(2026, 3, 28, 10, 0, tzinfo=UTC)
REASON = 'A list was "bought".'
GONE = 9_999
"""A campaign of which only overrides are left."""

_NO_WARMUP = {"max_per_day": 0, "min_gap_seconds": 0, "gap_spread_seconds": 0, "warmup": None}

DOCUMENT: dict[str, Any] = {
    "channels": {
        "TWITTER": _NO_WARMUP,
        "EMAIL": {
            "max_per_day": 40,
            "min_gap_seconds": 90,
            "gap_spread_seconds": 0,
            "warmup": {"start": 3, "increment": 0, "maximum": 30},
        },
        "LINKEDIN": _NO_WARMUP
        | {"max_per_day": 12, "warmup": {"start": 5, "increment": 2, "maximum": 9, "enabled": False}},
    },
    "time_zone": "America/New_York",
    "send_window": {"start": "21:30:00", "end": "00:00:00", "days": [6, 0], "use_lead_time_zone": True},
    "max_per_domain_per_day": None,
    "lead_frequency": {"max_messages": 1, "days": 30},
    "ignore_plus_tags": False,
    "campaigns": {
        "3": {"max_per_day": {"LINKEDIN": 3, "EMAIL": 50}, "send_window": None},
        str(GONE): {
            "max_per_day": {},
            "send_window": {"start": "00:00:00", "end": "12:00:00", "days": [4, 2], "use_lead_time_zone": False},
        },
    },
}
"""The settings in force, as a row has them; of channels some are missing."""

CHANGES: tuple[tuple[list[dict[str, Any]], list[dict[str, Any]]], ...] = (
    ([], []),
    (
        [
            {"path": ["channels", "EMAIL", "max_per_day"], "before": 20, "after": 30},
            {"path": ["channels", "EMAIL", "warmup", "maximum"], "before": 20, "after": 3},
        ],
        [
            {"path": ["channels", "EMAIL", "maxPerDay"], "before": 20, "after": 30},
            {"path": ["channels", "EMAIL", "warmup", "max"], "before": 20, "after": 3},
        ],
    ),
    (
        [
            {
                "path": ["channels", "TWITTER", "warmup"],
                "before": None,
                "after": {"start": 1, "increment": 0, "maximum": 2, "enabled": True},
            }
        ],
        [
            {
                "path": ["channels", "TWITTER", "warmup"],
                "before": None,
                "after": {"start": 1, "enabled": True, "max": 2, "increment": 0},
            }
        ],
    ),
    (
        [
            {"path": ["send_window", "days"], "before": [0, 6], "after": []},
            {"path": ["send_window", "start"], "before": "09:00:00", "after": "21:30:00"},
            {"path": ["time_zone"], "before": "UTC", "after": "Europe/Lisbon"},
        ],
        [
            {"path": ["sendWindow", "days"], "before": ["MONDAY", "SUNDAY"], "after": []},
            {"path": ["sendWindow", "start"], "before": "09:00", "after": "21:30"},
            {"path": ["timeZone"], "before": "UTC", "after": "Europe/Lisbon"},
        ],
    ),
    (
        [
            {"path": ["campaigns", "3"], "before": {"max_per_day": {"EMAIL": 2}, "send_window": None}, "after": None},
            {"path": ["campaigns", "9999", "max_per_day", "EMAIL"], "before": None, "after": 2},
        ],
        [
            {
                "path": ["campaigns", "Q2FtcGFpZ246Mw=="],
                "before": {"maxPerDay": {"EMAIL": 2}, "sendWindow": None},
                "after": None,
            },
            {"path": ["campaigns", "Q2FtcGFpZ246OTk5OQ==", "maxPerDay", "EMAIL"], "before": None, "after": 2},
        ],
    ),
)
"""What versions changed: as rows have it, and as it is shown. Keys are in the order in which `jsonb` keeps them."""


def changes_of(version: models.SafetySettingsVersion) -> list[dict[str, Any]]:
    """What a version changed, as it is shown."""
    return [] if version.version == 1 else CHANGES[version.version % len(CHANGES)][1]


async def fill() -> None:
    """Write them."""
    for number in range(_SUPPRESSIONS):
        await _suppression(number)
    for number in range(1, _VERSIONS):
        await _version(number)
    for number in range(_TOKENS):
        await _token(number)
    switch = {"paused": True, "reason": REASON, "actor": "rosa", "changed_at": PAUSED_AT}
    await models.SafetySwitch.filter(id=1).update(**switch)
    await scatter("suppressions")
    await scatter("api_tokens")


async def _token(number: int) -> None:
    await models.ApiToken.create(
        **key(number, _TOKENS),
        name=short(),
        prefix="cam_abcdefgh",
        digest=f"{number:064}",
        role=list(models.Role)[number % 3],
        created_by=short(),
        created_at=moment(),
        expires_at=then(),
        revoked_at=then() if number % 4 == 0 else None,
        revoked_by="rosa" if number % 4 == 0 else None,
    )


_value = cycled((None, "ana@mail.example", "mail.example", "+351210000000", "TWITTER:ana", "ünï@mail.example", ""))
_lead = cycled(("1", "7", "9999", None))


async def _suppression(number: int) -> None:
    kind = list(models.SuppressionKind)[number % 5]
    await models.Suppression.create(
        **key(number, _SUPPRESSIONS),
        kind=kind,
        value=_lead() if kind is models.SuppressionKind.LEAD else _value(),
        digest=f"{number:064}",
        reason=unknown(),
        source=list(models.SuppressionSource)[number % 6],
        actor=short(),
        created_at=moment(),
        expires_at=then(),
    )


async def _version(number: int) -> None:
    """The last one has the largest number there can be, and is in force."""
    last = number == _VERSIONS - 1
    version = await models.SafetySettingsVersion.create(
        **key(number, _VERSIONS),
        version=2**31 - 1 if last else number * 3,
        settings={},
        changed=[],
        restored_from=[None, 1, 3, 77][number % 4],
        actor="rosa" if last else short(),
        at=IN_FORCE_SINCE if last else moment(),
    )
    await with_json(version, "settings", orjson.dumps(DOCUMENT).decode() if last else "{}")
    await with_json(version, "changed", orjson.dumps(CHANGES[version.version % len(CHANGES)][0]).decode())
