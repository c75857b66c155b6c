"""What a worker does with a job."""

import asyncio
from datetime import timedelta

import pytest

from models import DiscoveryJobStatus, Platform, SourceRunStatus
from services.discovery import RunLimits, cancel_discovery_job
from services.discovery.source_runs import ENDED
from sources.protocol import Batch, RateLimited, SourceFailed
from tests.services.discovery.scripted_source import ScriptedSource, people, person
from tests.services.discovery.story import (
    a_queued_job,
    act,
    assert_counts_equal_rows,
    job_of,
    names,
    now,
    play,
    source_run,
)

pytestmark = pytest.mark.usefixtures("connected")
QUICK = RunLimits(watch_interval=timedelta(milliseconds=20), shortest_wait=timedelta(milliseconds=1))


async def test_a_job_stores_what_its_source_finds_and_is_done() -> None:
    run = await a_queued_job()

    await play(run, ScriptedSource([people("Ada", "Grace"), people("Edith", requests=3)]))

    job, source = await job_of(run), await source_run(run)
    assert await names(run) == ["Ada", "Edith", "Grace"]
    assert (job.status, job.profile_count) == (DiscoveryJobStatus.DONE, 3)
    assert not job.error_message
    assert job.queued_at is None
    assert (source.status, source.profiles_found, source.requests_made) == (SourceRunStatus.DONE, 3, 4)
    assert None not in (source.started_at, source.completed_at, job.started_at, job.completed_at)


async def test_one_source_failing_leaves_the_others_alone() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    broken = ScriptedSource([people("Lost"), SourceFailed("the token was refused")], platform="GITHUB")

    await play(run, broken, ScriptedSource([people("Ada")]))

    assert (await job_of(run)).status is DiscoveryJobStatus.DONE
    failed = await source_run(run, Platform.GITHUB)
    assert (failed.status, failed.error) == (SourceRunStatus.FAILED, "the token was refused")
    assert await names(run) == ["Ada", "Lost"]
    await assert_counts_equal_rows(run)


async def test_all_sources_failing_or_skipped_fails_the_job_with_every_reason() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB, Platform.BLUESKY)
    web = ScriptedSource([SourceFailed("no page could be read")])
    github = ScriptedSource([], platform="GITHUB", reason_unavailable="CAM_GITHUB_TOKEN is not set.")

    await play(run, web, github)

    job = await job_of(run)
    assert job.status is DiscoveryJobStatus.FAILED
    assert job.error_message == (
        "WEB: no page could be read; GITHUB: CAM_GITHUB_TOKEN is not set.; BLUESKY: No source for BLUESKY is installed."
    )
    assert (await source_run(run, Platform.GITHUB)).status is SourceRunStatus.SKIPPED
    assert github.checkpoints == []


async def test_a_fault_in_a_source_is_masked_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)

    await play(run, ScriptedSource([KeyError("secret")]), ScriptedSource([people("Ada")], platform="GITHUB"))

    source = await source_run(run)
    assert source.status is SourceRunStatus.FAILED
    assert "secret" not in (source.error or "secret")
    assert "KeyError: 'secret'" in caplog.text
    assert await names(run) == ["Ada"]


async def test_sources_run_side_by_side() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    met = asyncio.Event()
    waiting = ScriptedSource([met, people("Ada")])
    first = ScriptedSource([people("Grace")], platform="GITHUB")
    playing = asyncio.create_task(play(run, waiting, first))

    await waiting.reached[0].wait()
    await first.reached[0].wait()
    met.set()
    await playing

    assert await names(run) == ["Ada", "Grace"]


async def test_a_rate_limited_source_waits_and_goes_on_from_its_checkpoint() -> None:
    run = await a_queued_job()
    limit = RateLimited("30 searches a minute", now() + timedelta(milliseconds=300))
    source = ScriptedSource([people("Ada", checkpoint="page 2"), limit], [asyncio.Event()], [people("Grace")])
    playing = asyncio.create_task(play(run, source, limits=QUICK))

    await source.reached[1].wait()
    while (row := await source_run(run)).status is not SourceRunStatus.WAITING:
        await asyncio.sleep(0.01)
    assert row.retry_at == limit.retry_at
    await source.reached[2].wait()
    playing.cancel()
    await asyncio.wait({playing})

    assert source.checkpoints == [None, "page 2"]
    row = await source_run(run)
    assert row.status is SourceRunStatus.RUNNING
    assert row.retry_at is None
    await play(run, source)
    assert await names(run) == ["Ada", "Grace"]


async def test_a_wait_beyond_the_time_limit_fails_at_once() -> None:
    run = await a_queued_job()

    await play(run, ScriptedSource([RateLimited("come back tomorrow", now() + timedelta(days=1))]))

    assert (await source_run(run)).error == "come back tomorrow (the wait would outlast the job's time limit)"
    assert (await job_of(run)).status is DiscoveryJobStatus.FAILED


