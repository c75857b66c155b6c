"""Sites and a source that may reach them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sources.protocol import Batch, SearchCriteria
from sources.web.parse_pool import ParsePool
from sources.web.settings import WebSourceSettings
from sources.web.source import WebSource
from tests.sources.web.sites import Content, Site

StartSite = Callable[..., Awaitable[Site]]
NewSource = Callable[..., WebSource]


@pytest.fixture
async def start_site() -> AsyncIterator[StartSite]:
    """Start a site from its pages; all are stopped after the test."""
    started: list[Site] = []

    async def start(pages: dict[str, Content], **details: Any) -> Site:
        site = Site(pages, **details)
        await site.start()
        started.append(site)
        return site

    yield start
    for site in started:
        await site.stop()


@pytest.fixture(scope="session")
async def parse_pool() -> AsyncIterator[ParsePool]:
    """One child for all tests which do not look at children: loading the parser takes longer than most of them."""
    pool = ParsePool(WebSourceSettings(parse_processes=1))
    yield pool
    await pool.close()


@pytest.fixture
def new_source(parse_pool: ParsePool) -> NewSource:
    """Make a source that may reach the given sites (or `host:port`) without delay."""

    def make(*allowed: Site | str, pool: ParsePool = parse_pool, **settings: Any) -> WebSource:
        hosts = frozenset(site.authority if isinstance(site, Site) else site for site in allowed)
        settings = {"delay": 0.0, "allow_hosts": hosts, **settings}
        return WebSource(WebSourceSettings(**settings), lambda: datetime.now(UTC), pool)

    return make


async def search(source: WebSource, *seeds: str, **criteria: Any) -> list[Batch]:
    """Run a search to its end."""
    return [batch async for batch in source.search(SearchCriteria(seed_urls=seeds, **criteria))]


def names(batches: list[Batch]) -> list[str]:
    """The people whom the batches leave known, sorted."""
    known: dict[str, str] = {}
    for batch in batches:
        for handle in batch.superseded_handles:
            known.pop(handle, None)
        known |= {profile.handle: profile.display_name for profile in batch.profiles}
    return sorted(known.values())
