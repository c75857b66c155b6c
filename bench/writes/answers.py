"""What the systems answer and leave behind, compared before anything is measured."""

from typing import Any

import aiohttp
import asyncpg

from bench.reads.answers import AnswersDiffer, post
from bench.reads.systems import System
from bench.reads.workloads import Workload
from bench.rounds import OURS
from bench.writes.systems import GENERATED, LIMIT
from bench.writes.workloads import RESET, WORKLOADS

_OF_EACH_WRITE = {"id", "occurredAt", "updatedAt", "lastContactedAt", "userErrors"}
"""Ids and times, which each write has of its own, and what PostGraphile has no word for."""

_NOT_DONE = {(GENERATED, "logContactEvent"): {"stage"}}
"""What a system's mutation leaves undone: PostGraphile's inserts the event, and the lead hears nothing of it."""

_LEFT_BEHIND = {
    "events": "SELECT lead_id, channel, direction, summary, actor FROM contact_events WHERE id > $1",
    "history": "SELECT lead_id, campaign_id, from_stage, to_stage, reason, actor FROM stage_changes WHERE id > $1",
    "activity": """
        SELECT kind, subject_type, subject_id, campaign_id, actor, detail - 'contact_event_id' AS detail
        FROM activity WHERE id > $1
    """,
}
_NEWEST = "SELECT coalesce(max(id), 0) FROM "
_TABLES = {"events": "contact_events", "history": "stage_changes", "activity": "activity"}


async def require_same_writes(
    http: aiohttp.ClientSession, systems: list[System], connection: asyncpg.Connection
) -> None:
    """Carry out one write of each kind by each system. Raises AnswersDiffer.

    All must answer alike. Ours and the limit must leave the same rows behind: event, history and activity.
    """
    for workload in WORKLOADS.values():
        found = {system.name: await _written(http, system, workload, connection) for system in systems}
        answer, rows = found[OURS]
        for name, (its_answer, its_rows) in found.items():
            undone = _NOT_DONE.get((name, workload.name), set())
            if _without(its_answer, undone) != _without(answer, undone):
                raise AnswersDiffer(f"{workload.name}: {name} answers {its_answer}, ours {answer}")
            if name == LIMIT and its_rows != rows:
                raise AnswersDiffer(f"{workload.name}: {name} writes {its_rows}, ours {rows}")


async def _written(
    http: aiohttp.ClientSession, system: System, workload: Workload, connection: asyncpg.Connection
) -> tuple[Any, dict[str, list[dict[str, Any]]]]:
    await connection.execute(RESET)
    newest = {name: await connection.fetchval(_NEWEST + table) for name, table in _TABLES.items()}
    answer = await post(http, system, workload.bodies(system.dialect)[0])
    rows = {
        name: [dict(row) for row in await connection.fetch(f"{statement} ORDER BY id", newest[name])]
        for name, statement in _LEFT_BEHIND.items()
    }
    [payload] = answer["data"].values()
    return _without(payload, _OF_EACH_WRITE), rows


def _without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(item, keys) for key, item in value.items() if key not in keys}
    return value
