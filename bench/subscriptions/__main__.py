"""Subscriptions compared: ours, a bare websocket loop, and graphql-yoga with graphql-ws.

`python -m bench.subscriptions` takes about five minutes; `--rounds 1 --seconds 2` gives rough figures in one.
"""

import argparse
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial

import uvloop
from rich.console import Console

from bench.reads.database import Database, databases
from bench.reads.node_peers import PeersMissing, install_peers
from bench.reads.systems import running
from bench.rounds import OURS, Comparison, Figures
from bench.subscriptions.changes import Changes
from bench.subscriptions.group import Group, NotReceived, Order, subscribed
from bench.subscriptions.systems import COMMANDS, FOLDER, LOOP, YOGA
from cam_graphql.database import connect
from cam_graphql.many_clients import allow_connections
from services.activity import Position

SUBSCRIBERS = 1_000
CHANGES = 10
"""A second, of each subscriber, where latency is measured."""
_AHEAD = 20
_LEADS = 1_000
SATURATED = "as fast as all receive"
PACED = f"{SUBSCRIBERS * CHANGES:,} deliveries a second"
LEAST_OF_LOOP = 0.5

_Run = Callable[[Group], Awaitable[Figures]]


def _place(sequence: bytes) -> Position:
    return Position.decode(sequence.decode())


def _as_it_is(sequence: bytes) -> bytes:
    return sequence


async def _measured(name: str, database: Database, subscribers: int, run: _Run) -> Figures:
    """By a process of its own: sockets of the others would cost it nothing, but the machine's memory."""
    connection = await connect(database.url)
    order: Order = _place if name == OURS else _as_it_is
    try:
        changes = Changes(connection, for_peers=name != OURS)
        async with (
            running(name, database, COMMANDS) as system,
            subscribed(changes, order, system.port, subscribers) as group,
        ):
            return await run(group)
    finally:
        await connection.close()


async def _compare(rounds: int, seconds: float, subscribers: int) -> Comparison:
    comparison = Comparison("subscriptions", rounds)
    async with AsyncExitStack() as stack:
        (database,) = await stack.enter_async_context(databases(_LEADS))
        runs: dict[str, _Run] = {
            SATURATED: lambda group: group.saturate(seconds, _AHEAD),
            PACED: lambda group: group.pace(seconds, CHANGES),
        }
        for workload, run in runs.items():
            await comparison.measure(
                workload, {name: partial(_measured, name, database, subscribers, run) for name in COMMANDS}
            )
    return comparison


def shortcomings(comparison: Comparison) -> list[str]:
    """Which promises are not kept."""
    ratios, times = comparison.ratios[SATURATED], comparison.workloads[PACED]
    missed = [
        f"{ratios[f'{OURS}/{other}']['median']:.2f}× {other}; at least {least:.2f}× was promised"
        for other, least in ((LOOP, LEAST_OF_LOOP), (YOGA, 1.0))
        if ratios[f"{OURS}/{other}"]["median"] < least
    ]
    return missed + [
        f"{name} {times[OURS][name]:.1f}, {YOGA} {times[YOGA][name]:.1f}; ahead of {YOGA} was promised"
        for name in ("p50_ms", "p99_ms")
        if times[OURS][name] > times[YOGA][name]
    ]


def main() -> int:
    """Compare, print and write."""
    rounds = int(os.environ.get("BENCH_ROUNDS", "5"))
    arguments = argparse.ArgumentParser(prog="python -m bench.subscriptions", description=__doc__)
    arguments.add_argument("--rounds", type=int, default=rounds, help="rounds of each workload; BENCH_ROUNDS")
    arguments.add_argument("--seconds", type=float, default=4.0, help="how long each is measured")
    arguments.add_argument("--subscribers", type=int, default=SUBSCRIBERS)
    given = arguments.parse_args()
    allow_connections(given.subscribers)
    try:
        install_peers(FOLDER)
        comparison = uvloop.run(_compare(given.rounds, given.seconds, given.subscribers))
    except (NotReceived, PeersMissing) as error:
        print(error, file=sys.stderr)
        return 1
    comparison.print()
    print(f"Written to {comparison.write()}")
    for told in shortcomings(comparison):
        Console().print(f"[red]missed[/red] {told}", highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
