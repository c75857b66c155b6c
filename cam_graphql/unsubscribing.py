"""`/unsubscribe/TOKEN`, the link in every e-mail: GET shows a page and changes nothing, POST unsubscribes."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from resolvers.context import Context
from services.outreach.unsubscribing import is_link, unsubscribe
from services.transaction import Act

ACTOR = "recipient"

_HEADERS = {
    "cache-control": "no-store",
    # The page holds nothing of anybody's, loads nothing, and can send its form nowhere else.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
}

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }}
button {{ font: inherit; padding: .75rem 1.5rem; min-height: 44px; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{content}
</main>
</body>
</html>
"""
_ASKING = _PAGE.format(
    title="Unsubscribe",
    content="<p>Press the button, and we will not write to you again.</p>\n"
    '<form method="post"><button type="submit">Unsubscribe</button></form>',
)
_DONE = _PAGE.format(
    title="You are unsubscribed",
    content='<p role="status">We will not write to you again. You may close this page.</p>',
)
_UNKNOWN = _PAGE.format(
    title="This link does not work",
    content="<p>Part of it may be missing: copy it from the e-mail as a whole, "
    "or answer the e-mail and say that you do not want any more.</p>",
)


class UnsubscribeEndpoint:
    """Answers those who follow the link, and the mail programs that do it for them."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    async def answer(self, request: Request) -> Response:
        """GET asks, for a page may be fetched by whatever looks at mail before people do. POST does it, as often as
        it comes; what the request holds besides does not matter, and is not read.
        """
        token = request.path_params["token"]
        if request.method == "POST":
            done = await unsubscribe(token, Act(ACTOR, self._context().clock()))
            return _answer(_DONE) if done else _answer(_UNKNOWN, HTTPStatus.NOT_FOUND)
        return _answer(_ASKING) if await is_link(token) else _answer(_UNKNOWN, HTTPStatus.NOT_FOUND)


def _answer(page: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return HTMLResponse(page, status, headers=_HEADERS)
