"""Finding leads which are probably one person, over HTTP."""

import time
from typing import Any

import pytest

import models
from models import IdentityKind
from pushdown import encode_global_id
from services.transaction import reading
from tests.resolvers.merging import EARLY, a_campaign, a_lead, everything, lead_id
from tests.resolvers.serving import Api

FIND = """
query ($campaign: ID!, $first: Int! = 50) {
  findDuplicateLeads(campaignId: $campaign, first: $first) {
    hasMore groups { score leads { id name campaign { name } } evidence { kind value } }
  }
}
"""


async def _found(api: Api, campaign: int, **more: Any) -> list[dict[str, Any]]:
    answer = await api.execute(FIND, campaign=encode_global_id("Campaign", campaign), **more)
    groups: list[dict[str, Any]] = answer["findDuplicateLeads"]["groups"]
    return groups


def _ids(group: dict[str, Any]) -> list[str]:
    return [lead["id"] for lead in group["leads"]]


def _kinds(group: dict[str, Any]) -> list[str]:
    return [evidence["kind"] for evidence in group["evidence"]]


async def _profile(
    campaign: int, lead: int, url: str, *, links: tuple[str, ...] = (), handle: str | None = None
) -> None:
    job = await models.DiscoveryJob.create(campaign_id=campaign, name="Search", criteria={}, created_at=EARLY)
    await models.DiscoveredProfile.create(
        job=job,
        lead_id=lead,
        platform=models.Platform.GITHUB,
        handle=handle or url,
        profile_url=url,
        display_name="Somebody",
        links=list(links),
        match_score=0.1,
        match_reasons=[],
        provenance=[],
        seen_in_attempt=1,
        discovered_at=EARLY,
    )


Pair = tuple[dict[str, Any], dict[str, Any]]


@pytest.mark.parametrize(
    ("pair", "kinds"),
    [
        (({"phone": "+351210000000"}, {"phone": "+351210000000"}), ["NAME", "PHONE"]),
        (({"email": "ada@a.example"}, {"email": "ada+news@a.example"}), ["EMAIL_VARIANT", "NAME"]),
        (({"email": "ada.l@a.example"}, {"email": "adal@a.example"}), ["EMAIL_VARIANT", "NAME"]),
        (({"email": "ada.l@a.example"}, {"email": "adal@b.example"}), None),
        (({"website": "https://ada.example/"}, {"website": "http://www.ada.example"}), ["NAME", "WEBSITE"]),
        (({"company": "Harbour Works"}, {"company": "HARBOUR-WORKS"}), ["NAME"]),
        (({"company": "Harbour Works"}, {"company": "Docks"}), None),
        (({"email": "a@harbour.example"}, {"email": "b@harbour.example"}), ["NAME"]),
        (({"email": "a@gmail.com"}, {"email": "b@gmail.com"}), None),
        (({}, {}), None),
    ],
    ids=str,
)
async def test_leads_of_one_name_are_one_person_if_something_else_agrees(
    api: Api, pair: Pair, kinds: list[str] | None
) -> None:
    campaign = await a_campaign()
    one, other = [await a_lead(campaign, "Ada Lovelace", **values) for values in pair]
    groups = await _found(api, campaign)
    assert [(_ids(group), sorted(_kinds(group))) for group in groups] == (
        [] if kinds is None else [([lead_id(one), lead_id(other)], kinds)]
    )
    assert all(0.5 <= group["score"] <= 1 for group in groups)


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        ("ada lovelace", True),
        ("Lovelace, Ada", True),
        ("Áda Lövelace", True),
        ("A. Lovelace", True),
        ("Ada King Lovelace", True),
        ("Ada Lovelase", True),
        ("Ida Lovelace", False),
        ("Ado Lovelace", False),
        ("Ada", False),
        ("Charles Babbage", False),
    ],
)
async def test_names_of_colleagues_may_differ_in_order_accents_initials_and_slips(
    api: Api, other: str, is_found: bool
) -> None:
    campaign = await a_campaign()
    await a_lead(campaign, "Ada Lovelace", company="Harbour Works")
    await a_lead(campaign, other, company="Harbour Works")
    assert [_kinds(group) for group in await _found(api, campaign)] == ([["NAME"]] if is_found else [])


SHARED = ({"phone": "+351210000000"}, {"website": "https://harbour.example/"})


@pytest.mark.parametrize("shared", SHARED, ids=str)
async def test_what_colleagues_share_makes_them_not_one_person(api: Api, shared: dict[str, Any]) -> None:
    campaign = await a_campaign()
    for name in ("Ada Lovelace", "Charles Babbage"):
        await a_lead(campaign, name, company="Harbour Works", **shared)
    assert await _found(api, campaign) == []


