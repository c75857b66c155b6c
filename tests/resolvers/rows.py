"""A campaign with everything in it, as other floors would have written it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import models
from services.transaction import Act, transaction
from tests.resolvers.outreach_rows import an_outreach

EARLY = datetime(2026, 2, 1, 9, 30, 0, 250_000, tzinfo=UTC)


async def a_full_campaign() -> None:
    """One row of each type, all with key 1, every field known; and a second profile of whom little is."""
    act = Act("tester", EARLY)
    async with transaction(act) as tx:
        campaign = await models.Campaign.create(
            name="Builders", description="Who builds", target_niche="harbours", created_at=EARLY, updated_at=EARLY
        )
        job = await models.DiscoveryJob.create(
            campaign=campaign,
            name="First",
            criteria={
                "platforms": ["WEB"],
                "keywords": ["harbour"],
                "location": "Lisboa",
                "role_contains": "engineer",
                "min_followers": 10,
                "recent_activity_days": 30,
                "seed_urls": ["https://people.example/"],
                "usernames": ["ada"],
                "max_profiles": 50,
            },
            status=models.DiscoveryJobStatus.DONE,
            profile_count=2,
            error_message="none",
            created_at=EARLY,
            queued_at=EARLY,
            started_at=EARLY,
            completed_at=EARLY,
        )
        await models.SourceRun.create(
            job=job,
            platform=models.Platform.WEB,
            status=models.SourceRunStatus.DONE,
            profiles_found=2,
            error="none",
            retry_at=EARLY,
            started_at=EARLY,
            completed_at=EARLY,
        )
        lead = await models.Lead.create(**_person(), campaign=campaign, **_lead())
        await models.DiscoveredProfile.create(**_person(), job=job, lead=lead, **_profile("ada", "Ada"))
        await models.DiscoveredProfile.create(
            job=job, **_profile("bo", "Bo"), match_reasons=[], provenance=[], links=[]
        )
        event = await models.ContactEvent.create(
            lead=lead,
            channel=models.Channel.PHONE,
            direction=models.ContactDirection.OUTBOUND,
            summary="Said hello.",
            occurred_at=EARLY,
            created_at=EARLY,
            actor="tester",
        )
        host = await models.Host.create(**_host())
        await models.Appointment.create(**appointment(lead, EARLY, host=host, cancel_reason="Rain, at first."))
        await models.StageChange.create(
            lead=lead, campaign=campaign, to_stage=models.LeadStage.NEW, reason="Found.", actor="tester", at=EARLY
        )
        await models.LeadMerge.create(**_merge(), lead=lead, campaign=campaign)
        await _an_import(campaign, lead)
        await an_outreach(campaign, lead, event, EARLY)
        tx.log(models.ActivityKind.LEAD_CREATED, "Lead", lead.id, campaign_id=campaign.id, handle="ada")


async def _an_import(campaign: models.Campaign, lead: models.Lead) -> None:
    imported = await models.LeadImport.create(
        campaign=campaign,
        filename="leads.csv",
        format=models.ImportFormat.CSV,
        mapping=[{"column": "Name", "field": "NAME"}],
        options={
            "encoding": "utf-8",
            "delimiter": ",",
            "columns": ["Name"],
            "country": "PT",
            "tags": ["fair"],
            "owner": "Rosa",
            "match_by": ["EMAIL"],
        },
        status=models.LeadImportStatus.FAILED,
        rows_total=1,
        rows_read=1,
        rejected_count=1,
        error_message="none",
        actor="tester",
        created_at=EARLY,
        started_at=EARLY,
        completed_at=EARLY,
    )
    await models.LeadImportRow.create(
        lead_import=imported,
        number=1,
        outcome=models.ImportOutcome.REJECTED,
        lead_id=lead.id,
        problems=[{"column": "Name", "code": "BLANK", "message": "This must not be blank."}],
        at=EARLY,
    )


def _merge() -> dict[str, Any]:
    absorbed = {"lead_id": 2, "lead": {"name": "Ada L.", "email": "ada@other.example", "stage": "NEW"}}
    return {
        "before": {},
        "after": {},
        "absorbed": [absorbed],
        "actor": "tester",
        "merged_at": EARLY,
        "undone_at": EARLY,
        "undone_by": "tester",
    }


def appointment(lead: models.Lead, starts_at: datetime, **changes: Any) -> dict[str, Any]:
    """The values of an appointment of half an hour, every one known."""
    values = {
        "lead": lead,
        "title": "First talk",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=30),
        "time_zone": "Europe/Lisbon",
        "location": "Doca 3",
        "calendar_link": "https://calendar.example/1",
        "notes": "Bring the plans.",
        "created_at": EARLY,
    }
    return values | changes


def _host() -> dict[str, Any]:
    hours = [{"start": "09:00", "end": "17:00"}]
    return {
        "name": "Rosa",
        "time_zone": "Europe/Lisbon",
        "working_hours": {"MONDAY": hours, "SUNDAY": []},
        "feed_digest": "0" * 64,
        "created_at": EARLY,
        "updated_at": EARLY,
    }


def _person() -> dict[str, Any]:
    return {
        "email": "ada@people.example",
        "phone": "+351210000000",
        "company": "Harbour Works",
        "role": "Engineer",
        "location": "Lisboa",
        "website": "https://ada.example/",
        "bio": "Builds harbours.",
        "followers": 120,
        "provenance": [
            {
                "field": "display_name",
                "source_url": "https://people.example/ada",
                "method": "json-ld",
                "retrieved_at": "2026-02-01T09:30:00+00:00",
            }
        ],
    }


def _lead() -> dict[str, Any]:
    return {
        "name": "Ada",
        "time_zone": "Europe/Lisbon",
        "source": models.LeadSource.DISCOVERY,
        "score": 0.75,
        "tags": ["harbour", "it's"],
        "notes": "Call.",
        "created_at": EARLY,
        "updated_at": EARLY,
        "last_contacted_at": EARLY,
        "last_replied_at": EARLY,
        "stage_entered_at": EARLY,
        "owner": "Rosa",
    }


def _profile(handle: str, name: str) -> dict[str, Any]:
    known = name == "Ada"
    shared = {
        "platform": models.Platform.WEB,
        "handle": handle,
        "profile_url": f"https://people.example/{handle}",
        "display_name": name,
        "match_score": 0.75 if known else 0.0,
        "seen_in_attempt": 1,
        "discovered_at": EARLY,
    }
    if not known:
        return shared
    reason = {"criterion": "KEYWORDS", "score": 0.5, "weight": 2.0, "evidence": "harbour"}
    return shared | {"last_active_at": EARLY, "links": ["https://else.example/"], "match_reasons": [reason]}
