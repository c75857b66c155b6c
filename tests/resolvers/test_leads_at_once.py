"""What 25 clients at once make of leads."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import asyncpg
import pytest

import models
from cam_graphql.database import connection_arguments
from tests.resolvers.leads_over_http import CREATE, UPDATE, campaign, lead
from tests.resolvers.serving import Api
from tests.resolvers.test_leads_in_bulk import DELETE, TAG

CLIENTS = 25
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


AtOnce = Callable[..., Awaitable[list[dict[str, Any]]]]


@pytest.fixture
async def at_once(api: Api, database_url: str) -> AsyncIterator[AtOnce]:
    """Sends mutations, each with its input; when all wait for leads, lets them go. Gives their payloads."""
    starter = await asyncpg.connect(**connection_arguments(database_url))

    async def send(*mutations: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
        async with starter.transaction():
            await starter.execute("LOCK TABLE leads IN EXCLUSIVE MODE")
            waiting = [asyncio.ensure_future(api.execute(mutation, input=wanted)) for mutation, wanted in mutations]
            while await starter.fetchval(WAITING) < len(waiting) and not any(task.done() for task in waiting):
                await asyncio.sleep(0.01)
        return [next(iter(answer.values())) for answer in await asyncio.gather(*waiting)]

    yield send
    await starter.close()


def _codes(payload: dict[str, Any]) -> list[str]:
    return [error["code"] for error in payload["userErrors"]]


async def test_of_25_changes_of_one_version_one_wins_and_the_others_are_shown_its_state(
    api: Api, at_once: AtOnce
) -> None:
    ana = await lead(api, await campaign(api))

    changes = [{"id": ana, "expectedVersion": 1, "role": f"Role {number}"} for number in range(CLIENTS)]
    payloads = await at_once(*((UPDATE, change) for change in changes))

    won = [payload for payload in payloads if not payload["userErrors"]]
    assert len(won) == 1
    assert [_codes(payload) for payload in payloads if payload not in won] == [["CONFLICT"]] * (CLIENTS - 1)
    assert all(payload["lead"] == won[0]["lead"] for payload in payloads)
    assert won[0]["lead"]["version"] == 2
    assert await models.Activity.filter(kind=models.ActivityKind.LEAD_UPDATED).count() == 1


async def test_25_changes_of_different_fields_are_all_kept(api: Api, at_once: AtOnce) -> None:
    ana = await lead(api, await campaign(api))

    fields = ("role", "company", "location", "notes", "owner")
    changes = [{"id": ana, fields[number % 5]: f"Value {number}"} for number in range(CLIENTS)]
    payloads = await at_once(*((UPDATE, change) for change in changes))

    assert [payload["userErrors"] for payload in payloads] == [[]] * CLIENTS
    stored = await models.Lead.get(name="Ana")
    assert stored.version == CLIENTS + 1
    assert all(getattr(stored, field) for field in fields)
    assert await models.Activity.filter(kind=models.ActivityKind.LEAD_UPDATED).count() == CLIENTS


async def test_of_25_leads_created_with_one_address_one_is(api: Api, at_once: AtOnce) -> None:
    builders = await campaign(api)

    spellings = ["ana@harbour.example", "ANA@harbour.example", "Ana@Harbour.Example"]
    wanted = [
        {"campaignId": builders, "name": f"Ana {number}", "email": spellings[number % 3]} for number in range(CLIENTS)
    ]
    payloads = await at_once(*((CREATE, one) for one in wanted))

    assert sorted(map(_codes, payloads)) == [[]] + [["TAKEN"]] * (CLIENTS - 1)
    assert len({payload["lead"]["id"] for payload in payloads}) == 1
    assert await models.Lead.all().count() == await models.LeadIdentity.all().count() == 1
    assert await models.StageChange.all().count() == 1
    assert await models.Activity.filter(kind=models.ActivityKind.LEAD_CREATED).count() == 1


async def test_of_25_leads_changed_to_one_address_one_is(api: Api, at_once: AtOnce) -> None:
    builders = await campaign(api)
    ids = [await lead(api, builders, f"Lead {number}") for number in range(CLIENTS)]

    payloads = await at_once(*((UPDATE, {"id": one, "email": "ana@harbour.example"}) for one in ids))

    assert sorted(map(_codes, payloads)) == [[]] + [["TAKEN"]] * (CLIENTS - 1)
    assert await models.Lead.filter(email="ana@harbour.example").count() == 1


async def test_leads_that_exchange_their_addresses_at_once_never_share_one_and_nobody_fails(
    api: Api, at_once: AtOnce
) -> None:
    builders = await campaign(api)
    ids = [await lead(api, builders, name, email=f"{name}@harbour.example") for name in "ab"]

    addresses = ["a@harbour.example", "b@harbour.example", "c@harbour.example", None, "b@harbour.example"]
    changes = [{"id": ids[number % 2], "email": addresses[number % 5]} for number in range(CLIENTS)]
    payloads = await at_once(*((UPDATE, change) for change in changes))

    assert {code for payload in payloads for code in _codes(payload)} <= {"TAKEN"}
    await _each_address_is_its_lead_s_key()


async def test_leads_changed_tagged_and_deleted_at_once_in_any_order_end_consistent(api: Api, at_once: AtOnce) -> None:
    builders = await campaign(api)
    ids = [await lead(api, builders, f"{number}", email=f"{number}@harbour.example") for number in range(10)]

    def change(number: int) -> tuple[str, dict[str, Any]]:
        some = ids[number % 10 :] + ids[: number % 10]
        if number % 5 == 4:
            return DELETE, {"leadIds": [some[0], some[5]]}
        if number % 2:
            return TAG, {"leadIds": some[:: 1 if number % 4 == 1 else -1], "add": [f"{number}"]}
        return UPDATE, {"id": some[0], "email": f"{number + 1}@new.example"}

    payloads = await at_once(*map(change, range(CLIENTS)))

    assert {code for payload in payloads for code in _codes(payload)} <= {"NOT_FOUND"}
    await _each_address_is_its_lead_s_key()
    deleted = await models.Activity.filter(kind=models.ActivityKind.LEAD_DELETED).count()
    assert await models.Lead.all().count() == 10 - deleted


async def _each_address_is_its_lead_s_key() -> None:
    keys = await models.LeadIdentity.all().values_list("lead_id", "value")
    assert sorted(keys) == sorted(await models.Lead.filter(email__isnull=False).values_list("id", "email"))
