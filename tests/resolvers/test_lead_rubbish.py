"""Whatever texts and numbers stand in the inputs of leads' mutations: they are stored or refused, and never a fault."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from cam_graphql.database import connection_arguments, database
from pushdown import encode_global_id
from resolvers.context import Context
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from tests.examples import examples
from tests.resolvers.leads_over_http import CREATE, UPDATE, campaign, lead
from tests.resolvers.plainly.rubbish import LONG_TEXTS, URLS
from tests.resolvers.serving import Api, serving
from tests.resolvers.test_leads_in_bulk import ASSIGN, DELETE, TAG
from tests.viewers import TESTER

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
async def running(module_database_url: str) -> AsyncIterator[tuple[Api, str, list[str]]]:
    """A client, a campaign and some of its leads."""
    async with database(module_database_url, max_connections=5):
        feed = ActivityFeed(connection_arguments(module_database_url))
        await feed.start()
        async with serving(Context(TESTER, lambda: NOON, {}, feed, CriteriaLimits(), max_conversions=1000)) as api:
            builders = await campaign(api)
            yield api, builders, [await lead(api, builders, f"Lead {number}") for number in range(3)]
        await feed.stop()


# A body with half a surrogate pair is no JSON, and is refused before anything is asked.
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(categories=["Cc", "Cn", "Mn", "Lu"])),
    st.sampled_from((*LONG_TEXTS, *URLS, "\0", "x" * 301)),
    st.sampled_from(("ana@harbour.example", "+351210000000", "Europe/Lisbon", "https://harbour.example/")),
)
_NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))
_TEXT_FIELDS = ("name", "email", "phone", "company", "role", "location", "timeZone", "website", "notes", "owner")
_VALUES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(_TEXT_FIELDS, _TEXTS),
        "score": _NUMBERS | st.floats(0, 1),
        "tags": st.lists(_TEXTS, max_size=4),
        "doNotContact": st.booleans(),
    },
)
_VERSIONS = st.none() | st.integers(-(2**31), 2**31 - 1) | st.integers(1, 5)


async def _answered(api: Api, mutation: str, wanted: dict[str, Any]) -> dict[str, Any]:
    """The payload, in which either everything was done or something is wrong."""
    payload: dict[str, Any] = next(iter((await api.execute(mutation, input=wanted)).values()))
    for error in payload["userErrors"]:
        assert error["field"][0] in wanted, error
        assert error["message"]
    return payload


@examples(usually=60)
@given(values=_VALUES, stage=st.sampled_from(models.LeadStage), reason=st.none() | _TEXTS)
async def test_any_new_lead_is_stored_or_refused(
    running: tuple[Api, str, list[str]], values: dict[str, Any], stage: models.LeadStage, reason: str | None
) -> None:
    api, builders, _ = running
    wanted = {"name": "Ana", **values, "campaignId": builders, "stage": stage.value, "stageReason": reason}
    payload = await _answered(api, CREATE, wanted)
    assert payload["lead"] or payload["userErrors"]
    taken = any(error["code"] == "TAKEN" for error in payload["userErrors"])
    assert bool(payload["lead"]) is (not payload["userErrors"] or taken)


@examples(usually=60)
@given(values=_VALUES, number=st.integers(0, 2), version=_VERSIONS)
async def test_any_change_is_made_or_refused(
    running: tuple[Api, str, list[str]], values: dict[str, Any], number: int, version: int | None
) -> None:
    api, _, leads = running
    payload = await _answered(api, UPDATE, {**values, "id": leads[number], "expectedVersion": version})
    assert payload["lead"] or payload["userErrors"]


@examples(usually=40)
@given(ids=st.lists(st.integers(0, 2) | _TEXTS, max_size=5), add=st.lists(_TEXTS, max_size=3), remove=st.lists(_TEXTS))
async def test_any_leads_and_labels_have_their_results(
    running: tuple[Api, str, list[str]], ids: list[int | str], add: list[str], remove: list[str]
) -> None:
    api, _, leads = running
    named = [leads[one] if isinstance(one, int) else one for one in ids]
    payload = await _answered(api, TAG, {"leadIds": named, "add": add, "remove": remove})
    assert len(payload["results"]) == (0 if payload["userErrors"] else len(named))


@examples(usually=20)
@given(ids=st.lists(_TEXTS, min_size=1, max_size=5), owner=_TEXTS, number=st.integers(0, 2))
async def test_any_ids_can_be_asked_to_be_deleted_and_anybody_put_in_charge(
    running: tuple[Api, str, list[str]], ids: list[str], owner: str, number: int
) -> None:
    api, _, leads = running
    deleted = await _answered(api, DELETE, {"leadIds": [*ids, encode_global_id("Lead", 0)]})
    assert {result["code"] for result in deleted["results"]} == {"NOT_FOUND"}
    await _answered(api, ASSIGN, {"leadId": leads[number], "owner": owner})
