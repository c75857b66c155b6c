"""Two servers and two workers on one database: whoever does the work, every subscriber sees all of it, in order."""

import asyncio
from datetime import UTC, datetime

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from tests.end_to_end.client import client
from tests.end_to_end.operations import WATCH_JOB, new_campaign, new_job, run_job, watching
from tests.end_to_end.pages import fetch_settings, site
from tests.end_to_end.processes import server, worker

pytestmark = pytest.mark.slow

_APPEND = """
INSERT INTO activity (kind, subject_type, subject_id, actor, detail, occurred_at)
VALUES ('DISCOVERY_JOB_PROGRESSED', 'DiscoveryJob', $1, $2, '{}', $3)
"""


async def test_a_subscriber_of_one_server_sees_a_job_started_through_the_other(database_url: str) -> None:
    async with (
        site(people=15) as pages,
        server(database_url, "--no-worker") as (_, one),
        server(database_url, "--no-worker") as (_, other),
        worker(database_url, **fetch_settings(pages)),
        worker(database_url, **fetch_settings(pages)),
        client(one) as here,
        client(other) as there,
    ):
        for _ in range(4):
            # given
            job = await new_job(there, await new_campaign(there, f"Campaign {datetime.now(UTC)}"), pages.seed)
            watch = await watching(here, job)

            # when
            await run_job(there, job)
            updates = await watch.to_the_end()

            # then: in order, to the end
            kinds = [update["change"]["kind"] for update in updates if update["change"]]
            assert kinds[0] in ("DISCOVERY_JOB_QUEUED", "DISCOVERY_JOB_STARTED")
            assert kinds[-1] == "DISCOVERY_JOB_COMPLETED"
            counts = [update["discoveryJob"]["profileCount"] for update in updates]
            assert counts == sorted(counts)
            assert counts[-1] == 15


async def test_a_reconnecting_subscriber_misses_nothing_while_transactions_commit_out_of_order(
    database_url: str,
) -> None:
    async with (
        server(database_url, "--no-worker") as (_, one),
        server(database_url, "--no-worker") as (_, other),
        client(one) as here,
        client(other) as there,
    ):
        job = await new_job(here, await new_campaign(here), "http://nobody.example/")
        job_key = 1
        connections = [await asyncpg.connect(**connection_arguments(database_url)) for _ in range(20)]
        seen: list[str] = []

        async def watch(count: int) -> str:
            """Read `count` changes, then hang up; where to resume."""
            api, after = (here, there)[len(seen) % 2], (resume or None)
            got = 0
            sequence = resume
            async for update in api.subscribe(WATCH_JOB.replace("{ kind }", "{ actor }"), id=job, after=after):
                sequence = update["discoveryJob"]["sequence"]
                if change := update["discoveryJob"]["change"]:
                    seen.append(change["actor"])
                    got += 1
                if got >= count:
                    break
            return sequence

        resume = ""
        async for update in here.subscribe(WATCH_JOB, id=job):
            resume = update["discoveryJob"]["sequence"]
            break

        # when: 20 transactions write in one order and commit in another, a client coming and going meanwhile
        try:
            transactions = [connection.transaction() for connection in connections]
            for number, (connection, transaction) in enumerate(zip(connections, transactions, strict=True)):
                await transaction.start()
                await connection.execute(_APPEND, job_key, f"writer {number}", datetime.now(UTC))
            order = [(7 * number + 3) % 20 for number in range(20)]
            for number in order[:10]:
                await transactions[number].commit()
            reading = asyncio.create_task(watch(3))
            for number in order[10:]:
                await asyncio.sleep(0.02)
                await transactions[number].commit()
            resume = await asyncio.wait_for(reading, 20)
            for count in (4, 5, 8):
                resume = await asyncio.wait_for(watch(count), 20)
        finally:
            for connection in connections:
                await connection.close()

        # then: each was seen, once
        assert sorted(seen) == sorted(f"writer {number}" for number in range(20))
