"""Creating and changing leads over HTTP."""

from typing import Any

import pytest

from pushdown import encode_global_id
from tests.resolvers.leads_over_http import CREATE, UPDATE, campaign, lead
from tests.resolvers.serving import Api

EVERYTHING = """
query($id: ID!) {
  lead(id: $id) {
    campaign { id } name email phone company role location timeZone website source stage score tags notes doNotContact
    owner version createdAt updatedAt stageEnteredAt lastContactedAt lastRepliedAt bio followers
    provenance { field }
    stageHistory { from to reason actor at }
  }
}
"""
COUNTS = "{ leads { totalCount } activity { totalCount } }"
HISTORY = """
query($subject: ID!) {
  activity(filter: { subject: $subject }) { nodes { kind actor detail } }
}
"""
ARCHIVE = """
mutation($input: UpdateCampaignInput!) { updateCampaign(input: $input) { userErrors { code } } }
"""


async def _all(api: Api, lead_id: str) -> dict[str, Any]:
    found: dict[str, Any] = (await api.execute(EVERYTHING, id=lead_id))["lead"]
    return found


async def test_a_lead_is_created_with_all_that_is_known_in_one_spelling(api: Api) -> None:
    builders = await campaign(api)

    created = await lead(
        api,
        builders,
        " Ana Reyes ",
        email="Ana@Harbour.EXAMPLE",
        phone="+351 21 000 0000",
        company="Harbour Works",
        role="Engineer",
        location="Lisboa",
        timeZone="europe/lisbon",
        website="HTTPS://Harbour.example/ana#top",
        score=0.5,
        tags=["Hot", "hot", " warm "],
        notes="Likes boats.",
        owner="Bea",
        doNotContact=True,
        source="FORM",
        stage="QUALIFIED",
        stageReason="She called us.",
    )

    now = "2026-03-01T12:00:00+00:00"
    assert await _all(api, created) == {
        "campaign": {"id": builders},
        "name": "Ana Reyes",
        "email": "ana@harbour.example",
        "phone": "+351210000000",
        "company": "Harbour Works",
        "role": "Engineer",
        "location": "Lisboa",
        "timeZone": "Europe/Lisbon",
        "website": "https://harbour.example/ana",
        "source": "FORM",
        "stage": "QUALIFIED",
        "score": 0.5,
        "tags": ["Hot", "warm"],
        "notes": "Likes boats.",
        "doNotContact": True,
        "owner": "Bea",
        "version": 1,
        "createdAt": now,
        "updatedAt": now,
        "stageEnteredAt": now,
        "lastContactedAt": None,
        "lastRepliedAt": None,
        "bio": None,
        "followers": None,
        "provenance": [],
        "stageHistory": [{"from": None, "to": "QUALIFIED", "reason": "She called us.", "actor": "tester", "at": now}],
    }


async def test_a_name_is_all_a_lead_needs(api: Api) -> None:
    created = await _all(api, await lead(api, await campaign(api), "Ana"))

    assert (created["source"], created["stage"], created["tags"], created["doNotContact"]) == (
        "MANUAL",
        "NEW",
        [],
        False,
    )
    assert [created[field] for field in ("email", "phone", "website", "score", "owner")] == [None] * 5
    assert [(change["from"], change["to"], change["reason"]) for change in created["stageHistory"]] == [
        (None, "NEW", None)
    ]


async def test_what_happens_to_a_lead_is_in_the_log(api: Api) -> None:
    ana = await lead(api, await campaign(api))

    await api.done(UPDATE, input={"id": ana, "role": "Engineer", "email": "ana@harbour.example"})
    await api.done(UPDATE, input={"id": ana, "doNotContact": True})

    entries = (await api.execute(HISTORY, subject=ana))["activity"]["nodes"]
    assert [(entry["kind"], entry["detail"]) for entry in reversed(entries)] == [
        ("LEAD_CREATED", {"source": "MANUAL", "stage": "NEW"}),
        ("LEAD_UPDATED", {"changed": ["email", "role"]}),
        ("LEAD_UPDATED", {"changed": ["do_not_contact"], "do_not_contact": True}),
    ]
    assert {entry["actor"] for entry in entries} == {"tester"}


