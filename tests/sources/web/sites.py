"""Real web servers on loopback for the crawler to read, and a notebook of what was asked of them."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Content = str | bytes | web.Response | Handler
"""A page's HTML, a body, a whole answer, or what makes one."""


@dataclass
class Asked:
    """One request as the server saw it."""

    path: str
    """With its query."""
    at: float
    """When it began, by the event loop's clock."""
    headers: Mapping[str, str]
    done_at: float | None = None


@dataclass
class Site:
    """One host. Paths that are not in `pages` answer 404, robots.txt too."""

    pages: dict[str, Content] = field(default_factory=dict)
    address: str = "127.0.0.1"
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    _under_way: int = 0
    _runner: web.ServerRunner | None = None

    @property
    def authority(self) -> str:
        """`host:port`, as `allow_hosts` takes it."""
        return f"{self.address}:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.authority}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for in order, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    async def start(self) -> None:
        self._runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, self.address, self.port)
        await listener.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        asked = Asked(request.path_qs, asyncio.get_running_loop().time(), dict(request.headers))
        self.asked.append(asked)
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            return await self._content(request)
        finally:
            self._under_way -= 1
            asked.done_at = asyncio.get_running_loop().time()

    async def _content(self, request: web.BaseRequest) -> web.StreamResponse:
        content = self.pages.get(request.path_qs, self.pages.get(request.path, self.pages.get("*")))
        match content:
            case None:
                return web.Response(status=404, text="There is no such page.")
            case str():
                return web.Response(
                    text=content, content_type="text/plain" if request.path == "/robots.txt" else "text/html"
                )
            case bytes():
                return web.Response(body=content, content_type="text/html")
            case web.Response():
                # A response can be sent once only.
                return web.Response(status=content.status, headers=content.headers, body=content.body)
            case _:
                return await content(request)  # type: ignore[arg-type]


def redirect(to: str, status: int = 302) -> web.Response:
    return web.Response(status=status, headers={"Location": to})


def page(*people: str, links: tuple[str, ...] = (), head: str = "") -> str:
    """A page which names people in JSON-LD and links to paths or URLs, whose last part is the link's text."""
    graph = [{"@type": "Person", "name": name} for name in people]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph})
    cards = f'<script type="application/ld+json">{data}</script>' if people else ""
    anchors = "".join(f'<a href="{link}">{link.rstrip("/").rpartition("/")[2]}</a> ' for link in links)
    return f"<!doctype html><html><head><title>A page</title>{head}</head><body>{cards}{anchors}</body></html>"


async def raw_site(answer: Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]) -> tuple[asyncio.Server, str]:
    """A server which answers robots.txt with 404, and everything else as `answer` writes to the bare connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            if request.startswith(b"GET /robots.txt"):
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                await writer.drain()
            else:
                await answer(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    return server, f"{host}:{port}"
