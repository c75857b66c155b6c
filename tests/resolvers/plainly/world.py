"""The filled database, the application that is asked, and the plain execution over the same rows."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
from graphql import validate
from hypothesis import strategies as st

import models
import pushdown
from cam_graphql.application import build_application
from cam_graphql.database import connection_arguments, database, reads
from resolvers.context import Context
from resolvers.definition_language import sorted_sdl
from resolvers.schema import build_schema
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from sources.protocol import Source
from tests.resolvers.plainly.execution import Answer, Execution, Expected
from tests.resolvers.plainly.operations import Operation, operations
from tests.resolvers.plainly.paging import DEFAULTS, Order, Ordered, offered_orders
from tests.resolvers.plainly.reduction import smallest
from tests.resolvers.plainly.reference import Plainly
from tests.resolvers.plainly.rows import fill
from tests.resolvers.plainly.sketches import sketches
from tests.resolvers.plainly.tables import Row, Tables, id_of
from tests.resolvers.plainly.values import Values
from tests.services.discovery.scripted_source import ScriptedSource
from tests.viewers import TESTER

HOST = "cam.test"

_NOW = datetime(2026, 3, 28, 10, 7, 30, tzinfo=UTC)
"""What the application's clock shows; the database has its own."""

_INSTALLED: Mapping[str, Source] = {
    models.Platform.WEB: ScriptedSource(),
    models.Platform.GITHUB: ScriptedSource(platform="GITHUB", reason_unavailable='Set "CAM_GITHUB_TOKEN".'),
}


def _sources() -> Iterator[dict[str, Any]]:
    played = {"description": "Plays a script.", "searches": True, "looksUp": False}
    for platform in models.Platform:
        source = _INSTALLED.get(platform)
        reason = source.availability().reason_unavailable if source else f"No source for {platform} is installed."
        yield {
            "platform": platform.value,
            "available": reason is None,
            "reasonUnavailable": reason,
            "capabilities": played | {"requiredCriteria": [], "platformCriteria": []} if source else None,
        }


@dataclass(frozen=True)
class World:
    """Both answers to an operation, and the operations."""

    client: httpx.AsyncClient
    execution: Execution
    operations: st.SearchStrategy[Operation]

    def is_valid(self, operation: Operation) -> bool:
        """Whether all selections of a key can be merged. One in some thousands calls two fields alike."""
        return not validate(self.execution.schema, operation.document)

    async def given(self, operation: Operation) -> list[Answer]:
        """The application's answers, as a client gets them."""
        text, name = operation.text, operation.name
        return [Answer.of(await _post(self.client, text, inputs, name)) for inputs in operation.inputs]

    def expected(self, operation: Operation) -> list[Expected]:
        """The plain answers."""
        return [self.execution.answer(operation, inputs) for inputs in operation.inputs]

    async def differences(self, operation: Operation) -> list[str]:
        """In what the application's answers are not the plain ones; nothing where they are."""
        pairs = zip(self.expected(operation), await self.given(operation), strict=True)
        return [difference for expected, given in pairs for difference in expected.differences(given)]

    async def smallest(self, operation: Operation) -> str:
        """An operation that differs, made as small as it can be, and in what it differs."""
        found = await smallest(operation, self.execution.schema, self.differences)
        return "\n".join([str(found), *await self.differences(found)])


async def _post(
    client: httpx.AsyncClient, query: str, variables: Mapping[str, Any], name: str | None = None
) -> dict[str, Any]:
    asked = {"query": query, "variables": variables, "operationName": name}
    response = await client.post("/graphql", json=asked if name else {"query": query, "variables": variables})
    if response.status_code != httpx.codes.OK:
        return {"errors": [{"message": f"{response.status_code} {response.text[:200]}"}]}
    body: dict[str, Any] = json.loads(response.content)
    return body


