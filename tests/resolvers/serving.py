"""The whole application on a real socket, in the test's own loop, and a client of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn

from cam_graphql.application import build_application
from cam_graphql.http_server import HttpServer, listen
from resolvers.context import Context
from services.imports import DEFAULT_UPLOAD_LIMITS, UploadLimits
from tests.end_to_end.client import ApiClient

MAX_BODY_BYTES = 1_000_000
_KEEP_ALIVE = 600
"""Seconds. Clients outlast tests: where both ends give idle connections five seconds, a request meets a closing one."""


@dataclass(frozen=True, slots=True)
class Api(ApiClient):
    """A client of a server over this context."""

    context: Context

    async def done(self, query: str, **variables: Any) -> dict[str, Any]:
        """The payload of the one mutation of an operation, which must not be refused."""
        (payload,) = (await self.execute(query, **variables)).values()
        assert not payload.get("userErrors"), payload["userErrors"]
        result: dict[str, Any] = payload
        return result

    async def refused(self, query: str, **variables: Any) -> list[tuple[str | None, str]]:
        """The `userErrors` of the one mutation of an operation, each as its path, joined by dots, and its code."""
        (payload,) = (await self.execute(query, **variables)).values()
        assert payload["userErrors"]
        return [
            (".".join(error["field"]) if error["field"] else None, error["code"]) for error in payload["userErrors"]
        ]


@dataclass(slots=True)
class SharedServer:
    """A server for many tests, one after the other: it answers over the context of the one whose turn it is."""

    url: str = ""
    context: Context | None = None

    def present(self) -> Context:
        """The context of the test that runs."""
        assert self.context is not None, "a request came outside a test's turn"
        return self.context


@asynccontextmanager
async def shared_server(**bounds: Any) -> AsyncIterator[SharedServer]:
    """A server which takes its context from whoever sets it. `bounds` are further arguments of `build_application`."""
    shared = SharedServer()
    async with _listening(shared.present, DEFAULT_UPLOAD_LIMITS, **bounds) as shared.url:
        yield shared


@asynccontextmanager
async def serving(context: Context, uploads: UploadLimits = DEFAULT_UPLOAD_LIMITS, **bounds: Any) -> AsyncIterator[Api]:
    """A server of one's own over this context. `bounds` are further arguments of `build_application`."""
    async with _listening(lambda: context, uploads, **bounds) as url, httpx.AsyncClient(timeout=30) as http:
        yield Api(url, http, context)


@asynccontextmanager
async def _listening(context: Callable[[], Context], uploads: UploadLimits, **bounds: Any) -> AsyncIterator[str]:
    """The application's URL; it listens on a free port of this machine's own."""
    application = build_application(
        context, max_body_bytes=MAX_BODY_BYTES, allowed_hosts=["127.0.0.1"], uploads=uploads, **bounds
    )
    listening = listen("127.0.0.1", 0)
    server = HttpServer(
        uvicorn.Config(
            application,
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
            timeout_keep_alive=_KEEP_ALIVE,
        )
    )
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task
