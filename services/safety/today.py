"""What each channel may send today, and what of it is sent, reserved and left."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import asyncpg

from models import Channel
from services.safety.days import begin_of_day, channel_day, day_of
from services.safety.deciding import InForce
from services.safety.settings import ChannelSettings

# Reservations of a day were made within it; the index has them by time. Zones of before may be a day and more apart.
_COUNTS = """
SELECT channel, count(*) FILTER (WHERE state = 'SENT') AS sent, count(*) FILTER (WHERE state = 'RESERVED') AS reserved
FROM safety_reservations WHERE state IN ('SENT', 'RESERVED') AND reserved_at >= $1 AND day = $2 GROUP BY channel
"""

_STARTS = "SELECT channel, first_sent_at FROM channel_starts"


@dataclass(frozen=True, slots=True)
class ChannelToday:
    """A channel's day, in the settings' time zone. `limit` has the warm-up in it, and no pause."""

    limit: int
    sent: int
    reserved: int
    warmup_day: int
    """Which day of the channel it is, from 1 on."""

    @property
    def remaining(self) -> int:
        """How many more may be sent; 0 also where a limit was lowered below what is used."""
        return max(self.limit - self.sent - self.reserved, 0)


async def channels_today(connection: asyncpg.Connection, in_force: InForce) -> dict[Channel, ChannelToday]:
    """Every channel's day, by the database's clock."""
    zone = ZoneInfo(in_force.settings.time_zone)
    now: datetime = await connection.fetchval("SELECT clock_timestamp()")
    day = day_of(now, zone)
    rows = await connection.fetch(_COUNTS, begin_of_day(day, zone) - timedelta(days=2), day)
    counts = {row["channel"]: (row["sent"], row["reserved"]) for row in rows}
    starts = {row["channel"]: row["first_sent_at"] for row in await connection.fetch(_STARTS)}
    return {
        channel: ChannelToday(
            in_force.settings.channels.get(channel, ChannelSettings()).limit_on(number),
            *counts.get(channel, (0, 0)),
            warmup_day=number,
        )
        for channel in Channel
        for number in [channel_day(starts.get(channel), now, zone)]
    }
