"""The emergency stop. It is apart from the settings, so that resuming restores what was configured."""

import asyncpg

_PAUSED = "SELECT coalesce((SELECT paused FROM safety_switch WHERE id = 1), true)"


async def is_paused(connection: asyncpg.Connection) -> bool:
    """Whether all sending is stopped. Where the switch is missing, it is."""
    paused: bool = await connection.fetchval(_PAUSED)
    return paused
