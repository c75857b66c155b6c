"""Templates, sequences and safety: what is written to leads within which limits, and what came back."""

import asyncio
from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.console.seeded.many import many, one
from tests.end_to_end.client import ApiClient

_TEMPLATES = (
    {
        "name": "Hello from the fair",
        "channel": "EMAIL",
        "subject": "Your talk{% if lead.company %} and {{ lead.company }}{% endif %}",
        "body": 'Hello {{ lead.name | split: " " | first }},\n\n'
        "we met at the spring fair, and I kept thinking about what you said on "
        '{{ lead.company | default: "your" }} releases.\n\nWould a quarter of an hour next week suit you?\n\nRosa',
    },
    {
        "name": "Second note",
        "channel": "EMAIL",
        "body": 'Hello {{ lead.name | split: " " | first }},\n\nonly to put this back on top. '
        "If now is a bad time, say so, and I will not write again.\n\nRosa",
    },
    {
        "name": "First call",
        "channel": "PHONE",
        "body": "Ask {{ lead.name }} how releases go at {{ lead.company | default: 'the firm' }}, and who decides.",
    },
)
_OPEN = {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}
_REPLIES = (
    "Thank you, sounds good. Could you send two times for next week?",
    "No thank you, not interested.",
    "Please take me off your list.",
    "Interesting, but I am the wrong person. Try our head of operations.",
)
_DUE = """
query ($after: String) {
  outreachMessages(first: 100, after: $after, filter: {status: {eq: SCHEDULED}}) {
    nodes { scheduledFor }
    pageInfo { hasNextPage endCursor }
  }
}
"""
_SENT = "{ outreachMessages(first: 60, filter: {status: {eq: SENT}}) { nodes { id channel lead { id stage } } } }"
_TASKS = "{ outreachTasks(first: 100, filter: {open: true}) { nodes { id } } }"


async def open_gates(api: ApiClient) -> None:
    """Let messages go at any hour, so that days can be made whatever the clock says."""
    await one(
        api,
        "updateSafetySettings",
        timeZone="Europe/Lisbon",
        sendWindow=_OPEN | {"start": "00:00", "end": "24:00", "timeZone": "Europe/Lisbon", "useLeadTimeZone": False},
        channels=[
            {
                "channel": "EMAIL",
                "maxPerDay": 40,
                "minGapSeconds": 0,
                "gapSpreadSeconds": 0,
                "warmup": {"start": 5, "increment": 2, "max": 40},
            },
            {"channel": "PHONE", "maxPerDay": 8},
        ],
    )


async def house_limits(api: ApiClient, campaign: str) -> None:
    """Limits as a careful firm has them."""
    await one(
        api,
        "updateSafetySettings",
        sendWindow={
            "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
            "start": "09:00",
            "end": "17:30",
        },
        channels=[
            {"channel": "EMAIL", "minGapSeconds": 90, "gapSpreadSeconds": 60},
            {"channel": "PHONE", "minGapSeconds": 300, "gapSpreadSeconds": 120},
        ],
        campaigns=[{"campaignId": campaign, "channels": [{"channel": "EMAIL", "maxPerDay": 25}]}],
    )


async def templates(api: ApiClient) -> dict[str, str]:
    """Their ids by their names."""
    made = await many(api, "createMessageTemplate", _TEMPLATES, "messageTemplate { id name }")
    return {one["messageTemplate"]["name"]: one["messageTemplate"]["id"] for one in made}


async def enrol(api: ApiClient, campaign: str, texts: dict[str, str], by_mail: list[str], by_hand: list[str]) -> None:
    """Write to some by e-mail, in two steps, and call others."""
    days = 24 * 60
    mails = [
        {"templateId": texts["Hello from the fair"]},
        {"templateId": texts["Second note"], "delayMinutes": 3 * days},
    ]
    call = [{"templateId": texts["First call"]}]
    for channel, leads, steps in (("EMAIL", by_mail, mails), ("PHONE", by_hand, call)):
        if leads:
            await one(api, "scheduleOutreach", campaignId=campaign, channel=channel, leadIds=leads, steps=steps)


async def all_sent(api: ApiClient) -> None:
    """Wait until nothing is due any more."""
    async with asyncio.timeout(60):
        while await _due(api):
            await asyncio.sleep(0.1)


async def _due(api: ApiClient) -> bool:
    after: str | None = None
    while True:
        page: dict[str, Any] = (await api.execute(_DUE, after=after))["outreachMessages"]
        if any(datetime.fromisoformat(message["scheduledFor"]) <= datetime.now(UTC) for message in page["nodes"]):
            return True
        if not page["pageInfo"]["hasNextPage"]:
            return False
        after = page["pageInfo"]["endCursor"]


async def hear_back(api: ApiClient, random: Random) -> None:
    """Some to whom we wrote answer, and some tasks are done."""
    sent = (await api.execute(_SENT))["outreachMessages"]["nodes"]
    silent = [message for message in sent if message["lead"]["stage"] == "CONTACTED"]
    answers = [message for message in silent if random.random() < 0.1]
    replies = [
        {
            "leadId": message["lead"]["id"],
            "channel": message["channel"],
            "outreachMessageId": message["id"],
            "text": random.choice(_REPLIES),
        }
        for message in {message["lead"]["id"]: message for message in answers}.values()
    ]
    await many(api, "recordReply", replies)
    tasks = (await api.execute(_TASKS))["outreachTasks"]["nodes"]
    done = [{"id": task["id"]} for task in tasks if random.random() < 0.6]
    await many(api, "completeOutreachTask", done)


async def suppress(api: ApiClient) -> None:
    """Who must not be written to."""
    entries = [
        {"kind": "DOMAIN", "value": "quiet-harbour.example"},
        {"kind": "EMAIL", "value": "no.more@lanternstreet.example"},
        {"kind": "EMAIL", "value": "press@northpier.example"},
        {"kind": "PHONE", "value": "+351 21 000 0009"},
    ]
    await one(api, "addSuppressions", entries=entries, reason="Asked us on the phone.")
