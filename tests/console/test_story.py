"""The whole story, as somebody lives it in a browser: from an empty console to leads that are talked with, safely."""

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.console.board import lead_card, stage
from tests.console.conftest import Console
from tests.console.seeded.many import one
from tests.console.visiting import visit
from tests.end_to_end.client import TOKEN

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180, func_only=True)]  # what is installed and built takes longer

PEOPLE = "Name,E-mail,Met as\nAda Windlass,ada@x.example,Harbour pilot\nBo Tidewater,,Founder\nCem,broken,CTO\n"
FOUND = ("Bruno Saltmarsh", "Dmitri Lanternfish", "Hiro Wavecrest")


async def test_from_an_empty_console_to_leads_that_are_talked_with(browser: Browser, console: Console) -> None:
    async with visit(browser, console.url, token=None) as guest:
        page = guest.page
        await sign_in(page)
        await create_campaign(page, "Engineers of the harbour")
        await run_a_job(page, f"{console.site_url}/index.html")
        await convert(page, FOUND)
        await go_to(page, "Pipeline")
        await drag(page, FOUND[0], "New", "Contacted")
        await move_by_keyboard(page, FOUND[1], "New", "Contacted")
        await log_a_call(page, FOUND[1])
        await host_named(console, "Rosa")
        await book(page, FOUND[1], "Rosa")
        await page.keyboard.press("Escape")
        await go_to(page, "Appointments")
        await expect(page.get_by_role("main").get_by_role("button", name=FOUND[1], exact=True)).to_be_visible()
        await go_to(page, "Safety")
        await change_a_limit(page, "E-mail", 12)
        await stop_everything(page)
        await go_to(page, "Pipeline")
        await import_a_file(page)


async def sign_in(page: Page) -> None:
    await page.get_by_label("API token").fill(TOKEN)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("heading", name="Begin with a campaign")).to_be_visible()


async def create_campaign(page: Page, name: str) -> None:
    await page.get_by_role("button", name="New campaign").click()
    form = page.get_by_role("dialog", name="New campaign")
    await form.get_by_label("Name").fill(name)
    await form.get_by_role("button", name="Create").click()
    await expect(form).to_have_count(0)
    await expect(page.get_by_role("combobox", name="Campaign")).to_have_value(name)


async def run_a_job(page: Page, seed: str) -> None:
    await page.get_by_role("button", name="New job").click()
    form = page.get_by_role("dialog", name="New discovery job")
    await form.get_by_role("checkbox", name="Web pages").check()
    await form.get_by_label("Name of the job").fill("People of the example site")
    await form.get_by_label("Pages to begin with").fill(seed)
    await form.get_by_label("Role").fill("engineer")
    await form.get_by_label("Place").fill("Lisbon")
    await form.get_by_role("button", name="Create and run").click()
    await expect(form).to_be_hidden()
    state = page.get_by_role("main").get_by_role("status").filter(has_text="found")
    await expect(state).to_contain_text("running")
    await expect(state).to_contain_text("done · 32 found")
    await expect(rows(page, "Found people").first).to_contain_text("Bruno Saltmarsh")


async def convert(page: Page, names: tuple[str, ...]) -> None:
    for name in names:
        await page.get_by_role("checkbox", name=f"Select {name}").check()
    await page.get_by_role("button", name="Convert to leads").click()
    results = page.get_by_role("dialog", name="3 of 3 became leads")
    await expect(results.get_by_text("new lead")).to_have_count(3)
    await page.keyboard.press("Escape")
    await expect(results).to_have_count(0)


async def go_to(page: Page, name: str) -> None:
    await page.get_by_role("navigation", name="Pages").get_by_role("link", name=name).click()
    await expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


async def drag(page: Page, name: str, from_stage: str, to_stage: str) -> None:
    card, target = lead_card(page, from_stage, name), stage(page, to_stage)
    await card.hover()
    await page.mouse.down()
    await target.hover()
    await page.mouse.move(1, 1)
    await target.hover()
    await page.mouse.up()
    await expect(lead_card(page, to_stage, name)).to_be_visible()
    await expect(card).to_have_count(0)


async def move_by_keyboard(page: Page, name: str, from_stage: str, to_stage: str) -> None:
    await lead_card(page, from_stage, name).focus()
    told = page.get_by_role("status").filter(has_text=name)
    for key, heard in (
        ("Space", f"{name} is over {from_stage}."),
        ("ArrowRight", f"{name} is over {to_stage}."),
        ("Space", f"{name} is dropped in {to_stage}."),
    ):
        await page.keyboard.press(key)
        await expect(told).to_have_text(heard)
    await expect(lead_card(page, to_stage, name)).to_be_visible()


