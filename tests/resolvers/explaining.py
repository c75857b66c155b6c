"""What PostgreSQL does for an operation: the plan it has settled on for the very statement that was sent."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

import asyncpg
from asyncpg.connection import LoggedQuery

from cam_graphql.read_pool import Reads
from resolvers.context import Context
from resolvers.faults import Schema

_UNTIL_SETTLED = 5
"""PostgreSQL plans a prepared statement that often with its values, then perhaps once and for all without them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What answering an operation took."""

    data: dict[str, Any]
    indexes: frozenset[str]
    scanned: frozenset[str]
    """Tables that were read from end to end."""
    rows: int
    """How many rows were fetched from tables, those included which then were filtered away."""
    blocks: int
    """How many blocks of tables and indexes were looked at."""


class Examiner:
    """Executes operations as the server does, and looks at what becomes of their statements."""

    def __init__(self, schema: Schema, context: Context, reads: Reads) -> None:
        """The schema reads by these, which have one connection of each kind."""
        self._schema = schema
        self._context = context
        self._reads = reads

    async def read(self, operation: str) -> Reading:
        """Execute an operation as often as it takes until its plan is settled. It must be one statement."""
        await self._execute(operation)
        sent: list[tuple[asyncpg.Connection, LoggedQuery]] = []
        with ExitStack() as stack:
            for pool in (self._reads._settled, self._reads._by_value):
                for one in pool._idle:
                    stack.enter_context(one.query_logger(partial(_note, sent, one)))
            data = await self._execute(operation)
            await asyncio.sleep(0)  # loggers are called at the loop's next turn
        [(connection, query)] = sent
        plan = await _settled_plan(connection, query)
        nodes = [node for node in _nodes(plan) if node["Actual Loops"]]
        return Reading(
            data,
            frozenset(node["Index Name"] for node in nodes if "Index Name" in node),
            frozenset(node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"),
            sum(_fetched(node) for node in nodes),
            plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        )

    async def _execute(self, operation: str) -> dict[str, Any]:
        result = await self._schema.execute(operation, context_value=self._context)
        assert result.errors is None, (operation, result.errors)
        assert result.data is not None
        return result.data


def _note(
    sent: list[tuple[asyncpg.Connection, LoggedQuery]], connection: asyncpg.Connection, query: LoggedQuery
) -> None:
    sent.append((connection, query))


async def _settled_plan(connection: asyncpg.Connection, sent: LoggedQuery) -> dict[str, Any]:
    """The plan, with what executing it took.

    A statement that the driver keeps prepared is executed until PostgreSQL has decided whether to plan it with its
    values. One that it prepares anew each time is always planned with them.
    """
    name = await connection.fetchval(
        "SELECT name FROM pg_prepared_statements WHERE statement = $1 AND generic_plans + custom_plans > 1", sent.query
    )
    kept = name is not None
    if not kept:
        name = "explained"
        await connection.execute(f"PREPARE {name} AS {sent.query}")
    call = f'EXECUTE "{name}"' + await _literals(connection, name, sent.args)
    if kept:
        await connection.execute(";".join([call] * _UNTIL_SETTLED))
    explained = await connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {call}")
    if not kept:
        await connection.execute(f"DEALLOCATE {name}")
    plan: dict[str, Any] = json.loads(explained)[0]["Plan"]
    return plan


async def _literals(connection: asyncpg.Connection, name: str, values: Sequence[object]) -> str:
    """A prepared statement's values as `EXECUTE` takes them."""
    if not values:
        return ""
    types = await connection.fetchval(
        "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = $1", name
    )
    quoted = [f"quote_nullable(${place}::{type_}::text)" for place, type_ in enumerate(types, start=1)]
    literals = await connection.fetchrow(f"SELECT {', '.join(quoted)}", *values)
    assert literals is not None
    return f"({', '.join(literals)})"


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def _fetched(node: dict[str, Any]) -> int:
    if "Relation Name" not in node:
        return 0
    kinds = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
    return sum(round(node.get(kind, 0) * node["Actual Loops"]) for kind in kinds)
