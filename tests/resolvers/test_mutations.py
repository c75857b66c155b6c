"""What mutations refuse, and how they say so."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from strawberry.types.execution import ExecutionResult

from pushdown import encode_global_id
from services.transaction import reading
from tests.resolvers.conftest import Execute

CREATE = """
mutation ($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign { id name description targetNiche createdAt }
    userErrors { field code message }
  }
}
"""
UPDATE = """
mutation ($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign { name description targetNiche status }
    userErrors { field code message }
  }
}
"""
CREATE_JOB = """
mutation ($input: CreateDiscoveryJobInput!) {
  createDiscoveryJob(input: $input) { discoveryJob { id } userErrors { field code message } }
}
"""
COUNTS = "{ campaigns { totalCount } discoveryJobs { totalCount } activity { totalCount } }"


async def _campaign(execute: Execute, name: str = "Builders", **values: Any) -> str:
    created = (await execute(CREATE, input={"name": name, **values}))["createCampaign"]
    assert created["userErrors"] == []
    return str(created["campaign"]["id"])


def _wrong(payload: dict[str, Any]) -> list[tuple[str, str]]:
    return [(".".join(error["field"]), error["code"]) for error in payload["userErrors"]]


async def test_a_campaign_is_created_with_the_time_of_the_request(execute: Execute) -> None:
    created = (await execute(CREATE, input={"name": "  Builders  ", "targetNiche": "harbours"}))["createCampaign"]
    assert created["userErrors"] == []
    assert created["campaign"] | {"id": ""} == {
        "id": "",
        "name": "Builders",
        "description": None,
        "targetNiche": "harbours",
        "createdAt": "2026-03-01T12:00:00+00:00",
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "BLANK"), (" \t\n", "BLANK"), ("x" * 201, "TOO_LONG"), ("a\0b", "MALFORMED"), ("BUILDERS", "TAKEN")],
)
async def test_an_unusable_name_changes_nothing(execute: Execute, name: str, code: str) -> None:
    await _campaign(execute)
    before = await execute(COUNTS)
    created = (await execute(CREATE, input={"name": name}))["createCampaign"]
    assert created["campaign"] is None
    assert _wrong(created) == [("name", code)]
    assert await execute(COUNTS) == before


async def test_in_an_update_what_is_left_out_stays_and_null_empties(execute: Execute) -> None:
    campaign = await _campaign(execute, description="old", targetNiche="harbours")
    updated = (await execute(UPDATE, input={"id": campaign, "description": None, "status": "PAUSED"}))["updateCampaign"]
    assert updated["userErrors"] == []
    assert updated["campaign"] == {
        "name": "Builders",
        "description": None,
        "targetNiche": "harbours",
        "status": "PAUSED",
    }


@pytest.mark.parametrize(
    "unknown",
    [encode_global_id("Campaign", 999), encode_global_id("Lead", 1), "no id", "", "Q2FtcGFpZ246MQ", "Q2FtcGFpZ246MDE="],
    ids=["unknown", "foreign", "malformed", "empty", "unpadded", "not canonical"],
)
async def test_ids_that_name_nothing_look_alike(execute: Execute, unknown: str) -> None:
    await _campaign(execute)
    updated = (await execute(UPDATE, input={"id": unknown, "name": "New"}))["updateCampaign"]
    assert updated["campaign"] is None
    assert updated["userErrors"] == [
        {"field": ["id"], "code": "NOT_FOUND", "message": "There is no campaign with this id."}
    ]


async def test_everything_wrong_with_a_job_is_said_at_once(execute: Execute) -> None:
    await _campaign(execute)
    before = await execute(COUNTS)
    criteria = {
        "platforms": [],
        "keywords": ["fine", " "],
        "minFollowers": -1,
        "recentActivityDays": 0,
        "seedUrls": ["http://fine.example/", "ftp://no.example/", "not a url", "http://user:secret@no.example/"],
        "maxProfiles": 0,
    }
    wanted = {"campaignId": encode_global_id("Campaign", 77), "name": "", "criteria": criteria}
    created = (await execute(CREATE_JOB, input=wanted))["createDiscoveryJob"]
    assert created["discoveryJob"] is None
    assert sorted(_wrong(created)) == [
        ("campaignId", "NOT_FOUND"),
        ("criteria.keywords.1", "BLANK"),
        ("criteria.maxProfiles", "OUT_OF_RANGE"),
        ("criteria.minFollowers", "OUT_OF_RANGE"),
        ("criteria.platforms", "EMPTY"),
        ("criteria.recentActivityDays", "OUT_OF_RANGE"),
        ("criteria.seedUrls.1", "MALFORMED"),
        ("criteria.seedUrls.2", "MALFORMED"),
        ("criteria.seedUrls.3", "MALFORMED"),
        ("name", "BLANK"),
    ]
    assert await execute(COUNTS) == before


async def test_a_fault_is_masked_and_found_in_the_log_by_its_id(
    answer: Callable[..., Awaitable[ExecutionResult]], caplog: pytest.LogCaptureFixture
) -> None:
    async with reading() as connection:
        await connection.execute("DROP TABLE campaigns CASCADE")
    result = await answer("{ campaigns { nodes { name } } }")
    assert result.errors is not None
    [error] = result.errors
    assert error.extensions is not None
    assert error.extensions["code"] == "INTERNAL"
    assert "campaigns" not in error.message
    assert error.extensions["faultId"] in error.message
    assert [record.__dict__["fault_id"] for record in caplog.records if hasattr(record, "fault_id")] == [
        error.extensions["faultId"]
    ]


async def test_a_subscription_to_an_unknown_job_says_so(schema: Any, context: Any) -> None:
    query = "subscription ($id: ID!) { discoveryJob(id: $id) { sequence } }"
    results = await schema.subscribe(query, {"id": "nothing"}, context_value=context)
    answers = [result async for result in results]
    assert [[error.extensions for error in result.errors] for result in answers] == [[{"code": "NOT_FOUND"}]]


@pytest.mark.parametrize("after", ["x", "", "Nzg2", "MS4y=", "LTEuMg"])
async def test_a_sequence_that_is_none_is_refused(schema: Any, context: Any, after: str) -> None:
    query = "subscription ($after: String) { activity(after: $after) { sequence } }"
    results = await schema.subscribe(query, {"after": after}, context_value=context)
    [result] = [result async for result in results]
    assert result.errors[0].extensions == {"code": "BAD_USER_INPUT", "argument": "after"}
