"""A small fictional web site, served by the program itself, so that a first discovery job has something to read."""

import asyncio
import errno
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from cam_graphql import CONTENT_ROOT
from cam_graphql.http_server import HttpServer

SITE = CONTENT_ROOT / "examples" / "site"
_CONTENT_TYPES = {".vcf": "text/vcard; charset=utf-8", ".txt": "text/plain; charset=utf-8"}


class _Pages(StaticFiles):
    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file with its content type, of which each system's own table says something else."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        if content_type := _CONTENT_TYPES.get(Path(full_path).suffix):
            response.headers["content-type"] = content_type
        return response


@asynccontextmanager
async def example_site(port: int, site: Path = SITE) -> AsyncIterator[str]:
    """Serve the site on loopback while the context lasts; yields its address, `http://127.0.0.1:PORT`.

    Takes any free port where `port` is 0 or in use.
    """
    listener = _listen(port)
    pages = Starlette(routes=[Mount("/", _Pages(directory=site, html=True))])
    server = HttpServer(
        uvicorn.Config(pages, loop="none", lifespan="off", ws="none", log_config=None, access_log=False)
    )
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await serving
        listener.close()


def _listen(port: int) -> socket.socket:
    """Listening from the start, so that whoever has the address need not wait for the server."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE or not port:
            raise
        return socket.create_server(("127.0.0.1", 0))
