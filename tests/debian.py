"""Debian's programs that tests run, installed from its packages where they are missing."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ONE_INSTALLS = Path(tempfile.gettempdir()) / f"cam-graphql-tests-{os.getuid()}.lock"
_MAY_START = Path("/usr/sbin/policy-rc.d")


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the packages which have it and what it needs."""

    name: str
    path: Path
    packages: tuple[str, ...]
    seconds: int
    """How long each step of the installation may take."""

    def install(self) -> None:
        """Install it, where it is missing, without starting any service. Raises AssertionError where that cannot be."""
        with _ONE_INSTALLS.open("w") as lock:  # tests run in several processes
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.path.exists():
                self._install_packages()

    def _install_packages(self) -> None:
        if os.getuid() != 0 or shutil.which("apt-get") is None:
            raise AssertionError(f"These tests need {self.name}; {self._remedy}")
        with _nothing_starts():
            self._apt_get("update")
            self._apt_get("install", "-y", "--no-install-recommends", *self.packages)

    def _apt_get(self, *arguments: str) -> None:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        try:
            done = subprocess.run(
                ["apt-get", "-q", *arguments],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=self.seconds,
            )
        except subprocess.TimeoutExpired as error:
            raise AssertionError(f"{self.name} could not be installed in {self.seconds} s; {self._remedy}") from error
        if done.returncode:
            raise AssertionError(f"{self.name} could not be installed; {self._remedy}\n{done.stdout}{done.stderr}")

    @property
    def _remedy(self) -> str:
        return f"install it: apt-get install {' '.join(self.packages)}"


@contextmanager
def _nothing_starts() -> Iterator[None]:
    """Packages start their services unless this program of the system's administrator forbids it by 101."""
    if _MAY_START.exists():  # whatever it says: it is somebody's
        yield
        return
    _MAY_START.write_text("#!/bin/sh\nexit 101\n")
    _MAY_START.chmod(0o755)
    try:
        yield
    finally:
        _MAY_START.unlink()
