"""What is written: requests about so many different leads that none is asked for twice within a measuring."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from bench.reads.workloads import Dialect, Variables, Workload, global_id
from bench.writes import documents

LEADS = 50_000
_TOUCHED = 12_000
_CONNECTIONS = (8, 1)
_STRIDE = 7919  # a prime, so that the ids lie scattered over the table

OWN = Dialect(documents.OWN, key=global_id, node=global_id)
POSTGRAPHILE = Dialect(documents.POSTGRAPHILE, key=lambda _, key: str(key), node=None)

_WRITTEN_TO = f"id IN (SELECT 1 + n::bigint * {_STRIDE} % {LEADS} FROM generate_series(0, {_TOUCHED - 1}) n)"

RESET = f"UPDATE leads SET stage = 'NEW', last_contacted_at = NULL, last_replied_at = NULL WHERE {_WRITTEN_TO}"
"""Brings the leads which are written to back to where they were, so that every measuring finds the same."""

COUNTS: Mapping[str, str] = {
    "logContactEvent": "SELECT count(*) FROM contact_events",
    "updateLeadStage": f"SELECT count(*) FROM leads WHERE stage = 'QUALIFIED' AND {_WRITTEN_TO}",
}
"""How many writes were carried out, by workload."""


def _leads() -> Iterable[int]:
    return (1 + number * _STRIDE % LEADS for number in range(_TOUCHED))


def _events(dialect: Dialect) -> Iterable[Variables]:
    for lead in _leads():
        event = {
            "leadId": dialect.key("Lead", lead),
            "channel": "EMAIL",
            "direction": "OUTBOUND",
            "summary": f"Spoke about the offer, and how things go on from here, number {lead}.",
        }
        if dialect is OWN:
            yield {"input": event}
        else:  # who inserts rows must say when
            now = datetime.now(UTC).isoformat()
            yield {"input": {"contactEvent": event | {"occurredAt": now, "createdAt": now}}}


def _moves(dialect: Dialect) -> Iterable[Variables]:
    for lead in _leads():
        key = dialect.key("Lead", lead)
        if dialect is OWN:
            yield {"input": {"leadId": key, "stage": "QUALIFIED", "expectedStage": "NEW"}}
        else:
            yield {"input": {"rowId": key, "leadPatch": {"stage": "QUALIFIED"}}}


WORKLOADS: Mapping[str, Workload] = {
    workload.name: workload
    for workload in (
        Workload("logContactEvent", "Log", _events, connections=_CONNECTIONS),
        Workload("updateLeadStage", "Move", _moves, connections=_CONNECTIONS),
    )
}
