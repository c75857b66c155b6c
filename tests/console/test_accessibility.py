"""Every page is for everybody: by axe, by keyboard, on a phone, light and dark (WCAG 2.2 AA)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.console.axe import faults_by_keyboard, violations
from tests.console.places import views
from tests.console.seeded.weeks import Place, weeks
from tests.console.visiting import NARROW, WIDE, Visit, visit

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180, func_only=True)]  # what is installed and built takes longer

BY_KEYBOARD = (
    "find",
    "find-new-job",
    "pipeline-board",
    "pipeline-table",
    "lead",
    "appointments",
    "outreach",
    "safety-change",
    "activity",
    "tokens",
    "stop",
)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])


@pytest.fixture(scope="module")
async def place(
    browser: Browser, module_database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Place]:
    """A server with some days of work behind it, for all tests here: they only look."""
    folder: Path = tmp_path_factory.mktemp("mails")
    async with weeks(module_database_url, folder, days=3, leads=60) as filled:
        yield filled


@SIZES
async def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, place: Place, size: tuple[int, int]
) -> None:
    faults: list[str] = []
    async with visit(browser, place.url, size=size) as guest:
        for name, view in views(place).items():
            await view.show(guest)
            faults += [f"{name}: {fault}" for fault in await violations(guest.page)]
            faults += [f"{name}: {fault}" for fault in await too_wide(guest)]
    assert not faults, "\n".join(faults)


async def test_nothing_is_too_pale_in_the_dark(browser: Browser, place: Place) -> None:
    faults: list[str] = []
    async with visit(browser, place.url, scheme="dark") as guest:
        for name, view in views(place).items():
            await view.show(guest)
            faults += [f"{name}: {fault}" for fault in await violations(guest.page, colours_alone=True)]
    assert not faults, "\n".join(faults)


@SIZES
async def test_signing_in_is_for_everybody(browser: Browser, place: Place, size: tuple[int, int]) -> None:
    async with visit(browser, place.url, token=None, size=size) as guest:
        await guest.page.get_by_role("button", name="Sign in").wait_for()
        assert not await violations(guest.page)
        assert not await too_wide(guest)
        await guest.page.emulate_media(color_scheme="dark")
        assert not await violations(guest.page, colours_alone=True)


async def test_the_keyboard_comes_everywhere_and_one_sees_where_it_is(browser: Browser, place: Place) -> None:
    faults: list[str] = []
    async with visit(browser, place.url) as guest:
        for name in BY_KEYBOARD:
            await views(place)[name].show(guest)
            faults += [f"{name}: {fault}" for fault in await faults_by_keyboard(guest.page)]
    assert not faults, "\n".join(faults)


async def too_wide(guest: Visit) -> list[str]:
    """Which of the page, its main part and what is open over it has to be scrolled sideways."""
    wider: list[str] = await guest.page.evaluate(
        """() => [...document.querySelectorAll('html, main, section[role=dialog], section[role=dialog] > *')]
            .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
            .map(one => `${one.tagName} ${one.className} is ${one.scrollWidth - one.clientWidth} pixels too wide`)"""
    )
    return wider
