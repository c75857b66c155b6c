"""Runs after the first: take-overs by another worker, and runs of a job that has ended."""

import asyncio
from datetime import timedelta

import pytest

import models
from models import DiscoveryJobStatus, Platform, SourceRunStatus
from services.discovery import RunLimits, cancel_discovery_job, fail, perform
from services.queue import DiscoveryRun, HandedBack
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import (
    a_queued_job,
    act,
    assert_counts_equal_rows,
    installed,
    job_of,
    names,
    now,
    play,
    queue,
    source_run,
)

pytestmark = pytest.mark.usefixtures("connected")
QUICK = RunLimits(watch_interval=timedelta(milliseconds=20), shortest_wait=timedelta(milliseconds=1))


async def test_a_job_taken_over_is_let_go_by_its_earlier_holder() -> None:
    run = await a_queued_job()
    gate, second_gate = asyncio.Event(), asyncio.Event()
    stale = ScriptedSource([people("Ada", checkpoint="page 2"), gate, people("Stale")])
    fresh = ScriptedSource([second_gate, people("Grace")])
    first = asyncio.create_task(play(run, stale, limits=RunLimits(watch_interval=timedelta(hours=1))))
    await stale.reached[1].wait()

    second = asyncio.create_task(play(run, fresh))
    await fresh.reached[0].wait()
    gate.set()
    await asyncio.wait_for(first, 2)
    second_gate.set()
    await second

    assert fresh.checkpoints == ["page 2"]
    assert await names(run) == ["Ada", "Grace"]
    assert (await job_of(run)).attempt == 2
    await assert_counts_equal_rows(run)


async def test_a_take_over_keeps_the_start_and_what_has_ended() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    ended = ScriptedSource([people("Grace")], platform="GITHUB")
    held = ScriptedSource([people("Ada"), asyncio.Event()], [people("Ada", "Edith")])
    stop = asyncio.Event()
    playing = asyncio.create_task(perform(run, installed(ended, held), now, QUICK, stop))
    await held.reached[1].wait()
    while (await source_run(run, Platform.GITHUB)).status is not SourceRunStatus.DONE:
        await asyncio.sleep(0.01)
    started_at = (await job_of(run)).started_at
    stop.set()
    with pytest.raises(HandedBack):
        await playing
    assert (await job_of(run)).status is DiscoveryJobStatus.RUNNING

    await play(run, ended, held)

    assert len(ended.checkpoints) == 1
    assert (await job_of(run)).started_at == started_at
    assert await names(run) == ["Ada", "Edith", "Grace"]
    await assert_counts_equal_rows(run)


async def test_whom_an_attempt_that_starts_anew_does_not_see_again_is_removed_at_its_end() -> None:
    run = await a_queued_job()
    source = ScriptedSource([people("Ada", "Alias"), asyncio.Event()], [people("Ada")])
    playing = asyncio.create_task(play(run, source))
    await source.reached[1].wait()
    playing.cancel()
    await asyncio.wait({playing})

    await play(run, source)

    assert await names(run) == ["Ada"]
    await assert_counts_equal_rows(run)


async def test_whom_an_earlier_attempt_saw_gives_way_where_the_job_is_full() -> None:
    run = await a_queued_job(max_profiles=2)
    source = ScriptedSource([people("Ada"), asyncio.Event()], [people("B", "C", "D")])
    playing = asyncio.create_task(play(run, source))
    await source.reached[1].wait()
    playing.cancel()
    await asyncio.wait({playing})

    await play(run, source)

    assert await names(run) == ["B", "C"]
    await assert_counts_equal_rows(run)


async def test_a_job_that_ended_runs_again_without_storing_anyone_twice() -> None:
    run = await a_queued_job()
    source = ScriptedSource([people("Ada", "Gone")], [people("Ada", "New")])
    await play(run, source)
    ids = {row.handle: row.id for row in await models.DiscoveredProfile.filter(job_id=run.job_id)}

    again = await queue(run.job_id)
    assert await names(run) == ["Ada", "Gone"]
    await play(again, source)

    assert await names(again) == ["Ada", "New"]
    assert (await models.DiscoveredProfile.get(handle="ada")).id == ids["ada"]
    assert (await source_run(again)).requests_made == 1
    await assert_counts_equal_rows(again)


async def test_what_an_earlier_run_left_in_the_queue_starts_nothing() -> None:
    run = await a_queued_job()
    await cancel_discovery_job(run.job_id, act())
    again = await queue(run.job_id)
    source = ScriptedSource([people("Ada")])

    await play(run, source)

    assert source.checkpoints == []
    assert again.run == run.run + 1
    assert (await job_of(again)).attempt == 0


async def test_a_run_of_a_job_that_is_gone_does_nothing() -> None:
    await play(DiscoveryRun(404, 1), ScriptedSource([people("Ada")]))

    assert await models.DiscoveredProfile.all().count() == 0


async def test_a_run_that_cannot_be_performed_is_failed_with_its_sources() -> None:
    run = await a_queued_job()

    await fail(run, "The worker gave up.", act())

    job = await job_of(run)
    assert (job.status, job.error_message) == (DiscoveryJobStatus.FAILED, "The worker gave up.")
    assert (await source_run(run)).status is SourceRunStatus.FAILED
