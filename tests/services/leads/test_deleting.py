"""What becomes of what hangs on a lead that is deleted."""

import asyncio

import pytest

import models
from models import ContactDirection
from services.conversion import ConversionOutcome, convert_profiles
from services.leads.deleting import delete_leads
from services.leads.results import BulkOutcome
from tests.services.contact_events.story import HOUR, NOON, a_lead, act, log
from tests.services.conversion.converting import ACT, converted_one, ids_of
from tests.services.stored_profiles import profile_of, stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")


async def test_a_deleted_lead_takes_its_history_messages_and_appointments_along() -> None:
    lead_id, other_id = await a_lead(), await a_lead()
    for one in (lead_id, other_id):
        await log(one, ContactDirection.OUTBOUND)
        await models.Appointment.create(
            lead_id=one,
            title="Talk",
            starts_at=NOON,
            ends_at=NOON + HOUR,
            time_zone="UTC",
            created_at=NOON,
            updated_at=NOON,
        )

    await delete_leads([lead_id], act())

    assert [lead.id for lead in await models.Lead.all()] == [other_id]
    for model in (models.StageChange, models.ContactEvent, models.Appointment):
        assert set(await model.all().values_list("lead_id")) == {(other_id,)}


async def test_the_profile_of_a_deleted_lead_stays_and_makes_a_lead_anew() -> None:
    job = await stored_job(await stored_campaign())
    profile_id = await stored_profile(job, "harbour.example/ana", email="ana@harbour.example")
    first = await converted_one(job, profile_id)
    assert first.lead_id is not None
    await delete_leads([first.lead_id], act())

    again = await converted_one(job, profile_id)

    assert again.outcome is ConversionOutcome.CREATED
    assert again.lead_id != first.lead_id


async def test_leads_deleted_while_their_profiles_are_converted_are_gone_or_new_and_nobody_fails() -> None:
    job = await stored_job(await stored_campaign())
    await models.DiscoveredProfile.bulk_create(
        profile_of(job, f"harbour.example/{number}", email=f"p{number}@harbour.example") for number in range(40)
    )
    profile_ids = await ids_of(job)
    results = await convert_profiles(job.id, profile_ids, ACT)
    lead_ids = [result.lead_id for result in results if result.lead_id is not None]

    async def one(number: int) -> int:
        if number % 2:
            await convert_profiles(job.id, profile_ids[:: 1 if number % 4 == 1 else -1], ACT)
            return 0
        deleted = await delete_leads(lead_ids[number:] + lead_ids[:number], act())
        return sum(result.outcome is BulkOutcome.DONE for result in deleted)

    counts = await asyncio.gather(*map(one, range(20)))

    assert sum(counts) == 40
    linked = models.DiscoveredProfile.filter(lead_id__not_isnull=True).values_list("lead_id")
    assert {(lead.id,) for lead in await models.Lead.all()} == set(await linked)
    assert await models.LeadIdentity.filter(lead_id__in=lead_ids).count() == 0