async def test_a_profile_that_another_links_to_is_the_same_persons(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one, other, third = [await a_lead(campaign, name) for name in ("Ada Lovelace", "ada", "Bo")]
    await _profile(campaign, one, "https://github.example/ada/")
    await _profile(campaign, other, "https://social.example/@ada", links=("http://www.github.example/Ada",))
    # two who link to a place which is neither's have nothing in common
    await _profile(campaign, third, "https://social.example/@bo", links=("https://news.example/",))
    await _profile(campaign, one, "https://social.example/@lovelace", links=("https://news.example/",))

    # when
    [group] = await _found(api, campaign)

    # then
    assert (_ids(group), _kinds(group)) == ([lead_id(one), lead_id(other)], ["PROFILE"])


async def test_one_handle_on_several_platforms_speaks_for_one_person(api: Api) -> None:
    campaign = await a_campaign()
    leads = [await a_lead(campaign, name) for name in ("Ada Lovelace", "A. Lovelace", "Bo", "Cy", "Di", "Ed")]
    handles = ("GITHUB:AdaLovelace", "TWITTER:adalovelace", "GITHUB:1234567", "TWITTER:1234567", "WEB:same", "WEB:same")
    for number, (lead, value) in enumerate(zip(leads, handles, strict=True)):
        key = value if number < 5 else "WEB:same "
        await models.LeadIdentity.create(campaign_id=campaign, lead_id=lead, kind=IdentityKind.HANDLE, value=key)
    [group] = await _found(api, campaign)
    assert (_ids(group), group["evidence"][0]) == (
        [lead_id(leads[0]), lead_id(leads[1])],
        {"kind": "NAME", "value": "Ada Lovelace / A. Lovelace"},
    )
    assert {"kind": "HANDLE", "value": "adalovelace"} in group["evidence"]


async def test_who_is_alike_to_one_of_a_group_belongs_to_it_and_the_weakest_link_tells_how_sure_it_is(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada Lovelace", phone="+351210000000", email="ada@a.example")
    two = await a_lead(campaign, "Ada Lovelace", phone="+351210000000", company="Harbour Works")
    three = await a_lead(campaign, "A. Lovelace", company="Harbour Works")
    sure = await a_lead(campaign, "Bo Berg", email="bo@b.example")
    surer = await a_lead(campaign, "Bo Berg", email="bo+x@b.example", phone="+351210000009")

    # when
    groups = await _found(api, campaign)

    # then
    assert [_ids(group) for group in groups] == [
        [lead_id(sure), lead_id(surer)],
        [lead_id(one), lead_id(two), lead_id(three)],
    ]
    assert groups[0]["score"] > groups[1]["score"]
    assert _kinds(groups[1]) == ["NAME", "PHONE", "NAME"]


async def test_a_key_that_many_have_tells_nobody_apart(api: Api) -> None:
    campaign = await a_campaign()
    for number in range(11):
        await a_lead(campaign, f"Person {number}", phone="+351210000000")
    assert await _found(api, campaign) == []


async def test_only_so_many_groups_are_told_and_that_there_are_more(api: Api) -> None:
    campaign = await a_campaign()
    for number in range(6):
        await a_lead(campaign, "Ada Lovelace", phone=f"+35121000000{number // 2}")
    query = FIND.replace("groups", "first: groups", 1)
    answers = [
        (await api.execute(query, campaign=encode_global_id("Campaign", campaign), first=first))["findDuplicateLeads"]
        for first in (2, 3)
    ]
    assert [(answer["hasMore"], len(answer["first"])) for answer in answers] == [(True, 2), (False, 3)]


async def test_other_campaigns_leads_are_nobodys_duplicates_and_nothing_is_merged(api: Api) -> None:
    campaign, elsewhere = await a_campaign(), await a_campaign("Others")
    for where in (campaign, campaign, elsewhere):
        await a_lead(where, "Ada Lovelace", phone="+351210000000")
    before = await everything()
    [group] = await _found(api, campaign)
    assert [lead["campaign"]["name"] for lead in group["leads"]] == ["Builders"] * 2
    assert await _found(api, elsewhere) == []
    assert await everything() == before


@pytest.mark.parametrize("unknown", [encode_global_id("Campaign", 99), encode_global_id("Lead", 1), "no id"])
async def test_a_campaign_that_is_none_is_not_found(api: Api, unknown: str) -> None:
    await a_lead(await a_campaign(), "Ada")
    [error] = (await api.post(FIND, campaign=unknown))["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_from_one_to_a_hundred_groups_can_be_asked_for(api: Api, first: int) -> None:
    campaign = await a_campaign()
    [error] = (await api.post(FIND, campaign=encode_global_id("Campaign", campaign), first=first))["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT", "argument": "first"}


async def test_odd_values_find_nobody_and_break_nothing(api: Api) -> None:
    campaign = await a_campaign()
    odd: dict[str, Any] = {"name": "…", "email": "no address", "phone": "", "company": " ", "website": "::"}
    for _ in range(3):
        await models.Lead.create(
            campaign_id=campaign, source="MANUAL", provenance=[], created_at=EARLY, updated_at=EARLY, **odd
        )
    one = await a_lead(campaign, "…")
    await _profile(campaign, one, "", handle="")
    assert await _found(api, campaign) == []


@pytest.mark.slow
async def test_fifty_thousand_leads_are_gone_through_in_a_moment(api: Api) -> None:
    """All of one company, with its telephone and its site: comparing each with each takes hours."""
    campaign = await a_campaign()
    async with reading() as connection:
        await connection.execute(
            """
            INSERT INTO leads (campaign_id, name, email, phone, company, website, source, stage, tags, provenance,
                do_not_contact, created_at, updated_at)
            SELECT $1, 'Per ' || chr(97 + n % 26) || chr(97 + n / 26 % 26) || chr(97 + n / 676 % 26) || 'son',
                'p' || n || '@harbour.example', '+351210000000', 'Harbour Works', 'https://harbour.example/', 'IMPORT',
                'NEW', '{}', '[]', false, $2, $2
            FROM generate_series(1, 50000) n
            """,
            campaign,
            EARLY,
        )
        await connection.execute("ANALYZE leads")
    begun = time.perf_counter()
    groups = await _found(api, campaign)
    assert time.perf_counter() - begun < 10  # a second where nothing else runs
    assert len(groups) == 50
    assert {len(group["leads"]) for group in groups} <= {2, 3}
