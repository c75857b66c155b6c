"""Visits to the console, of which everything that goes wrong behind the screen is told at the end."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    Route,
    WebSocket,
    expect,
)

from tests.end_to_end.client import TOKEN

WIDE = (1440, 900)
NARROW = (390, 844)
ZONE = "Europe/Lisbon"
_OWN = ("about", "blob", "data")
"""Schemes of what pages make themselves."""
_UNSETTLED = ".mantine-Skeleton-root, .mantine-Loader-root, [aria-busy=true]"
"""What stands where something is still to come."""

expect.set_options(timeout=15_000)


@dataclass  # without slots: Playwright keeps something of its own with the owner of a handler
class Visit:
    """A browser's page at the console, and what went wrong there."""

    page: Page
    url: str
    can_walk: bool = False
    """Whether the page is the console, with nothing open but what its address says."""
    _problems: list[str] = field(default_factory=list)
    _expected: list[re.Pattern[str]] = field(default_factory=list)
    _asked: set[Request] = field(default_factory=set)

    def expect_problem(self, pattern: str) -> None:
        """Take it for no fault where something goes wrong that is told so: the test sees to it that it does."""
        self._expected.append(re.compile(pattern))

    @property
    def problems(self) -> list[str]:
        """What went wrong, but for what was expected."""
        return [one for one in self._problems if not any(pattern.search(one) for pattern in self._expected)]

    async def go(self, path: str, token: str | None = None) -> None:
        """Open a page by its address; with a token, as the address that `make run` prints does."""
        await self.page.goto(f"{self.url}{path}" + (f"#token={token}" if token else ""))

    async def walk(self, path: str) -> None:
        """Go to another page of the console as its own links do, without loading it anew."""
        await self.page.evaluate("path => history.pushState({}, '', path)", path)

    async def settled(self) -> None:
        """Wait until the page has all it shows: nothing is asked for any more, and nothing more comes."""
        size, still = -1, 0
        async with asyncio.timeout(20):
            while still < 4:
                await asyncio.sleep(0.04)
                before, size = size, await self.page.locator("*").count()
                still = 0 if self._asked or size != before else still + 1
        await expect(self.page.locator(_UNSETTLED)).to_have_count(0)
        await self.page.evaluate("document.fonts.ready")

    def watch(self) -> None:
        """Note from now on what goes wrong."""
        self.page.on("console", self._on_console)
        self.page.on("pageerror", self._on_error)
        self.page.on("response", self._on_response)
        self.page.on("websocket", self._on_socket)
        self.page.on("request", self._on_request)
        self.page.on("requestfinished", self._on_answered)
        self.page.on("requestfailed", self._on_answered)

    async def stay_here(self, context: BrowserContext) -> None:
        """Let the browser reach nothing but the server, and note what it tries."""
        await context.route(lambda url: not self._is_own(url), self._refuse)

    async def _refuse(self, route: Route) -> None:
        self._problems.append(f"asked for what is not the server's: {route.request.url}")
        await route.abort()

    def _on_socket(self, socket: WebSocket) -> None:
        if not self._is_own(socket.url):
            self._problems.append(f"connected to what is not the server's: {socket.url}")

    def _is_own(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.netloc == urlsplit(self.url).netloc or parts.scheme in _OWN

    def _on_request(self, request: Request) -> None:
        self._asked.add(request)

    def _on_answered(self, request: Request) -> None:
        self._asked.discard(request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._problems.append(f"console: {message.text}")

    def _on_error(self, error: Error) -> None:
        self._problems.append(f"error: {error.message}\n{error.stack}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._problems.append(f"answer {response.status}: {response.request.method} {response.url}")


@asynccontextmanager
async def visit(
    browser: Browser,
    url: str,
    *,
    token: str | None = TOKEN,
    path: str = "/",
    size: tuple[int, int] = WIDE,
    scheme: Literal["light", "dark"] = "light",
) -> AsyncIterator[Visit]:
    """Visit the console, with a token: signed in. Raises AssertionError on leaving where anything went wrong."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        locale="en-GB",
        timezone_id=ZONE,
        reduced_motion="reduce",
    )
    try:
        guest = Visit(await context.new_page(), url)
        guest.watch()
        await guest.stay_here(context)
        await guest.go(path, token)
        yield guest
        assert guest.problems == []
    finally:
        await context.close()
