"""`/metrics` of a server process, read as Prometheus would."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from gql.transport.exceptions import TransportQueryError
from prometheus_client.parser import text_string_to_metric_families

from tests.end_to_end.client import AUTHORIZATION, ApiClient, client
from tests.end_to_end.processes import server

_NAMES = 3

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def api(module_database_url: str) -> AsyncIterator[ApiClient]:
    """A client of a server that tells few names of operations apart."""
    async with server(module_database_url, CAM_METRICS_OPERATIONS=str(_NAMES)) as (_, url), client(url) as api:
        yield api


async def samples(api: ApiClient) -> Samples:
    """All figures, by name and labels."""
    response = await api.http.get(f"{api.url}/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")
    families = text_string_to_metric_families(response.text)
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def operations(figures: Samples, **labels: str) -> float:
    """How many operations of these labels there were."""
    return figures.get(("cam_operations_total", frozenset(labels.items())), 0)


@pytest.mark.asyncio(loop_scope="module")
async def test_operations_are_counted_by_name_and_outcome_whatever_way_they_took(api: ApiClient) -> None:
    for _ in range(3):
        await api.execute("query Names { campaigns { nodes { name } } }")
    await api.execute("query Names { __typename campaigns { nodes { name } } }")
    await api.http.post(f"{api.url}/graphql", json={"query": "{ nothing }"})
    async with httpx.AsyncClient() as nobody:
        await nobody.post(f"{api.url}/graphql", json={"query": "query Names { campaigns { totalCount } }"})
    figures = await samples(api)
    assert operations(figures, kind="query", operation="Names", outcome="OK") == 4
    assert operations(figures, kind="unknown", operation="", outcome="INVALID") == 1
    assert operations(figures, kind="query", operation="Names", outcome="UNAUTHENTICATED") == 1
    assert figures["cam_operation_seconds_count", frozenset({("kind", "query"), ("operation", "Names")})] == 5
    assert figures["cam_http_answers_total", frozenset({("status", "200")})] >= 6


@pytest.mark.asyncio(loop_scope="module")
async def test_names_beyond_the_bound_are_counted_together(api: ApiClient) -> None:
    for number in range(2 * _NAMES):
        await api.execute(f"query Name{number} {{ campaigns {{ totalCount }} }}")
    figures = await samples(api)
    names = {dict(labels)["operation"] for name, labels in figures if name == "cam_operations_total"}
    assert "(other)" in names
    assert len(names - {"(other)", ""}) == _NAMES


@pytest.mark.asyncio(loop_scope="module")
async def test_work_in_the_database_and_what_is_open_are_told(api: ApiClient) -> None:
    await api.execute('mutation { createCampaign(input: {name: "Harbour"}) { userErrors { code } } }')
    watching = asyncio.ensure_future(anext(api.subscribe("subscription { activity { id } }")))
    async with asyncio.timeout(20):
        while not (figures := await samples(api))["cam_feed_subscribers", frozenset()]:
            await asyncio.sleep(0.02)
    watching.cancel()
    assert figures["cam_database_up", frozenset()] == 1
    assert figures["cam_workers", frozenset()] == 1
    assert figures["cam_sockets", frozenset()] == 1
    assert figures["cam_feed_subscribers", frozenset()] == 1
    assert figures["cam_operations_running", frozenset()] == 0
    assert figures["cam_safety_budget", frozenset({("channel", "EMAIL"), ("part", "remaining")})] > 0
    assert figures["cam_database_connections", frozenset({("pool", "writes"), ("state", "idle")})] >= 1
    assert figures["process_resident_memory_bytes", frozenset()] > 10_000_000


@pytest.mark.asyncio(loop_scope="module")
async def test_metrics_need_credentials(api: ApiClient) -> None:
    async with httpx.AsyncClient() as nobody:
        refused = await nobody.get(f"{api.url}/metrics")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Bearer")
        assert "cam_" not in refused.text
        allowed = await nobody.get(f"{api.url}/metrics", headers=AUTHORIZATION)
        assert allowed.status_code == 200


@pytest.mark.asyncio(loop_scope="module")
async def test_subscriptions_are_counted_once_they_are_over(api: ApiClient) -> None:
    with pytest.raises(TransportQueryError):
        await anext(api.subscribe('subscription Ended { activity(after: "?") { id } }'))
    figures = await samples(api)
    refused = {("kind", "subscription"), ("outcome", "BAD_USER_INPUT")}
    assert sum(value for (name, labels), value in figures.items() if refused <= labels) == 1
