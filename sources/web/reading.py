"""From a URL to its page, politely: robots.txt, the host's pace, redirects, budgets."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

from yarl import URL

from sources.web.addresses import AddressGuard, AddressRefused
from sources.web.fetching import Acceptable, Fetcher, FetchFailed, Response
from sources.web.pacing import Pacing
from sources.web.page import FetchedPage
from sources.web.robots import ROBOTS_TXT, RobotsCache
from sources.web.settings import WebSourceSettings
from sources.web.sites import site_of

PAGES = Acceptable(
    header="text/html, application/xhtml+xml, text/vcard;q=0.9, */*;q=0.1",
    types=frozenset({"text/html", "application/xhtml+xml", "text/vcard", "text/x-vcard", "text/directory"}),
    vcard_suffix=True,
)
_TRY_LATER = frozenset({429, 503})


class PageFailed(Exception):
    """The page cannot be read. The message says why, in an operator's words."""

    def __init__(self, message: str, *, host_failed: bool = False, forbidden: bool = False) -> None:
        super().__init__(message)
        self.host_failed = host_failed
        """The host itself is in trouble, not just this page."""
        self.forbidden = forbidden
        """Nothing was asked of the page, because it must not be."""


class AlreadyRead(Exception):
    """The page leads to one which is read anyway."""


class PageReader:
    """Reads pages for one search. Counts what it costs: `on_request` is called for each request, robots.txt too."""

    def __init__(
        self,
        *,
        settings: WebSourceSettings,
        fetcher: Fetcher,
        guard: AddressGuard,
        pacing: Pacing,
        robots: RobotsCache,
        queue: asyncio.Semaphore,
        clock: Callable[[], datetime],
        on_request: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._fetcher = fetcher
        self._guard = guard
        self._pacing = pacing
        self._robots = robots
        self._queue = queue
        self._clock = clock
        self._on_request = on_request
        self._bytes_left = settings.bytes_per_job

    @property
    def bytes_left(self) -> int:
        """What remains of the job's budget; negative once it is overdrawn."""
        return self._bytes_left

    async def read(self, address: str, is_new: Callable[[str], bool]) -> FetchedPage:
        """Fetch a page, following redirects to targets that `is_new` accepts.

        The page holds a place in the parsers' queue, which the caller frees. Raises `PageFailed` and `AlreadyRead`.
        """
        seconds = self._settings.seconds_per_page
        left_site = asked_again = False
        url = URL(address)
        come_from = {url}
        for _ in range(self._settings.redirects + 1):
            await self._check(url)
            response, took = await self._request(url, seconds)
            seconds -= took
            if response.status in _TRY_LATER and not asked_again:
                self._pacing.pause(site_of(str(url)), self._wait_asked_for(response))
                asked_again = True
                continue
            if response.redirected_to is None:
                return self._page(response)
            target = response.redirected_to
            self._check_address(target)
            if site_of(str(target)) != site_of(str(url)):
                if left_site:
                    raise PageFailed("it redirects from site to site")
                left_site = True
            if target in come_from:
                raise PageFailed("it redirects in a circle")
            if not is_new(str(target)):
                raise AlreadyRead
            come_from.add(target)
            url = target
            if seconds <= 0:
                raise PageFailed(f"its redirects take longer than {self._settings.seconds_per_page:g} s in all")
        raise PageFailed(f"it redirects more than {self._settings.redirects} times")

    async def _check(self, url: URL) -> None:
        """Raise `PageFailed` if the URL must not be fetched; learn the host's pace."""
        self._check_address(url)
        rules = await self._robots.rules(url, self._fetch_robots)
        if (reason := rules.forbids(url)) is not None:
            raise PageFailed(reason, forbidden=True, host_failed=rules.forbidden_because is not None)
        if rules.delay > self._settings.longest_delay:
            raise PageFailed(
                f"the host wants {rules.delay:g} s between requests, more than the {self._settings.longest_delay:g} s "
                "we are set to wait",
                forbidden=True,
                host_failed=True,
            )
        if rules.delay:
            self._pacing.slow_down(site_of(str(url)), rules.delay)

    def _check_address(self, url: URL) -> None:
        try:
            self._guard.check_url(url)
        except AddressRefused as refused:
            raise PageFailed(str(refused), forbidden=True) from refused

    async def _fetch_robots(self, url: URL) -> Response:
        async with self._pacing.turn(site_of(str(url))):
            return await self._counted(
                url, ROBOTS_TXT, max_bytes=self._settings.robots_bytes, seconds=self._settings.seconds_per_page
            )

    async def _request(self, url: URL, seconds: float) -> tuple[Response, float]:
        """Ask for a page; also tells how long the answer took. Holds the turn until the parsers can take the page."""
        loop = asyncio.get_running_loop()
        async with self._pacing.turn(site_of(str(url))):
            started = loop.time()
            try:
                response = await self._counted(url, PAGES, max_bytes=self._settings.bytes_per_page, seconds=seconds)
            except FetchFailed as failure:
                raise PageFailed(str(failure), host_failed=not failure.refused, forbidden=failure.refused) from failure
            took = loop.time() - started
            self._bytes_left -= len(response.body)
            if response.body:
                await self._queue.acquire()
            return response, took

    async def _counted(self, url: URL, accept: Acceptable, *, max_bytes: int, seconds: float) -> Response:
        try:
            response = await self._fetcher.get(url, accept=accept, max_bytes=max_bytes, seconds=seconds)
        except FetchFailed as failure:
            if not failure.refused:
                self._on_request()
            raise
        self._on_request()
        return response

    def _page(self, response: Response) -> FetchedPage:
        if not response.body:
            raise PageFailed(_why_without_page(response), host_failed=response.status >= 500 or response.status == 429)
        return FetchedPage(
            url=str(response.url),
            body=response.body,
            content_type=response.content_type,
            robots_header=response.robots_header,
            retrieved_at=self._clock(),
        )

    def _wait_asked_for(self, response: Response) -> float:
        """Seconds until the host wants to be asked again. Raises `PageFailed` if that is too long."""
        asked = _seconds(response.retry_after, self._clock())
        if asked is None or asked > self._settings.longest_delay:
            raise PageFailed(f"the host is overloaded (status {response.status})", host_failed=True)
        return asked


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after[:9])
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _why_without_page(response: Response) -> str:
    if response.status != 200:
        return f"the host answers with status {response.status}"
    if not response.wanted:
        return f"it is no page but {(response.content_type or 'nameless').partition(';')[0].strip()[:80]}"
    return "it is empty"
