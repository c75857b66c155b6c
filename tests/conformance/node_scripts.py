"""Node, and the packages of the scripts in `node/`, installed on first use from the committed lock file."""

import asyncio
import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "node"
_LOCK = FOLDER / "package-lock.json"
_INSTALLED = FOLDER / "node_modules" / ".package-lock.json"
_SECONDS = 150


def install() -> None:
    """Run `npm ci` where the packages are missing, or not those of the lock file. Raises AssertionError."""
    assert shutil.which("npm"), "These tests run clients written for Node; install it: apt-get install nodejs npm"
    with (FOLDER / ".installing").open("w") as one:  # tests run in several processes
        fcntl.flock(one, fcntl.LOCK_EX)
        if not _INSTALLED.exists() or _INSTALLED.stat().st_mtime < _LOCK.stat().st_mtime:
            command = ["npm", "ci", "--loglevel=error"]
            done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=_SECONDS)
            assert done.returncode == 0, done.stdout + done.stderr
            _INSTALLED.touch()


async def script(name: str, *arguments: str) -> Any:
    """What a script writes, JSON, as Python has it."""
    process = await asyncio.create_subprocess_exec(
        "node",
        name,
        *arguments,
        cwd=FOLDER,
        env={"PATH": os.environ["PATH"]},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(60):
            output, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0, errors.decode()
    return json.loads(output)
