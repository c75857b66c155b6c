"""Merging leads over HTTP: what becomes of them, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest

import models
from models import LeadStage
from services.transaction import reading
from tests.resolvers.merging import (
    EARLY,
    FUNNEL,
    MERGE,
    a_campaign,
    a_lead,
    everything,
    lead_id,
    whose,
    with_everything,
)
from tests.resolvers.serving import Api

NEW, CONTACTED, REPLIED, QUALIFIED, WON, LOST = FUNNEL


def _input(survivor: int, *others: int, **rest: Any) -> dict[str, Any]:
    return {"leadId": lead_id(survivor), "mergeIds": [lead_id(other) for other in others], **rest}


async def _merge(api: Api, survivor: int, *others: int, **rest: Any) -> dict[str, Any]:
    return await api.done(MERGE, input=_input(survivor, *others, **rest))


async def test_the_survivors_values_win_and_what_it_lacks_is_filled_in_the_order_given(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", company="Harbour Works", tags=["Boats", "it's"], notes="Met.", score=0.2)
    two = await a_lead(campaign, "Ada L.", email="ada@a.example", tags=["boats", "new"], do_not_contact=True, score=0.9)
    three = await a_lead(
        campaign, "A. L.", email="al@b.example", phone="+351210000000", company="Other", notes="Calls back.",
        last_contacted_at=EARLY,
    )  # fmt: skip

    # when
    payload = await _merge(api, one, two, three)

    # then
    merged = payload["preview"]
    assert {key: merged[key] for key in ("name", "email", "tags", "notes", "doNotContact", "score")} == {
        "name": "Ada",
        "email": "ada@a.example",
        "tags": ["Boats", "it's", "new"],
        "notes": "Met.\n\nCalls back.",
        "doNotContact": True,
        "score": 0.9,
    }
    row = await models.Lead.get(id=one)
    assert (row.company, row.phone, row.last_contacted_at) == ("Harbour Works", "+351210000000", EARLY)
    assert (row.email, row.tags, row.do_not_contact, row.version) == ("ada@a.example", merged["tags"], True, 2)
    assert await models.Lead.all().count() == 1
    assert {origin["field"]: origin["leadIds"] for origin in merged["origins"]} == {
        "name": [lead_id(one)],
        "email": [lead_id(two)],
        "phone": [lead_id(three)],
        "company": [lead_id(one)],
        "tags": [lead_id(one), lead_id(two)],
        "notes": [lead_id(one), lead_id(three)],
        "doNotContact": [lead_id(two)],
        "score": [lead_id(two)],
        "stage": [lead_id(one)],
        "lastContactedAt": [lead_id(three)],
    }


async def test_a_choice_takes_a_field_as_one_lead_has_it_even_if_that_is_nothing(api: Api) -> None:
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", email="ada@a.example", notes="Long.", tags=["old"])
    two = await a_lead(campaign, "Ada Lovelace", email="al@b.example", tags=["new"])
    choices = [
        {"field": field, "leadId": lead_id(two)} for field in ("NAME", "EMAIL", "NOTES", "TAGS")
    ]  # fmt: skip
    merged = (await _merge(api, one, two, choices=choices))["lead"]
    assert (merged["name"], merged["email"], merged["notes"], merged["tags"]) == (
        "Ada Lovelace",
        "al@b.example",
        None,
        ["new"],
    )
    # the person is recognised by both addresses from now on
    keys = await models.LeadIdentity.filter(lead_id=one).order_by("value")
    assert [key.value for key in keys] == ["ada@a.example", "al@b.example"]


async def test_everything_that_hangs_on_the_others_goes_over_and_they_are_gone(api: Api) -> None:
    # given
    campaign = await a_campaign()
    leads = [await a_lead(campaign, name, email=f"{name}@a.example") for name in ("ada", "bo", "cy")]
    for day, lead in enumerate(leads):
        await with_everything(lead, day=day)

    # when
    await _merge(api, *leads)

    # then
    tables = ("contact_events", "appointments", "discovered_profiles", "lead_identities", "lead_import_rows")
    for table, rows in zip(tables, (6, 6, 3, 6, 3), strict=True):
        assert list((await whose(table)).values()) == [leads[0]] * rows, table
    assert set((await whose("stage_changes")).values()) == {leads[0]}
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert (await api.execute(query, ids=[lead_id(one) for one in leads]))["nodes"] == [
        {"id": lead_id(leads[0])},
        None,
        None,
    ]


async def test_nothing_refers_to_leads_which_a_merge_would_lose(api: Api) -> None:
    """Rows of a table that is added later would vanish with the absorbed lead."""
    async with reading() as connection:
        references = await connection.fetch("""
            SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = 'leads'::regclass
        """)
    assert {table for (table,) in references} == {
        "appointments",
        "contact_events",
        "discovered_profiles",
        "enrolments",
        "lead_identities",
        "lead_merges",
        "outreach_messages",
        "replies",
        "safety_reservations",
        "stage_changes",
    }


@pytest.mark.parametrize(
    ("stages", "merged"),
    [
        ((NEW, NEW), NEW),
        ((NEW, QUALIFIED), QUALIFIED),
        ((REPLIED, CONTACTED), REPLIED),
        ((QUALIFIED, WON), WON),
        ((WON, LOST), WON),
        ((LOST, WON), WON),
        ((LOST, NEW), NEW),
        ((NEW, LOST), NEW),
        ((LOST, LOST), LOST),
        ((LOST, NEW, REPLIED), REPLIED),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
async def test_the_furthest_stage_wins_and_a_move_is_history(
    api: Api, stages: tuple[LeadStage, ...], merged: LeadStage
) -> None:
    # given
    campaign = await a_campaign()
    leads = [
        await a_lead(campaign, f"Ada {number}", stages=(NEW,) if stage is NEW else (NEW, stage))
        for number, stage in enumerate(stages)
    ]
    entered_at = (await models.Lead.get(id=leads[0])).stage_entered_at

    # when
    payload = await _merge(api, *leads)

    # then
    assert payload["lead"]["stage"] == payload["preview"]["stage"] == merged
    row = await models.Lead.get(id=leads[0])
    changes = await models.StageChange.all().order_by("at", "id")
    assert [change.to_stage for change in changes][-1] == row.stage == merged
    assert changes[-1].at == row.stage_entered_at
    moved = [change.detail for change in await models.Activity.filter(kind="LEAD_STAGE_CHANGED")]
    if merged is stages[0]:
        assert (row.stage_entered_at, moved) == (entered_at, [])
    else:
        assert (changes[-1].from_stage, changes[-1].entered_from_at) == (stages[0], entered_at)
        assert changes[-1].reason
        assert moved == [{"from": stages[0], "to": merged}]


async def test_a_dry_run_shows_the_merged_lead_and_changes_nothing(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one, two = (
        await a_lead(campaign, "Ada"),
        await a_lead(campaign, "Ada", email="ada@a.example", stages=(NEW, REPLIED)),
    )
    before, told = await everything(), await models.Activity.all().count()

    # when
    payload = await _merge(api, one, two, dryRun=True)

    # then
    assert (payload["preview"]["email"], payload["preview"]["stage"]) == ("ada@a.example", "REPLIED")
    assert (payload["lead"]["email"], payload["merge"]) == (None, None)
    assert (await everything(), await models.Activity.all().count()) == (before, told)
    assert (await _merge(api, one, two))["preview"] == payload["preview"]


async def test_the_activity_log_tells_what_became_of_each(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Ada", email="ada@a.example")
    await _merge(api, one, two)
    merge = await models.LeadMerge.get()
    told = await models.Activity.all().order_by("id").values_list("kind", "subject_type", "subject_id", "detail")
    assert told == [
        ("LEADS_MERGED", "Lead", one, {"merge_id": merge.id, "absorbed": [two], "changed": ["email"]}),
        ("LEAD_DELETED", "Lead", two, {"merge_id": merge.id, "merged_into": one}),
    ]


async def test_a_merge_shows_what_it_took_in(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo", email="bo@a.example", stages=(NEW, LOST))
    await _merge(api, one, two)
    query = """query ($id: ID!) { lead(id: $id) { merges(filter: { undone: false }) { nodes {
        campaign { name } lead { name } actor mergedAt undoneAt undoneBy
        absorbed { leadId name email stage lead { id } }
    } } } }"""
    [merge] = (await api.execute(query, id=lead_id(one)))["lead"]["merges"]["nodes"]
    assert merge == {
        "campaign": {"name": "Builders"},
        "lead": {"name": "Ada"},
        "actor": "tester",
        "mergedAt": "2026-03-01T12:00:00+00:00",
        "undoneAt": None,
        "undoneBy": None,
        "absorbed": [{"leadId": lead_id(two), "name": "Bo", "email": "bo@a.example", "stage": "LOST", "lead": None}],
    }


async def test_what_is_wrong_with_a_merge_is_said_at_once_and_nothing_changes(api: Api) -> None:
    # given
    campaign, elsewhere = await a_campaign(), await a_campaign("Others")
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    stranger = await a_lead(elsewhere, "Cy")
    before = await everything()

    # when
    wrong = _input(one, two, 999, two, one, stranger)
    wrong["mergeIds"].append("no id")
    wrong["choices"] = [
        {"field": "NAME", "leadId": lead_id(two)},
        {"field": "NAME", "leadId": lead_id(one)},
        {"field": "EMAIL", "leadId": lead_id(998)},
    ]
    refused = await api.refused(MERGE, input=wrong)

    # then
    assert sorted(refused) == [
        ("choices.1.field", "REPEATED"),
        ("choices.2.leadId", "NOT_FOUND"),
        ("mergeIds.1", "NOT_FOUND"),
        ("mergeIds.2", "REPEATED"),
        ("mergeIds.3", "REPEATED"),
        ("mergeIds.4", "OTHER_CAMPAIGN"),
        ("mergeIds.5", "NOT_FOUND"),
    ]
    assert await everything() == before


async def test_a_merge_names_from_one_to_fifty_others(api: Api) -> None:
    campaign = await a_campaign()
    leads = [await a_lead(campaign, f"Ada {number}") for number in range(52)]
    assert await api.refused(MERGE, input=_input(leads[0])) == [("mergeIds", "EMPTY")]
    assert await api.refused(MERGE, input=_input(*leads)) == [("mergeIds", "TOO_MANY")]
    assert await api.refused(MERGE, input=_input(999, leads[0])) == [("leadId", "NOT_FOUND")]
    await _merge(api, *leads[:51])
    assert await models.Lead.all().count() == 2


async def test_another_version_than_expected_is_a_conflict_that_shows_the_lead(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    payload = (await api.execute(MERGE, input=_input(one, two, expectedVersion=4)))["mergeLeads"]
    assert [(error["field"], error["code"]) for error in payload["userErrors"]] == [(["expectedVersion"], "CONFLICT")]
    assert (payload["lead"]["name"], payload["preview"], payload["merge"]) == ("Ada", None, None)
    await _merge(api, one, two, expectedVersion=1)


async def test_overlapping_appointments_refuse_a_merge_and_nothing_changes(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one, two, three = [await a_lead(campaign, name) for name in ("Ada", "Bo", "Cy")]
    await with_everything(one)
    await with_everything(two, day=1)
    await with_everything(three)
    before = await everything()

    # when
    refused = await api.refused(MERGE, input=_input(one, two, three))
    tried = await api.refused(MERGE, input=_input(one, two, three, dryRun=True))

    # then
    assert refused == tried == [("mergeIds.1", "OVERLAPPING")]
    assert await everything() == before
    await models.Appointment.filter(lead_id=three).update(status=models.AppointmentStatus.COMPLETED)
    await _merge(api, one, two, three)


async def test_texts_and_labels_that_would_be_too_many_ask_for_a_choice(api: Api) -> None:
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", notes="a" * 15_000, tags=[f"one {number}" for number in range(30)])
    two = await a_lead(campaign, "Bo", notes="b" * 15_000, tags=[f"two {number}" for number in range(30)])
    assert await api.refused(MERGE, input=_input(one, two)) == [("mergeIds", "TOO_LONG"), ("mergeIds", "TOO_MANY")]
    choices = [{"field": "NOTES", "leadId": lead_id(one)}, {"field": "TAGS", "leadId": lead_id(two)}]
    merged = (await _merge(api, one, two, choices=choices))["lead"]
    assert (merged["notes"], merged["tags"][0]) == ("a" * 15_000, "two 0")


async def test_the_provenance_of_values_follows_them(api: Api) -> None:
    # given
    def known(field: str, source: str) -> dict[str, str]:
        return {"field": field, "source_url": source, "method": "api", "retrieved_at": EARLY.isoformat()}

    campaign = await a_campaign()
    one = await a_lead(
        campaign, "Ada", role="Engineer", provenance=[known("name", "https://a.example/"), known("role", "https://a.example/")]
    )  # fmt: skip
    two = await a_lead(
        campaign, "Bo", bio="Builds.", role="Other",
        provenance=[known("name", "https://b.example/"), known("bio", "https://b.example/"), known("role", "https://b.example/")],
    )  # fmt: skip

    # when
    await _merge(api, one, two, choices=[{"field": "ROLE", "leadId": lead_id(two)}])

    # then
    provenance = (await models.Lead.get(id=one)).provenance
    assert [(entry["field"], entry["source_url"]) for entry in provenance] == [
        ("name", "https://a.example/"),
        ("bio", "https://b.example/"),
        ("role", "https://b.example/"),
    ]


async def test_updated_at_and_the_stage_never_go_back_in_time(api: Api) -> None:
    """Whoever waited for the leads may have begun before who had them."""
    later = EARLY + timedelta(days=365)
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", updated_at=later)
    two = await a_lead(campaign, "Bo", stages=(NEW, REPLIED))
    await models.Lead.filter(id=one).update(stage_entered_at=later)
    await models.StageChange.filter(lead_id=one).update(at=later)
    await _merge(api, one, two)
    row = await models.Lead.get(id=one)
    assert (row.stage, row.updated_at, row.stage_entered_at) == ("REPLIED", later, later)
