"""Pages as the crawler would hand them over."""

from datetime import UTC, datetime

from sources.web.page import FetchedPage

PAGE_URL = "https://harbour.example/pages/page.html"
RETRIEVED_AT = datetime(2025, 1, 1, 12, tzinfo=UTC)


def fetched(
    body: str | bytes, *, url: str = PAGE_URL, content_type: str | None = "text/html", robots_header: str | None = None
) -> FetchedPage:
    """A response with this body."""
    encoded = body if isinstance(body, bytes) else body.encode()
    return FetchedPage(url, encoded, content_type, robots_header, RETRIEVED_AT)


def json_ld(block: str) -> str:
    """A page with one JSON-LD block."""
    return f'<html><head><script type="application/ld+json">{block}</script></head></html>'


def h_card(name: str, more: str = "") -> str:
    """The h-card of one person."""
    return f'<div class="h-card"><span class="p-name">{name}</span>{more}</div>'
