from datetime import UTC, datetime

import pytest

import models
from models import ActivityKind, IdentityKind
from services.conversion import ConversionOutcome, ConversionResult, convert_profiles
from services.transaction import Act
from tests.services.conversion.converting import ACT, AT, converted_one
from tests.services.stored_profiles import FOUND_AT, stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

CREATED = ConversionOutcome.CREATED
DUPLICATE = ConversionOutcome.DUPLICATE


async def test_everything_known_about_a_profile_reaches_its_lead_with_its_provenance() -> None:
    campaign = await stored_campaign()
    job = await stored_job(campaign)
    origin = {"source_url": "https://harbour.example/team", "method": "json-ld", "retrieved_at": "2026-03-01T09:00:00Z"}
    profile_id = await stored_profile(
        job,
        "harbour.example/ana",
        display_name="Ana Reyes",
        email="Ana@harbour.example",
        phone="+351210000000",
        company="Harbour",
        role="CTO",
        location="Lisbon",
        website="https://ana.example/",
        bio="Builds boats.",
        followers=1_200,
        match_score=0.875,
        provenance=[{"field": "display_name", **origin}, {"field": "role", **origin}],
    )

    result = await converted_one(job, profile_id)

    assert result.outcome is CREATED
    assert result.duplicate_key is None
    lead = await models.Lead.get(id=result.lead_id)
    assert {name: getattr(lead, name) for name in ("campaign_id", "name", "email", "phone", "company", "role")} == {
        "campaign_id": campaign.id,
        "name": "Ana Reyes",
        "email": "Ana@harbour.example",
        "phone": "+351210000000",
        "company": "Harbour",
        "role": "CTO",
    }
    assert (lead.location, lead.website, lead.bio, lead.followers, lead.score, lead.time_zone) == (
        "Lisbon",
        "https://ana.example/",
        "Builds boats.",
        1_200,
        0.875,
        None,
    )
    assert (lead.source, lead.stage, lead.tags, lead.do_not_contact) == ("DISCOVERY", "NEW", [], False)
    assert (lead.created_at, lead.updated_at, lead.last_contacted_at) == (AT, AT, None)
    profile = {"platform": "WEB", "handle": "harbour.example/ana", "profile_url": "https://harbour.example/ana"}
    by_field = {entry["field"]: entry for entry in lead.provenance}
    assert by_field["name"] == {"field": "name", **origin, **profile}
    assert by_field["role"] == {"field": "role", **origin, **profile}
    assert by_field["bio"] == {
        "field": "bio",
        "source_url": "https://harbour.example/ana",
        "method": "profile",
        "retrieved_at": FOUND_AT.isoformat(),
        **profile,
    }
    assert set(by_field) == {
        "name", "email", "phone", "company", "role", "location", "website", "bio", "followers"
    }  # fmt: skip
    assert (await models.DiscoveredProfile.get(id=profile_id)).lead_id == lead.id  # type: ignore[attr-defined]
    assert {(key.kind, key.value) for key in await models.LeadIdentity.filter(lead_id=lead.id)} == {
        (IdentityKind.HANDLE, "WEB:harbour.example/ana"),
        (IdentityKind.PROFILE_URL, "https://harbour.example/ana"),
        (IdentityKind.EMAIL, "ana@harbour.example"),
    }


async def test_a_lead_without_a_website_gets_the_address_of_its_profile() -> None:
    job = await stored_job(await stored_campaign())
    profile_id = await stored_profile(job, "harbour.example/ana")

    lead = await models.Lead.get(id=(await converted_one(job, profile_id)).lead_id)

    assert lead.website == "https://harbour.example/ana"
    assert "website" in {entry["field"] for entry in lead.provenance}


async def test_a_lead_learns_what_it_lacks_from_a_duplicate_and_keeps_what_it_has() -> None:
    campaign = await stored_campaign()
    job, later_job = await stored_job(campaign), await stored_job(campaign)
    lead_id = (await converted_one(job, await stored_profile(job, "harbour.example/ana", role="CTO"))).lead_id
    richer = await stored_profile(
        later_job,
        "harbour.example/ana",
        display_name="Someone",
        role="Chair",
        email="ana@harbour.example",
        bio="Boats.",
    )
    later = datetime(2026, 3, 5, tzinfo=UTC)

    (result,) = await convert_profiles(later_job.id, [richer], Act("operator", later))

    assert (result.outcome, result.lead_id) == (DUPLICATE, lead_id)
    lead = await models.Lead.get(id=lead_id)
    assert (lead.name, lead.role, lead.email, lead.bio) == ("Ana", "CTO", "ana@harbour.example", "Boats.")
    assert (lead.created_at, lead.updated_at) == (AT, later)
    assert [entry["field"] for entry in lead.provenance] == ["name", "role", "website", "email", "bio"]
    assert await models.LeadIdentity.filter(lead_id=lead_id, kind=IdentityKind.EMAIL).exists()
    told = await models.Activity.filter(kind=ActivityKind.PROFILES_CONVERTED).order_by("-id").first()
    assert told is not None
    assert told.detail["enriched_lead_ids"] == [lead_id]


async def test_a_lead_learns_from_a_duplicate_in_its_own_batch() -> None:
    job = await stored_job(await stored_campaign())
    poor = await stored_profile(job, "harbour.example/ana", email="ana@harbour.example")
    rich = await stored_profile(job, "other.example/ana", email="ana@harbour.example", phone="+351210000000")

    results = await convert_profiles(job.id, [poor, rich], ACT)

    assert [result.outcome for result in results] == [CREATED, DUPLICATE]
    lead = await models.Lead.get(id=results[0].lead_id)
    assert lead.phone == "+351210000000"
    assert {entry["handle"] for entry in lead.provenance if entry["field"] == "phone"} == {"other.example/ana"}


async def test_what_discovery_learns_after_a_conversion_reaches_the_lead_with_the_next_one() -> None:
    job = await stored_job(await stored_campaign())
    profile_id = await stored_profile(job, "harbour.example/ana")
    lead_id = (await converted_one(job, profile_id)).lead_id
    await models.DiscoveredProfile.filter(id=profile_id).update(email="ana@harbour.example")

    result = await converted_one(job, profile_id)

    assert result == ConversionResult(profile_id, DUPLICATE, lead_id, IdentityKind.HANDLE)
    assert (await models.Lead.get(id=lead_id)).email == "ana@harbour.example"
