"""The console as `make console` builds it."""

import fcntl
import os
import subprocess
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_ONE_BUILDS = Path(tempfile.gettempdir()) / f"cam-graphql-console-{os.getuid()}.lock"
_SECONDS = 300


def build() -> None:
    """Build it where that was not done, or where something was changed since. Raises AssertionError where it cannot."""
    with _ONE_BUILDS.open("w") as lock:  # tests run in several processes
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            ["sh", "requirements/console.sh", "needed"],
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    assert done.returncode == 0, done.stdout + done.stderr
