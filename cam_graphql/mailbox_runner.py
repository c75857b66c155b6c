"""The mailbox runner: reads what leads answer, in one process at a time, whatever PostgreSQL and the server do."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import asyncpg

from cam_graphql.database import connection_arguments
from services.replies.polling import MailboxUnreadable, PolledMailbox, hold_mailbox, poll_mailbox
from services.unreachable import UNREACHABLE

logger = logging.getLogger(__name__)


async def run_mailbox(
    database_url: str, mailbox: PolledMailbox, clock: Callable[[], datetime], *, stop: asyncio.Event
) -> None:
    """Read the mailbox until `stop` is set.

    A process holds it by a connection of its own; the others look at each interval whether that one is gone.
    """
    while not stop.is_set():
        try:
            await _read_over_one_connection(database_url, mailbox, clock, stop)
        except UNREACHABLE as error:
            logger.warning("the mailbox's reader cannot reach its database: %s", error)
        except Exception:
            logger.exception("the mailbox's reader met a fault")
        await _stopped_within(stop, mailbox.interval.total_seconds())


async def _read_over_one_connection(
    database_url: str, mailbox: PolledMailbox, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    locks = await asyncpg.connect(
        **connection_arguments(database_url),
        server_settings={"application_name": "cam-graphql mailbox", "jit": "off"},
    )
    interval, pause, is_held = mailbox.interval.total_seconds(), 0.0, False
    try:
        while not await _stopped_within(stop, pause):
            # While it is held, this finds out whether the connection, and with it the lock, is still there.
            if is_held:
                await locks.execute("SELECT")
            else:
                is_held = await hold_mailbox(locks, mailbox)
            if not is_held or await _is_read(mailbox, clock, stop):
                pause = interval
            else:
                pause = max(interval, min(pause * 2, mailbox.longest_pause.total_seconds()))
    finally:
        with suppress(*UNREACHABLE):
            locks.terminate()


async def _is_read(mailbox: PolledMailbox, clock: Callable[[], datetime], stop: asyncio.Event) -> bool:
    try:
        recorded = await poll_mailbox(mailbox, clock, stop)
    except MailboxUnreadable as error:
        logger.warning("the mailbox %s cannot be read: %s", mailbox.imap.name, error)
        return False
    if recorded:
        logger.info("recorded %s replies of the mailbox %s", recorded, mailbox.imap.name)
    return True


async def _stopped_within(stop: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
    return stop.is_set()
