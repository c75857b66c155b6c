import asyncio
import time

import asyncpg
import pytest

import models
from cam_graphql.database import connection_arguments
from models import ActivityKind, IdentityKind
from services.conversion import ConversionOutcome, ConversionResult, convert_profiles
from tests.services.conversion.converting import ACT, converted_one, ids_of
from tests.services.stored_profiles import profile_of, stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

CREATED = ConversionOutcome.CREATED
DUPLICATE = ConversionOutcome.DUPLICATE


async def test_a_person_entered_by_somebody_else_meanwhile_is_a_duplicate(connected: str) -> None:
    campaign = await stored_campaign()
    job = await stored_job(campaign)
    profile_id = await stored_profile(job, "harbour.example/ana", email="ana@harbour.example")
    other = await asyncpg.connect(**connection_arguments(connected))
    try:
        entering = other.transaction()
        await entering.start()
        lead_id = await other.fetchval(
            "INSERT INTO leads (campaign_id, name, source, stage, tags, do_not_contact, provenance, created_at,"
            " updated_at) VALUES ($1, 'Ana', 'MANUAL', 'NEW', '{}', false, '[]', now(), now()) RETURNING id",
            campaign.id,
        )
        await other.execute(
            "INSERT INTO lead_identities (campaign_id, lead_id, kind, value) VALUES ($1, $2, 'EMAIL', $3)",
            campaign.id,
            lead_id,
            "ana@harbour.example",
        )

        converting = asyncio.create_task(converted_one(job, profile_id))
        while not await _somebody_waits(connected):
            await asyncio.sleep(0.01)
        await entering.commit()

        assert await converting == ConversionResult(profile_id, DUPLICATE, lead_id, IdentityKind.EMAIL)
    finally:
        await other.close()


async def _somebody_waits(url: str) -> bool:
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        return bool(
            await connection.fetchval(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                " AND wait_event_type = 'Lock')"
            )
        )
    finally:
        await connection.close()


@pytest.mark.slow
async def test_a_thousand_profiles_converted_from_ten_connections_at_once_become_a_thousand_leads() -> None:
    job = await stored_job(await stored_campaign())
    await models.DiscoveredProfile.bulk_create(
        profile_of(job, f"harbour.example/{number}", email=f"p{number}@harbour.example", bio="x" * 200)
        for number in range(1_000)
    )
    ids = await ids_of(job)
    orders = [ids if number % 2 else ids[::-1] for number in range(10)]

    answers = await asyncio.gather(*(convert_profiles(job.id, order, ACT) for order in orders))

    outcomes = [result.outcome for answer in answers for result in answer]
    assert (outcomes.count(CREATED), outcomes.count(DUPLICATE)) == (1_000, 9_000)
    leads_of = {(result.profile_id, result.lead_id) for answer in answers for result in answer}
    assert len(leads_of) == 1_000
    assert len({lead_id for _, lead_id in leads_of}) == 1_000
    assert await models.Lead.all().count() == 1_000
    assert await models.Activity.filter(kind=ActivityKind.LEAD_CREATED).count() == 1_000


async def test_overlapping_batches_of_the_same_people_under_several_accounts_make_each_a_lead_once() -> None:
    campaign = await stored_campaign()
    jobs = [await stored_job(campaign) for _ in range(5)]
    for number, job in enumerate(jobs):
        await models.DiscoveredProfile.bulk_create(
            profile_of(job, f"site{number}.example/{person}", email=f"p{person}@harbour.example")
            for person in range(60)
        )
    ids = {job.id: await ids_of(job) for job in jobs}

    answers = await asyncio.gather(*(convert_profiles(job_id, its, ACT) for job_id, its in ids.items()))

    assert sum(result.outcome is CREATED for answer in answers for result in answer) == 60
    assert await models.Lead.all().count() == 60
    assert await models.DiscoveredProfile.filter(lead_id=None).count() == 0


async def test_a_thousand_profiles_cost_the_program_little_time() -> None:
    job = await stored_job(await stored_campaign())
    await models.DiscoveredProfile.bulk_create(
        profile_of(job, f"harbour.example/{number}", email=f"p{number}@harbour.example", bio="x" * 500)
        for number in range(1_000)
    )
    ids = await ids_of(job)
    began = time.process_time()  # what the database and other programs take meanwhile does not count

    await convert_profiles(job.id, ids, ACT)

    assert time.process_time() - began < 0.6
