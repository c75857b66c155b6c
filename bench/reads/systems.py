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
class _Command:
    words: tuple[str, ...]
    dialect: Dialect = OWN
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    says_on_stderr: bool = False


def _ours(database: Database) -> _Command:
    """As `cam-graphql serve` runs it, with its log, but without the worker."""
    environment = {
        "CAM_DATABASE_URL": database.url,
        "CAM_DATABASE_POOL_MIN": str(CONNECTIONS),
        "CAM_DATABASE_POOL_MAX": str(CONNECTIONS),
        "CAM_LOG_FORMAT": "json",
        "CAM_PORT": "0",
    }
    words = (sys.executable, "-m", "cam_graphql", "serve", "--no-worker")
    return _Command(words, environment=environment, says_on_stderr=True)


def _in_python(module: str, database: Database) -> _Command:
    return _Command((sys.executable, "-m", f"bench.reads.{module}", database.url, str(CONNECTIONS)))


def _in_node(program: str, dialect: Dialect, database: Database) -> _Command:
    words = (node_program(), program, database.socket_directory, database.name, str(CONNECTIONS))
    return _Command(words, dialect, {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}, FOLDER)


COMMANDS: Mapping[str, Callable[[Database], _Command]] = {
    "ours": _ours,
    "limit": lambda database: _in_python("limit", database),
    "stock": lambda database: _in_python("stock", database),
    "mercurius": lambda database: _in_node("mercurius.js", MERCURIUS, database),
    "postgraphile": lambda database: _in_node("postgraphile.js", POSTGRAPHILE, database),
}


@asynccontextmanager
async def running(name: str, database: Database) -> AsyncIterator[System]:
    """Start a system of `COMMANDS`, and stop it on leaving. Raises RuntimeError where it does not start."""
    command = COMMANDS[name](database)
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
