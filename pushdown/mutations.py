"""The short way for mutations: their resolver is called, and what they answer is one statement's JSON.

Execution field by field costs several times what a small mutation does. So where an operation is one mutation, whose
payload is in the database or in plain attributes, its resolver is called as execution would call it, and PostgreSQL
writes the answer. Whatever goes wrong then is told by execution, which is handed what the resolver came to.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

import orjson
from graphql import ExecutionResult, GraphQLResolveInfo, MiddlewareManager, execute
from graphql.pyutils import Path

from pushdown.documents import Operation
from pushdown.inputs import Given
from pushdown.plans import MutationPlan
from pushdown.reading import Reader

Encode = Callable[[ExecutionResult], bytes]
Outcome = Callable[[], Any]
"""Gives what a resolver returned, or raises what it raised."""


@dataclass(frozen=True, slots=True)
class Request:
    """An operation as it was asked for."""

    text: str
    inputs: Mapping[str, Any]
    operation_name: str | None
    context: Any


class Mutations:
    """Carries out the mutations of a reader's schema."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def answer(self, request: Request, operation: Operation, given: Given, encode: Encode) -> bytes | None:
        """The whole answer as JSON; None where it takes execution, or the request is not right, with nothing done.

        `encode` writes what execution came to.
        """
        plan = self._reader.mutation(operation, given)
        arguments = plan.given_arguments(given) if plan else None
        if plan is None or arguments is None:
            return None
        try:
            resolved = plan.resolve(None, self._info(plan, operation, given, request), **arguments)
            payload = await resolved if inspect.isawaitable(resolved) else resolved
        except Exception as error:  # whatever it is: execution tells it
            return encode(await self._at_length(request, _raising(error)))
        if not isinstance(payload, plan.origin):
            return encode(await self._at_length(request, lambda: payload))
        try:
            text = await self._reader.payload(plan, replace(given, source=payload))
        except Exception:  # likewise: it comes again, and in its place
            return encode(await self._at_length(request, lambda: payload))
        return b'{"data":{%b:%b}}' % (orjson.dumps(plan.root.key), text)

    def _info(
        self, plan: MutationPlan, operation: Operation, given: Given, request: Request
    ) -> GraphQLResolveInfo[Any]:
        schema = self._reader.schema
        known: dict[str, Any] = {
            "field_name": plan.root.field_name,
            "field_nodes": plan.root.nodes,
            "return_type": plan.field.type,
            "parent_type": schema.mutation_type,
            "path": Path(None, plan.root.key, cast(Any, schema.mutation_type).name),
            "schema": schema,
            "fragments": operation.fragments,
            "operation": operation.node,
            "variable_values": given.variables,
            "context": request.context,
            "is_awaitable": inspect.isawaitable,
        }
        parts: Any = map(known.get, GraphQLResolveInfo._fields)  # releases of graphql-core differ in what there is
        return GraphQLResolveInfo(*parts)

    async def _at_length(self, request: Request, outcome: Outcome) -> ExecutionResult:
        """Execute the operation, whose mutation is not carried out again."""

        def resolve(resolver: Callable[..., Any], source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
            return resolver(source, info, **arguments) if info.path.prev else outcome()

        result = execute(
            self._reader.schema,
            self._reader.document(request.text).node,
            variable_values=dict(request.inputs),
            operation_name=request.operation_name,
            context_value=request.context,
            middleware=MiddlewareManager(resolve),
        )
        return await result if inspect.isawaitable(result) else result


def _raising(error: Exception) -> Outcome:
    def give() -> Any:
        raise error

    return give
