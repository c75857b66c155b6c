"""Reading contact events and appointments: their orders, and what is upcoming."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from resolvers.context import Context
from tests.resolvers.conftest import Execute
from tests.resolvers.rows import EARLY, a_full_campaign, appointment

HOUR = timedelta(hours=1)


@pytest.fixture
async def lead(context: Context) -> models.Lead:
    await a_full_campaign()
    return await models.Lead.get(id=1)


async def _event(lead: models.Lead, at: datetime, **changes: Any) -> None:
    values = {"channel": models.Channel.EMAIL, "direction": models.ContactDirection.INBOUND, "summary": "Wrote."}
    await models.ContactEvent.create(lead=lead, occurred_at=at, created_at=EARLY, **(values | changes))


async def _titles(execute: Execute, filter_: str) -> list[str]:
    answer = await execute(f"{{ appointments(filter: {{ {filter_} }}) {{ totalCount nodes {{ title }} }} }}")
    titles = [node["title"] for node in answer["appointments"]["nodes"]]
    assert answer["appointments"]["totalCount"] == len(titles)
    return titles


async def test_contact_events_come_newest_first_by_when_they_happened(lead: models.Lead, execute: Execute) -> None:
    await _event(lead, EARLY + HOUR, summary="later")
    await _event(lead, EARLY - HOUR, summary="earlier")

    query = "query ($id: ID!) { lead(id: $id) { contactEvents { totalCount nodes { summary actor channel } } } }"
    events = (await execute(query, id=encode_global_id("Lead", 1)))["lead"]["contactEvents"]

    assert events == {
        "totalCount": 3,
        "nodes": [
            {"summary": "later", "actor": None, "channel": "EMAIL"},
            {"summary": "Said hello.", "actor": "tester", "channel": "PHONE"},
            {"summary": "earlier", "actor": None, "channel": "EMAIL"},
        ],
    }


async def test_contact_events_are_filtered_by_channel_direction_and_time(lead: models.Lead, execute: Execute) -> None:
    await _event(lead, EARLY + HOUR)
    query = """query ($id: ID!, $at: DateTime!) { lead(id: $id) {
        calls: contactEvents(filter: { channel: { in: [PHONE] } }) { nodes { summary } }
        answers: contactEvents(filter: { direction: { eq: INBOUND } }) { nodes { summary } }
        before: contactEvents(filter: { occurredAt: { lt: $at } }) { nodes { summary } }
        other: contactEvents(filter: { channel: { eq: TWITTER } }) { nodes { summary } }
    } }"""
    pages = (await execute(query, id=encode_global_id("Lead", 1), at=(EARLY + HOUR).isoformat()))["lead"]
    assert {name: [node["summary"] for node in page["nodes"]] for name, page in pages.items()} == {
        "calls": ["Said hello."],
        "answers": ["Wrote."],
        "before": ["Said hello."],
        "other": [],
    }


async def test_appointments_come_in_time_and_below_a_lead_the_last_first(lead: models.Lead, execute: Execute) -> None:
    for hours, title in ((2, "third"), (-2, "first")):
        await models.Appointment.create(**appointment(lead, EARLY + hours * HOUR, title=title))
    query = "query ($id: ID!) { appointments { nodes { title } } lead(id: $id) { appointments { nodes { title } } } }"
    answer = await execute(query, id=encode_global_id("Lead", 1))

    in_time = ["first", "First talk", "third"]
    assert [node["title"] for node in answer["appointments"]["nodes"]] == in_time
    assert [node["title"] for node in answer["lead"]["appointments"]["nodes"]] == in_time[::-1]


async def test_upcoming_are_only_scheduled_appointments_that_have_not_begun(
    lead: models.Lead, execute: Execute
) -> None:
    now = datetime.now(UTC)
    for status in models.AppointmentStatus:
        await models.Appointment.create(**appointment(lead, now + HOUR, title=status.value, status=status))
    await models.Appointment.create(
        **appointment(
            lead, now - HOUR, title="under way", ends_at=now + HOUR, status=models.AppointmentStatus.SCHEDULED
        )
    )

    assert await _titles(execute, "upcoming: true") == ["SCHEDULED"]
    assert await _titles(execute, "upcoming: false") == [
        "First talk",
        "under way",
        "COMPLETED",
        "CANCELLED",
        "NO_SHOW",
    ]


async def test_appointments_are_filtered_by_lead_status_and_time(lead: models.Lead, execute: Execute) -> None:
    other = await models.Lead.create(
        campaign_id=1,
        name="Bo",
        source=models.LeadSource.MANUAL,
        provenance=[],
        created_at=EARLY,
        updated_at=EARLY,
    )
    cancelled = models.AppointmentStatus.CANCELLED
    await models.Appointment.create(**appointment(other, EARLY + HOUR, title="Bo's", status=cancelled))

    assert await _titles(execute, f'lead: {{ eq: "{encode_global_id("Lead", 2)}" }}') == ["Bo's"]
    assert await _titles(execute, "status: { eq: CANCELLED }") == ["Bo's"]
    assert await _titles(execute, "status: { in: [SCHEDULED, NO_SHOW] }") == ["First talk"]
    assert await _titles(execute, f'startsAt: {{ gte: "{(EARLY + HOUR).isoformat()}" }}') == ["Bo's"]


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        (timedelta(minutes=45), 45),
        (timedelta(minutes=5), 5),
        (timedelta(minutes=5, seconds=59, microseconds=999_999), 5),
        (timedelta(hours=12), 720),
    ],
)
async def test_an_appointments_length_is_in_whole_minutes(
    lead: models.Lead, execute: Execute, length: timedelta, minutes: int
) -> None:
    later = EARLY + HOUR
    one = await models.Appointment.create(**appointment(lead, later, ends_at=later + length))
    query = "query ($id: ID!) { node(id: $id) { ... on Appointment { durationMinutes lead { name } } } }"
    answer = await execute(query, id=encode_global_id("Appointment", one.id))
    assert answer["node"] == {"durationMinutes": minutes, "lead": {"name": "Ada"}}
