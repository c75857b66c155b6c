"""What is read: for each workload a document and the variables of the requests that are sent in turn."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.reads import documents
from bench.reads.seeding import CAMPAIGNS

Variables = dict[str, Any]

LEADS = 50_000
FEW_LEADS = 5_000
PAGE = 50
LARGEST_PAGE = 100
PAGES_BEFORE_DEEP = 999
_POINTS = 500
_BATCHES = 20
_BATCH = 25
_STRIDE = 7919  # a prime, so that the ids lie scattered over the table


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a system is asked."""

    documents: Mapping[str, str]
    key: Callable[[str, int], str]
    """How a row of a known type is named in variables."""
    node: Callable[[str, int], str] | None
    """How a row of any type is named; None where rows are asked for by type."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Requests which differ in their variables only."""

    name: str
    operation: str
    variables: Callable[[Dialect], Iterable[Variables]]
    connections: tuple[int, ...] = (8,)
    deep: bool = False
    """Whether to ask for the page after `PAGES_BEFORE_DEEP` others; its cursor is to be added to the variables."""
    any_order: bool = False
    """Whether systems may group what they answer differently."""

    def bodies(self, dialect: Dialect, **more: Any) -> list[str]:
        """The bodies of the requests. `more` are further variables."""
        document = dialect.documents[self.operation]
        return [
            json.dumps({"query": document, "operationName": self.operation, "variables": variables | more})
            for variables in self.variables(dialect)
        ]


def global_id(type_name: str, key: int) -> str:
    """A global id of ours."""
    return b64encode(f"{type_name}:{key}".encode()).decode()


OWN = Dialect(documents.OWN, key=global_id, node=global_id)
MERCURIUS = Dialect(documents.OWN, key=lambda _, key: str(key), node="{}:{}".format)
POSTGRAPHILE = Dialect(documents.POSTGRAPHILE, key=lambda _, key: str(key), node=None)


def _scattered(number: int) -> int:
    return 1 + number * _STRIDE % LEADS


def _points(dialect: Dialect) -> Iterable[Variables]:
    return ({"id": dialect.key("Lead", _scattered(number))} for number in range(_POINTS))


def _campaigns(dialect: Dialect) -> Iterable[Variables]:
    return ({"id": dialect.key("Campaign", number)} for number in range(1, CAMPAIGNS + 1))


def _batches(dialect: Dialect) -> Iterable[Variables]:
    for start in range(0, _BATCHES * _BATCH, _BATCH):
        leads = [_scattered(number) for number in range(start, start + _BATCH)]
        profiles = [_scattered(2 * number) for number in range(start, start + _BATCH)]
        if dialect.node is None:
            yield {
                "leads": [dialect.key("Lead", key) for key in leads],
                "profiles": [dialect.key("DiscoveredProfile", key) for key in profiles],
            }
        else:
            ids: list[str] = []
            for lead, profile in zip(leads, profiles, strict=True):
                ids += (dialect.node("Lead", lead), dialect.node("DiscoveredProfile", profile))
            yield {"ids": ids}


def _first(size: int) -> Callable[[Dialect], Iterable[Variables]]:
    return lambda _: [{"first": size}]


WORKLOADS = (
    Workload("page", "Page", _first(PAGE), connections=(8, 1, 64)),
    Workload("point", "Point", _points, connections=(8, 1, 64)),
    Workload("wide", "Wide", _first(100)),
    Workload("deep", "Deep", _campaigns),
    Workload("pipeline", "Pipeline", _campaigns),
    Workload("count", "Count", lambda _: [{}]),
    Workload("node batch", "Nodes", _batches, any_order=True),
    Workload("page 1", "Pages", _first(PAGE)),
    Workload("page 1,000", "Pages", _first(PAGE), deep=True),
)
