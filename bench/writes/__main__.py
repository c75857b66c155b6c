"""Writes compared: single mutations by ours, a hand-written endpoint and PostGraphile; an import by ours and by COPY.

`python -m bench.writes` takes about eight minutes; `--rounds 1 --seconds 0.5` gives rough figures. It starts and seeds
PostgreSQL servers of its own, and installs PostGraphile on first use.
"""

import argparse
import asyncio
import os
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial

import aiohttp
import asyncpg
from rich.console import Console

from bench.credentials import AUTHORIZATION
from bench.reads.answers import AnswersDiffer
from bench.reads.database import databases
from bench.reads.loading import Load, loading
from bench.reads.node_peers import PeersMissing, install_peers
from bench.reads.systems import System, running
from bench.reads.workloads import Workload
from bench.rounds import Comparison, Figures
from bench.writes import importing
from bench.writes.answers import require_same_writes
from bench.writes.systems import COMMANDS
from bench.writes.targets import shortcomings
from bench.writes.workloads import COUNTS, LEADS, RESET, WORKLOADS
from cam_graphql.database import connect

_WARM_UP = 0.5
_SETTLING = 1.0
"""Seconds under load before a workload's first round, for JITs and prepared statements."""
_TABLES = ("leads", "contact_events", "stage_changes", "activity")


@dataclass(frozen=True, slots=True)
class _Bench:
    """What the measurings share."""

    load: Load
    connection: asyncpg.Connection
    seconds: float

    async def measure(self, system: System, workload: Workload, connections: int, *, settling: bool = False) -> Figures:
        """Let a system write to leads that are as they were. Raises RuntimeError where writes were refused."""
        await self.connection.execute(RESET)
        await self.connection.execute(f"VACUUM {', '.join(_TABLES)}")
        before = await self.connection.fetchval(COUNTS[workload.name])
        warm_up, seconds = (0.0, _SETTLING) if settling else (_WARM_UP, self.seconds)
        figures = await self.load.measure(
            system, workload.bodies(system.dialect), connections=connections, warm_up=warm_up, seconds=seconds
        )
        written = await self.connection.fetchval(COUNTS[workload.name]) - before
        if written < int(figures["rps"] * seconds):
            raise RuntimeError(f"{workload.name}: {system.name} wrote {written} times only")
        return figures


async def _compare_single_writes(comparison: Comparison, seconds: float, only: set[str]) -> None:
    async with AsyncExitStack() as stack:
        (database,) = await stack.enter_async_context(databases(LEADS))
        connection: asyncpg.Connection = await connect(database.url)
        stack.push_async_callback(connection.close)
        for table in _TABLES:  # which is vacuumed between measurings, not at any time during one
            await connection.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")
        http = await stack.enter_async_context(aiohttp.ClientSession(headers=AUTHORIZATION))
        systems = [await stack.enter_async_context(running(name, database, COMMANDS)) for name in COMMANDS]
        await require_same_writes(http, systems, connection)
        bench = _Bench(await stack.enter_async_context(loading()), connection, seconds)
        for workload in WORKLOADS.values():
            if only and workload.name not in only:
                continue
            for count in workload.connections:
                for system in systems:
                    await bench.measure(system, workload, count, settling=True)
                name = f"{workload.name}, {count} at once"
                measures = {system.name: partial(bench.measure, system, workload, count) for system in systems}
                await comparison.measure(name, measures)


async def _compare(rounds: int, seconds: float, only: set[str]) -> Comparison:
    comparison = Comparison("writes", rounds)
    if not only or only & set(WORKLOADS):
        await _compare_single_writes(comparison, seconds, only)
    if not only or "import" in only:
        await importing.compare(comparison)
    return comparison


def main() -> int:
    rounds = int(os.environ.get("BENCH_ROUNDS", "5"))
    arguments = argparse.ArgumentParser(prog="python -m bench.writes", description=__doc__)
    arguments.add_argument("--rounds", type=int, default=rounds, help="rounds of each workload; BENCH_ROUNDS")
    arguments.add_argument("--seconds", type=float, default=2.0, help="how long each single write is measured")
    names = [*WORKLOADS, "import"]
    arguments.add_argument("--only", nargs="*", default=[], choices=names, help="workloads; nothing is written then")
    given = arguments.parse_args()
    only = set(given.only)
    try:
        install_peers()
        comparison = asyncio.run(_compare(given.rounds, given.seconds, only))
    except (AnswersDiffer, PeersMissing) as error:
        print(error, file=sys.stderr)
        return 1
    comparison.print()
    if not only:
        print(f"Written to {comparison.write()}")
    missed = shortcomings(comparison)
    for told in missed:
        Console().print(f"[red]missed[/red] {told}", highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
