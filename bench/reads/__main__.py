"""Reads compared: ours, a hand-written endpoint as the limit, stock Strawberry, Mercurius and PostGraphile.

`python -m bench.reads` takes about 18 minutes; `--rounds 1 --seconds 0.5` gives rough figures in two. It starts and
seeds a PostgreSQL of its own, and installs the peers for Node on first use. `--against FOLDER` compares with another
checkout of this project alone: what a change costs.
"""

import argparse
import asyncio
import os
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import aiohttp
from rich.console import Console

from bench.reads.answers import AnswersDiffer, bodies, deep_cursor, require_same_answers
from bench.reads.compiling import compile_documents
from bench.reads.database import Database, databases
from bench.reads.loading import Load, loading
from bench.reads.node_peers import PeersMissing, install_peers
from bench.reads.systems import COMMANDS, Commands, System, ours, running
from bench.reads.targets import COMPILING, DEEP, FEW, FIRST_PAGE, SCALING, verdicts
from bench.reads.workloads import FEW_LEADS, LEADS, WORKLOADS, Workload
from bench.rounds import OURS, Comparison

_WARM_UP = 0.5
_SETTLING = 1.0
"""Seconds under load before a workload's first round: hundreds of requests, for JITs and prepared statements."""


@dataclass(frozen=True, slots=True)
class _Bench:
    """What the measurings share."""

    comparison: Comparison
    load: Load
    seconds: float
    cursors: dict[str, str]

    async def measure(self, name: str, asked: dict[str, tuple[System, Workload]], connections: int) -> None:
        """Compare systems, by the name under which each is to appear."""
        settle = partial(self.load.measure, connections=connections, warm_up=0.0, seconds=_SETTLING)
        run = partial(self.load.measure, connections=connections, warm_up=_WARM_UP, seconds=self.seconds)
        requests = {shown: bodies(workload, system, self.cursors) for shown, (system, workload) in asked.items()}
        for shown, (system, _) in asked.items():
            await settle(system, requests[shown])
        await self.comparison.measure(
            name, {shown: partial(run, system, requests[shown]) for shown, (system, _) in asked.items()}
        )


async def _compare(rounds: int, seconds: float, only: set[str], commands: Commands) -> Comparison:
    comparison = Comparison("reads", rounds)
    workloads = [workload for workload in WORKLOADS if not only or workload.name in only]
    async with AsyncExitStack() as stack:
        large, small = await stack.enter_async_context(databases(LEADS, FEW_LEADS))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        systems = [await stack.enter_async_context(running(name, large, commands)) for name in commands]
        cursors = {system.name: await deep_cursor(http, system) for system in systems}
        await require_same_answers(http, systems, workloads, cursors)
        bench = _Bench(comparison, await stack.enter_async_context(loading()), seconds, cursors)
        for workload in workloads:
            for count in workload.connections:
                name = f"{workload.name}, {count} at once" if len(workload.connections) > 1 else workload.name
                await bench.measure(name, {system.name: (system, workload) for system in systems}, count)
        if not only and commands is COMMANDS:
            await _compare_with_ourselves(bench, systems[0], small)
            comparison.workloads[COMPILING] = compile_documents()
    return comparison


async def _compare_with_ourselves(bench: _Bench, ours: System, small: Database) -> None:
    """What depth and size cost: each against the other within a round."""
    page, first, deep = (
        next(one for one in WORKLOADS if one.name == name) for name in ("page", "page 1", "page 1,000")
    )
    await bench.measure(DEEP, {OURS: (ours, deep), FIRST_PAGE: (ours, first)}, 8)
    async with running(OURS, small) as ours_small:
        await bench.measure(SCALING, {OURS: (ours, page), FEW: (ours_small, page)}, 8)


def _tell_verdicts(comparison: Comparison) -> None:
    console = Console()
    for verdict in verdicts(comparison):
        word, style = ("reached", "green") if verdict.reached else ("missed", "red")
        console.print(f"[{style}]{word:8}[/{style}] {verdict.told}", highlight=False)


def main() -> int:
    rounds = int(os.environ.get("BENCH_ROUNDS", "5"))
    arguments = argparse.ArgumentParser(prog="python -m bench.reads", description=__doc__)
    arguments.add_argument("--rounds", type=int, default=rounds, help="rounds of each workload; BENCH_ROUNDS")
    arguments.add_argument("--seconds", type=float, default=2.0, help="how long each measuring takes")
    arguments.add_argument("--only", nargs="*", default=[], help="workloads; nothing is written then")
    arguments.add_argument("--against", type=Path, help="another checkout of this project; nothing is written then")
    given = arguments.parse_args()
    only = set(given.only)
    try:
        if given.against is None:
            install_peers()
        commands = COMMANDS if given.against is None else {OURS: ours, "before": partial(ours, folder=given.against)}
        comparison = asyncio.run(_compare(given.rounds, given.seconds, only, commands))
    except (AnswersDiffer, PeersMissing) as error:
        print(error, file=sys.stderr)
        return 1
    comparison.print()
    if given.against is not None:
        return 0
    if not only:
        print(f"Written to {comparison.write()}")
    _tell_verdicts(comparison)
    return 0


if __name__ == "__main__":
    sys.exit(main())
