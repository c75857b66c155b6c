"""Where things are on the board, as people say it."""

import re

from playwright.async_api import Locator, Page


def stage(page: Page, name: str) -> Locator:
    """A column of the board."""
    return page.get_by_role("region", name=name, exact=True)


def lead_card(page: Page, stage_name: str, name: str) -> Locator:
    """A lead on the board."""
    return stage(page, stage_name).get_by_role("button", name=re.compile(f"^{re.escape(name)}"))
