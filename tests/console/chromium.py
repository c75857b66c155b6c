"""A real browser for tests: Debian's Chromium, which Playwright drives."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.debian import Program

CHROMIUM = Program("Chromium", Path("/usr/bin/chromium"), ("chromium", "fonts-inter"), seconds=150)
"""With the console's first choice of a font: without any, a bare machine would show nothing but boxes."""

_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine has an address.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser with a new profile, which is installed where it is missing."""
    CHROMIUM.install()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM.path, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()
