"""Boards which stay live, over WebSockets."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from typing import Any, cast

import pytest
from gql.transport.exceptions import TransportQueryError

import models
from models import ActivityKind
from pushdown import encode_global_id
from services.activity import Subject
from services.transaction import reading, transaction
from tests.resolvers.serving import Api
from tests.services.contact_events.story import a_lead, act
from tests.services.stored_profiles import stored_campaign

WATCH = """
subscription ($campaign: ID, $after: String) {
  leads(campaignId: $campaign, after: $after) {
    sequence kind leadId lead { name stage } change { actor detail }
  }
}
"""
MOVE = "mutation ($input: UpdateLeadStageInput!) { updateLeadStage(input: $input) { userErrors { code } } }"
LOG = "mutation ($input: LogContactEventInput!) { logContactEvent(input: $input) { userErrors { code } } }"

Update = dict[str, Any]


def lead(key: int) -> str:
    return encode_global_id("Lead", key)


def campaign_id(campaign: models.Campaign) -> str:
    return encode_global_id("Campaign", campaign.id)


async def move(api: Api, key: int, stage: str) -> None:
    await api.done(MOVE, input={"leadId": lead(key), "stage": stage})


async def write_to(api: Api, key: int, direction: str = "OUTBOUND") -> None:
    event = {"leadId": lead(key), "channel": "EMAIL", "direction": direction, "summary": "Hello."}
    await api.done(LOG, input=event)


@asynccontextmanager
async def watching(api: Api, **variables: Any) -> AsyncIterator[list[Update]]:
    """What a client has been told by now; it hears of everything that happens from here on."""
    told: list[Update] = []
    before = api.context.feed.following

    async def watch() -> None:
        async for data in api.subscribe(WATCH, **variables):
            told.append(data["leads"])  # noqa: PERF401 - each is wanted as it comes

    task = asyncio.create_task(watch())
    async with asyncio.timeout(10):
        while api.context.feed.following == before and not task.done():
            await asyncio.sleep(0.01)
    try:
        yield told
    finally:
        await leave(task)


async def leave(task: asyncio.Task[None]) -> None:
    """Cancel it until it ends: the client swallows a cancellation that meets it while it connects or disconnects."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=1)


async def until(told: list[Update], count: int) -> list[Update]:
    """Wait until so many updates have come."""
    async with asyncio.timeout(20):
        while len(told) < count:
            await asyncio.sleep(0.01)
    return told


async def test_a_board_is_told_of_every_change_from_now_on_and_of_nothing_first(api: Api) -> None:
    key = await a_lead()
    await move(api, key, "CONTACTED")
    async with watching(api) as told:
        await move(api, key, "QUALIFIED")
        await write_to(api, key)
        await until(told, 2)

    row = {"leadId": lead(key), "lead": {"name": "Ada", "stage": "QUALIFIED"}}
    assert [update | {"sequence": "", "change": None} for update in told] == [
        row | {"sequence": "", "kind": kind, "change": None} for kind in ("LEAD_STAGE_CHANGED", "CONTACT_EVENT_LOGGED")
    ]
    assert told[0]["change"] == {"actor": "tester", "detail": {"from": "CONTACTED", "to": "QUALIFIED"}}
    assert len({update["sequence"] for update in told}) == 2


async def test_a_message_which_moves_a_lead_is_told_as_both(api: Api) -> None:
    key = await a_lead()
    async with watching(api) as told:
        await write_to(api, key)
        await until(told, 2)
    assert [update["kind"] for update in told] == ["CONTACT_EVENT_LOGGED", "LEAD_STAGE_CHANGED"]


async def test_a_lead_that_is_gone_is_named_although_it_cannot_be_shown(api: Api) -> None:
    key = await a_lead()
    async with watching(api) as told:
        async with transaction(act()) as tx:
            await models.Lead.filter(id=key).delete()
            tx.log(ActivityKind.LEAD_DELETED, Subject.LEAD, key)
        [update] = await until(told, 1)
    assert (update["kind"], update["leadId"], update["lead"]) == ("LEAD_DELETED", lead(key), None)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (ActivityKind.LEAD_IMPORT_PROGRESSED, Subject.LEAD_IMPORT),
        (ActivityKind.PROFILES_CONVERTED, Subject.DISCOVERY_JOB),
    ],
)
async def test_what_changes_many_leads_is_told_once_and_names_none(
    api: Api, kind: ActivityKind, subject: Subject
) -> None:
    campaign = await stored_campaign()
    async with watching(api, campaign=campaign_id(campaign)) as told:
        async with transaction(act()) as tx:
            tx.log(ActivityKind.LEAD_IMPORT_CREATED, Subject.LEAD_IMPORT, 1, campaign_id=campaign.id)
            tx.log(ActivityKind.CAMPAIGN_UPDATED, Subject.CAMPAIGN, campaign.id, campaign_id=campaign.id)
            tx.log(ActivityKind.APPOINTMENT_CREATED, Subject.APPOINTMENT, 1, campaign_id=campaign.id)
            tx.log(kind, subject, 1, campaign_id=campaign.id)
        [update] = await until(told, 1)
    assert (update["kind"], update["leadId"], update["lead"]) == (kind, None, None)


