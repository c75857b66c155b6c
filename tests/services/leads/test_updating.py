"""Changing leads that discovery found, and by whom they are recognised afterwards."""

import pytest

import models
from models import IdentityKind
from services.conversion import ConversionOutcome
from services.leads.creating import create_lead
from services.leads.deleting import delete_leads
from services.leads.drafts import LeadPatch, NewLead
from services.leads.updating import update_lead
from services.transaction import Act
from tests.services.contact_events.story import HOUR, NOON, a_lead, act, told
from tests.services.conversion.converting import converted_one
from tests.services.refusals import problems_of
from tests.services.stored_profiles import stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

_PROVENANCE = [
    {"field": "display_name", "source_url": "https://harbour.example/ana", "method": "json-ld", "retrieved_at": "x"},
    {"field": "email", "source_url": "https://harbour.example/ana", "method": "json-ld", "retrieved_at": "x"},
]


async def _emails(lead_id: int) -> list[str]:
    keys = models.LeadIdentity.filter(lead_id=lead_id, kind=IdentityKind.EMAIL).order_by("value")
    return [key.value for key in await keys]


async def test_where_a_value_came_from_is_forgotten_with_the_value_alone() -> None:
    job = await stored_job(await stored_campaign())
    profile = await stored_profile(job, "harbour.example/ana", email="Ana@harbour.example", provenance=_PROVENANCE)
    lead_id = (await converted_one(job, profile)).lead_id
    assert lead_id is not None

    await update_lead(lead_id, LeadPatch(email="ana@new.example", role="Engineer"), act())

    lead = await models.Lead.get(id=lead_id)
    assert {origin["field"] for origin in lead.provenance} == {"name", "website"}
    assert [origin["method"] for origin in lead.provenance if origin["field"] == "name"] == ["json-ld"]


async def test_a_lead_keeps_the_addresses_of_its_other_profiles_as_keys() -> None:
    job = await stored_job(await stored_campaign())
    one = await stored_profile(job, "harbour.example/ana", email="ana@harbour.example")
    lead_id = (await converted_one(job, one)).lead_id
    assert lead_id is not None
    other = await stored_profile(
        job, "quay.example/ana", profile_url="https://harbour.example/ana", email="ana@quay.example"
    )
    assert (await converted_one(job, other)).lead_id == lead_id

    await update_lead(lead_id, LeadPatch(email="ana@quay.example"), act())
    assert await _emails(lead_id) == ["ana@quay.example"]

    await update_lead(lead_id, LeadPatch(email="ana@new.example"), act())
    assert await _emails(lead_id) == ["ana@new.example"]


async def test_a_spelling_of_the_same_address_is_mended_and_stays_the_key() -> None:
    job = await stored_job(await stored_campaign())
    profile = await stored_profile(job, "harbour.example/ana", email="Ana@harbour.example")
    lead_id = (await converted_one(job, profile)).lead_id
    assert lead_id is not None

    await update_lead(lead_id, LeadPatch(email="ana@HARBOUR.example"), act())

    assert (await models.Lead.get(id=lead_id)).email == "ana@harbour.example"
    assert await _emails(lead_id) == ["ana@harbour.example"]


async def test_a_lead_entered_by_hand_is_recognised_by_conversion() -> None:
    campaign = await stored_campaign()
    lead_id = await create_lead(NewLead(campaign_id=campaign.id, name="Ana", email="ANA@harbour.example"), act())
    job = await stored_job(campaign)
    profile = await stored_profile(job, "harbour.example/ana", email="ana@harbour.example")

    result = await converted_one(job, profile)

    assert (result.outcome, result.lead_id, result.duplicate_key) == (
        ConversionOutcome.DUPLICATE,
        lead_id,
        IdentityKind.EMAIL,
    )


async def test_a_change_with_an_earlier_clock_does_not_set_the_lead_back_in_time() -> None:
    lead_id = await a_lead()
    await update_lead(lead_id, LeadPatch(role="Engineer"), act(2))

    await update_lead(lead_id, LeadPatch(role="Captain"), act(1))

    lead = await models.Lead.get(id=lead_id)
    assert (lead.role, lead.version, lead.updated_at) == ("Captain", 3, NOON + 2 * HOUR)


async def test_the_log_names_who_changed_what_but_not_the_values() -> None:
    lead_id = await a_lead()

    await update_lead(lead_id, LeadPatch(notes="She is ill.", owner="Bea"), Act("bea", NOON))

    assert await told(lead_id) == [("LEAD_UPDATED", {"changed": ["notes", "owner"], "owner": "Bea"})]
    assert (await models.Activity.get(kind="LEAD_UPDATED")).actor == "bea"


@pytest.mark.parametrize("lead_id", [0, -1, 404, 2**63, 2**200])
async def test_a_lead_that_is_not_there_is_not_found(lead_id: int) -> None:
    assert await problems_of(update_lead(lead_id, LeadPatch(role="x"), act())) == {("id", "NOT_FOUND")}
    (result,) = await delete_leads([lead_id], act())
    assert result.problem is not None
    assert result.problem.code == "NOT_FOUND"
