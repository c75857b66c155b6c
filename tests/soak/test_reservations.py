"""Many processes send at once, while settings change, outreach pauses, days pass, and senders are killed."""

import asyncio
import multiprocessing
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from random import Random

import pytest

import models
from cam_graphql.database import database
from models import Channel
from services.safety.taking import give_back
from services.transaction import reading
from tests.services.safety.clock import put_clock
from tests.services.safety.sending import leaks, open_settings, put_in_force, stored_leads
from tests.soak.auditing import Change, reservations, settings_by_version, violations
from tests.soak.changing import change, state
from tests.soak.sender import send_for_ever

ATTEMPTS = int(os.environ.get("SOAK_ATTEMPTS") or 1_200)
LONGEST = float(os.environ.get("SOAK_SECONDS") or 10)
"""Seconds, after which it is enough with however many attempts."""
SEED = int(os.environ.get("SOAK_SEED") or 1)
PROCESSES = 16 if ATTEMPTS > 10_000 else 4
CAMPAIGNS = 4
LEADS_EACH = 50
DAYS = 2 + ATTEMPTS // 2_000
"""How many of them pass by the database's clock, about."""
PER_SECOND = 500
MOST_A_DAY = 400
BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)

_processes = multiprocessing.get_context("forkserver")


class Senders:
    """So many at any time: whoever is killed is followed by another."""

    def __init__(self, url: str, leads: int, count: int) -> None:
        self._url = url
        self._leads = leads
        self._numbers = iter(range(1, 1_000_000))
        self._running: list[BaseProcess] = [self._another() for _ in range(count)]
        self.killed = 0

    def _another(self) -> BaseProcess:
        process = _processes.Process(target=send_for_ever, args=(self._url, next(self._numbers), self._leads))
        process.start()
        return process

    def kill_one(self, random: Random) -> None:
        """Kill one of them with SIGKILL, whatever it is doing, and start another."""
        victim = random.randrange(len(self._running))
        assert self._running[victim].is_alive(), "a sender failed"
        self._running[victim].kill()
        self._running[victim].join()
        self._running[victim] = self._another()
        self.killed += 1

    def kill_all(self) -> bool:
        """Kill them all; whether all were alive until now."""
        alive = all(process.is_alive() for process in self._running)
        for process in self._running:
            process.kill()
            process.join()
        return alive


@contextmanager
def _sending(url: str, leads: int) -> Iterator[Senders]:
    _processes.set_forkserver_preload(["tests.soak.sender"])
    senders = Senders(url, leads, PROCESSES)
    try:
        yield senders
    finally:
        senders.kill_all()


@asynccontextmanager
async def _people(url: str) -> AsyncIterator[int]:
    """Leads of several campaigns, some of one mail domain, all on LinkedIn, with ids from 1 on; gives their number."""
    await put_clock(url, BEGIN, speed=DAYS * 86_400 * PER_SECOND / ATTEMPTS)
    async with database(url, max_connections=5):
        await put_in_force(open_settings(MOST_A_DAY))
        for number in range(CAMPAIGNS):
            for lead_id in await stored_leads(LEADS_EACH, domain=f"mail{number}.example"):
                await models.LeadIdentity.create(
                    lead_id=lead_id, campaign_id=number + 1, kind="HANDLE", value=f"LINKEDIN:person{lead_id}"
                )
        yield CAMPAIGNS * LEADS_EACH


async def _attempts() -> int:
    async with reading() as connection:
        count: int = await connection.fetchval("SELECT count(*) FROM safety_attempts")
    return count


@pytest.mark.slow
@pytest.mark.timeout(LONGEST + 120)
async def test_no_budget_is_exceeded_and_none_leaks_whoever_is_killed(database_url: str) -> None:
    random = Random(SEED)
    async with _people(database_url) as leads:
        async with reading() as connection:
            changes: list[Change] = [await state(connection, BEGIN)]
        end = time.monotonic() + LONGEST
        with _sending(database_url, leads) as senders:
            while await _attempts() < ATTEMPTS and time.monotonic() < end:
                await asyncio.sleep(random.uniform(0.05, 0.5))
                changes.append(await change(random, CAMPAIGNS, most=MOST_A_DAY))
                if random.random() < 0.3:
                    senders.kill_one(random)
            assert senders.kill_all(), "a sender failed"
        await _gone()
        attempts = await _attempts()
        async with reading() as connection:
            made = await reservations(connection)
            settings = await settings_by_version(connection)
            rows = await connection.fetch("SELECT channel, first_sent_at FROM channel_starts")
            outcomes = await connection.fetch(
                "SELECT verdict, rule, count(*) FROM safety_attempts GROUP BY 1, 2 ORDER BY 1, 2"
            )
        starts = {row["channel"]: row["first_sent_at"] for row in rows}
        print(f"\n{attempts} attempts, {len(made)} reservations, {len(changes)} changes, {senders.killed} killed")
        print({(row["verdict"], row["rule"]): row["count"] for row in outcomes})
        assert attempts >= min(ATTEMPTS, 300)
        assert len(made) > attempts // 100
        assert next(violations(made, settings, starts, changes), None) is None
        await _accounted_for(made_count=len(made))


async def _gone() -> None:
    """Wait until the killed senders' last statements have ended."""
    async with reading() as connection, asyncio.timeout(30):
        while await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()"
        ):
            await asyncio.sleep(0.05)


async def _accounted_for(made_count: int) -> None:
    """Every reservation has its attempt, in both logs; and after those that were left are released, used is sent."""
    assert not await leaks()
    async with reading() as connection:
        let_through = await connection.fetchval("SELECT count(*) FROM safety_attempts WHERE verdict = 'ALLOWED'")
        assert let_through == made_count
        assert not await connection.fetchval("SELECT count(*) FROM safety_reservations WHERE attempt_id IS NULL")
        left = await connection.fetch("SELECT id FROM safety_reservations WHERE state = 'RESERVED'")
    for row in left:
        assert await give_back(row["id"])
    assert not await leaks()
    async with reading() as connection:
        for channel in Channel:
            sent = "SELECT count(*) FROM safety_reservations WHERE state = 'SENT' AND channel = $1"
            used = "SELECT coalesce(sum(used), 0) FROM safety_budgets WHERE scope = 'channel:' || $1"
            assert await connection.fetchval(sent, channel) == await connection.fetchval(used, channel)
