"""What happens to a page in the parsing process: it is read, and its links are judged."""

from dataclasses import replace

from sources.web.extract import parse_page
from sources.web.links import PromisingLink, promising_links
from sources.web.page import FetchedPage, ParsedPage


def parse_and_judge(
    page: FetchedPage, agent: str, worth: float, is_seed: bool
) -> tuple[ParsedPage, tuple[PromisingLink, ...]]:
    """What the page says, without its links, and those of its links to follow. `worth` and `is_seed` are its own."""
    parsed = parse_page(page, agent)
    return replace(parsed, links=()), promising_links(parsed, worth=worth, is_seed=is_seed)
