"""What jobs survive: killed workers, cancellation, stops, and many callers at once."""

import asyncio
import time

import pytest

from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.operations import (
    CANCEL_JOB,
    CONVERT,
    PROFILES,
    RUN_JOB,
    all_profiles,
    new_campaign,
    new_job,
    run_job,
    watching,
)
from tests.end_to_end.pages import fetch_settings, site
from tests.end_to_end.processes import server, worker

pytestmark = pytest.mark.slow


async def _state(api: ApiClient, job: str) -> dict[str, object]:
    state: dict[str, object] = (await api.execute(PROFILES, id=job))["discoveryJob"]
    return state


async def test_a_killed_workers_job_is_taken_over_and_finished_with_nobody_lost_or_doubled(database_url: str) -> None:
    async with (
        site(people=20, held_from=8) as pages,
        server(database_url, "--no-worker") as (_, url),
        client(url) as api,
        worker(database_url, **fetch_settings(pages)) as first,
    ):
        await first.logged("working")
        # given: a worker in the middle of a job, some people stored
        job = await new_job(api, await new_campaign(api), pages.seed)
        watch = await watching(api, job)
        await run_job(api, job)
        async with asyncio.timeout(20):
            await pages.held.wait()
            while not (await _state(api, job))["profileCount"]:
                await asyncio.sleep(0.05)

        # when: it is killed, and another worker is there
        async with worker(database_url, **fetch_settings(pages)) as second:
            await second.logged("working")
            seen_before = len(pages.requests)
            await first.kill()
            killed_at = time.monotonic()
            async with asyncio.timeout(30):
                while len(pages.requests) == seen_before:
                    await asyncio.sleep(0.05)
            taken_over_after = time.monotonic() - killed_at
            pages.release()
            updates = await watch.to_the_end()

        # then: the job was going again within 15 s, and is complete and counted right
        assert taken_over_after < 15
        assert updates[-1]["discoveryJob"]["status"] == "DONE"
        profiles = await all_profiles(api, job)
        assert sorted(profile["email"] for profile in profiles) == sorted(f"ada{n}@people.example" for n in range(20))
        state = await _state(api, job)
        assert state["profileCount"] == 20
        assert [run["profilesFound"] for run in state["sourceRuns"]] == [20]  # type: ignore[attr-defined]


async def test_a_stopped_worker_hands_its_job_back_at_once(database_url: str) -> None:
    async with (
        site(people=10, held_from=3) as pages,
        server(database_url, "--no-worker") as (_, url),
        client(url) as api,
        worker(database_url, **fetch_settings(pages)) as first,
    ):
        await first.logged("working")
        job = await new_job(api, await new_campaign(api), pages.seed)
        watch = await watching(api, job)
        await run_job(api, job)
        await asyncio.wait_for(pages.held.wait(), 20)

        # when: the first worker is stopped as a deployment stops it
        async with worker(database_url, **fetch_settings(pages)) as second:
            await second.logged("working")
            seen_before = len(pages.requests)
            assert await first.terminate() == 0
            stopped_at = time.monotonic()
            async with asyncio.timeout(10):
                while len(pages.requests) == seen_before:
                    await asyncio.sleep(0.02)
            handed_over_after = time.monotonic() - stopped_at
            pages.release()
            updates = await watch.to_the_end()

            # then: the second went on without waiting for a heartbeat to go stale
            assert handed_over_after < 3
            assert updates[-1]["discoveryJob"]["status"] == "DONE"
            assert updates[-1]["discoveryJob"]["profileCount"] == 10


async def test_a_cancelled_job_stops_within_two_seconds(database_url: str) -> None:
    async with (
        site(people=40, held_from=3) as pages,
        server(database_url, **fetch_settings(pages)) as (_, url),
        client(url) as api,
    ):
        job = await new_job(api, await new_campaign(api), pages.seed)
        await run_job(api, job)
        await asyncio.wait_for(pages.held.wait(), 20)

        # when
        answer = await api.execute(CANCEL_JOB, id=job)
        assert answer["cancelDiscoveryJob"]["discoveryJob"]["status"] == "CANCELLED"
        await asyncio.sleep(2)
        pages.release()
        seen = len(pages.requests)
        await asyncio.sleep(1)

        # then: nothing was read any more, and the job stays cancelled
        assert len(pages.requests) == seen
        state = await _state(api, job)
        assert state["status"] == "CANCELLED"
        assert [run["status"] for run in state["sourceRuns"]] == ["CANCELLED"]  # type: ignore[attr-defined]
        again = (await api.execute(CANCEL_JOB, id=job))["cancelDiscoveryJob"]
        assert [error["code"] for error in again["userErrors"]] == ["NOT_CANCELLABLE"]


async def test_twenty_callers_at_once_start_one_run(database_url: str) -> None:
    async with (
        site(people=5) as pages,
        server(database_url, **fetch_settings(pages)) as (_, url),
        client(url) as api,
    ):
        job = await new_job(api, await new_campaign(api), pages.seed)
        watch = await watching(api, job)

        # when
        answers = await asyncio.gather(*(api.execute(RUN_JOB, id=job) for _ in range(20)))

        # then
        codes = [[error["code"] for error in answer["runDiscoveryJob"]["userErrors"]] for answer in answers]
        assert codes.count([]) == 1
        assert codes.count(["ALREADY_RUNNING"]) == 19
        updates = await watch.to_the_end()
        assert updates[-1]["discoveryJob"]["profileCount"] == 5
        kinds = [update["change"]["kind"] for update in updates if update["change"]]
        assert kinds.count("DISCOVERY_JOB_STARTED") == 1


async def test_profiles_converted_from_ten_connections_at_once_become_leads_once(database_url: str) -> None:
    async with (
        site(people=40) as pages,
        server(database_url, **fetch_settings(pages)) as (_, url),
        client(url) as api,
    ):
        campaign = await new_campaign(api)
        job = await new_job(api, campaign, pages.seed)
        watch = await watching(api, job)
        await run_job(api, job)
        await watch.to_the_end()
        chosen = [profile["id"] for profile in await all_profiles(api, job)]

        # when
        answers = await asyncio.gather(*(api.execute(CONVERT, job=job, profiles=chosen) for _ in range(10)))

        # then
        outcomes = [result["outcome"] for answer in answers for result in answer["convertProfiles"]["results"]]
        assert outcomes.count("CREATED") == 40
        assert outcomes.count("DUPLICATE") == 9 * 40
