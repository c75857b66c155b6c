"""Which processes use the server: each holds a shared lock, which the kernel takes back even from a killed one."""

import fcntl
import os
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed

LOCK_NAME = "postgresql.participants"
_STARTING = "postgresql.starting"
_PATIENCE_SECONDS = 120.0
_PAUSE_SECONDS = 0.02


class _LockFile:
    """An open lock file. Its lock ends with `close`, or with the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            if os.geteuid() == 0:  # a folder's owner must be able to use it after root did
                owner = path.parent.stat()
                os.chown(self._descriptor, owner.st_uid, owner.st_gid)
        except OSError as error:
            raise EmbeddedPostgresFailed(
                f"{path} cannot be written ({error.strerror}): set CAM_DATA_DIR to a folder of your own."
            ) from error
        _open_files.add(self)

    def take(self, mode: int) -> bool:
        """Try for `fcntl.LOCK_SH` or `fcntl.LOCK_EX` without waiting."""
        try:
            fcntl.flock(self._descriptor, mode | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait(self, mode: int) -> None:
        """Take the lock, waiting as long as a server's start or stop may last."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not self.take(mode):
            if time.monotonic() > deadline:
                self.close()
                raise EmbeddedPostgresFailed(
                    f"Another process has been starting or stopping the database for {_PATIENCE_SECONDS:.0f} s. "
                    f"Find it with `fuser {self._path}` and end it."
                )
            time.sleep(_PAUSE_SECONDS)

    def close(self) -> None:
        """Give the lock back."""
        _open_files.discard(self)
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


# A forked child shares its parent's locks, and would keep the server alive after the parent's death.
_open_files: weakref.WeakSet[_LockFile] = weakref.WeakSet()


def _close_all() -> None:
    for file in list(_open_files):
        file.close()


os.register_at_fork(after_in_child=_close_all)


@contextmanager
def starting(data_dir: Path) -> Iterator[None]:
    """Only one process at a time finds out whether the server runs, and starts it."""
    file = _LockFile(data_dir / _STARTING)
    try:
        file.wait(fcntl.LOCK_EX)
        yield
    finally:
        file.close()


class Participation:
    """That this process uses the server. While anyone holds one, nobody stops it."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._file = _LockFile(data_dir / LOCK_NAME)
        self._file.wait(fcntl.LOCK_SH)

    def close(self) -> None:
        """Give it up; the keeper stops a server that nobody uses."""
        self._file.close()

    @contextmanager
    def leave(self) -> Iterator[bool]:
        """Give it up. Yields whether we were the last: then nobody joins until the context ends."""
        self.close()
        file = _LockFile(self._data_dir / LOCK_NAME)
        try:
            yield file.take(fcntl.LOCK_EX)
        finally:
            file.close()
