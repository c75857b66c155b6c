"""Reservations compared: ours, the bare statement, and whole decisions, by 1, 8 and 32 senders at once.

`python -m bench.safety` takes about two minutes; `--rounds 1 --seconds 0.5` gives rough figures.
"""

import argparse
import asyncio
import os
import sys
from contextlib import AsyncExitStack
from functools import partial

import asyncpg
from rich.console import Console

from bench.rounds import OURS, Comparison, Figures
from bench.safety.people import people
from bench.safety.senders import Reserve, decided, measure, ours, questions, statement
from cam_graphql.database import connect

SENDERS = (1, 8, 32)
STATEMENT = "statement"
LEAST_RATIO = 0.6
_WARM_UP = 1.0
_TABLES = ("safety_budgets", "safety_reservations", "safety_attempts")


def _name(senders: int) -> str:
    return f"{senders} sender{'s' if senders > 1 else ''} at once"


async def _measured(connection: asyncpg.Connection, reserve: Reserve, senders: int, seconds: float) -> Figures:
    await connection.execute("DELETE FROM safety_attempts")
    await connection.execute("DELETE FROM safety_reservations")
    await connection.execute("UPDATE safety_budgets SET used = 0, recent = '{}', free_at = NULL")
    await connection.execute(f"VACUUM {', '.join(_TABLES)}")
    return await measure(reserve, senders, seconds)


async def _compare(rounds: int, seconds: float) -> Comparison:
    comparison = Comparison("safety", rounds)
    most = max(SENDERS)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(people(most))
        connections = [await connect(url) for _ in range(most + 1)]
        for connection in connections:
            stack.push_async_callback(connection.close)
        admin = connections.pop()
        for table in _TABLES:  # which is vacuumed between measurings, not at any time during one
            await admin.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")
        asked = await questions()
        systems = {OURS: ours(asked), STATEMENT: statement(asked, connections), "decided": decided}
        for system in systems.values():
            await measure(system, most, _WARM_UP)
        for senders in SENDERS:
            measures = {name: partial(_measured, admin, reserve, senders, seconds) for name, reserve in systems.items()}
            await comparison.measure(_name(senders), measures)
    return comparison


def shortcomings(comparison: Comparison) -> list[str]:
    """Which promises are not kept."""
    told = []
    for senders in SENDERS:
        ratio = comparison.ratios[_name(senders)][f"{OURS}/{STATEMENT}"]["median"]
        if ratio < LEAST_RATIO:
            told.append(f"{_name(senders)}: {ratio:.2f}× {STATEMENT}; at least {LEAST_RATIO:.2f}× was promised")
    few, many = (comparison.workloads[_name(senders)][OURS]["rps"] for senders in SENDERS[1:])
    if many < LEAST_RATIO * few:
        told.append(f"{many:,.0f} a second by {SENDERS[2]} senders, {few:,.0f} by {SENDERS[1]}: it collapses")
    return told


def main() -> int:
    """Compare, print and write."""
    rounds = int(os.environ.get("BENCH_ROUNDS", "5"))
    arguments = argparse.ArgumentParser(prog="python -m bench.safety", description=__doc__)
    arguments.add_argument("--rounds", type=int, default=rounds, help="rounds of each workload; BENCH_ROUNDS")
    arguments.add_argument("--seconds", type=float, default=2.0, help="how long each is measured")
    given = arguments.parse_args()
    comparison = asyncio.run(_compare(given.rounds, given.seconds))
    comparison.print()
    print(f"Written to {comparison.write()}")
    missed = shortcomings(comparison)
    for told in missed:
        Console().print(f"[red]missed[/red] {told}", highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
