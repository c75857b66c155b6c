"""A process that sends as fast as it may until it is killed: it takes leave, and then sends, gives back, or forgets."""

import asyncio
import os
from contextlib import suppress
from datetime import UTC, datetime
from random import Random

import asyncpg

from cam_graphql.database import database
from models import Channel
from services.safety.taking import give_back, settle_sent, take
from services.transaction import Act, transaction

AT_ONCE = 2
_ATTEMPTS_EACH = 1_000_000
_CHANNELS = (Channel.EMAIL, Channel.EMAIL, Channel.EMAIL, Channel.LINKEDIN)


def send_for_ever(url: str, number: int, leads: int) -> None:
    """Be the sender of this number, which its delivery attempts carry, among leads with ids from 1 on."""
    os.environ.pop("PYTEST_CURRENT_TEST", None)
    asyncio.run(_send_for_ever(url, number, leads))


async def _send_for_ever(url: str, number: int, leads: int) -> None:
    async with database(url, max_connections=AT_ONCE):
        await asyncio.gather(*(_send(number * AT_ONCE + one, leads) for one in range(AT_ONCE)))


async def _send(number: int, leads: int) -> None:
    random = Random(number)
    for attempt in range(_ATTEMPTS_EACH):
        lead_id, channel = random.randint(1, leads), random.choice(_CHANNELS)
        one = await take(lead_id, channel, random, number * _ATTEMPTS_EACH + attempt)
        if one.reservation_id is None:
            continue
        fate = random.random()
        if fate < 0.6:
            async with transaction(Act("sender", datetime.now(UTC))) as tx:
                assert await settle_sent(tx, one.reservation_id)
        elif fate < 0.9:
            assert await give_back(one.reservation_id)
        elif fate < 0.95:
            await _roll_back(one.reservation_id)


async def _roll_back(reservation_id: int) -> None:
    """The message is not kept after all; the units stay reserved."""
    with suppress(ZeroDivisionError, asyncpg.InterfaceError):
        async with transaction(Act("sender", datetime.now(UTC))) as tx:
            await settle_sent(tx, reservation_id)
            raise ZeroDivisionError