async def test_the_time_limit_ends_sources_and_keeps_what_they_found() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    endless = ScriptedSource([people("Ada"), asyncio.Event()])

    await play(
        run,
        endless,
        ScriptedSource([people("Grace")], platform="GITHUB"),
        limits=RunLimits(time_limit=timedelta(milliseconds=400)),
    )

    assert (await source_run(run)).status is SourceRunStatus.FAILED
    assert "time limit" in ((await source_run(run)).error or "")
    assert await names(run) == ["Ada", "Grace"]
    assert (await job_of(run)).status is DiscoveryJobStatus.DONE
    assert endless.closed == 1


async def test_a_full_job_ends_all_its_sources_as_done() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB, max_profiles=3)
    endless = ScriptedSource([people("Ada"), asyncio.Event()])
    plenty = ScriptedSource([endless.reached[1], people("B", "C", "D", "E"), asyncio.Event()], platform="GITHUB")

    await play(run, endless, plenty)

    assert await names(run) == ["Ada", "B", "C"]
    assert {(await source_run(run, p)).status for p in (Platform.WEB, Platform.GITHUB)} == {SourceRunStatus.DONE}
    assert (await job_of(run)).status is DiscoveryJobStatus.DONE
    await assert_counts_equal_rows(run)


async def test_a_source_that_ended_before_the_job_was_full_stays_as_it_ended() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB, Platform.BLUESKY, max_profiles=2)
    ended = ScriptedSource([people("Ada")], platform="GITHUB")
    broken = ScriptedSource([SourceFailed("no")], platform="BLUESKY")
    late, gate = asyncio.Event(), asyncio.Event()
    playing = asyncio.create_task(play(run, ended, broken, ScriptedSource([gate, people("B", "C"), late])))
    while not {(await source_run(run, p)).status for p in (Platform.GITHUB, Platform.BLUESKY)} <= ENDED:
        await asyncio.sleep(0.01)
    gate.set()
    await asyncio.wait_for(playing, 5)

    statuses = [(await source_run(run, p)).status for p in (Platform.WEB, Platform.GITHUB, Platform.BLUESKY)]
    assert statuses == [SourceRunStatus.DONE, SourceRunStatus.DONE, SourceRunStatus.FAILED]
    assert await names(run) == ["Ada", "B"]


async def test_a_source_which_yields_what_cannot_be_stored_fails_alone() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB)
    odd = ScriptedSource([people("Ada", checkpoint="nul\0")])

    await play(run, odd, ScriptedSource([people("Grace")], platform="GITHUB"))

    assert (await source_run(run)).status is SourceRunStatus.FAILED
    assert await names(run) == ["Grace"]
    assert (await job_of(run)).status is DiscoveryJobStatus.DONE


async def test_people_known_to_fail_a_minimum_are_not_kept_but_counted() -> None:
    run = await a_queued_job(min_followers=100)
    many, few, unknown = person("Many", followers=500), person("Few", followers=5), person("Unknown")

    await play(run, ScriptedSource([Batch((many, few, unknown)), Batch((few,))]))

    assert await names(run) == ["Many", "Unknown"]
    assert (await source_run(run)).profiles_rejected == 1


async def test_a_person_who_turns_out_to_fail_a_minimum_is_removed() -> None:
    run = await a_queued_job(min_followers=100)

    await play(run, ScriptedSource([people("Ada"), Batch((person("Ada", followers=5),))]))

    assert await names(run) == []
    await assert_counts_equal_rows(run)
    assert (await source_run(run)).profiles_rejected == 1


async def test_a_cancelled_job_stops_within_two_seconds() -> None:
    run = await a_queued_job()
    source = ScriptedSource([people("Ada"), asyncio.Event()])
    playing = asyncio.create_task(play(run, source))
    await source.reached[1].wait()

    await cancel_discovery_job(run.job_id, act())
    await asyncio.wait_for(playing, 2)

    assert source.closed == 1
    assert (await job_of(run)).status is DiscoveryJobStatus.CANCELLED
    assert (await source_run(run)).status is SourceRunStatus.CANCELLED
    assert await names(run) == ["Ada"]


async def test_a_cancelled_job_stores_nothing_any_more() -> None:
    run = await a_queued_job()
    gate = asyncio.Event()
    source = ScriptedSource([gate, people("Late")])
    playing = asyncio.create_task(play(run, source, limits=RunLimits(watch_interval=timedelta(hours=1))))
    await source.reached[0].wait()

    await cancel_discovery_job(run.job_id, act())
    gate.set()
    await asyncio.wait_for(playing, 2)

    assert await names(run) == []
    assert (await job_of(run)).profile_count == 0
