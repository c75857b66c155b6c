"""Who is let in, and what is offered to whom."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.console.conftest import Console
from tests.console.seeded.many import one
from tests.console.visiting import visit
from tests.end_to_end.client import TOKEN

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180, func_only=True)]  # what is installed and built takes longer

REFUSED = r"\b401\b"


async def token(console: Console, name: str, role: str) -> tuple[str, str]:
    """A token for somebody else: its id, and what signs in."""
    made = await one(console.api, "createApiToken", "secret apiToken { id }", name=name, role=role)
    return made["apiToken"]["id"], made["secret"]


async def test_a_wrong_token_is_told_at_its_field_and_a_right_one_leads_to_where_one_was(
    browser: Browser, console: Console
) -> None:
    async with visit(browser, console.url, token=None, path="/activity?campaign=nothing") as guest:
        guest.expect_problem(REFUSED)
        field = guest.page.get_by_role("textbox", name="API token")
        await expect(field).to_be_focused()
        await field.fill("cam_of_nobody")
        await field.press("Enter")
        await expect(field).to_have_accessible_description(re.compile("This token is not known"))

        await field.fill(TOKEN)
        await guest.page.get_by_role("button", name="Sign in").click()

        await expect(guest.page.get_by_role("heading", level=1, name="Activity")).to_be_visible()
        assert guest.page.url == f"{console.url}/activity?campaign=nothing"


async def test_the_address_that_make_run_prints_signs_in_and_keeps_no_token(browser: Browser, console: Console) -> None:
    async with visit(browser, console.url) as guest:
        await expect(guest.page.get_by_role("navigation", name="Pages")).to_be_visible()
        assert guest.page.url == f"{console.url}/find"


async def test_a_revoked_token_leads_to_signing_in_and_from_there_back(browser: Browser, console: Console) -> None:
    token_id, secret = await token(console, "Somebody who leaves", "OPERATOR")
    async with visit(browser, console.url, token=secret, path="/safety") as guest:
        guest.expect_problem(REFUSED)
        await expect(guest.page.get_by_role("heading", level=1, name="Safety")).to_be_visible()

        await one(console.api, "revokeApiToken", id=token_id)
        await guest.page.get_by_role("link", name="Activity").click()

        field = guest.page.get_by_role("textbox", name="API token")
        await field.fill(TOKEN)
        await field.press("Enter")
        await expect(guest.page.get_by_role("heading", level=1, name="Activity")).to_be_visible()


async def test_a_viewer_is_not_offered_what_viewers_may_not_do(browser: Browser, console: Console) -> None:
    _, secret = await token(console, "Wall screen", "VIEWER")
    async with visit(browser, console.url, token=secret) as guest:
        pages = guest.page.get_by_role("navigation", name="Pages")
        await expect(pages.get_by_role("link")).to_have_count(6)
        account = guest.page.get_by_role("button", name="Account and appearance")
        await account.click()
        await expect(guest.page.get_by_role("menuitem", name="GraphiQL")).to_be_visible()
        await expect(guest.page.get_by_role("menuitem", name="Tokens")).to_have_count(0)
        await guest.page.keyboard.press("Escape")
        await expect(guest.page.get_by_role("button", name="New campaign")).to_have_count(0)

        await guest.page.get_by_role("button", name="Stop").click()
        stop = guest.page.get_by_role("dialog", name="Emergency stop")
        await expect(stop.get_by_text("Your role may not stop it.")).to_be_visible()
        await expect(stop.get_by_role("button")).to_have_count(0)


async def test_an_administrator_comes_to_the_tokens_by_the_account(browser: Browser, console: Console) -> None:
    async with visit(browser, console.url) as guest:
        await guest.page.get_by_role("button", name="Account and appearance").click()
        await guest.page.get_by_role("menuitem", name="Tokens").click()

        await expect(guest.page.get_by_role("heading", level=1, name="Tokens")).to_be_visible()
