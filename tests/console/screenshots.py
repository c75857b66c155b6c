"""`make screenshots`: every page of the console as it looks after some weeks of work, on wide screens and phones.

All of them go to `docs/screenshots/all/`, which git ignores, and those which the README shows to `docs/screenshots/`.
"""

import asyncio
import shutil
import tempfile
from contextvars import Context
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser

from cam_graphql.embedded_postgres import EmbeddedPostgres
from cam_graphql.migrations import upgrade
from tests.console.built import build
from tests.console.chromium import chromium
from tests.console.places import views
from tests.console.seeded.weeks import Place, weeks
from tests.console.visiting import NARROW, WIDE, visit

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
_DAYS, _LEADS = 24, 420
_SIZES = {"390": NARROW, "1440": WIDE}
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_IN_README = {
    "find-1440-light.png": "find.png",
    "pipeline-board-1440-light.png": "pipeline.png",
    "safety-1440-dark.png": "safety.png",
    "lead-390-light.png": "lead.png",
}


async def main() -> None:
    """Fill a database of its own, and take all pictures."""
    build()
    folder = Path(tempfile.mkdtemp(prefix="cam-screenshots-"))
    folder.chmod(0o711)  # so that the account of the database may enter it
    postgres = EmbeddedPostgres(folder / "database", durable=False)
    try:
        database_url = postgres.start()
        await asyncio.create_task(upgrade(database_url), context=Context())
        print("Making some weeks of work …")
        async with weeks(database_url, folder / "mails", days=_DAYS, leads=_LEADS) as place, chromium() as browser:
            await take_all(browser, place)
    finally:
        postgres.release()
        shutil.rmtree(folder, ignore_errors=True)


async def take_all(browser: Browser, place: Place) -> None:
    """Take every picture, and copy those of the README."""
    everything = FOLDER / "all"
    shutil.rmtree(everything, ignore_errors=True)
    everything.mkdir(parents=True)
    for width, size in _SIZES.items():
        for scheme in _SCHEMES:
            async with visit(browser, place.url, size=size, scheme=scheme) as guest:
                for name, view in views(place).items():
                    await view.show(guest)
                    await guest.page.screenshot(path=everything / f"{name}-{width}-{scheme}.png")
                    print(f"{name}-{width}-{scheme}.png")
    for taken, shown in _IN_README.items():
        shutil.copyfile(everything / taken, FOLDER / shown)


if __name__ == "__main__":
    asyncio.run(main())
