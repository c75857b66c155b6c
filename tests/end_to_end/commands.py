"""Commands of the program, each in a process of its own. They are forked off one which has imported it: that takes
seconds, and is done while tests are at something else.

Run as `python -m tests.end_to_end.commands`, it reads the arguments of a command a line, as JSON, and answers with a
line of `[exit status, standard output, standard error]`.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cam_graphql.command_line import main as program


@dataclass(frozen=True, slots=True)
class Commands:
    """Runs commands, one after the other."""

    process: asyncio.subprocess.Process

    async def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `cam-graphql` with these arguments."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(arguments).encode() + b"\n")
        async with asyncio.timeout(60):
            status, output, errors = json.loads(await self.process.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, output, errors)


@asynccontextmanager
async def commands(database_url: str) -> AsyncIterator[Commands]:
    """Commands on this database."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.end_to_end.commands",
        env={"CAM_DATABASE_URL": database_url, "PATH": os.defpath, "COLUMNS": "120"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Commands(process)
    finally:
        process.kill()
        await process.wait()


def _run(arguments: list[str]) -> tuple[int, str, str]:
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        child = os.fork()
        if not child:
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            sys.argv = ["cam-graphql", *arguments]
            status = 1
            try:
                program()
            except SystemExit as ended:
                status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        _, ended_with = os.waitpid(child, 0)
        told = []
        for file in (output, errors):
            file.seek(0)
            told.append(file.read())
        return os.waitstatus_to_exitcode(ended_with), told[0], told[1]


def main() -> None:
    """Run one command a line."""
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