async def test_an_archived_campaign_takes_no_leads(api: Api) -> None:
    builders = await campaign(api)
    await api.done(ARCHIVE, input={"id": builders, "status": "ARCHIVED"})

    assert await api.refused(CREATE, input={"campaignId": builders, "name": "Ana"}) == [
        ("campaignId", "CAMPAIGN_NOT_ACTIVE")
    ]


async def test_an_address_is_one_lead_s_in_a_campaign_however_it_is_spelt(api: Api) -> None:
    builders, painters = await campaign(api), await campaign(api, "Painters")
    ana = await lead(api, builders, "Ana", email="ana@harbour.example")
    before = await api.execute(COUNTS)

    refused = (await api.execute(CREATE, input={"campaignId": builders, "name": "A.", "email": "ANA@Harbour.example"}))[
        "createLead"
    ]

    assert [(error["field"], error["code"]) for error in refused["userErrors"]] == [(["email"], "TAKEN")]
    assert refused["lead"] == {"id": ana, "name": "Ana", "email": "ana@harbour.example", "version": 1}
    assert await api.execute(COUNTS) == before
    await lead(api, painters, "Ana", email="ana@harbour.example")


async def test_an_update_changes_what_it_names_and_null_empties(api: Api) -> None:
    ana = await lead(api, await campaign(api), role="Engineer", company="Harbour Works", tags=["hot"], score=0.5)

    updated = (await api.done(UPDATE, input={"id": ana, "role": None, "tags": [], "score": None, "name": "Ana Reyes"}))[
        "lead"
    ]

    assert (updated["role"], updated["tags"], updated["score"]) == (None, [], None)
    assert (updated["name"], updated["company"], updated["version"]) == ("Ana Reyes", "Harbour Works", 2)


@pytest.mark.parametrize("unchanging", [{}, {"role": " Engineer "}, {"email": "ANA@harbour.example", "phone": None}])
async def test_an_update_that_changes_nothing_leaves_no_trace(api: Api, unchanging: dict[str, Any]) -> None:
    ana = await lead(api, await campaign(api), role="Engineer", email="ana@harbour.example")
    before = await api.execute(COUNTS)

    assert (await api.done(UPDATE, input={"id": ana, **unchanging}))["lead"]["version"] == 1
    assert await api.execute(COUNTS) == before


async def test_a_lead_can_only_be_changed_as_it_was_seen(api: Api) -> None:
    ana = await lead(api, await campaign(api))
    await api.done(UPDATE, input={"id": ana, "expectedVersion": 1, "role": "Engineer"})

    late = (await api.execute(UPDATE, input={"id": ana, "expectedVersion": 1, "role": "Captain", "name": "Anna"}))[
        "updateLead"
    ]

    assert [(error["field"], error["code"]) for error in late["userErrors"]] == [(["expectedVersion"], "CONFLICT")]
    assert (late["lead"]["role"], late["lead"]["name"], late["lead"]["version"]) == ("Engineer", "Ana", 2)
    assert (await _all(api, ana))["role"] == "Engineer"


async def test_a_changed_address_becomes_free_for_others_and_the_new_one_is_taken(api: Api) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, email="ana@harbour.example")
    await api.done(UPDATE, input={"id": ana, "email": "ana@new.example"})

    bea = await lead(api, builders, "Bea", email="ana@harbour.example")
    taken = (await api.execute(UPDATE, input={"id": bea, "email": "Ana@New.example", "role": "x"}))["updateLead"]
    await api.done(UPDATE, input={"id": ana, "email": None})
    await api.done(UPDATE, input={"id": bea, "email": "ana@new.example"})

    assert [(error["field"], error["code"]) for error in taken["userErrors"]] == [(["email"], "TAKEN")]
    assert taken["lead"]["id"] == ana
    assert (await _all(api, bea))["role"] is None
    assert (await _all(api, ana))["email"] is None


