"""The process that loads (`bench.reads.load`), and what it finds out about a system."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.reads.systems import System
from bench.rounds import Figures

_LONGEST_LINE = 2**20


@dataclass(frozen=True, slots=True)
class Load:
    """A process that sends requests as fast as they are answered."""

    process: asyncio.subprocess.Process

    async def measure(
        self, system: System, bodies: list[str], *, connections: int, warm_up: float, seconds: float
    ) -> Figures:
        """Send the bodies in turn. Raises RuntimeError where an answer is not right."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        order = {
            "port": system.port,
            "path": "/graphql",
            "bodies": bodies,
            "connections": connections,
            "warm_up": warm_up,
            "seconds": seconds,
        }
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        await self.process.stdin.drain()
        found = json.loads(await self.process.stdout.readline())
        if "error" in found:
            raise RuntimeError(f"{system.name}: {found['error']}\nasked: {bodies[0][:1000]}")
        return {
            "rps": found["requests"] / found["seconds"],
            "p50_ms": found["p50_ms"],
            "p99_ms": found["p99_ms"],
        }


@asynccontextmanager
async def loading() -> AsyncIterator[Load]:
    """The process, as long as the context lasts."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bench.reads.load",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LONGEST_LINE,
    )
    try:
        yield Load(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
