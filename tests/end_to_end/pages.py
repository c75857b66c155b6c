"""A local web site of people, whose pages can be held back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import orjson
from aiohttp import web


@dataclass(slots=True)
class Site:
    """A team page which links to one page a person. From `held_from` on, people's pages wait for `release`."""

    people: int
    held_from: int | None = None
    released: asyncio.Event = field(default_factory=asyncio.Event)
    requests: list[str] = field(default_factory=list)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = ""

    @property
    def seed(self) -> str:
        """Where a crawl starts."""
        return f"http://{self.address}/team/"

    def release(self) -> None:
        """Let all pages through."""
        self.released.set()

    async def answer(self, request: web.Request) -> web.Response:
        """One page."""
        self.requests.append(request.path)
        if request.path == "/team/":
            links = "".join(f'<li><a href="/team/person-{n}">Person {n}</a></li>' for n in range(self.people))
            return web.Response(text=f"<html><body><ul>{links}</ul></body></html>", content_type="text/html")
        name = request.path.rpartition("-")[2]
        if not request.path.startswith("/team/person-") or not name.isdecimal():
            raise web.HTTPNotFound
        number = int(name)
        if self.held_from is not None and len(self.requests) > self.held_from:
            self.held.set()
            await self.released.wait()
        return web.Response(text=_person(number), content_type="text/html")


def _person(number: int) -> str:
    document = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": f"Ada Example {number:03d}",
        "jobTitle": "Engineer" if number % 2 else "Gardener",
        "email": f"mailto:ada{number}@people.example",
        "address": {"@type": "PostalAddress", "addressLocality": "Lisbon"},
    }
    script = f'<script type="application/ld+json">{orjson.dumps(document).decode()}</script>'
    return f"<html><head>{script}</head><body><h1>Ada Example {number:03d}</h1></body></html>"


@asynccontextmanager
async def site(people: int, *, held_from: int | None = None) -> AsyncIterator[Site]:
    """Serve the site on a free port of the loopback interface."""
    pages = Site(people, held_from)
    application = web.Application()
    application.router.add_get("/{path:.*}", pages.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    try:
        listener = web.TCPSite(runner, "127.0.0.1", 0)
        await listener.start()
        host, port = runner.addresses[0][:2]
        pages.address = f"{host}:{port}"
        yield pages
    finally:
        pages.release()
        await runner.cleanup()


def fetch_settings(*sites: Site) -> dict[str, str]:
    """Settings under which the web source may read these sites, without pausing between pages."""
    return {
        "CAM_FETCH_ALLOW_HOSTS": ",".join(one.address for one in sites),
        "CAM_FETCH_DELAY": "0",
    }