async def test_do_not_contact_is_set_and_taken_back_by_an_update_only(api: Api) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, email="ana@harbour.example")
    await api.done(UPDATE, input={"id": ana, "doNotContact": True})

    await api.refused(CREATE, input={"campaignId": builders, "name": "Ana", "email": "ana@harbour.example"})
    assert (await _all(api, ana))["doNotContact"] is True

    await api.done(UPDATE, input={"id": ana, "doNotContact": False})
    assert (await _all(api, ana))["doNotContact"] is False


NOWHERE = {
    "unknown": encode_global_id("Lead", 999),
    "foreign": encode_global_id("Campaign", 1),
    "malformed": "no id",
    "empty": "",
    "too large": encode_global_id("Lead", 2**63),
    "NUL": "\0",
}


async def test_ids_that_name_no_lead_look_alike(api: Api) -> None:
    await campaign(api)
    problem = {"field": ["id"], "code": "NOT_FOUND", "message": "There is no lead with this id."}

    for why, unknown in NOWHERE.items():
        refused = (await api.execute(UPDATE, input={"id": unknown, "name": "New"}))["updateLead"]
        assert refused == {"lead": None, "userErrors": [problem]}, why


WRONG = {
    "email": "ana",
    "phone": "210 000 000",
    "company": "x" * 501,
    "role": "nul\0",
    "location": "x" * 501,
    "timeZone": "Lisbon",
    "website": "harbour.example",
    "score": 1.5,
    "tags": ["fine", " "],
    "notes": "x" * 20_001,
    "owner": "x" * 201,
    "name": " ",
}
PROBLEMS = [
    ("company", "TOO_LONG"),
    ("email", "MALFORMED"),
    ("location", "TOO_LONG"),
    ("name", "BLANK"),
    ("notes", "TOO_LONG"),
    ("owner", "TOO_LONG"),
    ("phone", "MALFORMED"),
    ("role", "MALFORMED"),
    ("score", "OUT_OF_RANGE"),
    ("tags.1", "BLANK"),
    ("timeZone", "MALFORMED"),
    ("website", "MALFORMED"),
]


async def test_everything_wrong_with_a_new_lead_is_said_at_once_and_nothing_is_stored(api: Api) -> None:
    before = await api.execute(COUNTS)
    wanted = {**WRONG, "campaignId": encode_global_id("Campaign", 7), "source": "IMPORT", "stage": "LOST"}

    assert sorted(await api.refused(CREATE, input=wanted)) == sorted(
        [*PROBLEMS, ("campaignId", "NOT_FOUND"), ("source", "MALFORMED"), ("stageReason", "REQUIRED")]
    )
    assert await api.execute(COUNTS) == before


async def test_everything_wrong_with_an_update_is_said_at_once_and_nothing_is_changed(api: Api) -> None:
    ana = await lead(api, await campaign(api), role="Engineer")
    before = await _all(api, ana)

    assert sorted(await api.refused(UPDATE, input={"id": ana, **WRONG})) == PROBLEMS
    assert sorted(await api.refused(UPDATE, input={"id": "nothing", **WRONG})) == sorted(
        [*PROBLEMS, ("id", "NOT_FOUND")]
    )
    assert await _all(api, ana) == before


OF_ANOTHER_TYPE: list[dict[str, Any]] = [
    {"stage": "WONDERLAND"},
    {"source": "HEARSAY"},
    {"score": "high"},
    {"tags": 7},
    {"tags": [None]},
    {"doNotContact": None},
    {"email": 7},
    {"name": None},
    {"nickname": "Annie"},
]


async def test_a_value_of_another_type_is_named_before_anything_is_done(api: Api) -> None:
    builders = await campaign(api)
    before = await api.execute(COUNTS)

    for wrong in OF_ANOTHER_TYPE:
        answer = await api.post(CREATE, input={"campaignId": builders, "name": "Ana", **wrong})
        assert answer.get("data") is None, wrong
        (key,) = wrong
        assert [key in error["message"] for error in answer["errors"]] == [True], wrong

    assert await api.execute(COUNTS) == before
