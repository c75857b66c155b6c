"""Labelling, assigning and deleting leads over HTTP."""

from typing import Any

import pytest

import models
from pushdown import encode_global_id
from tests.resolvers.leads_over_http import campaign, lead
from tests.resolvers.serving import Api

TAG = """
mutation($input: TagLeadsInput!) {
  tagLeads(input: $input) {
    results { leadId outcome code message lead { tags version } } userErrors { field code message }
  }
}
"""
DELETE = """
mutation($input: DeleteLeadsInput!) {
  deleteLeads(input: $input) {
    results { leadId outcome code lead { id } } userErrors { field code message }
  }
}
"""
ASSIGN = """
mutation($input: AssignLeadInput!) {
  assignLead(input: $input) { lead { owner version } userErrors { field code message } }
}
"""
NAMES = "{ leads(orderBy: { field: NAME }) { nodes { name } } }"
LOG = "{ activity(first: 100) { nodes { kind detail subject { id } } totalCount } }"
NOBODY = [encode_global_id("Lead", 999), encode_global_id("Campaign", 1), "no id", "", "\0"]


async def _names(api: Api) -> list[str]:
    return [node["name"] for node in (await api.execute(NAMES))["leads"]["nodes"]]


def _outcomes(payload: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(result["outcome"], result["code"]) for result in payload["results"]]


async def test_tags_are_added_and_removed_and_each_lead_has_its_answer(api: Api) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, "Ana", tags=["Hot", "boats"])
    bea = await lead(api, builders, "Bea", tags=["hot", "new"])
    cleo = await lead(api, builders, "Cleo", tags=["HOT", "new"])

    ids = [ana, NOBODY[0], bea, cleo, ana, NOBODY[2]]
    tagged = await api.done(TAG, input={"leadIds": ids, "add": ["HOT ", "new"], "remove": ["Boats", "absent"]})

    assert [result["leadId"] for result in tagged["results"]] == ids
    assert _outcomes(tagged) == [
        ("DONE", None),
        ("REFUSED", "NOT_FOUND"),
        ("UNCHANGED", None),
        ("UNCHANGED", None),
        ("UNCHANGED", None),
        ("REFUSED", "NOT_FOUND"),
    ]
    assert [result["lead"] for result in tagged["results"]] == [
        {"tags": ["Hot", "new"], "version": 2},
        None,
        {"tags": ["hot", "new"], "version": 1},
        {"tags": ["HOT", "new"], "version": 1},
        {"tags": ["Hot", "new"], "version": 2},
        None,
    ]


async def test_each_lead_whose_tags_changed_is_in_the_log_once(api: Api) -> None:
    builders = await campaign(api)
    ids = [await lead(api, builders, name) for name in "abc"]

    await api.done(TAG, input={"leadIds": [*ids, ids[0]], "add": ["x"]})
    await api.done(TAG, input={"leadIds": ids, "add": ["X"]})

    entries = (await api.execute(LOG))["activity"]["nodes"]
    updates = [entry for entry in entries if entry["kind"] == "LEAD_UPDATED"]
    assert sorted(entry["subject"]["id"] for entry in updates) == sorted(ids)
    assert [entry["detail"] for entry in updates] == [{"changed": ["tags"]}] * 3