async def log_a_call(page: Page, name: str) -> None:
    await lead_card(page, "Contacted", name).press("Enter")
    panel = page.get_by_role("dialog", name=name)
    await panel.get_by_label("What it was about").fill("Asked how their releases go.")
    await page.keyboard.press("Enter")
    await expect(panel.get_by_text("Asked how their releases go.")).to_be_visible()
    await expect(panel.get_by_label("What it was about")).to_have_value("")


async def host_named(console: Console, name: str) -> None:
    """Somebody of ours who has held an appointment before, and so has hours."""
    campaign = (await one(console.api, "createCampaign", "campaign { id }", name="Before"))["campaign"]["id"]
    lead = await one(console.api, "createLead", "lead { id }", campaignId=campaign, name="Ada Lanternfish")
    await one(
        console.api,
        "createAppointment",
        leadId=lead["lead"]["id"],
        title="Talk",
        host=name,
        startsAt="2026-01-05T10:00:00Z",
        timeZone="Europe/Lisbon",
        durationMinutes=30,
        allowPast=True,
    )


async def book(page: Page, name: str, host: str) -> None:
    await page.get_by_role("dialog", name=name).get_by_role("button", name="Book").click()
    form = page.get_by_role("dialog", name=f"Book with {name}")
    await form.get_by_label("Who of us").fill(host)
    await (
        form.get_by_role("group", name=f"Free times of {host}")
        .get_by_role("region")
        .first.get_by_role("button")
        .first.click()
    )
    await form.get_by_role("button", name="Book").click()
    await expect(form).to_have_count(0)
    await expect(page.get_by_role("dialog", name=name).get_by_text(f"Call with {name}").first).to_be_visible()


async def change_a_limit(page: Page, channel: str, a_day: int) -> None:
    await page.get_by_role("button", name="Change limits").click()
    form = page.get_by_role("region", name="Change limits")
    await form.get_by_role("group", name=channel).get_by_label("At most a day").fill(str(a_day))
    await expect(form.get_by_role("status", name="Simulation")).to_contain_text("last 14 days under these settings")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_have_count(0)
    card = page.get_by_role("region", name=channel, exact=True)
    await expect(card).to_contain_text(f"At most {a_day} a day")


async def stop_everything(page: Page) -> None:
    stop = page.get_by_role("dialog", name="Emergency stop")
    await page.get_by_role("button", name="Stop", exact=True).click()
    await stop.get_by_label("Reason").fill("Wrong template")
    await stop.get_by_role("button", name="Stop everything now").click()
    stopped = page.get_by_role("alert").filter(has_text="All outreach is stopped")
    await expect(stopped).to_contain_text("Wrong template")
    await page.get_by_role("button", name="Stopped").click()
    await stop.get_by_role("button", name="Resume outreach").click()
    await expect(stopped).to_have_count(0)
    await expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()


async def import_a_file(page: Page) -> None:
    await page.get_by_role("button", name="Import").click()
    wizard = page.get_by_role("dialog", name="Import leads")
    async with page.expect_file_chooser() as choosing:
        await wizard.get_by_role("button", name="File of leads").click()
    await (await choosing.value).set_files(
        {"name": "fair.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()},
    )
    column = wizard.get_by_label("What Met as fills")
    await expect(column).to_have_value("")
    await column.click()
    await page.get_by_role("option", name="Role").click()
    await wizard.get_by_role("button", name="Import", exact=True).click()
    await expect(wizard.get_by_role("heading", name="Imported: fair.csv")).to_be_visible()
    await expect(wizard.get_by_role("status")).to_contain_text("3 of 3 rows: 2 created, 1 rejected")
    await expect(wizard.get_by_role("row").filter(has_text="E-mail: ")).to_have_count(1)
    await wizard.get_by_role("button", name="Done").click()
    await expect(lead_card(page, "New", "Ada Windlass")).to_contain_text("Harbour pilot")
    await expect(lead_card(page, "New", "Bo Tidewater")).to_be_visible()


def rows(page: Page, table: str) -> Locator:
    """A table's rows, without its head."""
    return page.get_by_role("grid", name=table).get_by_role("rowgroup").get_by_role("row")
