"""Watching one job."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from cam_graphql.database import connection_arguments
from services.activity_feed import ActivityFeed
from services.discovery import cancel_discovery_job
from services.discovery.watching import JobUpdate, watch_job
from services.errors import NotFound
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import a_campaign, a_queued_job, act, play, queue

_CANCELLED_AND_RUN_AGAIN = ["cancelled", "queued", "started", "begins", "batch", "ends", "completed"]


@pytest.fixture
async def feed(connected: str) -> AsyncIterator[ActivityFeed]:
    opened = ActivityFeed(connection_arguments(connected))
    await opened.start()
    yield opened
    await opened.stop()


async def all_of(updates: AsyncIterator[JobUpdate]) -> list[JobUpdate]:
    """Every update, until there are no more."""
    async with asyncio.timeout(10):
        return [update async for update in updates]


async def test_a_watcher_gets_the_present_state_then_every_change_until_the_end(feed: ActivityFeed) -> None:
    run = await a_queued_job()
    watching = asyncio.create_task(all_of(watch_job(feed, run.job_id, None)))
    await asyncio.sleep(0)

    await play(run, ScriptedSource([people("Ada"), people("Grace")]))
    updates = await watching

    assert updates[0].change is None
    assert None not in [update.change for update in updates[1:]]
    assert [update.position for update in updates] == sorted({update.position for update in updates})
    assert len(updates) >= 1 + len(["started", "source begins", "two batches", "", "source ends", "completed"])


async def test_a_watcher_that_returns_misses_nothing_and_gets_nothing_twice(feed: ActivityFeed) -> None:
    run = await a_queued_job()
    gate = asyncio.Event()
    source = ScriptedSource([people("Ada"), gate, people("Grace")])
    playing = asyncio.create_task(play(run, source))
    await source.reached[1].wait()
    watching = watch_job(feed, run.job_id, None)
    left_off = (await anext(watching)).position
    gate.set()
    await playing
    everything = [update.change for update in await all_of(watching)]

    returned = await all_of(watch_job(feed, run.job_id, left_off))
    half_way = await all_of(watch_job(feed, run.job_id, returned[2].position))

    assert [update.change for update in returned] == [None, *everything]
    assert [update.change for update in half_way] == [None, *everything[2:]]


async def test_a_job_that_has_ended_is_shown_once(feed: ActivityFeed) -> None:
    run = await a_queued_job()
    await cancel_discovery_job(run.job_id, act())

    [update] = await all_of(watch_job(feed, run.job_id, None))
    assert update.change is None

    assert [later.change for later in await all_of(watch_job(feed, run.job_id, update.position))] == [None]


async def test_a_watcher_of_a_job_that_runs_again_stays_to_its_present_end(feed: ActivityFeed) -> None:
    run = await a_queued_job()
    watching = watch_job(feed, run.job_id, None)
    await anext(watching)
    await cancel_discovery_job(run.job_id, act())
    again = await queue(run.job_id)

    rest = asyncio.create_task(all_of(watching))
    await play(again, ScriptedSource([people("Ada")]))

    assert len(await rest) == len(_CANCELLED_AND_RUN_AGAIN)


async def test_a_watcher_that_comes_late_is_told_of_every_ending(feed: ActivityFeed) -> None:
    run = await a_queued_job()
    watching = watch_job(feed, run.job_id, None)
    await anext(watching)
    await cancel_discovery_job(run.job_id, act())
    await play(await queue(run.job_id), ScriptedSource([people("Ada")]))

    assert len(await all_of(watching)) == len(_CANCELLED_AND_RUN_AGAIN)


async def test_watching_an_unknown_job_is_refused(feed: ActivityFeed) -> None:
    await a_campaign()

    with pytest.raises(NotFound):
        await anext(watch_job(feed, 404, None))
