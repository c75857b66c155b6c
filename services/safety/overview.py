"""All that is to be seen of safety at once: the settings in force, who made them so, and the emergency stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models import Channel
from services.safety.deciding import InForce
from services.safety.keeping import newest
from services.safety.switching import Switch, switch_of
from services.safety.today import ChannelToday, channels_today
from services.transaction import reading


@dataclass(frozen=True, slots=True)
class Overview:
    """Safety as it stands."""

    in_force: InForce
    actor: str
    """Who made these the settings in force."""
    at: datetime
    switch: Switch
    today: Mapping[Channel, ChannelToday]
    """What each channel may send today, and what of it is used up."""


async def overview() -> Overview:
    """Safety as it stands now. Raises LookupError where there are no settings."""
    async with reading() as connection:
        version = await newest(connection)
        today = await channels_today(connection, version.in_force)
        return Overview(version.in_force, version.actor, version.at, await switch_of(connection), today)
