"""`GET /calendars/SECRET.ics`: a host's appointments, for a calendar that asks for them again and again."""

import asyncio
import re
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from resolvers.context import Context
from services.appointments.feeds import read_feed, written

_TAG = re.compile(r'"([^"]*)"')
_HEADERS = {
    # A calendar keeps what it has, and asks each time whether that is still so.
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}


class CalendarFeedEndpoint:
    """Answers calendars."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    async def send(self, request: Request) -> Response:
        """Answer with the calendar; 304 where it is known already, 404 for a secret that opens nothing, or no more."""
        context = self._context()
        feed = await read_feed(request.path_params["secret"], context.clock(), context.appointment_rules.feed_entries)
        if feed is None:
            return PlainTextResponse("There is no such calendar.\n", HTTPStatus.NOT_FOUND)
        tag = sha256(repr(feed).encode()).hexdigest()
        headers = {**_HEADERS, "etag": f'"{tag}"'}
        if _knows(request, tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        # A millisecond for each appointment is too long for others to wait.
        calendar = await asyncio.to_thread(written, feed)
        headers["content-disposition"] = 'inline; filename="appointments.ics"'
        return Response(calendar, media_type="text/calendar", headers=headers)


def _knows(request: Request, tag: str) -> bool:
    """Whether `If-None-Match` names the calendar; what is weak is enough."""
    given = ",".join(request.headers.getlist("if-none-match"))
    return given.strip() == "*" or tag in _TAG.findall(given)
