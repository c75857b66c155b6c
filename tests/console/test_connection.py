"""What people see of a server that was away."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, expect

from tests.console.visiting import visit
from tests.end_to_end.client import client
from tests.end_to_end.operations import new_campaign
from tests.end_to_end.processes import server

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180, func_only=True)]

LOST = re.compile("cannot be reached")


async def test_a_lost_server_is_told_quietly_and_caught_up_with(browser: Browser, database_url: str) -> None:
    async with server(database_url) as (process, url), visit(browser, url, path="/activity") as guest:
        guest.expect_problem(r"ERR_CONNECTION|WebSocket")
        await expect(guest.page.get_by_role("heading", level=1, name="Activity")).to_be_visible()
        strip = guest.page.get_by_role("status").filter(has_text=LOST)
        await expect(strip).to_have_count(0)

        await process.kill()
        await expect(strip).to_be_visible()

        async with server(database_url, "--port", str(urlsplit(url).port)) as (_, again), client(again) as api:
            await new_campaign(api, "Made while nobody looked")
            await expect(strip).to_have_count(0)
            await expect(guest.page.get_by_role("link", name="Made while nobody looked")).to_be_visible()
