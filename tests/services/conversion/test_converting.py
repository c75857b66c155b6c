from datetime import UTC, datetime

import pytest

import models
from models import ActivityKind, IdentityKind
from services.conversion import ConversionOutcome, convert_profiles
from services.errors import DomainError, ErrorCode, InvalidInput, NotFound
from services.transaction import Act
from tests.services.conversion.converting import ACT, AT, converted_one
from tests.services.stored_profiles import stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

CREATED = ConversionOutcome.CREATED
DUPLICATE = ConversionOutcome.DUPLICATE
NOT_FOUND = ConversionOutcome.NOT_FOUND


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
