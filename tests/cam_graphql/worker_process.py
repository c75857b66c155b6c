"""A worker process of its own: `python -m tests.cam_graphql.worker_process URL hanging|finishing`."""

import asyncio
import sys

from cam_graphql.database import database
from cam_graphql.worker import WorkerSettings, run_worker
from services.discovery import RunLimits
from tests.services.discovery.scripted_source import ScriptedSource, people
from tests.services.discovery.story import installed, now


async def main(url: str, manner: str) -> None:
    """Work until killed. A hanging worker comes half way."""
    if manner == "hanging":
        web = ScriptedSource([people("Ada"), people("Grace", checkpoint="page 2"), asyncio.Event()])
        github = ScriptedSource([people("Alias", "Mary"), asyncio.Event()], platform="GITHUB")
    else:
        web = ScriptedSource([people("Edith")])
        github = ScriptedSource([people("Mary"), people("Sophie")], platform="GITHUB")
    async with database(url):
        await run_worker(
            url, installed(web, github), now, limits=RunLimits(), settings=WorkerSettings(), stop=asyncio.Event()
        )


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
