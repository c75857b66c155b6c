"""What happened to a lead, whatever its kind, in one list."""

from datetime import datetime, timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from tests.resolvers.conftest import Execute
from tests.resolvers.rows import EARLY, appointment

HOUR = timedelta(hours=1)
TIMELINE = """
query($id: ID!, $first: Int, $after: String, $filter: TimelineEntryFilter) {
  lead(id: $id) {
    timeline(first: $first, after: $after, filter: $filter) {
      totalCount
      edges {
        cursor
        node {
          occurredAt
          item {
            __typename
            ... on StageChange { from to actor }
            ... on ContactEvent { summary }
            ... on Appointment { title }
            ... on LeadMerge { actor }
            ... on LeadImportRow { outcome }
          }
        }
      }
    }
  }
}
"""


async def _lead(campaign: models.Campaign, name: str) -> models.Lead:
    lead: models.Lead = await models.Lead.create(
        campaign=campaign,
        name=name,
        source=models.LeadSource.MANUAL,
        provenance=[],
        created_at=EARLY,
        updated_at=EARLY,
        stage_entered_at=EARLY,
    )
    await models.StageChange.create(
        lead=lead, campaign=campaign, to_stage=models.LeadStage.NEW, actor="tester", at=EARLY
    )
    return lead


@pytest.fixture
async def lead(context: object) -> models.Lead:
    """A lead to whom one thing of each kind happened, an hour after the other; and another to whom nothing did."""
    campaign = await models.Campaign.create(name="Builders", created_at=EARLY, updated_at=EARLY)
    lead = await _lead(campaign, "Ada")
    await _lead(campaign, "Bo")
    await models.ContactEvent.create(
        lead=lead,
        channel=models.Channel.PHONE,
        direction=models.ContactDirection.OUTBOUND,
        summary="Said hello.",
        occurred_at=EARLY + HOUR,
        created_at=EARLY,
    )
    await models.Appointment.create(**appointment(lead, EARLY + 4 * HOUR))
    await models.LeadMerge.create(
        lead=lead, campaign=campaign, before={}, after={}, absorbed=[], actor="tester", merged_at=EARLY + 3 * HOUR
    )
    imported = await models.LeadImport.create(
        campaign=campaign,
        format=models.ImportFormat.CSV,
        mapping={},
        options={},
        actor="tester",
        created_at=EARLY,
    )
    await models.LeadImportRow.create(
        lead_import=imported, number=1, outcome=models.ImportOutcome.UPDATED, lead_id=lead.id, at=EARLY + 2 * HOUR
    )
    return lead


ITEMS = [
    {"__typename": "Appointment", "title": "First talk"},
    {"__typename": "LeadMerge", "actor": "tester"},
    {"__typename": "LeadImportRow", "outcome": "UPDATED"},
    {"__typename": "ContactEvent", "summary": "Said hello."},
    {"__typename": "StageChange", "from": None, "to": "NEW", "actor": "tester"},
]


async def _timeline(execute: Execute, lead: models.Lead, **arguments: Any) -> Any:
    answer = await execute(TIMELINE, id=encode_global_id("Lead", lead.id), **arguments)
    return answer["lead"]["timeline"]


async def test_everything_that_happened_to_a_lead_comes_newest_first(execute: Execute, lead: models.Lead) -> None:
    timeline = await _timeline(execute, lead)
    assert [edge["node"]["item"] for edge in timeline["edges"]] == ITEMS
    assert timeline["totalCount"] == 5
    assert datetime.fromisoformat(timeline["edges"][0]["node"]["occurredAt"]) == EARLY + 4 * HOUR


async def test_a_timeline_comes_in_pages_across_its_kinds(execute: Execute, lead: models.Lead) -> None:
    items: list[Any] = []
    after = None
    while page := (await _timeline(execute, lead, first=2, after=after))["edges"]:
        items += [edge["node"]["item"] for edge in page]
        after = page[-1]["cursor"]
    assert items == ITEMS


async def test_a_timeline_is_limited_to_a_time(execute: Execute, lead: models.Lead) -> None:
    until = {"occurredAt": {"gte": (EARLY + HOUR).isoformat(), "lt": (EARLY + 3 * HOUR).isoformat()}}
    timeline = await _timeline(execute, lead, filter=until)
    assert [edge["node"]["item"]["__typename"] for edge in timeline["edges"]] == ["LeadImportRow", "ContactEvent"]


async def test_what_is_deleted_is_gone_from_the_timeline(execute: Execute, lead: models.Lead) -> None:
    await models.ContactEvent.all().delete()
    assert (await _timeline(execute, lead))["totalCount"] == 4
