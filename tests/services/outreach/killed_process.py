"""A process that delivers what is due and dies on the way: `python -m … URL PORT POINT|COMMITTING`."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from cam_graphql.database import database
from services.outreach import changing
from services.outreach.delivering import Point
from services.outreach.message import Message
from services.transaction import Transaction
from tests.gateways.mailbox import MailServer
from tests.services.outreach.delivered import desk_at, look_once


def die() -> None:
    """As if the machine went off."""
    os.kill(os.getpid(), signal.SIGKILL)


async def die_before_commit(tx: Transaction, message: Message) -> None:
    """In place of what a transaction does last."""
    die()


async def main(url: str, port: str, moment: str) -> None:
    """Deliver until it is time."""
    if moment == "COMMITTING":
        changing.go_on = die_before_commit
    async with database(url):
        server = MailServer(Path(), int(port), "plain")
        await look_once(url, desk_at(server, lambda point: die() if point.name == moment else None))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
