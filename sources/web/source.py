"""The WEB source: people whom public web pages describe in structured data."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from yarl import URL

from sources.protocol import Availability, Batch, Capabilities, SearchCriteria, SourceFailed
from sources.web.addresses import AddressGuard
from sources.web.crawl import Crawl
from sources.web.fetching import Fetcher
from sources.web.findings import Findings, batches
from sources.web.pacing import Pacing
from sources.web.parse_pool import ParsePool, ParserUnavailable
from sources.web.reading import PageReader
from sources.web.robots import RobotsCache
from sources.web.settings import WebSourceSettings

_log = logging.getLogger(__name__)
_MOST_REASONS = 10
_CREDENTIALS = re.compile(r"//[^/?#]*@")


class WebSource:
    """Crawls politely from the seeds on. Searches share the hosts' pace, robots.txt and the parsing processes.

    Belongs to one event loop. Without a `pool` it has one of its own, which `close` stops.
    """

    platform = "WEB"
    capabilities = Capabilities(
        description=(
            "Reads public web pages from the seed URLs on and follows same-site links that can lead to people. Finds "
            "people described in JSON-LD, microdata, RDFa, h-card or vCard; never guesses from prose. Obeys robots.txt."
        ),
        searches=True,
        looks_up=False,
        required_criteria=frozenset({"seed_urls"}),
    )

    def __init__(
        self, settings: WebSourceSettings, clock: Callable[[], datetime], pool: ParsePool | None = None
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._guard = AddressGuard(settings)
        self._pacing = Pacing(settings)
        self._robots = RobotsCache(settings, clock)
        self._pool = pool or ParsePool(settings)
        self._owns_pool = pool is None

    def availability(self) -> Availability:
        """Always available: it needs no credentials."""
        return Availability(available=True)

    async def close(self) -> None:
        """Stop the parsing processes, unless they are somebody else's. Searches under way fail."""
        if self._owns_pool:
            await self._pool.close()

    async def search(self, criteria: SearchCriteria, *, checkpoint: str | None = None) -> AsyncIterator[Batch]:
        """See `Source.search`. At most four batches a second; a search cannot be resumed, so it starts anew."""
        seeds, unusable = _seeds(criteria.seed_urls)
        if not criteria.seed_urls:
            raise SourceFailed("No seed URLs were given, so there is nowhere to start.")
        findings = Findings(criteria.max_profiles)
        async with Fetcher(self._settings, self._guard) as fetcher:
            reader = PageReader(
                settings=self._settings,
                fetcher=fetcher,
                guard=self._guard,
                pacing=self._pacing,
                robots=self._robots,
                queue=self._pool.queue,
                clock=self._clock,
                on_request=findings.count_request,
            )
            crawl = Crawl(self._settings, seeds, reader, self._pool, findings)
            crawl.unread_seeds.update(unusable)
            running = asyncio.create_task(self._run(crawl))
            try:
                async for batch in batches(findings, running):
                    yield batch
                await running
            finally:
                running.cancel()
                await asyncio.wait({running})
        _log.info("Web search ended; not read: %s", dict(crawl.problems.most_common(_MOST_REASONS)))
        if not crawl.any_seed_read:
            raise SourceFailed(_no_seed_could_be_read(crawl.unread_seeds))

    async def _run(self, crawl: Crawl) -> None:
        unavailable: BaseExceptionGroup[ParserUnavailable] | None = None
        try:
            await self._pool.warm_up()
            await crawl.run()
        except* ParserUnavailable as failures:
            # Raised in here, another exception would leave as a group of one before Python 3.11.4.
            unavailable = failures
        if unavailable is not None:
            raise SourceFailed("The process which parses pages does not start; its output tells why.") from unavailable


def _seeds(texts: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    """The seeds in one spelling each, and those which are none, with the reason."""
    seeds: list[str] = []
    unusable: dict[str, str] = {}
    for text in dict.fromkeys(texts):
        try:
            url = URL(text.strip()).with_fragment(None)
        except ValueError:
            unusable[text] = "it is not a URL"
            continue
        if url.scheme in {"http", "https"} and url.host:
            seeds.append(str(url))
        else:
            unusable[text] = "it is not an absolute http or https URL"
    return list(dict.fromkeys(seeds)), unusable


def _no_seed_could_be_read(reasons: dict[str, str]) -> str:
    told = [f"{_CREDENTIALS.sub('//', seed)[:200]}: {reason}" for seed, reason in list(reasons.items())[:_MOST_REASONS]]
    more = [f"and {len(reasons) - _MOST_REASONS} more"] if len(reasons) > _MOST_REASONS else []
    return "No seed could be read. " + "; ".join([*told, *more]) + "."
