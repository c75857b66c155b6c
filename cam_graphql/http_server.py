"""uvicorn as a part of a program: the program around it has the signals, and makes the socket."""

from collections.abc import Generator
from contextlib import contextmanager

import uvicorn


class HttpServer(uvicorn.Server):
    """A server which leaves signals to the program: its other parts must hear of them, too."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield
