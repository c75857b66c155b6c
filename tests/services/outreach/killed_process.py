"""A process that delivers what is due and dies on the way: `python -m … URL PORT`.

Each line it reads names a moment. It forks a child that delivers until then and dies, and writes how the child ended.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from cam_graphql.database import database
from services.outreach import changing
from services.transaction import Transaction
from tests.gateways.mailbox import MailServer
from tests.services.outreach.delivered import desk_at, look_once


def die() -> None:
    """As if the machine went off."""
    os.kill(os.getpid(), signal.SIGKILL)


async def die_before_commit(tx: Transaction, enrolment_id: int) -> None:
    """In place of what the transaction does last."""
    die()


async def deliver(url: str, port: str, moment: str) -> None:
    """Deliver until it is time."""
    if moment == "COMMITTING":
        vars(changing)["make_next_message"] = die_before_commit
    async with database(url):
        server = MailServer(Path(), int(port), "plain")
        await look_once(url, desk_at(server, lambda point: die() if point.name == moment else None))


def main(url: str, port: str) -> None:
    """Fork a child for each moment."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(deliver(url, port, line.strip()))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
