"""SIGKILL at every point between reservation and commit: at most one mail, and the right state."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from models import AttemptOutcome, OutreachStatus
from services.transaction import reading
from tests.gateways.mailbox import REPOSITORY, mail_server
from tests.services.outreach.delivered import (
    desk_at,
    due_message,
    let_everything_go,
    look_once,
    message_of,
    outcomes,
    reservations,
)
from tests.services.safety.sending import leaks

_SENT = (OutreachStatus.SENT, [AttemptOutcome.ABANDONED, AttemptOutcome.SENT])
_UNKNOWN = (OutreachStatus.UNKNOWN, [AttemptOutcome.UNKNOWN])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("moment", "mails_at_death", "becomes", "units"),
    [
        ("CLAIMED", 0, _SENT, ["SENT"]),
        ("RESERVED", 0, _SENT, ["RELEASED", "SENT"]),
        ("CONNECTED", 0, _SENT, ["RELEASED", "SENT"]),
        ("HANDED_OVER", 0, _UNKNOWN, ["RESERVED"]),
        ("ANSWERED", 1, _UNKNOWN, ["RESERVED"]),
        ("COMMITTING", 1, _UNKNOWN, ["RESERVED"]),
        ("WRITTEN_DOWN", 1, (OutreachStatus.SENT, [AttemptOutcome.SENT]), ["SENT"]),
    ],
)
async def test_a_program_killed_at(  # noqa: PLR0917 - a table of cases
    connected: str,
    tmp_path: Path,
    moment: str,
    mails_at_death: int,
    becomes: tuple[OutreachStatus, list[AttemptOutcome]],
    units: list[str],
) -> None:
    await let_everything_go()
    message_id = await due_message()
    async with mail_server(tmp_path) as server:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.services.outreach.killed_process",
            connected,
            str(server.port),
            moment,
            cwd=REPOSITORY,
        )
        assert await asyncio.wait_for(process.wait(), 60) == -signal.SIGKILL
        assert len(server.raw) == mails_at_death

        for _ in range(2):  # another program goes on, as soon as the killed one's session is gone
            await gone(connected)
            await look_once(connected, desk_at(server))
        assert len(server.raw) == (1 if becomes[0] is OutreachStatus.SENT else mails_at_death)
        assert len({mail.headers["Message-ID"][0] for mail in server.mails}) <= 1

    message = await message_of(message_id)
    assert (message.status, await outcomes(message_id)) == becomes
    assert await reservations() == units
    assert not await leaks()


async def gone(url: str) -> None:
    """Wait until nobody holds a message."""
    async with asyncio.timeout(20):
        async with reading() as connection:
            while await connection.fetchval(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                " (SELECT oid FROM pg_database WHERE datname = current_database())"
            ):
                await asyncio.sleep(0.02)
