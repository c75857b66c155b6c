"""Somebody who changes the settings and pulls the emergency stop, over and over, by chance."""

from datetime import datetime
from random import Random

import asyncpg

from models import Channel
from services.patch import ABSENT
from services.safety.keeping import in_force, update_settings
from services.safety.patches import (
    CampaignChannelPatch,
    CampaignPatch,
    ChannelPatch,
    FrequencyPatch,
    SettingsPatch,
    WarmupPatch,
    WindowPatch,
)
from services.safety.settings import Weekday
from services.safety.switching import is_paused, pause, resume
from services.transaction import Act, reading
from tests.soak.auditing import Change

ZONES = ("UTC", "Asia/Kathmandu", "America/New_York", "Pacific/Kiritimati")
_CLOCK = "SELECT clock_timestamp()"


async def state(connection: asyncpg.Connection, since: datetime) -> Change:
    """What is in force now, after a change which began at `since`."""
    version, paused = (await in_force(connection)).version, await is_paused(connection)
    return Change(version, paused, since, await connection.fetchval(_CLOCK))


async def change(random: Random, campaigns: int, *, most: int) -> Change:
    """Change something; channels have up to `most` messages a day."""
    async with reading() as connection:
        since = await connection.fetchval(_CLOCK)
        paused = await is_paused(connection)
    act = Act("soak", since)
    if paused:
        await resume(act)
    elif random.random() < 0.2:
        await pause("by chance", act)
    else:
        await update_settings(_patch(random, campaigns, most), act)
    async with reading() as connection:
        return await state(connection, since)


def _patch(random: Random, campaigns: int, most: int) -> SettingsPatch:
    return SettingsPatch(
        channels=[_channel(random, channel, most) for channel in (Channel.EMAIL, Channel.LINKEDIN)],
        time_zone=random.choice(ZONES) if random.random() < 0.3 else ABSENT,
        send_window=_window(random),
        max_per_domain_per_day=random.choice((None, 3, most // 20, most // 10)),
        lead_frequency=random.choice((None, FrequencyPatch(1, 1), FrequencyPatch(3, 2), FrequencyPatch(5, 7))),
        campaigns=[
            CampaignPatch(
                campaign,
                [CampaignChannelPatch(Channel.EMAIL, random.choice((None, 1, most // 8, most // 3)))],
                random.choice((ABSENT, None, WindowPatch("08:00", "20:00", list(Weekday), False))),
            )
            for campaign in range(1, campaigns + 1)
        ],
    )


def _channel(random: Random, channel: Channel, most: int) -> ChannelPatch:
    gap, spread = random.choice(((0, 0), (0, 0), (0, 20), (30, 60)))
    start = random.randint(1, most)
    warmup = WarmupPatch(random.random() < 0.5, start, random.randint(0, most), random.randint(start, 2 * most))
    return ChannelPatch(channel, random.choice((0, most // 4, most, most)), gap, spread, warmup)


def _window(random: Random) -> WindowPatch | None:
    if random.random() < 0.6:
        return None
    start, end = random.sample(range(24), 2)
    return WindowPatch(f"{start:02}:30", f"{end:02}:00", list(Weekday), False)
