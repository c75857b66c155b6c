"""Reading what operations select: plans are looked up or made, their statements sent."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from graphql import GraphQLError, GraphQLSchema, OperationType
from tortoise.connection import get_connections

from pushdown.compiler import NeedsPython
from pushdown.documents import Document, Documents, Operation
from pushdown.errors import Refused
from pushdown.inputs import EVERYBODY, Given, Viewer
from pushdown.kept import Kept
from pushdown.leaves import MISFIT
from pushdown.observing import Observer, unobserved
from pushdown.plans import MutationPlan, Plan, Planner
from pushdown.shared_updates import SharedUpdates
from pushdown.visibility import Visibility, everything

KEPT_PLANS = 8_000_000
"""How many letters of SQL are kept by default."""


def _everybody(_context: Any) -> Viewer:
    return EVERYBODY


Fetch = Callable[[str, Sequence[object], bool], Awaitable[str]]
"""Sends a statement with its parameters, and whether these values decide how to plan it; gives its one value's text."""

Admission = Callable[[Operation, Mapping[str, Any], Any], Sequence[GraphQLError]]
"""Why an operation of a valid document is not carried out, by it, its variables as they came, and its context."""


def _admit_all(_operation: Operation, _inputs: Mapping[str, Any], _context: Any) -> Sequence[GraphQLError]:
    return ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there is to be done for an operation.

    Either `text`, the answer's data as JSON; or `rows`, out of which execution takes what the database has.
    """

    text: str | None = None
    rows: dict[str, Any] | None = None


class Reader:
    """Reads for the operations of one schema. Plans and documents are kept, the least used are forgotten.

    `viewer` tells from an operation's context who reads, `visibility` what that role may see. `admission` is asked
    before anything is read or done, and `observer` told once it is over. `fetch` sends statements, by default on
    Tortoise's connection `default`. `kept_plans` bounds memory, in letters of SQL.
    """

    def __init__(
        self,
        *,
        viewer: Callable[[Any], Viewer] = _everybody,
        visibility: Visibility = everything,
        admission: Admission = _admit_all,
        observer: Observer = unobserved,
        fetch: Fetch | None = None,
        documents: Documents | None = None,
        kept_plans: int = KEPT_PLANS,
    ) -> None:
        self.viewer = viewer
        self.visibility = visibility
        self.admission = admission
        self.observer = observer
        self.documents = documents or Documents()
        self._fetch = fetch or _fetch
        self._plans: Kept[Hashable, Plan | None] = Kept(kept_plans, _letters)
        self._mutations: Kept[Hashable, MutationPlan | None] = Kept(kept_plans, _letters_of_payload)
        self.updates = SharedUpdates()

    def attach(self, schema: GraphQLSchema) -> None:
        """Read for this schema from now on."""
        self.schema = schema
        self.planner = Planner(schema, self.visibility)

    def document(self, text: str) -> Document:
        """The document with this text. Raises GraphQLSyntaxError."""
        return self.documents.get(self.schema, text)

    async def answer(self, operation: Operation, given: Given) -> bytes | None:
        """The whole answer to a query as JSON; None where it takes execution, or the request is not right."""
        try:
            data = await self._final(operation, given)
        except (GraphQLError, ValueError):
            return None
        return None if data is None else b'{"data":' + data.encode() + b"}"

    def requested(
        self, text: str, inputs: Mapping[str, Any], operation_name: str | None, context: Any
    ) -> tuple[Operation, Given] | None:
        """The operation that is asked for, and what it is given; None where the request is not right, or refused."""
        try:
            operation = self.document(text).operations.get(operation_name)
            if operation is None or self.admission(operation, inputs, context):
                return None
            return operation, Given(operation.values(inputs), self.viewer(context))
        except (GraphQLError, ValueError):
            return None

    def mutation(self, operation: Operation, given: Given) -> MutationPlan | None:
        """The plan for an operation which is one mutation; None where it takes execution, or is refused."""
        key = (operation, given.viewer.role, operation.shape(given.variables), OperationType.MUTATION)
        return self._mutations.get(key, lambda: self._mutation_plan(operation, given))

    def _mutation_plan(self, operation: Operation, given: Given) -> MutationPlan | None:
        try:
            return self.planner.mutation(operation, given)
        except (NeedsPython, Refused):
            return None

    async def payload(self, plan: MutationPlan, given: Given) -> bytes:
        """What a mutation answers, as JSON, `given.source` being its payload."""
        arguments = plan.payload.arguments(given)
        return (await self._fetch(plan.payload.sql, arguments, plan.payload.by_value)).encode()

    async def outcome(self, operation: Operation, given: Given) -> Outcome:
        """What a query comes to. Raises Refused for what it asks wrongly or too much of."""
        text = await self._final(operation, given)
        if text is not None:
            return Outcome(text=text)
        rows = await self.rows(operation, given, (), lambda: self.planner.operation(operation, given, final=False))
        return Outcome(rows=rows)

    async def rows(
        self,
        operation: Operation,
        given: Given,
        place: tuple[str, ...],
        make: Callable[[], Plan | None],
    ) -> dict[str, Any]:
        """What a place in an operation selects, as execution takes it. `make` makes its plan where there is none."""
        plan = self._plans.get((operation, given.viewer.role, operation.shape(given.variables), place), make)
        if plan is None:
            return {}
        rows: dict[str, Any] = orjson.loads(await self._fetch(plan.sql, plan.arguments(given), plan.by_value))
        return rows

    async def _final(self, operation: Operation, given: Given) -> str | None:
        plan = self._plans.get(
            (operation, given.viewer.role, operation.shape(given.variables)), lambda: self._final_plan(operation, given)
        )
        if plan is None:
            return None
        try:
            return await self._fetch(plan.sql, plan.arguments(given), plan.by_value)
        except asyncpg.InvalidTextRepresentationError as error:
            if MISFIT in str(error):
                return None
            raise

    def _final_plan(self, operation: Operation, given: Given) -> Plan | None:
        try:
            return self.planner.operation(operation, given, final=True)
        except NeedsPython:
            return None


async def _fetch(sql: str, arguments: Sequence[object], _by_value: bool) -> str:
    async with get_connections().get("default").acquire_connection() as connection:
        return str(await connection.fetchval(sql, *arguments))


def _letters(plan: Plan | None) -> int:
    return len(plan.sql) if plan else 0


def _letters_of_payload(plan: MutationPlan | None) -> int:
    return len(plan.payload.sql) if plan else 0
