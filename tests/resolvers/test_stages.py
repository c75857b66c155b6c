"""Moving leads through the funnel, over HTTP."""

import asyncio
from typing import Any

import pytest

import models
from models import LeadStage
from pushdown import encode_global_id
from tests.resolvers.serving import Api
from tests.services.contact_events.story import NOON, a_lead, history, told

NEW, CONTACTED, REPLIED, WON, LOST = (LeadStage[name] for name in ("NEW", "CONTACTED", "REPLIED", "WON", "LOST"))

UPDATE = """
mutation ($input: UpdateLeadStageInput!) {
  updateLeadStage(input: $input) {
    lead { stage stageHistory { from to reason actor at lead { name } } }
    userErrors { field code message }
  }
}
"""
BULK = """
mutation ($input: BulkUpdateLeadStageInput!) {
  bulkUpdateLeadStage(input: $input) {
    results { leadId outcome code message lead { stage } }
    userErrors { field code message }
  }
}
"""


def lead(key: int) -> str:
    return encode_global_id("Lead", key)


async def test_a_lead_goes_through_the_funnel_and_each_step_is_history(api: Api) -> None:
    key = await a_lead()
    for stage in ("CONTACTED", "REPLIED", "QUALIFIED"):
        await api.done(UPDATE, input={"leadId": lead(key), "stage": stage})

    won = await api.done(UPDATE, input={"leadId": lead(key), "stage": "WON", "reason": " They signed. "})

    entry = {"reason": None, "actor": "tester", "at": "2026-03-01T12:00:00+00:00", "lead": {"name": "Ada"}}
    assert won["lead"] == {
        "stage": "WON",
        "stageHistory": [
            entry | {"from": None, "to": "NEW"},
            entry | {"from": "NEW", "to": "CONTACTED"},
            entry | {"from": "CONTACTED", "to": "REPLIED"},
            entry | {"from": "REPLIED", "to": "QUALIFIED"},
            entry | {"from": "QUALIFIED", "to": "WON", "reason": "They signed."},
        ],
    }
    row = await models.Lead.get(id=key)
    assert (row.version, row.stage_entered_at, row.updated_at) == (5, NOON, NOON)
    assert await told(key) == [
        ("LEAD_STAGE_CHANGED", {"from": before, "to": after})
        for before, after in (
            ("NEW", "CONTACTED"),
            ("CONTACTED", "REPLIED"),
            ("REPLIED", "QUALIFIED"),
            ("QUALIFIED", "WON"),
        )
    ]


async def test_among_open_stages_a_person_may_move_a_lead_over_others_and_back(api: Api) -> None:
    key = await a_lead()
    for stage in ("QUALIFIED", "NEW", "REPLIED"):
        moved = await api.done(UPDATE, input={"leadId": lead(key), "stage": stage})
        assert moved["lead"]["stage"] == stage
    await history(key)


@pytest.mark.parametrize(
    ("closed", "target"), [("WON", "NEW"), ("WON", "LOST"), ("LOST", "QUALIFIED"), ("LOST", "WON")]
)
async def test_a_closed_lead_leaves_its_stage_by_reopening_only(api: Api, closed: str, target: str) -> None:
    key = await a_lead(LeadStage(closed))
    move = {"leadId": lead(key), "stage": target, "reason": "Second thoughts."}

    assert await api.refused(UPDATE, input=move) == [("reopen", "REOPEN_REQUIRED")]
    assert await history(key) == [(None, closed)]
    assert await told(key) == []

    assert (await api.done(UPDATE, input=move | {"reopen": True}))["lead"]["stage"] == target
    assert await history(key) == [(None, closed), (closed, target)]


@pytest.mark.parametrize("reason", [None, "", " \n"])
async def test_lost_wants_a_reason(api: Api, reason: str | None) -> None:
    key = await a_lead()

    assert await api.refused(UPDATE, input={"leadId": lead(key), "stage": "LOST", "reason": reason}) == [
        ("reason", "REQUIRED")
    ]
    assert await history(key) == [(None, NEW)]

    lost = await api.done(UPDATE, input={"leadId": lead(key), "stage": "LOST", "reason": "No budget."})
    assert lost["lead"]["stageHistory"][-1]["reason"] == "No budget."


