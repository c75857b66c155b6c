"""Arguments of the wrong kind, and arguments as they come."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import mutations, nodes, queries

from pushdown import encode_global_id
from resolvers.context import Context
from resolvers.definition_language import sorted_sdl
from resolvers.faults import Schema
from resolvers.schema import build_schema
from tests.resolvers.conftest import Execute
from tests.resolvers.rows import a_full_campaign

AS_THEY_COME = settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
LIKELY = ("http://a.example/", "2026-01-01T00:00:00Z", "2199-12-31T23:59", "09:00", "24:00", "Europe/Lisbon")
TEXTS = st.builds(nodes.String, st.text() | st.sampled_from(LIKELY))
SCALARS = dict.fromkeys(("DateTime", "LocalDateTime", "LocalTime", "URL", "EmailAddress", "TimeZone", "JSON"), TEXTS)
SDL = sorted_sdl(build_schema())


@pytest.mark.slow
@AS_THEY_COME
@given(query=queries(SDL, custom_scalars=SCALARS))
async def test_no_query_is_a_fault(schema: Schema, context: Context, query: str) -> None:
    await _refuse_or_answer(schema, context, query)


@pytest.mark.slow
@AS_THEY_COME
@given(query=mutations(SDL, custom_scalars=SCALARS))
async def test_no_mutation_is_a_fault(schema: Schema, context: Context, query: str) -> None:
    await _refuse_or_answer(schema, context, query)


async def _refuse_or_answer(schema: Schema, context: Context, query: str) -> None:
    result = await schema.execute(query, context_value=context)
    assert [error for error in result.errors or () if (error.extensions or {}).get("code") == "INTERNAL"] == []


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-01",
        "2026-03-01T09:00:00",
        "09:00",
        "yesterday",
        "",
        "2026-02-30T00:00:00Z",
        1_772_355_600,
        True,
        None,
        [],
    ],
)
async def test_a_time_without_date_or_offset_is_refused(schema: Schema, context: Context, value: object) -> None:
    query = "query ($at: DateTime!) { campaigns(filter: { createdAt: { gte: $at } }) { totalCount } }"
    result = await schema.execute(query, variable_values={"at": value}, context_value=context)
    assert result.data is None
    assert result.errors is not None
    assert "faultId" not in (result.errors[0].extensions or {})


@pytest.mark.parametrize(
    "value", ["2026-02-01T09:30:00.25Z", "2026-02-01T11:30:00.250+02:00", "2026-02-01 09:30:00.25Z"]
)
async def test_one_moment_may_be_written_in_many_ways(context: Context, execute: Execute, value: str) -> None:
    await a_full_campaign()
    query = """query ($at: DateTime!) {
        since: campaigns(filter: { createdAt: { gte: $at } }) { totalCount }
        before: campaigns(filter: { createdAt: { lt: $at } }) { totalCount }
    }"""
    assert await execute(query, at=value) == {"since": {"totalCount": 1}, "before": {"totalCount": 0}}


@pytest.mark.parametrize("value", ["NO_SUCH_STATUS", "active", "", 1, True])
async def test_a_value_which_an_enum_lacks_is_refused(schema: Schema, context: Context, value: object) -> None:
    query = "query ($s: CampaignStatus!) { campaigns(filter: { status: { eq: $s } }) { totalCount } }"
    result = await schema.execute(query, variable_values={"s": value}, context_value=context)
    assert result.data is None
    assert result.errors is not None
    assert "faultId" not in (result.errors[0].extensions or {})


async def test_results_of_a_conversion_name_the_ids_as_given(context: Context, execute: Execute) -> None:
    await a_full_campaign()
    query = """mutation ($input: ConvertProfilesInput!) {
        convertProfiles(input: $input) {
            results { profileId outcome duplicateKey lead { name } } userErrors { field code }
        }
    }"""
    given_ids = [
        encode_global_id("DiscoveredProfile", 2),
        encode_global_id("DiscoveredProfile", 2),
        encode_global_id("DiscoveredProfile", 999),
        encode_global_id("Lead", 2),
        "it's no id",
        "a\0b",
    ]
    wanted = {"jobId": encode_global_id("DiscoveryJob", 1), "profileIds": given_ids}
    payload = (await execute(query, input=wanted))["convertProfiles"]

    assert payload["userErrors"] == []
    assert [result["profileId"] for result in payload["results"]] == [*given_ids[:-1], "a\ufffdb"]
    assert [result["outcome"] for result in payload["results"]] == ["CREATED", "DUPLICATE", *["NOT_FOUND"] * 4]
    assert [result["lead"] and result["lead"]["name"] for result in payload["results"]] == ["Bo", "Bo", *[None] * 4]


@pytest.mark.parametrize("count", [0, 1001])
async def test_a_conversion_of_none_or_too_many_is_refused(execute: Execute, count: int) -> None:
    query = """mutation ($input: ConvertProfilesInput!) {
        convertProfiles(input: $input) { results { profileId } userErrors { field code } }
    }"""
    payload = (await execute(query, input={"jobId": "?", "profileIds": ["?"] * count}))["convertProfiles"]
    assert payload == {
        "results": [],
        "userErrors": [{"field": ["profileIds"], "code": "TOO_MANY" if count else "EMPTY"}],
    }
