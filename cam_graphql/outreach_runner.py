"""The runner: delivers due messages, in every process that works, whatever PostgreSQL does meanwhile."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from random import SystemRandom

import asyncpg

from cam_graphql.database import connection_arguments
from services.outreach.delivering import Desk, deliver_due
from services.outreach.outbox import Outbox
from services.outreach.recovering import recover, tidy
from services.outreach.waking import wake
from services.unreachable import UNREACHABLE

logger = logging.getLogger(__name__)

_LONGEST_PAUSE = 2.0
_ROUNDS_UNTIL_WAKING = 30
"""Those who wait for nobody knows when are looked at every so many rounds."""


async def run_outreach(
    database_url: str, outbox: Outbox, clock: Callable[[], datetime], *, stop: asyncio.Event
) -> None:
    """Deliver what is due until `stop` is set; what is under way then is brought to its end.

    Holds messages by a connection of its own, which is renewed with growing pauses where it or PostgreSQL goes away.
    Closes the outbox.
    """
    desk = Desk(outbox, clock, SystemRandom())
    pause = outbox.pace.poll.total_seconds()
    try:
        while not stop.is_set():
            try:
                await _deliver_over_one_connection(database_url, desk, stop)
            except UNREACHABLE as error:
                logger.warning("outreach cannot reach its database: %s", error)
            except Exception:
                logger.exception("outreach met a fault")
            if await _stopped_within(stop, pause):
                break
            pause = min(pause * 2, _LONGEST_PAUSE)
    finally:
        await outbox.close()


async def _deliver_over_one_connection(database_url: str, desk: Desk, stop: asyncio.Event) -> None:
    locks = await asyncpg.connect(
        **connection_arguments(database_url),
        server_settings={"application_name": "cam-graphql outreach", "jit": "off"},
    )
    woken = rounds = 0
    try:
        while not await _stopped_within(stop, desk.outbox.pace.poll.total_seconds()):
            await recover(locks, desk.act())
            await deliver_due(desk, locks, stop)
            if rounds % _ROUNDS_UNTIL_WAKING == 0:
                await tidy(desk.act())
                woken = await wake(woken, desk.act())
            rounds += 1
    finally:
        with suppress(*UNREACHABLE):
            locks.terminate()


async def _stopped_within(stop: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
    return stop.is_set()
