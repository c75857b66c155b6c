"""Talks with leads: those that were, and those to come."""

from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.console.seeded.many import many
from tests.end_to_end.client import ApiClient

ZONE = "Europe/Lisbon"
_HOSTS = """
{ hosts { nodes { id name } } }
"""
_PASSED = """
query ($now: DateTime!) {
  appointments(first: 100, filter: {status: {eq: SCHEDULED}, startsAt: {lt: $now}}) { nodes { id } }
}
"""
_TITLES = ("First talk", "Demo", "Offer", "Workshop", "Technical questions")
_LOCATIONS = ("Video call", "Their office", "North Pier, room 2", None)
_HOURS = (time(9, 30), time(10, 30), time(11, 30), time(14, 0), time(15, 0), time(16, 0))
_SAID = ("Went well: they want an offer.", "Two open questions on data.", "Will decide with the board.")


async def book(api: ApiClient, random: Random, leads: list[str], days: range, a_day: int) -> None:
    """Book so many talks on each of these days from now, but for weekends."""
    free = iter(random.sample(leads, min(len(leads), a_day * len(days))))
    inputs = []
    for ahead in days:
        date = datetime.now(ZoneInfo(ZONE)).date() + timedelta(days=ahead)
        if date.weekday() >= 5:
            continue
        for number, hour in enumerate(sorted(random.sample(_HOURS, a_day))):
            lead = next(free, None)
            if lead is not None:
                inputs.append(_talk(random, lead, datetime.combine(date, hour), ("Rosa", "Jonas")[number % 2]))
    await many(api, "createAppointment", inputs)


def _talk(random: Random, lead: str, at: datetime, host: str) -> dict[str, Any]:
    return {
        "leadId": lead,
        "title": random.choice(_TITLES),
        "startsAtLocal": f"{at:%Y-%m-%dT%H:%M}",
        "timeZone": ZONE,
        "durationMinutes": random.choice((30, 45, 45)),
        "host": host,
        "location": random.choice(_LOCATIONS),
    }


async def settle(api: ApiClient, random: Random) -> None:
    """Say of each talk whose time has passed what became of it."""
    passed = (await api.execute(_PASSED, now=datetime.now(UTC).isoformat()))["appointments"]["nodes"]
    missed = [talk["id"] for talk in passed if random.random() < 0.15]
    held = [talk["id"] for talk in passed if talk["id"] not in missed]
    await many(api, "markNoShow", [{"id": talk} for talk in missed])
    await many(api, "completeAppointment", [{"id": talk, "summary": random.choice(_SAID)} for talk in held])


async def house_rules(api: ApiClient) -> None:
    """Hosts live in Lisbon, and Jonas has Fridays to himself."""
    hours = [{"start": "09:00", "end": "12:30"}, {"start": "13:30", "end": "17:30"}]
    days = ("monday", "tuesday", "wednesday", "thursday")
    for host in (await api.execute(_HOSTS))["hosts"]["nodes"]:
        friday = [] if host["name"] == "Jonas" else hours
        week = dict.fromkeys(days, hours) | {"friday": friday, "saturday": [], "sunday": []}
        await many(api, "updateHost", [{"id": host["id"], "timeZone": ZONE, "workingHours": week}])
