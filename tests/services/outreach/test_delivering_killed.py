"""SIGKILL at every point between reservation and commit: at most one mail, and the right state."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from models import AttemptOutcome, OutreachStatus
from services.transaction import reading
from tests.gateways.mailbox import REPOSITORY, MailServer, mail_server
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

_AGAIN = (OutreachStatus.SENT, [AttemptOutcome.ABANDONED, AttemptOutcome.SENT])
_UNKNOWN = (OutreachStatus.UNKNOWN, [AttemptOutcome.UNKNOWN])
_ONCE = (OutreachStatus.SENT, [AttemptOutcome.SENT])
# When it is killed; how many mails are out by then, and at last; what becomes of the message, and of its units.
_MOMENTS = (
    ("CLAIMED", 0, 1, _AGAIN, ["SENT"]),
    ("RESERVED", 0, 1, _AGAIN, ["RELEASED", "SENT"]),
    ("CONNECTED", 0, 1, _AGAIN, ["RELEASED", "SENT"]),
    ("HANDED_OVER", 0, 0, _UNKNOWN, ["RESERVED"]),
    ("ANSWERED", 1, 1, _UNKNOWN, ["RESERVED"]),
    ("COMMITTING", 1, 1, _UNKNOWN, ["RESERVED"]),
    ("WRITTEN_DOWN", 1, 1, _ONCE, ["SENT"]),
)

Kill = Callable[[str], Awaitable[int]]


@asynccontextmanager
async def killed(url: str, server: MailServer) -> AsyncIterator[Kill]:
    """Lets a program deliver what is due until it is killed at a moment; its exit status, minus the signal."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.services.outreach.killed_process",
        url,
        str(server.port),
        cwd=REPOSITORY,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None

    async def kill_at(moment: str) -> int:
        stdin.write(f"{moment}\n".encode())
        return int(await asyncio.wait_for(stdout.readline(), 60))

    yield kill_at
    stdin.close()
    await asyncio.wait_for(process.wait(), 20)


async def nobody_holds_a_message() -> None:
    """The session of a killed program ends as soon as PostgreSQL notices."""
    async with asyncio.timeout(20), reading() as connection:
        while await connection.fetchval(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())"
        ):
            await asyncio.sleep(0.02)


async def test_a_program_that_is_killed_has_sent_at_most_one_mail_and_another_one_knows(
    connected: str, tmp_path: Path
) -> None:
    await let_everything_go()
    async with mail_server(tmp_path) as server, killed(connected, server) as kill_at:
        for moment, mails_by_then, mails_at_last, becomes, units in _MOMENTS:
            before, units_before = len(server.raw), len(await reservations())
            message_id = await due_message()
            assert await kill_at(moment) == -signal.SIGKILL, moment
            assert len(server.raw) - before == mails_by_then, moment

            await nobody_holds_a_message()
            for _ in range(2):  # another program goes on
                await look_once(connected, desk_at(server))
            assert len(server.raw) - before == mails_at_last, moment
            message = await message_of(message_id)
            assert (message.status, await outcomes(message_id)) == becomes, moment
            assert (await reservations())[units_before:] == units, moment
            assert not await leaks(), moment