async def test_a_move_to_the_present_stage_leaves_no_trace(api: Api) -> None:
    key = await a_lead(WON)
    [before] = await models.Lead.filter(id=key).values()

    unmoved = await api.done(UPDATE, input={"leadId": lead(key), "stage": "WON", "expectedStage": "WON"})

    assert unmoved["lead"]["stage"] == "WON"
    assert await models.Lead.filter(id=key).values() == [before]
    assert await history(key) == [(None, WON)]
    assert await told(key) == []


@pytest.mark.parametrize(
    ("expected", "field"),
    [
        ({"expectedStage": "NEW"}, "expectedStage"),
        ({"expectedVersion": 2}, "expectedVersion"),
        ({"expectedStage": "CONTACTED", "expectedVersion": 2}, "expectedVersion"),
        ({"expectedStage": "REPLIED", "expectedVersion": 1}, "expectedStage"),
    ],
)
async def test_a_lead_that_is_not_as_expected_stays_and_is_shown(
    api: Api, expected: dict[str, Any], field: str
) -> None:
    key = await a_lead(CONTACTED)

    refused = await api.execute(UPDATE, input={"leadId": lead(key), "stage": "REPLIED", **expected})

    payload = refused["updateLeadStage"]
    assert [(error["field"], error["code"]) for error in payload["userErrors"]] == [([field], "CONFLICT")]
    assert payload["lead"]["stage"] == "CONTACTED"
    assert await history(key) == [(None, CONTACTED)]


async def test_a_lead_that_is_as_expected_is_moved(api: Api) -> None:
    key = await a_lead(CONTACTED)
    move = {"leadId": lead(key), "stage": "REPLIED", "expectedStage": "CONTACTED", "expectedVersion": 1}
    assert (await api.done(UPDATE, input=move))["lead"]["stage"] == "REPLIED"


async def test_of_25_who_move_a_lead_from_the_same_stage_at_once_one_does(api: Api) -> None:
    key = await a_lead()
    moves = [
        {"leadId": lead(key), "stage": stage, "expectedStage": "NEW", "reason": f"Number {number}."}
        for number, stage in enumerate(("CONTACTED", "REPLIED", "QUALIFIED", "WON", "LOST") * 5)
    ]

    answers = [
        answer["updateLeadStage"]
        for answer in await asyncio.gather(*(api.execute(UPDATE, input=move) for move in moves))
    ]

    won = [number for number, answer in enumerate(answers) if not answer["userErrors"]]
    codes = [error["code"] for answer in answers for error in answer["userErrors"]]
    assert (len(won), codes) == (1, ["CONFLICT"] * 24)
    assert {answer["lead"]["stage"] for answer in answers} == {moves[won[0]]["stage"]}
    assert await history(key) == [(None, NEW), (NEW, moves[won[0]]["stage"])]


async def test_25_who_move_a_lead_anywhere_at_once_leave_a_history_without_gaps(api: Api) -> None:
    key = await a_lead()
    stages = ("CONTACTED", "REPLIED", "QUALIFIED", "NEW", "CONTACTED") * 5

    await asyncio.gather(*(api.done(UPDATE, input={"leadId": lead(key), "stage": stage}) for stage in stages))

    moves = await history(key)
    row = await models.Lead.get(id=key)
    assert row.version == len(moves) == len(await told(key)) + 1


@pytest.mark.parametrize("mutation", [UPDATE, BULK], ids=["one", "many"])
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"stage": "MAYBE"}, "MAYBE"),
        ({"stage": None}, "stage"),
        ({"stage": "WON", "status": "WON"}, "status"),
        ({"stage": "WON", "reopen": "yes"}, "reopen"),
    ],
)
async def test_what_is_no_stage_is_refused_before_anything_happens(
    api: Api, mutation: str, values: dict[str, Any], message: str
) -> None:
    key = await a_lead()
    named = {"leadId": lead(key)} if mutation is UPDATE else {"leadIds": [lead(key)]}

    answer = await api.post(mutation, input=named | values)

    assert message in answer["errors"][0]["message"]
    assert await history(key) == [(None, NEW)]


