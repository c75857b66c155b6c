"""Undoing merges over HTTP: everything is as it was, but for what happened since."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

import models
from models import Channel, ContactDirection, IdentityKind, LeadStage
from services.contact_events import ContactEventDraft, log_contact_event
from services.leads.drafts import LeadPatch
from services.leads.stages import StageMove, update_lead_stage
from services.leads.updating import update_lead
from services.transaction import Act, reading
from tests.resolvers.merging import (
    EARLY,
    FUNNEL,
    HOUR,
    MERGE,
    UNDO,
    a_campaign,
    a_lead,
    everything,
    lead_id,
    whose,
    with_everything,
)
from tests.resolvers.serving import Api

NEW, CONTACTED, REPLIED, QUALIFIED, WON, LOST = FUNNEL
SINCE = Act("tester", EARLY + timedelta(days=40))
"""After the merges of these tests."""


async def _merge(api: Api, survivor: int, *others: int, **rest: Any) -> str:
    given = {"leadId": lead_id(survivor), "mergeIds": [lead_id(other) for other in others], **rest}
    merged: str = (await api.done(MERGE, input=given))["merge"]["id"]
    return merged


def _changed(before: dict[str, list[str]], after: dict[str, list[str]]) -> set[str]:
    return {table for table in before if before[table] != after[table]}


async def _raw(survivor: int) -> dict[str, Any]:
    """The surviving lead, without what tells that it was changed."""
    row = await models.Lead.filter(id=survivor).values()
    return {column: value for column, value in row[0].items() if column not in {"version", "updated_at"}}


async def test_everything_is_as_it_was_to_the_microsecond(api: Api) -> None:
    # given: values which JSON or floating point could spoil
    campaign = await a_campaign()
    leads = [
        await a_lead(campaign, "Ada", score=0.1 + 0.2, tags=["it's", '"', "{}", "NULL", "\\"]),
        await a_lead(campaign, "Bo\u2028\"'\\", email="bo@a.example", stages=(NEW, LOST, REPLIED), score=1 / 3),
        await a_lead(
            campaign, "Cy", notes="\n\n", tags=["", "ü"], followers=2**31 - 1, created_at=EARLY - timedelta(days=9_999),
            last_contacted_at=EARLY + timedelta(microseconds=1), score=5e-324, do_not_contact=True,
            provenance=[{"field": "bio", "number": 1e22, "nothing": None}],
        ),
    ]  # fmt: skip
    for day, lead in enumerate(leads):
        await with_everything(lead, day=day)
    before, survivor = await everything(), await _raw(leads[0])

    # when
    merge = await _merge(api, *leads)
    undone = await api.done(UNDO, input={"mergeId": merge})

    # then
    assert _changed(before, await everything()) == {"leads"}
    assert (await everything())["leads"][1:] == before["leads"][1:]
    assert await _raw(leads[0]) == survivor
    assert undone["merge"] == {
        "id": merge,
        "undoneAt": "2026-03-01T12:00:00+00:00",
        "undoneBy": "tester",
        "absorbed": [
            {"leadId": lead_id(lead), "name": name, "lead": {"id": lead_id(lead), "name": name}}
            for lead, name in zip(leads[1:], ("Bo\u2028\"'\\", "Cy"), strict=True)
        ],
    }
    row = await models.Lead.get(id=leads[0])
    assert row.version == 3  # so that whoever saw the merged lead does not change this one by mistake
    told = await models.Activity.filter(id__gt=3).order_by("id").values_list("kind", "subject_id", "detail")
    key = (await models.LeadMerge.get()).id
    assert [entry for entry in told if entry[0] != "LEAD_STAGE_CHANGED"][-3:] == [
        ("MERGE_UNDONE", leads[0], {"merge_id": key, "restored": leads[1:]}),
        *(("LEAD_CREATED", lead, {"merge_id": key, "restored_from": leads[0]}) for lead in leads[1:]),
    ]


async def test_what_was_changed_since_stays_and_the_rest_goes_back(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", tags=["a"])
    two = await a_lead(campaign, "Bo", email="bo@a.example", company="Harbour Works", role="Engineer", tags=["b"])
    merge = await _merge(api, one, two)

    # when
    await update_lead(one, LeadPatch(name="Ada L.", company="Docks", tags=["a", "b", "c"]), SINCE)
    await api.done(UNDO, input={"mergeId": merge})

    # then
    row = await models.Lead.get(id=one)
    kept: list[object] = [row.name, row.company, row.tags]
    assert kept == ["Ada L.", "Docks", ["a", "b", "c"]]
    gone: list[object] = [row.email, row.role]
    assert gone == [None, None]
    back = await models.Lead.get(id=two)
    assert (back.name, back.company, back.email, back.version) == ("Bo", "Harbour Works", "bo@a.example", 1)
    assert list((await whose("lead_identities")).values()) == [two]


async def test_what_came_since_stays_and_what_was_deleted_since_does_not_return(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    await with_everything(one)
    await with_everything(two, day=1)
    hers = [event.id for event in await models.ContactEvent.filter(lead_id=two).order_by("id")]
    merge = await _merge(api, one, two)

    # when
    await models.ContactEvent.filter(id=hers[0]).delete()
    since = await log_contact_event(
        ContactEventDraft(one, Channel.PHONE, ContactDirection.INBOUND, "Called.", SINCE.at), SINCE
    )
    await api.done(UNDO, input={"mergeId": merge})

    # then
    events = await whose("contact_events")
    assert [event for event, lead in events.items() if lead == two] == hers[1:]
    assert events[since] == one
    row = await models.Lead.get(id=one)
    assert (row.last_replied_at, row.stage) == (SINCE.at, "REPLIED")


@pytest.mark.parametrize(
    ("stages", "since", "stage"),
    [
        ((NEW, QUALIFIED), None, NEW),
        ((NEW, QUALIFIED), ContactDirection.OUTBOUND, CONTACTED),
        ((NEW, QUALIFIED), ContactDirection.INBOUND, REPLIED),
        ((NEW, CONTACTED), ContactDirection.OUTBOUND, CONTACTED),
        ((LOST, WON), ContactDirection.INBOUND, LOST),
        ((QUALIFIED, WON), ContactDirection.INBOUND, QUALIFIED),
    ],
)
async def test_the_stage_goes_back_as_far_as_messages_since_let_it(
    api: Api, stages: tuple[LeadStage, LeadStage], since: ContactDirection | None, stage: LeadStage
) -> None:
    # given
    campaign = await a_campaign()
    one, two = [await a_lead(campaign, one, stages=dict.fromkeys((NEW, one))) for one in stages]
    merge = await _merge(api, one, two)
    if since:
        await log_contact_event(ContactEventDraft(one, Channel.EMAIL, since, "Hello.", SINCE.at), SINCE)

    # when
    await api.done(UNDO, input={"mergeId": merge})

    # then
    row = await models.Lead.get(id=one)
    changes = await models.StageChange.filter(lead_id=one).order_by("at", "id")
    assert row.stage == stage == changes[-1].to_stage
    assert row.stage_entered_at == changes[-1].at
    for earlier, later in pairwise(changes):
        assert (later.from_stage, later.entered_from_at) == (earlier.to_stage, earlier.at)


async def test_a_stage_to_which_the_lead_was_moved_since_stays(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo", stages=(NEW, REPLIED))
    merge = await _merge(api, one, two)
    for stage in (QUALIFIED, REPLIED):
        await update_lead_stage(one, StageMove(stage), SINCE)
    await api.done(UNDO, input={"mergeId": merge})
    assert (await models.Lead.get(id=one)).stage == "REPLIED"
    assert await models.StageChange.filter(lead_id=one).count() == 4
    assert (await models.Lead.get(id=two)).stage == "REPLIED"


async def test_a_merge_is_undone_once(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    merge = await _merge(api, one, two)
    await api.done(UNDO, input={"mergeId": merge})
    before = await everything()
    assert await api.refused(UNDO, input={"mergeId": merge}) == [("mergeId", "NOT_UNDOABLE")]
    assert await everything() == before


@pytest.mark.parametrize("unknown", ["TGVhZE1lcmdlOjk5", "TGVhZDox", "no id"], ids=["unknown", "foreign", "malformed"])
async def test_a_merge_that_is_none_is_not_found(api: Api, unknown: str) -> None:
    assert await api.refused(UNDO, input={"mergeId": unknown}) == [("mergeId", "NOT_FOUND")]


async def test_merges_are_undone_in_reverse_order(api: Api) -> None:
    # given: 1 took in 2, then 3 took in 1, then 3 took in 4
    campaign = await a_campaign()
    one, two, three, four = [
        await a_lead(campaign, name, email=f"{name}@a.example", stages=(NEW, stage))
        for name, stage in (("ada", CONTACTED), ("bo", QUALIFIED), ("cy", REPLIED), ("di", WON))
    ]
    for day, lead in enumerate((one, two, three, four)):
        await with_everything(lead, day=day)
    states = [await everything()]
    merges = []
    for survivor, other in ((one, two), (three, one), (three, four)):
        merges.append(await _merge(api, survivor, other))
        states.append(await everything())

    # when, then
    for number in (2, 1, 0):
        for blocked in range(number):
            assert await api.refused(UNDO, input={"mergeId": merges[blocked]}) == [("mergeId", "NOT_UNDOABLE")]
        await api.done(UNDO, input={"mergeId": merges[number]})
        assert _changed(states[number], await everything()) == {"leads"}
    for lead in (two, four):
        assert any(f'"id": {lead},' in row for row in states[0]["leads"])
    assert [row for row in (await everything())["leads"] if '"version": 1,' in row] == [
        states[0]["leads"][1],
        states[0]["leads"][3],
    ]


async def test_a_lead_can_be_merged_again_after_undoing(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo", email="bo@a.example")
    await with_everything(two)
    await api.done(UNDO, input={"mergeId": await _merge(api, one, two)})
    again = await _merge(api, two, one)
    await api.done(UNDO, input={"mergeId": again})
    assert await models.Lead.filter(merges__id__gt=0).distinct().count() == 2


async def test_an_identity_that_is_somebody_elses_by_now_stands_in_the_way(api: Api) -> None:
    # given: the survivor lost an address of the absorbed lead, and a new lead has it
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo", email="bo@a.example")
    merge = await _merge(api, one, two)
    await update_lead(one, LeadPatch(email=None), SINCE)
    await a_lead(campaign, "Cy", email="bo@a.example")
    before = await everything()

    # when
    refused = await api.refused(UNDO, input={"mergeId": merge})

    # then
    assert refused == [("mergeId", "NOT_UNDOABLE")]
    assert await everything() == before


async def test_an_address_that_the_survivor_was_given_since_stands_in_the_way(api: Api) -> None:
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", email="ada@a.example")
    two = await a_lead(campaign, "Bo", email="bo@a.example")
    merge = await _merge(api, one, two)
    await update_lead(one, LeadPatch(email="bo@a.example"), SINCE)
    assert await api.refused(UNDO, input={"mergeId": merge}) == [("mergeId", "NOT_UNDOABLE")]
    await update_lead(one, LeadPatch(email="ada@a.example"), SINCE)
    await api.done(UNDO, input={"mergeId": merge})


async def test_an_address_that_the_survivor_would_have_again_stands_in_the_way_where_it_is_taken(api: Api) -> None:
    # given: by a choice the survivor has the other's address, and meanwhile lost its own as a key
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", email="ada@a.example")
    two = await a_lead(campaign, "Bo", email="bo@a.example")
    merge = await _merge(api, one, two, choices=[{"field": "EMAIL", "leadId": lead_id(two)}])
    for email in ("ada@a.example", "bo@a.example"):
        await update_lead(one, LeadPatch(email=email), SINCE)

    # when, then
    taker = await a_lead(campaign, "Cy", email="ada@a.example")
    assert await api.refused(UNDO, input={"mergeId": merge}) == [("mergeId", "NOT_UNDOABLE")]
    await models.Lead.filter(id=taker).delete()
    await api.done(UNDO, input={"mergeId": merge})
    assert await models.LeadIdentity.all().order_by("value").values_list("value", "lead_id") == [
        ("ada@a.example", one),
        ("bo@a.example", two),
    ]


async def test_a_profile_found_again_and_keys_learnt_since_stay_with_the_survivor(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    await with_everything(two)
    merge = await _merge(api, one, two)
    new = await models.LeadIdentity.create(
        campaign_id=campaign, lead_id=one, kind=IdentityKind.HANDLE, value="GITHUB:ada"
    )
    await api.done(UNDO, input={"mergeId": merge})
    owners = await whose("lead_identities")
    assert (owners.pop(new.id), list(owners.values())) == (one, [two])


async def test_a_column_that_is_younger_than_the_merge_gets_its_default(api: Api) -> None:
    """And one that is gone since is left out."""
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo", owner="Cy")
    merge = await _merge(api, one, two)
    async with reading() as connection:
        await connection.execute("""
            UPDATE lead_merges SET absorbed = jsonb_set(absorbed #- '{0,lead,version}', '{0,lead,gone}', '1')
        """)
    await api.done(UNDO, input={"mergeId": merge})
    back = await models.Lead.get(id=two)
    assert (back.owner, back.version) == ("Cy", 1)


async def test_what_brought_values_is_forgotten_with_them_though_more_was_learnt_since(api: Api) -> None:
    # given
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", provenance=[{"field": "name", "source_url": "https://a.example/"}])
    two = await a_lead(campaign, "Bo", bio="B.", provenance=[{"field": "bio", "source_url": "https://b.example/"}])
    merge = await _merge(api, one, two)
    async with reading() as connection:
        learnt = '[{"field": "role", "source_url": "https://c.example/"}]'
        await connection.execute("UPDATE leads SET provenance = provenance || $1::jsonb", learnt)

    # when
    await api.done(UNDO, input={"mergeId": merge})

    # then
    provenance = (await models.Lead.get(id=one)).provenance
    assert [entry["field"] for entry in provenance] == ["name", "role"]


async def test_who_deletes_the_survivor_deletes_what_could_be_brought_back(api: Api) -> None:
    campaign = await a_campaign()
    one, two = await a_lead(campaign, "Ada"), await a_lead(campaign, "Bo")
    merge = await _merge(api, one, two)
    await models.Lead.filter(id=one).delete()
    assert await api.refused(UNDO, input={"mergeId": merge}) == [("mergeId", "NOT_FOUND")]
    assert await models.LeadMerge.all().count() == 0


async def test_times_are_those_of_each_leads_own_messages_again(api: Api) -> None:
    campaign = await a_campaign()
    one = await a_lead(campaign, "Ada", last_contacted_at=EARLY + HOUR, last_replied_at=EARLY)
    two = await a_lead(campaign, "Bo", last_contacted_at=EARLY + 3 * HOUR)
    merge = await _merge(api, one, two)
    late = ContactEventDraft(one, Channel.EMAIL, ContactDirection.OUTBOUND, "Noted late.", EARLY + 2 * HOUR)
    await log_contact_event(late, SINCE)
    assert (await models.Lead.get(id=one)).last_contacted_at == EARLY + 3 * HOUR
    await api.done(UNDO, input={"mergeId": merge})
    row = await models.Lead.get(id=one)
    assert (row.last_contacted_at, row.last_replied_at) == (EARLY + 2 * HOUR, EARLY)
    assert (await models.Lead.get(id=two)).last_contacted_at == EARLY + 3 * HOUR
