"""What people see of it when somebody else is faster."""

import asyncio
import re

import pytest
from playwright.async_api import Browser, Route, expect

from tests.console.board import lead_card
from tests.console.conftest import Console
from tests.console.seeded.many import one
from tests.console.visiting import visit
from tests.end_to_end.operations import new_campaign

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180, func_only=True)]


async def test_a_move_shows_at_once_and_is_taken_back_where_somebody_was_faster(
    browser: Browser, console: Console
) -> None:
    # given: a board with a lead
    campaign = await new_campaign(console.api)
    made = await one(console.api, "createLead", "lead { id }", campaignId=campaign, name="Ada Windlass")
    async with visit(browser, console.url, path=f"/pipeline?campaign={campaign}") as guest:
        seen = asyncio.Event()

        async def be_faster(route: Route) -> None:
            if "updateLeadStage" in (route.request.post_data or ""):
                await seen.wait()
                await one(console.api, "updateLeadStage", leadId=made["lead"]["id"], stage="QUALIFIED")
            await route.continue_()

        await guest.page.route("**/graphql", be_faster)

        # when: it is moved on, and somebody else moves it before the server has heard of that
        await lead_card(guest.page, "New", "Ada Windlass").press("]")
        await expect(lead_card(guest.page, "Contacted", "Ada Windlass")).to_be_visible()
        seen.set()

        # then: it goes where the other one moved it, and why is said
        await expect(lead_card(guest.page, "Qualified", "Ada Windlass")).to_be_visible()
        await expect(lead_card(guest.page, "Contacted", "Ada Windlass")).to_have_count(0)
        told = guest.page.get_by_role("alert").filter(has_text="Ada Windlass was changed meanwhile")
        await expect(told).to_contain_text(re.compile("It is in Qualified now"))
