"""uvicorn as a part of a program: the program around it has the signals, and makes the socket."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn

from cam_graphql.accepting import Accepting


class HttpServer(uvicorn.Server):
    """A server which leaves signals to the program, whose other parts must hear of them, too."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and accept by ourselves."""
        await super().startup(sockets=[])
        self.servers = [Accepting(one, self._protocol, self.config.backlog) for one in sockets or ()]  # type: ignore[misc]

    def _protocol(self) -> asyncio.Protocol:
        protocol: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return protocol


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one. Raises OSError.

    Its connections send at once. asyncio sees to that only where a socket names its protocol, which those made by
    `create_server` do not: every answer of two writes would wait 40 ms for the client's delayed acknowledgement.
    """
    listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
