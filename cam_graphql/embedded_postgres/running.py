"""The server's process: whether it runs, where it listens, and how it is stopped."""

import os
import signal
import socket
import struct
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed

_SOCKET_NAME = ".s.PGSQL.5432"
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)  # the protocol's shortest question
_PAUSE_SECONDS = 0.02
_STOP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class RunningServer:
    """What PostgreSQL wrote into `postmaster.pid` about itself."""

    pid: int
    socket_directory: Path
    ready: bool
    """Whether it had finished starting when the file was read."""

    def answers(self) -> bool:
        """Whether it speaks PostgreSQL's protocol. True also in another container which shares the folder, where the
        process is out of sight; a socket which merely accepts may be one that a dying server's children still hold.
        """
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(5)
            try:
                connection.connect(str(self.socket_directory / _SOCKET_NAME))
                connection.sendall(_SSL_REQUEST)
                return connection.recv(1) in (b"N", b"S")
            except OSError:
                return False

    def is_alive(self, data: Path) -> bool:
        """Whether the process is a server on this data directory, and not a stranger who got the id since."""
        try:
            process = psutil.Process(self.pid)
            return process.status() != psutil.STATUS_ZOMBIE and str(data.resolve()) in process.cmdline()
        except psutil.Error:
            return False


def read_running_server(data: Path) -> RunningServer | None:
    """The server on this data directory, None where no file tells of one. It may have died since."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if len(lines) < 5:
        return None  # written line by line, while the server starts
    return RunningServer(
        pid=int(lines[0]),
        socket_directory=Path(lines[4]),
        ready=len(lines) > 7 and lines[7].strip() == "ready",
    )


def await_ready(data: Path, pid: int, patience_seconds: float) -> RunningServer | None:
    """Wait until the server is ready; None where it has ended instead, or is not ready in time."""
    deadline = time.monotonic() + patience_seconds
    while time.monotonic() < deadline:
        found = read_running_server(data)
        if found is not None and found.pid == pid and found.ready:
            return found
        if not _exists(pid):
            return None
        time.sleep(_PAUSE_SECONDS)
    return None


def stop_server(data: Path) -> None:
    """PostgreSQL's fast shutdown: open transactions are rolled back. Returns when the server is gone."""
    found = read_running_server(data)
    if found is None or not found.is_alive(data):
        return
    os.kill(found.pid, signal.SIGINT)
    deadline = time.monotonic() + _STOP_SECONDS
    while _exists(found.pid):
        if time.monotonic() > deadline:
            raise EmbeddedPostgresFailed(f"The database server (process {found.pid}) does not end; see its log.")
        time.sleep(_PAUSE_SECONDS)


def _exists(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