async def test_a_lead_with_fifty_tags_takes_no_other_and_does_not_hold_up_the_rest(api: Api) -> None:
    builders = await campaign(api)
    full = await lead(api, builders, "Ana", tags=[str(number) for number in range(50)])
    other = await lead(api, builders, "Bea")

    tagged = await api.done(TAG, input={"leadIds": [full, other], "add": ["one more"]})

    assert _outcomes(tagged) == [("REFUSED", "TOO_MANY"), ("DONE", None)]
    assert [len(result["lead"]["tags"]) for result in tagged["results"]] == [50, 1]
    swapped = await api.done(TAG, input={"leadIds": [full], "add": ["one more"], "remove": ["0"]})
    assert _outcomes(swapped) == [("DONE", None)]


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, [("add", "EMPTY")]),
        ({"add": [" "]}, [("add.0", "BLANK")]),
        ({"add": ["fine", "x" * 65], "remove": ["nul\0"]}, [("add.1", "TOO_LONG"), ("remove.0", "MALFORMED")]),
        ({"add": ["Hot"], "remove": ["hOT"]}, [("remove", "REPEATED")]),
        ({"add": [str(number) for number in range(51)]}, [("add", "TOO_MANY")]),
        ({"add": ["x"], "leadIds": []}, [("leadIds", "EMPTY")]),
        ({"add": ["x"], "leadIds": NOBODY[:1] * 1_001}, [("leadIds", "TOO_MANY")]),
    ],
    ids=["nothing", "blank", "too long", "both ways", "51", "no leads", "1,001 leads"],
)
async def test_tags_that_cannot_be_are_refused(
    api: Api, change: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    ana = await lead(api, await campaign(api))
    before = await api.execute(LOG)

    assert await api.refused(TAG, input={"leadIds": [ana], **change}) == problems
    assert await api.execute(LOG) == before


async def test_a_thousand_leads_are_tagged_and_deleted_at_once(api: Api) -> None:
    builders = await campaign(api)
    await lead(api, builders, "Ana")
    template = await models.Lead.get(name="Ana")
    fields = ("campaign_id", "source", "stage", "provenance", "created_at", "updated_at")
    await models.Lead.bulk_create(
        models.Lead(name=f"Ana {number}", **{field: getattr(template, field) for field in fields})
        for number in range(999)
    )
    ids = [encode_global_id("Lead", one.id) for one in await models.Lead.all()]

    tagged = await api.done(TAG, input={"leadIds": ids, "add": ["x"]})
    deleted = await api.done(DELETE, input={"leadIds": ids})

    assert _outcomes(tagged) == _outcomes(deleted) == [("DONE", None)] * 1_000
    assert await models.Lead.all().count() == 0


async def test_deleted_leads_are_gone_with_all_that_is_known_of_them(api: Api) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, "Ana", email="ana@harbour.example")
    await lead(api, builders, "Bea")

    ids = [ana, NOBODY[1], ana]
    deleted = await api.done(DELETE, input={"leadIds": ids})

    assert [result["leadId"] for result in deleted["results"]] == ids
    assert _outcomes(deleted) == [("DONE", None), ("REFUSED", "NOT_FOUND"), ("UNCHANGED", None)]
    assert [result["lead"] for result in deleted["results"]] == [None, None, None]
    assert await _names(api) == ["Bea"]
    assert not await models.LeadIdentity.all().exists()
    assert await models.StageChange.all().count() == 1
    [entry] = [one for one in (await api.execute(LOG))["activity"]["nodes"] if one["kind"] == "LEAD_DELETED"]
    assert entry == {"kind": "LEAD_DELETED", "detail": {"stage": "NEW"}, "subject": None}
    await lead(api, builders, "Ana", email="ana@harbour.example")
    assert _outcomes(await api.done(DELETE, input={"leadIds": [ana]})) == [("REFUSED", "NOT_FOUND")]


@pytest.mark.parametrize(("ids", "code"), [([], "EMPTY"), (NOBODY[:1] * 1_001, "TOO_MANY")], ids=["none", "1,001"])
async def test_too_few_and_too_many_leads_are_refused(api: Api, ids: list[str], code: str) -> None:
    await lead(api, await campaign(api), "Ana")

    assert await api.refused(DELETE, input={"leadIds": ids}) == [("leadIds", code)]
    assert await _names(api) == ["Ana"]


async def test_somebody_is_put_in_charge_of_a_lead_and_nobody_again(api: Api) -> None:
    ana = await lead(api, await campaign(api))

    assert (await api.done(ASSIGN, input={"leadId": ana, "owner": " Bea "}))["lead"] == {"owner": "Bea", "version": 2}
    assert (await api.done(ASSIGN, input={"leadId": ana, "owner": "Bea"}))["lead"]["version"] == 2
    late = (await api.execute(ASSIGN, input={"leadId": ana, "owner": "Cleo", "expectedVersion": 1}))["assignLead"]
    assert (late["userErrors"][0]["code"], late["lead"]) == ("CONFLICT", {"owner": "Bea", "version": 2})
    assert (await api.done(ASSIGN, input={"leadId": ana, "owner": None}))["lead"] == {"owner": None, "version": 3}
    details = [entry["detail"] for entry in (await api.execute(LOG))["activity"]["nodes"]][:2]
    assert details == [{"changed": ["owner"], "owner": None}, {"changed": ["owner"], "owner": "Bea"}]
    assert await api.refused(ASSIGN, input={"leadId": ana, "owner": "x" * 201}) == [("owner", "TOO_LONG")]
    for nobody in NOBODY:
        assert await api.refused(ASSIGN, input={"leadId": nobody, "owner": "Bea"}) == [("leadId", "NOT_FOUND")]
