"""uvicorn as a part of a program: the program around it has the signals, and makes the socket."""

import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn


class HttpServer(uvicorn.Server):
    """A server which leaves signals to the program: its other parts must hear of them, too."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one. Raises OSError.

    Its connections send at once. asyncio sees to that only where a socket names its protocol, which those made by
    `create_server` do not: every answer of two writes would wait 40 ms for the client's delayed acknowledgement.
    """
    listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
