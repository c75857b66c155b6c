"""What moving leads costs, and how it stands to what others do meanwhile."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import asyncpg

import models
from cam_graphql.database import connection_arguments, database
from models import LeadStage
from services.leads.results import BulkOutcome
from services.leads.stages import Expected, StageMove, bulk_update_lead_stage, update_lead_stage
from services.transaction import reading
from tests.services.contact_events.story import HOUR, NOON, a_lead, act, history
from tests.services.refusals import problems_of
from tests.services.stored_profiles import stored_campaign

NEW, CONTACTED, WON = LeadStage.NEW, LeadStage.CONTACTED, LeadStage.WON


async def _statements(database_url: str, leads: int) -> int:
    """How many statements moving so many leads takes, `BEGIN` and `COMMIT` included."""
    said: list[Any] = []
    async with database(database_url, max_connections=1):
        campaign = await stored_campaign()
        keys = [await a_lead(campaign=campaign) for _ in range(leads)]
        async with reading() as connection:
            connection.add_query_logger(said.append)
        results = await bulk_update_lead_stage(keys, StageMove(CONTACTED), act(1))
    assert [result.outcome for result in results] == [BulkOutcome.DONE] * leads
    return len(said)


async def test_moving_many_leads_takes_as_many_statements_as_moving_one(database_url: str) -> None:
    assert await _statements(database_url, 1) == await _statements(database_url, 60) <= 4


async def test_a_move_with_an_earlier_clock_does_not_set_the_lead_back_in_time(connected: str) -> None:
    lead_id = await a_lead()

    await update_lead_stage(lead_id, StageMove(CONTACTED), act(-1))

    lead = await models.Lead.get(id=lead_id)
    assert (lead.stage_entered_at, lead.updated_at) == (NOON, NOON)
    assert await history(lead_id) == [(None, NEW), (NEW, CONTACTED)]


async def test_history_says_how_long_the_lead_was_where_it_comes_from(connected: str) -> None:
    lead_id = await a_lead()
    await update_lead_stage(lead_id, StageMove(CONTACTED), act(2))
    await update_lead_stage(lead_id, StageMove(WON), act(5, actor="someone else"))

    last = await models.StageChange.filter(lead_id=lead_id).order_by("-id").first()

    assert last is not None
    assert (last.entered_from_at, last.at, last.actor) == (NOON + 2 * HOUR, NOON + 5 * HOUR, "someone else")
    lead = await models.Lead.get(id=lead_id)
    assert (last.campaign_id, lead.version) == (lead.campaign_id, 3)  # type: ignore[attr-defined]


async def _while_somebody_sets(url: str, stage: LeadStage, lead_id: int, *moves: Awaitable[Any]) -> list[Any]:
    """What becomes of moves which wait for somebody who brings the lead to a stage, as its seventh version."""
    other = await asyncpg.connect(**connection_arguments(url))
    try:
        changing = other.transaction()
        await changing.start()
        await other.execute(
            "UPDATE leads SET stage = $2, stage_entered_at = $3, version = 7 WHERE id = $1", lead_id, stage, NOON + HOUR
        )
        waiting = [asyncio.ensure_future(move) for move in moves]
        while await other.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted") < len(waiting):
            await asyncio.sleep(0.01)
        await changing.commit()
        return await asyncio.gather(*waiting)
    finally:
        await other.close()


async def test_a_move_that_waited_is_judged_by_what_is_there_then(connected: str) -> None:
    lead_id = await a_lead()

    refused = await _while_somebody_sets(
        connected,
        WON,
        lead_id,
        problems_of(update_lead_stage(lead_id, StageMove(CONTACTED), act(2))),
        problems_of(update_lead_stage(lead_id, StageMove(CONTACTED, reopen=True), act(2), Expected(version=1))),
        problems_of(update_lead_stage(lead_id, StageMove(CONTACTED, reopen=True), act(2), Expected(NEW))),
    )

    assert refused == [
        {("reopen", "REOPEN_REQUIRED")},
        {("expected_version", "CONFLICT")},
        {("expected_stage", "CONFLICT")},
    ]


async def test_a_move_that_waited_begins_where_the_lead_is_then(connected: str) -> None:
    lead_id = await a_lead()

    await _while_somebody_sets(
        connected, LeadStage.REPLIED, lead_id, update_lead_stage(lead_id, StageMove(CONTACTED), act(2))
    )

    last = await models.StageChange.filter(lead_id=lead_id).order_by("-id").first()
    assert last is not None
    assert (last.from_stage, last.to_stage, last.entered_from_at) == (LeadStage.REPLIED, CONTACTED, NOON + HOUR)
    lead = await models.Lead.get(id=lead_id)
    assert (lead.stage, lead.version, lead.stage_entered_at) == (CONTACTED, 8, NOON + 2 * HOUR)
