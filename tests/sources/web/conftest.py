"""Sites and a source that may reach them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sources.protocol import Batch, SearchCriteria
from sources.web.parse_pool import PARSER
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


@pytest.fixture
async def new_source() -> AsyncIterator[NewSource]:
    """Make a source that may reach the given sites (or `host:port`) without delay; all are closed after the test."""
    made: list[WebSource] = []

    def make(*allowed: Site | str, parser: str = PARSER, **settings: Any) -> WebSource:
        hosts = frozenset(site.authority if isinstance(site, Site) else site for site in allowed)
        settings = {"delay": 0.0, "allow_hosts": hosts, "parse_processes": 1, **settings}
        source = WebSource(WebSourceSettings(**settings), lambda: datetime.now(UTC), parser=parser)
        made.append(source)
        return source

    yield make
    for source in made:
        await source.close()


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
