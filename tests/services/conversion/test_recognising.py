from typing import Any

import pytest

import models
from models import IdentityKind, Platform
from services.conversion import ConversionOutcome, ConversionResult, convert_profiles
from tests.services.conversion.converting import ACT, converted_one
from tests.services.stored_profiles import stored_campaign, stored_job, stored_profile

pytestmark = pytest.mark.usefixtures("connected")

CREATED = ConversionOutcome.CREATED
DUPLICATE = ConversionOutcome.DUPLICATE


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
