"""uvicorn as a part of a program: the program around it has the signals, and makes the socket."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn

from cam_graphql.accepting import Accepting
from cam_graphql.http_protocol import HEADERS_TIMEOUT, HttpProtocol


class HttpServer(uvicorn.Server):
    """A server which leaves signals to the program, whose other parts must hear of them, too."""

    def __init__(self, config: uvicorn.Config, headers_timeout: float = HEADERS_TIMEOUT) -> None:
        super().__init__(config)
        self._headers_timeout = headers_timeout

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and accept by ourselves."""
        await super().startup(sockets=[])
        self.servers = [Accepting(one, self._protocol, self.config.backlog) for one in sockets or ()]  # type: ignore[misc]

    def _protocol(self) -> asyncio.Protocol:
        return HttpProtocol(self._headers_timeout, self.config, self.server_state, self.lifespan.state)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one. Raises OSError.

    Its connections send at once. asyncio sees to that only where a socket names its protocol, which those made by
    `create_server` do not: every answer of two writes would wait 40 ms for the client's delayed acknowledgement.
    """
    listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