@asynccontextmanager
async def world(database_url: str, *, sketched: int) -> AsyncIterator[World]:
    """Fill a migrated database, and set both sides up over it. Texts must be ordered by code points there.

    `sketched` is how many selections operations are made of.
    """
    schema_text = sorted_sdl(build_schema())
    feed = ActivityFeed(connection_arguments(database_url))
    context = Context(TESTER, lambda: _NOW, _INSTALLED, feed, CriteriaLimits(), max_conversions=0)
    reading = reads(database_url, connections=1)
    application = build_application(
        lambda: context, max_body_bytes=10_000_000, allowed_hosts={HOST}, reader=pushdown.Reader(fetch=reading.fetch)
    )
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    async with database(database_url), httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
        await fill(_NOW)
        tables = await Tables.read()
        await tables.outrun()
        ordered = {
            order: Ordered.of(order, tables.all(order.type_name), await _cursors(client, order, tables))
            for order in {*offered_orders(), *DEFAULTS.values()}
        }
        plainly = Plainly(tables, ordered, list(_sources()), _NOW)
        execution = Execution(plainly, schema_text)
        drawn = operations(execution.schema, sketches(schema_text, sketched), Values.of(plainly))
        yield World(client, execution, drawn)
        await reading.close()


_BELOW = {
    "Campaign": "{ campaigns(first: 100) { nodes { %s } } }",
    "DiscoveryJob": "{ discoveryJobs(first: 100) { nodes { %s } } }",
    "Host": "{ hosts(first: 100) { nodes { %s } } }",
    "Lead": "{ leads(first: 100) { nodes { %s } } }",
    "LeadImport": "{ leadImports(first: 100) { nodes { %s } } }",
    "OutreachSequence": "{ campaigns(first: 100) { nodes { outreachSequences(first: 100) { nodes { %s } } } } }",
    "Query": "{ %s }",
    "SafetySettings": "{ safetySettings { %s } }",
}
"""Queries which reach every object of a type, if there are a hundred at most."""

_ITEM = "item { ... on Node { id } ... on StageChange { reason } }"
"""Reasons are all different."""
_KNOWN_BY = {"TimelineEntry": _ITEM, "SafetySettingsVersion": "version"}
"""By what a row is known that has no id."""


async def _cursors(client: httpx.AsyncClient, order: Order, tables: Tables) -> dict[int, str]:
    """The cursors of all rows, asked of a connection over them."""
    parent, name = min(
        (place for place, default in DEFAULTS.items() if default.type_name == order.type_name),
        key=lambda place: (DEFAULTS[place] != order, place[0] == "Host", place[0] != "Query"),  # some have no host
    )
    direction = "DESC" if order.descending else "ASC"
    asked = f", orderBy: {{ field: {order.column.upper()}, direction: {direction} }}"
    arguments = f"(first: 100{'' if order == DEFAULTS[parent, name] else asked})"
    known_by = _KNOWN_BY.get(order.type_name, "id")
    body = await _post(client, _BELOW[parent] % f"{name}{arguments} {{ edges {{ cursor node {{ {known_by} }} }} }}", {})
    keys = {_known(tables, order.type_name, row): row.id for row in tables.all(order.type_name)}
    return {keys[_only_text(edge["node"])]: edge["cursor"] for edge in _edges(body)}


def _known(tables: Tables, type_name: str, row: Row) -> str:
    if type_name == "SafetySettingsVersion":
        return str(row.version)
    if type_name != "TimelineEntry":
        return id_of(type_name, row.id)
    if row.subject_type != "StageChange":
        return id_of(row.subject_type, row.subject_id)
    change = tables.find("StageChange", row.subject_id)
    assert change, "a view has no entries of its own"
    return str(change.reason)


def _only_text(node: Any) -> str:
    while isinstance(node, dict):
        [node] = node.values()
    return str(node)


def _edges(answer: Any) -> Iterator[dict[str, Any]]:
    if isinstance(answer, dict):
        if "cursor" in answer:
            yield answer
            return
        answer = list(answer.values())
    for item in answer if isinstance(answer, list) else ():
        yield from _edges(item)
