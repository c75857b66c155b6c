"""The systems compared, each one process with the same number of connections to the same database."""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bench.credentials import ENVIRONMENT
from bench.reads.database import Database
from bench.reads.node_peers import FOLDER, node_program
from bench.reads.workloads import MERCURIUS, OWN, POSTGRAPHILE, Dialect

CONNECTIONS = 10
_START_SECONDS = 60.0
_STOP_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class System:
    """A server that runs."""

    name: str
    port: int
    dialect: Dialect


@dataclass(frozen=True, slots=True)
class Command:
    """How a system is started."""

    words: tuple[str, ...]
    dialect: Dialect = OWN
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    says_on_stderr: bool = False


def ours(database: Database, folder: Path | None = None) -> Command:
    """As `cam-graphql serve` runs it, with its log, but without the worker; of the checkout in this folder."""
    environment = {
        "CAM_DATABASE_URL": database.url,
        "CAM_DATABASE_POOL_MIN": str(CONNECTIONS),
        "CAM_DATABASE_POOL_MAX": str(CONNECTIONS),
        "CAM_LOG_FORMAT": "json",
        "CAM_PORT": "0",
        **ENVIRONMENT,
    }
    words = (sys.executable, "-m", "cam_graphql", "serve", "--no-worker")
    return Command(words, environment=environment, folder=folder, says_on_stderr=True)


def in_python(module: str, database: Database) -> Command:
    """A peer written in Python."""
    return Command((sys.executable, "-m", module, database.url, str(CONNECTIONS)))


def in_node(program: str, dialect: Dialect, database: Database, *more: str, folder: Path = FOLDER) -> Command:
    """A peer written for Node, with the packages of its folder."""
    words = (node_program(folder), program, database.socket_directory, database.name, str(CONNECTIONS), *more)
    return Command(words, dialect, {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}, folder)


Commands = Mapping[str, Callable[[Database], Command]]

COMMANDS: Commands = {
    "ours": ours,
    "limit": lambda database: in_python("bench.reads.limit", database),
    "stock": lambda database: in_python("bench.reads.stock", database),
    "mercurius": lambda database: in_node("mercurius.js", MERCURIUS, database),
    "postgraphile": lambda database: in_node("postgraphile.js", POSTGRAPHILE, database),
}


@asynccontextmanager
async def running(name: str, database: Database, commands: Commands = COMMANDS) -> AsyncIterator[System]:
    """Start a system of `commands`, and stop it on leaving. Raises RuntimeError where it does not start."""
    command = commands[name](database)
    with tempfile.TemporaryDirectory(prefix=f"cam-bench-{name}-") as folder:
        said = Path(folder) / "said"
        log = Path(folder) / "log"
        told = log if command.says_on_stderr else said
        with said.open("wb") as stdout, log.open("wb") as stderr:
            process = await asyncio.create_subprocess_exec(
                *command.words,
                env={**os.environ, "CAM_DATA_DIR": folder, **command.environment},
                cwd=command.folder,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
        try:
            yield System(name, await _port(process, told, log), command.dialect)
        finally:
            await _stop(process)


async def _port(process: asyncio.subprocess.Process, told: Path, log: Path) -> int:
    try:
        async with asyncio.timeout(_START_SECONDS):
            while process.returncode is None:
                for line in told.read_bytes().splitlines(keepends=True):
                    if line.startswith(b"{") and line.endswith(b"\n") and (port := _port_in(json.loads(line))):
                        return port
                await asyncio.sleep(0.05)
    except TimeoutError:
        pass
    raise RuntimeError(f"{' '.join(told.parts)} does not start:\n{log.read_text(errors='replace')[-3000:]}")


def _port_in(event: dict[str, object]) -> int | None:
    """From the one line of a peer, or from our log's line which tells that we serve."""
    match event:
        case {"port": int(port)}:
            return port
        case {"message": "serving", "url": str(url)}:
            return urlsplit(url).port
    return None


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
