"""Real processes of the program, started for a test and ended with it."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.end_to_end.client import TOKEN

START_SECONDS = 60


@dataclass(slots=True)
class Process:
    """A running process of the program and the log lines it has written so far."""

    process: asyncio.subprocess.Process
    lines: list[dict[str, Any]] = field(default_factory=list)
    _written: asyncio.Event = field(default_factory=asyncio.Event)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def pid(self) -> int:
        """The process id."""
        return self.process.pid

    async def logged(self, event: str) -> dict[str, Any]:
        """The first log line of this event, waited for."""
        async with asyncio.timeout(START_SECONDS):
            while True:
                self._written.clear()
                for line in self.lines:
                    if line.get("message") == event:
                        return line
                if self.process.returncode is not None:
                    raise AssertionError(f"the process ended with {self.process.returncode}: {self.lines[-5:]}")
                await self._written.wait()

    async def read_log(self) -> None:
        """Keep what the process writes, until it ends."""
        assert self.process.stderr is not None
        async for raw in self.process.stderr:
            text = raw.decode(errors="replace").rstrip()
            try:
                line = json.loads(text)
            except ValueError:
                line = {"message": text}
            self.lines.append(line if isinstance(line, dict) else {"message": text})
            self._written.set()
        await self.process.wait()
        self._written.set()
        self._ended.set()

    async def drained(self) -> None:
        """Wait until the process has ended and all it wrote is here."""
        await self._ended.wait()

    async def kill(self) -> None:
        """SIGKILL, as the out-of-memory killer would."""
        self.process.kill()
        await self.process.wait()

    async def terminate(self) -> int:
        """SIGTERM; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 20)


@asynccontextmanager
async def program(*arguments: str, **environment: str) -> AsyncIterator[Process]:
    """Run `cam-graphql` with these arguments and settings; killed on leaving if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "cam_graphql",
        *arguments,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("CAM_")},
            "CAM_LOG_FORMAT": "json",
            "CAM_ADMIN_TOKEN": TOKEN,
            "PYTHONUNBUFFERED": "1",
            **environment,
        },
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    running = Process(process)
    reading = asyncio.create_task(running.read_log())
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
        await reading


@asynccontextmanager
async def server(database_url: str, *arguments: str, **environment: str) -> AsyncIterator[tuple[Process, str]]:
    """A server on a free port, with its address."""
    async with program("serve", "--port", "0", *arguments, CAM_DATABASE_URL=database_url, **environment) as running:
        line = await running.logged("serving")
        yield running, line["url"].removesuffix("/graphql")


@asynccontextmanager
async def worker(database_url: str, **environment: str) -> AsyncIterator[Process]:
    """A worker without a server."""
    async with program("worker", CAM_DATABASE_URL=database_url, **environment) as running:
        yield running
