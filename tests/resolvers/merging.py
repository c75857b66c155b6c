"""Leads with everything that can hang on them, and whole tables to compare."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import models
from models import AppointmentStatus, Channel, ContactDirection, IdentityKind, LeadStage
from pushdown import encode_global_id
from services.transaction import Act, reading, transaction

EARLY = datetime(2026, 2, 1, 9, 30, 0, 123_456, tzinfo=UTC)
HOUR = timedelta(hours=1)
FUNNEL = tuple(LeadStage)

MERGE = """
mutation ($input: MergeLeadsInput!) {
  mergeLeads(input: $input) {
    lead { id name email stage tags notes version: updatedAt }
    preview { name email stage tags notes doNotContact score lastContactedAt origins { field leadIds } }
    merge { id }
    userErrors { field code message }
  }
}
"""
UNDO = """
mutation ($input: UndoMergeInput!) {
  undoMerge(input: $input) {
    lead { id name }
    merge { id undoneAt undoneBy absorbed { leadId name lead { id name } } }
    userErrors { field code message }
  }
}
"""


def lead_id(key: int) -> str:
    """The id under which clients know a lead."""
    return encode_global_id("Lead", key)


async def a_campaign(name: str = "Builders") -> int:
    """The key of a new campaign."""
    campaign = await models.Campaign.create(name=name, created_at=EARLY, updated_at=EARLY)
    key: int = campaign.id
    return key


async def a_lead(campaign: int, name: str, *, stages: Iterable[LeadStage] = (LeadStage.NEW,), **values: Any) -> int:
    """The key of a new lead which went through these stages, an hour in each; its address is its key, as always."""
    path = list(stages)
    known: dict[str, Any] = {
        "name": name,
        "source": models.LeadSource.MANUAL,
        "stage": path[-1],
        "provenance": [],
        "created_at": EARLY,
        "updated_at": EARLY + HOUR * len(path),
        "stage_entered_at": EARLY + HOUR * (len(path) - 1),
    }
    async with transaction(Act("tester", EARLY)):
        lead = await models.Lead.create(campaign_id=campaign, **(known | values))
        for position, stage in enumerate(path):
            await models.StageChange.create(
                lead=lead,
                campaign_id=campaign,
                from_stage=path[position - 1] if position else None,
                entered_from_at=EARLY + HOUR * (position - 1) if position else None,
                to_stage=stage,
                actor="tester",
                at=EARLY + HOUR * position,
            )
        if lead.email is not None:
            await models.LeadIdentity.create(
                lead=lead, campaign_id=campaign, kind=IdentityKind.EMAIL, value=lead.email.lower()
            )
    key: int = lead.id
    return key


async def with_everything(lead: int, *, day: int = 0) -> None:
    """Give the lead a row in every table that refers to leads. Those of different days do not overlap."""
    row = await models.Lead.get(id=lead).select_related("campaign")
    campaign, at = row.campaign, EARLY + timedelta(days=day)
    person: dict[str, Any] = {"lead": row}
    event: dict[str, Any] = {
        "channel": Channel.EMAIL,
        "summary": f"About {lead}.",
        "created_at": at,
        "updated_at": at,
        **person,
    }
    appointment = await models.Appointment.create(
        title=f"With {lead}", starts_at=at, ends_at=at + HOUR, time_zone="Europe/Lisbon", created_at=at, **person
    )
    await models.Appointment.create(
        title="Off",
        starts_at=EARLY,
        ends_at=EARLY + HOUR,
        time_zone="Europe/Lisbon",
        status=AppointmentStatus.CANCELLED,
        created_at=at,
        **person,
    )
    await models.ContactEvent.create(
        direction=ContactDirection.OUTBOUND, occurred_at=at, appointment=appointment, **event
    )
    await models.ContactEvent.create(
        direction=ContactDirection.INBOUND, occurred_at=at + HOUR, idempotency_key=f"key {lead}", **event
    )
    await models.LeadIdentity.create(campaign=campaign, kind=IdentityKind.HANDLE, value=f"GITHUB:{lead}", **person)
    job = await models.DiscoveryJob.create(campaign=campaign, name="Search", criteria={}, created_at=at)
    await models.DiscoveredProfile.create(
        job=job,
        platform=models.Platform.GITHUB,
        handle=str(lead),
        profile_url=f"https://github.example/{lead}",
        display_name="Somebody",
        links=[],
        match_score=0.1,
        match_reasons=[],
        provenance=[],
        seen_in_attempt=1,
        discovered_at=at,
        **person,
    )
    import_ = await models.LeadImport.create(
        campaign=campaign, format=models.ImportFormat.CSV, mapping={}, options={}, actor="tester", created_at=at
    )
    await models.LeadImportRow.create(
        lead_import=import_, number=1, outcome=models.ImportOutcome.CREATED, lead_id=lead, at=at
    )


_TABLES = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    AND relname NOT LIKE 'pgqueuer%' AND relname <> ALL($1::text[]) ORDER BY relname
"""

_CHANGING = ("aerich", "activity", "lead_merges", "worker_heartbeats")


async def everything() -> dict[str, list[str]]:
    """Every row of every table as PostgreSQL writes it, but for what only ever grows."""
    async with reading() as connection:
        tables = await connection.fetch(_TABLES, list(_CHANGING))
        return {
            table: [text for (text,) in await connection.fetch(f"SELECT to_jsonb(t)::text FROM {table} t ORDER BY id")]
            for (table,) in tables
        }


async def whose(table: str) -> dict[int, int]:
    """To which lead each row of a table belongs."""
    async with reading() as connection:
        return {key: lead for key, lead in await connection.fetch(f"SELECT id, lead_id FROM {table}")}  # noqa: C416
