"""Merging leads while 25 clients write to them: what was acknowledged is kept, whatever came first."""

import asyncio
import random
from typing import Any

import pytest

import models
from pushdown import decode_global_id, encode_global_id
from tests.resolvers.leads_over_http import UPDATE, campaign, lead
from tests.resolvers.merging import MERGE, UNDO, everything, whose
from tests.resolvers.serving import Api
from tests.resolvers.test_contact_events import LOG
from tests.resolvers.test_contact_events import UPDATE as CORRECT
from tests.resolvers.test_leads_in_bulk import DELETE

CLIENTS = 25
MOVE = """
mutation ($input: UpdateLeadStageInput!) { updateLeadStage(input: $input) { userErrors { field code message } } }
"""


async def _at_once(api: Api, requests: list[tuple[str, dict[str, Any]]]) -> list[list[str]]:
    """The codes of what was wrong with each request, which are sent together in any order."""
    order = random.Random(len(requests)).sample(range(len(requests)), len(requests))
    answers = await asyncio.gather(*(api.execute(requests[one][0], input=requests[one][1]) for one in order))
    payloads = dict(zip(order, (next(iter(answer.values())) for answer in answers), strict=True))
    return [[error["code"] for error in payloads[one]["userErrors"]] for one in range(len(requests))]


def _key(global_id: str) -> int:
    decoded = decode_global_id(global_id)
    assert decoded
    return decoded.key


def _event(lead_id: str, number: int) -> dict[str, Any]:
    return {
        "leadId": lead_id,
        "channel": "EMAIL",
        "direction": "INBOUND" if number % 2 else "OUTBOUND",
        "summary": f"Event {number}",
    }


@pytest.mark.parametrize("attempt", range(4))
async def test_what_is_written_to_a_lead_that_is_merged_is_in_the_merge_or_refused(api: Api, attempt: int) -> None:
    # given
    builders = await campaign(api)
    ana, other = [await lead(api, builders, name) for name in ("Ana", "Ana B.")]
    fields = ("role", "company", "location", "notes", "owner")
    changes = [(UPDATE, {"id": other, fields[number % 5]: f"Value {attempt} {number}"}) for number in range(8)]
    events = [(LOG, _event(other, number)) for number in range(8)] + [(LOG, _event(ana, 8)), (LOG, _event(ana, 9))]
    moves = [(MOVE, {"leadId": other, "stage": stage}) for stage in ("QUALIFIED", "CONTACTED", "QUALIFIED", "REPLIED")]

    # when
    merge = (MERGE, {"leadId": ana, "mergeIds": [other]})
    wrong = await _at_once(api, [merge, *changes, *events, *moves])

    # then
    assert wrong[0] == []
    assert {code for codes in wrong for code in codes} <= {"NOT_FOUND"}
    merged = await models.LeadMerge.get()
    acknowledged = {
        events[number][1]["summary"] for number in range(len(events)) if not wrong[1 + len(changes) + number]
    }
    stored = await models.ContactEvent.all()
    assert {event.summary for event in stored} == acknowledged
    assert set((await whose("contact_events")).values()) <= {_key(ana)}
    values = {
        value
        for number, (_, change) in enumerate(changes)
        for field, value in change.items()
        if field != "id" and not wrong[1 + number]
    }
    absorbed = merged.absorbed[0]["lead"]
    assert {absorbed[field] for field in fields} - {None} <= values
    written = await models.Activity.filter(kind=models.ActivityKind.LEAD_UPDATED, subject_id=_key(other)).count()
    assert written == sum(not codes for codes in wrong[1 : 1 + len(changes)])
    history = await models.StageChange.filter(lead_id=_key(ana)).order_by("at", "id")
    assert history[-1].to_stage == (await models.Lead.get()).stage


async def test_a_ring_of_merges_at_once_loses_nothing_and_all_can_be_undone(api: Api) -> None:
    # given: each lead is to take in the next, the last the first
    builders = await campaign(api)
    leads = [await lead(api, builders, f"Ana {number}", email=f"{number}@a.example") for number in range(CLIENTS)]
    for number, one in enumerate(leads):
        await api.done(LOG, input=_event(one, number))
    before = await everything()

    # when
    ring = [(MERGE, {"leadId": one, "mergeIds": [leads[(number + 1) % CLIENTS]]}) for number, one in enumerate(leads)]
    wrong = await _at_once(api, ring)

    # then
    merged = wrong.count([])
    assert merged >= 1
    assert {code for codes in wrong for code in codes} <= {"NOT_FOUND"}
    assert await models.Lead.all().count() == CLIENTS - merged
    assert len(await whose("contact_events")) == CLIENTS
    for merge in await models.LeadMerge.all().order_by("-id"):
        await api.done(UNDO, input={"mergeId": _merge_id(merge.id)})
    after = await everything()
    assert {table for table in before if before[table] != after[table]} == {"leads"}


def _merge_id(key: int) -> str:
    return encode_global_id("LeadMerge", key)


async def test_of_25_who_undo_a_merge_one_does(api: Api) -> None:
    builders = await campaign(api)
    ana, other = [await lead(api, builders, name) for name in ("Ana", "Ana B.")]
    merge = (await api.done(MERGE, input={"leadId": ana, "mergeIds": [other]}))["merge"]["id"]
    wrong = await _at_once(api, [(UNDO, {"mergeId": merge})] * CLIENTS)
    assert sorted(wrong) == [[]] + [["NOT_UNDOABLE"]] * (CLIENTS - 1)
    assert await models.Lead.all().count() == 2


async def test_leads_are_merged_parted_corrected_and_deleted_at_once_without_a_fault(api: Api) -> None:
    # given
    builders = await campaign(api)
    leads = [await lead(api, builders, f"Ana {number}", email=f"{number}@a.example") for number in range(10)]
    events = []
    for number, one in enumerate(leads):
        logged = await api.done(LOG, input=_event(one, number))
        events.append(logged["contactEvent"]["id"])
    merges = [
        (await api.done(MERGE, input={"leadId": leads[number], "mergeIds": [leads[number + 1]]}))["merge"]["id"]
        for number in range(0, 10, 2)
    ]

    # when
    corrections = [(CORRECT, {"id": one, "direction": "INBOUND", "summary": "Corrected."}) for one in events]
    undoing = [(UNDO, {"mergeId": merge}) for merge in merges]
    merging = [
        (MERGE, {"leadId": leads[number], "mergeIds": [leads[(number + step) % 10] for step in (2, 4)]})
        for number in range(0, 10, 2)
    ]
    deleting = [(DELETE, {"leadIds": [leads[8], leads[4], leads[6]]}), (DELETE, {"leadIds": [leads[4], leads[8]]})]
    wrong = await _at_once(api, [*corrections, *undoing, *merging, *deleting])

    # then
    assert {code for codes in wrong for code in codes} <= {"NOT_FOUND", "NOT_UNDOABLE"}
    living = {row.id for row in await models.Lead.all()}
    for table in ("contact_events", "lead_identities", "lead_merges"):
        assert set((await whose(table)).values()) <= living
    assert set((await whose("stage_changes")).values()) == living
