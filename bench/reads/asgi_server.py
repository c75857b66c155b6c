"""uvicorn for the peers written in Python, as it runs for us: uvloop, httptools, one process, no access log."""

import json
import socket

import uvicorn
from starlette.types import ASGIApp


def serve(application: ASGIApp) -> None:
    """Serve on a free port of loopback, which is told on standard output, until SIGTERM."""
    listening = socket.create_server(("127.0.0.1", 0))
    print(json.dumps({"port": listening.getsockname()[1]}), flush=True)
    config = uvicorn.Config(application, loop="uvloop", http="httptools", log_config=None, access_log=False)
    uvicorn.Server(config).run(sockets=[listening])