@pytest.mark.parametrize(
    "unknown", [lead(999), encode_global_id("Campaign", 1), "no id", "", lead(0), lead(2**63)], ids=str
)
async def test_ids_that_name_no_lead_look_alike(api: Api, unknown: str) -> None:
    await a_lead()
    assert await api.refused(UPDATE, input={"leadId": unknown, "stage": "WON"}) == [("leadId", "NOT_FOUND")]


async def test_everything_wrong_with_a_move_is_said_at_once(api: Api) -> None:
    wrong = {"leadId": lead(999), "stage": "LOST", "reason": "x" * 2_001}
    assert sorted(await api.refused(UPDATE, input=wrong)) == [("leadId", "NOT_FOUND"), ("reason", "TOO_LONG")]


async def test_many_leads_are_moved_each_with_its_own_result(api: Api) -> None:
    campaign = (await models.Lead.get(id=await a_lead()).select_related("campaign")).campaign
    new, replied, won, lost = [await a_lead(stage, campaign) for stage in (NEW, REPLIED, WON, LOST)]
    ids = [lead(lost), lead(new), "no id", lead(won), lead(replied), lead(new), lead(999)]

    done = await api.done(BULK, input={"leadIds": ids, "stage": "LOST", "reason": "The season is over."})

    assert [(result["leadId"], result["outcome"], result["code"]) for result in done["results"]] == [
        (lead(lost), "UNCHANGED", None),
        (lead(new), "DONE", None),
        ("no id", "REFUSED", "NOT_FOUND"),
        (lead(won), "REFUSED", "REOPEN_REQUIRED"),
        (lead(replied), "DONE", None),
        (lead(new), "UNCHANGED", None),
        (lead(999), "REFUSED", "NOT_FOUND"),
    ]
    stages = [result["lead"] and result["lead"]["stage"] for result in done["results"]]
    assert stages == ["LOST", "LOST", None, "WON", "LOST", "LOST", None]
    assert await history(new) == [(None, NEW), (NEW, LOST)]
    assert await told(replied) == [("LEAD_STAGE_CHANGED", {"from": "REPLIED", "to": "LOST"})]
    assert await told(won) == await told(lost) == []
    assert {row.reason for row in await models.StageChange.filter(to_stage=LOST, from_stage__isnull=False)} == {
        "The season is over."
    }

    reopened = await api.done(BULK, input={"leadIds": [lead(won), lead(lost)], "stage": "NEW", "reopen": True})
    assert [result["outcome"] for result in reopened["results"]] == ["DONE", "DONE"]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"leadIds": []}, ("leadIds", "EMPTY")),
        ({"leadIds": [lead(1)] * 1_001}, ("leadIds", "TOO_MANY")),
        ({"stage": "LOST"}, ("reason", "REQUIRED")),
        ({"reason": "x" * 2_001}, ("reason", "TOO_LONG")),
        ({"reason": "a\0b"}, ("reason", "MALFORMED")),
    ],
)
async def test_a_move_of_many_that_cannot_be_is_refused_as_a_whole(
    api: Api, values: dict[str, Any], problem: tuple[str, str]
) -> None:
    key = await a_lead()
    assert await api.refused(BULK, input={"leadIds": [lead(key)], "stage": "WON", **values}) == [problem]
    assert await history(key) == [(None, NEW)]


async def test_25_who_move_the_same_leads_in_different_orders_at_once_do_not_block_each_other(api: Api) -> None:
    campaign = (await models.Lead.get(id=await a_lead()).select_related("campaign")).campaign
    keys = [await a_lead(NEW, campaign) for _ in range(20)]
    ids = [lead(key) for key in keys]
    moves = [
        {"leadIds": ids[number:] + ids[:number], "stage": stage}
        for number, stage in enumerate(("CONTACTED", "REPLIED", "QUALIFIED", "NEW", "REPLIED") * 5)
    ]

    answers = await asyncio.gather(*(api.done(BULK, input=move) for move in moves))

    done = [result["outcome"] for answer in answers for result in answer["results"]]
    assert set(done) <= {"DONE", "UNCHANGED"}
    moved = [await history(key) for key in keys]
    assert sum(len(moves) - 1 for moves in moved) == done.count("DONE")
