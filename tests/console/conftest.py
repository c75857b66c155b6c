"""A browser, and the console on a server of a test file's own, with the example site beside it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from playwright.async_api import Browser

from cam_graphql.example_site import example_site
from tests.console.built import build
from tests.console.chromium import chromium
from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.processes import server


@dataclass(frozen=True, slots=True)
class Console:
    """A server which shows the console."""

    url: str
    api: ApiClient
    site_url: str
    """The example site, of which jobs may read."""


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A browser. It is installed, and the console built, where they are missing."""
    build()
    async with chromium() as started:
        yield started


@pytest.fixture(scope="module")
async def console(browser: Browser, module_database_url: str) -> AsyncIterator[Console]:
    """The console on a server which the tests of one file share."""
    async with example_site(0) as site_url:
        reading = {"CAM_FETCH_ALLOW_HOSTS": site_url.removeprefix("http://"), "CAM_FETCH_DELAY": "0.05"}
        async with server(module_database_url, **reading) as (_, url), client(url) as api:
            yield Console(url, api, site_url)
