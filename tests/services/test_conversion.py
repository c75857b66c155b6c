import asyncio
import time
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

import models
from cam_graphql.database import connection_arguments
from models import ActivityKind, IdentityKind, Platform
from services.conversion import ConversionOutcome, ConversionResult, convert_profiles
from services.errors import DomainError, ErrorCode, InvalidInput, NotFound
from services.transaction import Act
from tests.services.stored_profiles import FOUND_AT, profile_of, stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
ACT = Act("operator", AT)

CREATED = ConversionOutcome.CREATED
DUPLICATE = ConversionOutcome.DUPLICATE
NOT_FOUND = ConversionOutcome.NOT_FOUND


async def converted_one(job: models.DiscoveryJob, profile_id: int) -> ConversionResult:
    (result,) = await convert_profiles(job.id, [profile_id], ACT)
    return result


async def ids_of(job: models.DiscoveryJob) -> list[int]:
    return [profile.id for profile in await models.DiscoveredProfile.filter(job_id=job.id).order_by("id")]


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


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        pytest.param({}, {"profile_url": "https://moved.example/"}, IdentityKind.HANDLE, id="account"),
        pytest.param(
            {},
            {"handle": "harbour.example/ana-reyes", "profile_url": "http://www.harbour.example/ana/"},
            IdentityKind.PROFILE_URL,
            id="address of a renamed account",
        ),
        pytest.param(
            {"email": "Ana@Harbour.example"},
            {"platform": Platform.GITHUB, "handle": "ana", "profile_url": "https://github.example/ana",
             "email": "ana@harbour.example", "display_name": "A. Reyes"},
            IdentityKind.EMAIL,
            id="email, whatever its case",
        ),
        pytest.param(
            {"email": "ana@bücher.example"},
            {"handle": "b.example/ana", "profile_url": "https://b.example/ana", "email": "ana@xn--bcher-kva.example"},
            IdentityKind.EMAIL,
            id="email, whatever the spelling of its domain",
        ),
        pytest.param(
            {"platform": Platform.GITHUB, "handle": "ana", "profile_url": "https://github.example/ana"},
            {"links": ["https://github.example/ana"]},
            IdentityKind.PROFILE_URL,
            id="link to an account that is a lead's",
        ),
        pytest.param(
            {"links": ["https://github.example/ana"]},
            {"platform": Platform.GITHUB, "handle": "ana", "profile_url": "https://github.example/ana"},
            IdentityKind.PROFILE_URL,
            id="account that a lead linked to",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("together", [True, False], ids=["one batch", "one after the other"])
async def test_a_person_is_recognised_by(
    first: dict[str, Any], second: dict[str, Any], key: IdentityKind, together: bool
) -> None:
    campaign = await stored_campaign()
    jobs = [await stored_job(campaign), await stored_job(campaign)]
    default = {"handle": "harbour.example/ana", "profile_url": "https://harbour.example/ana"}
    if together and key is not IdentityKind.HANDLE:
        jobs[1] = jobs[0]
    ids = [await stored_profile(job, **(default | known)) for job, known in zip(jobs, (first, second), strict=True)]

    if jobs[0] == jobs[1]:
        results = await convert_profiles(jobs[0].id, ids, ACT)
    else:
        results = [await converted_one(job, one) for job, one in zip(jobs, ids, strict=True)]

    lead_id = results[0].lead_id
    assert results == [
        ConversionResult(ids[0], CREATED, lead_id),
        ConversionResult(ids[1], DUPLICATE, lead_id, key),
    ]
    assert await models.Lead.all().count() == 1
    assert await models.DiscoveredProfile.filter(lead_id=lead_id).count() == 2


@pytest.mark.parametrize(
    "second",
    [
        pytest.param({}, id="the same name only"),
        pytest.param({"links": ["https://social.example/harbour"]}, id="a link which both have"),
        pytest.param({"platform": Platform.GITHUB, "handle": "harbour.example/ana"}, id="the handle elsewhere"),
        pytest.param({"profile_url": "https://harbour.example/team#ana-2"}, id="another place on one page"),
        pytest.param({"handle": "harbour.example/Ana"}, id="a handle of other letters"),
    ],
)
async def test_two_people_stay_two_with(second: dict[str, Any]) -> None:
    job = await stored_job(await stored_campaign())
    first = await stored_profile(
        job,
        "harbour.example/ana",
        profile_url="https://harbour.example/team#ana",
        display_name="Ana Reyes",
        company="Harbour",
        role="CTO",
        links=["https://social.example/harbour"],
    )
    other = {"handle": "other.example/ana", "profile_url": "https://other.example/ana", "display_name": "Ana Reyes",
             "company": "Harbour", "role": "CTO"}  # fmt: skip
    second_id = await stored_profile(job, **(other | second))

    results = await convert_profiles(job.id, [first, second_id], ACT)

    assert [result.outcome for result in results] == [CREATED, CREATED]
    assert len({result.lead_id for result in results}) == 2


async def test_people_of_other_campaigns_are_not_duplicates() -> None:
    jobs = [await stored_job(await stored_campaign()) for _ in range(2)]
    ids = [await stored_profile(job, "harbour.example/ana", email="ana@harbour.example") for job in jobs]

    results = [await converted_one(job, one) for job, one in zip(jobs, ids, strict=True)]

    assert [result.outcome for result in results] == [CREATED, CREATED]


async def test_results_come_one_for_each_id_in_the_order_given() -> None:
    campaign = await stored_campaign()
    job, other_job = await stored_job(campaign), await stored_job(campaign)
    ana = await stored_profile(job, "harbour.example/ana")
    ben = await stored_profile(job, "harbour.example/ben")
    of_other_job = await stored_profile(other_job, "harbour.example/caro")

    given = [ben, None, 2**63, of_other_job, ana, ben, -1, 999_999, ben]
    results = await convert_profiles(job.id, given, ACT)

    assert [result.profile_id for result in results] == given
    assert [result.outcome for result in results] == [
        CREATED, NOT_FOUND, NOT_FOUND, NOT_FOUND, CREATED, DUPLICATE, NOT_FOUND, NOT_FOUND, DUPLICATE
    ]  # fmt: skip
    bens = results[0].lead_id
    assert [(result.lead_id, result.duplicate_key) for result in results if result.outcome is DUPLICATE] == [
        (bens, IdentityKind.HANDLE),
        (bens, IdentityKind.HANDLE),
    ]
    assert (await models.DiscoveredProfile.get(id=of_other_job)).lead_id is None  # type: ignore[attr-defined]


async def test_converting_again_gives_the_same_leads_and_changes_nothing() -> None:
    job = await stored_job(await stored_campaign())
    ids = [await stored_profile(job, f"harbour.example/{name}") for name in ("ana", "ben")]
    first = await convert_profiles(job.id, ids, ACT)
    before = await models.Activity.all().count()

    again = await convert_profiles(job.id, ids, Act("operator", datetime(2026, 3, 3, tzinfo=UTC)))

    assert [(result.outcome, result.lead_id) for result in again] == [(DUPLICATE, result.lead_id) for result in first]
    assert await models.Activity.all().count() == before
    assert set(await models.Lead.all().values_list("updated_at", flat=True)) == {AT}


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


async def test_a_profile_between_two_leads_goes_by_its_account_and_leaves_the_other_lead_its_email() -> None:
    campaign = await stored_campaign()
    job, later_job = await stored_job(campaign), await stored_job(campaign)
    ana, ben = [
        result.lead_id
        for result in await convert_profiles(
            job.id,
            [
                await stored_profile(job, "harbour.example/ana"),
                await stored_profile(job, "harbour.example/ben", email="ben@harbour.example"),
            ],
            ACT,
        )
    ]
    between = await stored_profile(later_job, "harbour.example/ana", email="ben@harbour.example", company="Harbour")

    result = await converted_one(later_job, between)

    assert result == ConversionResult(between, DUPLICATE, ana, IdentityKind.HANDLE)
    lead = await models.Lead.get(id=ana)
    assert (lead.email, lead.company) == (None, "Harbour")
    assert (await models.LeadIdentity.get(kind=IdentityKind.EMAIL)).lead_id == ben  # type: ignore[attr-defined]


async def test_what_discovery_learns_after_a_conversion_reaches_the_lead_with_the_next_one() -> None:
    job = await stored_job(await stored_campaign())
    profile_id = await stored_profile(job, "harbour.example/ana")
    lead_id = (await converted_one(job, profile_id)).lead_id
    await models.DiscoveredProfile.filter(id=profile_id).update(email="ana@harbour.example")

    result = await converted_one(job, profile_id)

    assert result == ConversionResult(profile_id, DUPLICATE, lead_id, IdentityKind.HANDLE)
    assert (await models.Lead.get(id=lead_id)).email == "ana@harbour.example"


async def test_a_profile_whose_lead_was_deleted_becomes_a_lead_again() -> None:
    job = await stored_job(await stored_campaign())
    profile_id = await stored_profile(job, "harbour.example/ana")
    await models.Lead.filter(id=(await converted_one(job, profile_id)).lead_id).delete()

    assert (await converted_one(job, profile_id)).outcome is CREATED


async def test_a_conversion_is_told_in_the_activity_log() -> None:
    campaign = await stored_campaign()
    job = await stored_job(campaign)
    ids = [await stored_profile(job, f"harbour.example/{name}") for name in ("ana", "ben")]

    results = await convert_profiles(job.id, [*ids, ids[0], None], ACT)

    told = await models.Activity.all().order_by("id")
    assert [(one.kind, one.subject_type, one.subject_id, one.campaign_id, one.actor) for one in told] == [
        (ActivityKind.LEAD_CREATED, "Lead", results[0].lead_id, campaign.id, "operator"),
        (ActivityKind.LEAD_CREATED, "Lead", results[1].lead_id, campaign.id, "operator"),
        (ActivityKind.PROFILES_CONVERTED, "DiscoveryJob", job.id, campaign.id, "operator"),
    ]
    assert told[0].detail == {"profile_id": ids[0], "platform": "WEB", "handle": "harbour.example/ana"}
    assert told[2].detail == {
        "created": 2, "duplicate": 1, "suppressed": 0, "not_found": 1, "enriched_lead_ids": []
    }  # fmt: skip


async def test_a_conversion_that_finds_nobody_leaves_no_trace() -> None:
    job = await stored_job(await stored_campaign())

    results = await convert_profiles(job.id, [None, 7], ACT)

    assert [result.outcome for result in results] == [NOT_FOUND, NOT_FOUND]
    assert not await models.Activity.all().exists()


@pytest.mark.parametrize(
    ("ids", "limit", "code"), [([], 10, ErrorCode.EMPTY), ([1] * 11, 10, ErrorCode.TOO_MANY)], ids=["none", "too many"]
)
async def test_an_unsuitable_number_of_profiles_is_refused(ids: list[int], limit: int, code: ErrorCode) -> None:
    job = await stored_job(await stored_campaign())

    with pytest.raises(InvalidInput) as refused:
        await convert_profiles(job.id, ids, ACT, limit=limit)

    assert [(problem.path, problem.code) for problem in refused.value.problems] == [(("profile_ids",), code)]


@pytest.mark.parametrize("job_id", [0, -1, 404, 2**63], ids=["zero", "negative", "unknown", "too great"])
async def test_a_job_which_does_not_exist_is_refused(job_id: int) -> None:
    with pytest.raises(NotFound) as refused:
        await convert_profiles(job_id, [1], ACT)

    assert isinstance(refused.value, DomainError)
    assert [(problem.path, problem.code) for problem in refused.value.problems] == [(("job_id",), ErrorCode.NOT_FOUND)]


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
