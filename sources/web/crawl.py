"""One search's way through its sites: side by side over the hosts, one host at its own pace, and always bounded."""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable

from sources.web.findings import Findings
from sources.web.frontier import Frontier, Step, page_key
from sources.web.page import FetchedPage
from sources.web.parse_pool import PageNotParsed, ParsePool, ParserUnavailable
from sources.web.reading import AlreadyRead, PageFailed, PageReader
from sources.web.settings import WebSourceSettings
from sources.web.sites import site_of

_log = logging.getLogger(__name__)
_QUEUED_PER_PAGE = 5


class _Enough(Exception):
    """Ends all sites at once: as many people as wanted are found."""


class _Site:
    """What is known of one site during one search."""

    def __init__(self, settings: WebSourceSettings) -> None:
        self.frontier = Frontier(settings.pages_per_host * _QUEUED_PER_PAGE, settings.depth)
        self.pages_left = settings.pages_per_host
        self.failures_in_a_row = 0
        self.deadline: float | None = None
        self.at_work = False


class Crawl:
    """Reads from the seeds on until nothing promising is left or a bound is reached. `run` is called once."""

    def __init__(
        self, settings: WebSourceSettings, seeds: Iterable[str], reader: PageReader, pool: ParsePool, findings: Findings
    ) -> None:
        self._settings = settings
        self._reader = reader
        self._pool = pool
        self._findings = findings
        self._pages_left = settings.pages_per_job
        self._sites: dict[str, _Site] = {}
        self._claimed_elsewhere: set[str] = set()
        self._work = asyncio.TaskGroup()
        self.any_seed_read = False
        self.unread_seeds: dict[str, str] = {}
        """Seeds that could not be read, with the reason."""
        self.problems: Counter[str] = Counter()
        """How often something was not read, by reason."""
        for seed in seeds:
            self.unread_seeds[seed] = "its turn did not come before a limit was reached"
            self._site(site_of(seed)).frontier.add_seed(seed)

    async def run(self) -> None:
        """Crawl to the end; cancelling it ends every request and parse under way.

        Raises `ParserUnavailable`, perhaps in groups.
        """
        try:
            async with asyncio.timeout(self._settings.seconds_per_job):
                await self._work_through_sites()
        except TimeoutError:
            self.problems["the job's time was up"] += 1

    async def _work_through_sites(self) -> None:
        try:
            async with self._work:
                for site in list(self._sites.values()):
                    self._set_to_work(site)
        except* _Enough:
            pass

    def _set_to_work(self, site: _Site) -> None:
        if not site.at_work:
            site.at_work = True
            self._work.create_task(self._work_through(site))

    async def _work_through(self, site: _Site) -> None:
        """Read the site's best page next, as many at once as one host may be asked."""
        async with asyncio.TaskGroup() as visits:
            running: set[asyncio.Task[None]] = set()
            while True:
                while len(running) < self._settings.concurrency_per_host and (step := self._next_step(site)):
                    running.add(visits.create_task(self._visit(site, step)))
                if not running:
                    site.at_work = False
                    return
                _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)

    def _next_step(self, site: _Site) -> Step | None:
        step = site.frontier.pop()
        if step is not None and (limit := self._limit_reached(site)) is not None:
            self.problems[limit] += 1
            site.frontier.clear()
            return None
        if step is not None:
            self._pages_left -= 1
            site.pages_left -= 1
        return step

    def _limit_reached(self, site: _Site) -> str | None:
        if self._pages_left <= 0:
            return "the job's pages were used up"
        if self._reader.bytes_left <= 0:
            return "the job's bytes were used up"
        if site.pages_left <= 0:
            return "a host's pages were used up"
        if site.deadline is not None and _now() > site.deadline:
            return "a host's time was up"
        if site.failures_in_a_row >= self._settings.failures_per_host:
            return "a host failed too often"
        return None

    async def _visit(self, site: _Site, step: Step) -> None:
        """Read one page and take in what it says. Whatever is wrong with it costs this page only."""
        try:
            page = await self._read(site, step)
            if page is not None:
                await self._take(page, step)
        except PageNotParsed as failure:
            self.problems[str(failure)] += 1
        except (_Enough, ParserUnavailable):
            raise
        except Exception:
            _log.exception("A page could not be taken in: %s", step.url)
            self._unread(step, "a fault of ours")

    async def _read(self, site: _Site, step: Step) -> FetchedPage | None:
        try:
            page = await self._reader.read(step.url, lambda target: self._claims(target, step))
        except AlreadyRead:
            self._seed_read(step)
            return None
        except PageFailed as failure:
            if failure.forbidden:
                self._pages_left += 1
                site.pages_left += 1
            site.failures_in_a_row += failure.host_failed
            self._unread(step, str(failure))
            return None
        finally:
            if site.deadline is None:
                site.deadline = _now() + self._settings.seconds_per_host
        site.failures_in_a_row = 0
        self._seed_read(step)
        return page

    async def _take(self, page: FetchedPage, step: Step) -> None:
        """Parse the page, keep its people, queue its links."""
        try:
            parsed, links = await self._pool.parse(page, worth=step.worth, is_seed=step.is_seed)
        finally:
            self._pool.queue.release()
        await self._findings.add(parsed, page.retrieved_at)
        if self._findings.full:
            raise _Enough
        site = self._sites.get(site_of(page.url))
        if site is not None:
            for link in links:
                site.frontier.offer(link, step)
            self._set_to_work(site)

    def _claims(self, target: str, step: Step) -> bool:
        """Whether a redirect's target is still unread; it counts as read from now on. A seed may lead to a new site."""
        if page_key(target) == page_key(step.url):
            return True
        name = site_of(target)
        if name in self._sites or step.is_seed:
            return self._site(name).frontier.claim(target)
        known = page_key(target) in self._claimed_elsewhere
        self._claimed_elsewhere.add(page_key(target))
        return not known

    def _unread(self, step: Step, reason: str) -> None:
        self.problems[reason] += 1
        if step.url in self.unread_seeds:
            self.unread_seeds[step.url] = reason

    def _seed_read(self, step: Step) -> None:
        if step.is_seed:
            self.any_seed_read = True
            del self.unread_seeds[step.url]

    def _site(self, name: str) -> _Site:
        return self._sites.setdefault(name, _Site(self._settings))


def _now() -> float:
    return asyncio.get_running_loop().time()