async def test_what_a_newer_program_does_to_a_lead_is_told_as_a_change(api: Api) -> None:
    key = await a_lead()
    async with watching(api) as told:
        async with reading() as connection:
            await connection.execute(
                "INSERT INTO activity (kind, subject_type, subject_id, actor, detail, occurred_at)"
                " VALUES ('LEAD_SHARED', 'Lead', $1, 'newer', '{}', now())",
                key,
            )
        await move(api, key, "WON")
        await until(told, 1)
    assert [update["kind"] for update in told][:1] == ["LEAD_UPDATED"]


async def test_a_client_that_comes_back_is_told_what_it_missed(api: Api) -> None:
    key = await a_lead()
    async with watching(api) as told:
        await move(api, key, "CONTACTED")
        [left_off] = await until(told, 1)
    await move(api, key, "REPLIED")
    await move(api, key, "QUALIFIED")
    async with watching(api, after=left_off["sequence"]) as told:
        await move(api, key, "WON")
        await until(told, 3)
    assert [update["change"]["detail"]["to"] for update in told] == ["REPLIED", "QUALIFIED", "WON"]


@pytest.mark.slow
async def test_while_25_clients_write_at_once_every_board_is_told_everything_once_in_one_order(api: Api) -> None:
    campaigns = [await stored_campaign() for _ in range(2)]
    keys = [await a_lead(campaign=campaigns[number % 2]) for number in range(8)]
    seen_in_parts: list[Update] = []

    async def come_and_go(after: str) -> None:
        """A client which leaves after three updates, and comes back to where it left off."""
        while True:
            updates = cast(AsyncGenerator[Update], api.subscribe(WATCH, after=after))
            async with aclosing(updates):
                seen_in_parts.extend([(await anext(updates))["leads"] for _ in range(3)])
            after = seen_in_parts[-1]["sequence"]

    async def write(number: int) -> None:
        for turn in range(4):
            key = keys[(number + turn) % len(keys)]
            if (number + turn) % 3:
                await write_to(api, key, ("INBOUND", "OUTBOUND")[turn % 2])
            else:
                await move(api, key, ("NEW", "QUALIFIED")[turn % 2])

    async with AsyncExitStack() as stack:
        boards = [
            await stack.enter_async_context(watching(api, **variables))
            for variables in ({}, {}, *({"campaign": campaign_id(campaign)} for campaign in campaigns))
        ]
        await move(api, keys[0], "CONTACTED")
        [first] = await until(boards[0], 1)
        leaving = asyncio.create_task(come_and_go(first["sequence"]))
        await asyncio.gather(*(write(number) for number in range(25)))
        async with reading() as connection:
            rows = await connection.fetch(
                "SELECT kind, subject_id, campaign_id FROM activity WHERE subject_type = 'Lead'"
                " ORDER BY transaction_id, id"
            )
        everything = [(row["kind"], lead(row["subject_id"])) for row in rows]
        of_campaigns = [
            [(row["kind"], lead(row["subject_id"])) for row in rows if row["campaign_id"] == campaign.id]
            for campaign in campaigns
        ]
        for told, happened in zip(boards, (everything, everything, *of_campaigns), strict=True):
            await until(told, len(happened))
            assert [(update["kind"], update["leadId"]) for update in told] == happened
        await until(seen_in_parts, (len(everything) - 1) // 3 * 3)
        await leave(leaving)
    assert len(everything) > 100
    in_parts = [(update["kind"], update["leadId"]) for update in seen_in_parts]
    assert in_parts == everything[1 : 1 + len(in_parts)]


@pytest.mark.parametrize("unknown", [encode_global_id("Campaign", 99), encode_global_id("Lead", 1), "nothing", ""])
async def test_a_campaign_that_is_not_there_cannot_be_watched(api: Api, unknown: str) -> None:
    with pytest.raises(TransportQueryError) as refusal:
        await anext(api.subscribe(WATCH, campaign=unknown))
    assert [error["extensions"]["code"] for error in refusal.value.errors or ()] == ["NOT_FOUND"]


async def test_a_sequence_that_is_none_is_refused(api: Api) -> None:
    with pytest.raises(TransportQueryError) as refusal:
        await anext(api.subscribe(WATCH, after="nothing"))
    assert [error["extensions"]["code"] for error in refusal.value.errors or ()] == ["BAD_USER_INPUT"]
