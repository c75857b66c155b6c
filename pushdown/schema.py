"""Strawberry's schema, whose reads are compiled."""

import time
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import orjson
import strawberry
from graphql import ExecutionResult, GraphQLError
from strawberry.schema.schema import StreamResult
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from pushdown.documents import Operation
from pushdown.extension import CompiledReads
from pushdown.following import streamed
from pushdown.inputs import Given
from pushdown.mutations import Mutations, Request
from pushdown.observing import Completed, outcome_of
from pushdown.payloads import READER, operation_of
from pushdown.reading import Reader
from pushdown.subscribing import subscriber


class Schema(strawberry.Schema):
    """A schema whose types are declared by this package. Further arguments are Strawberry's own."""

    def __init__(
        self, query: type, mutation: type | None = None, *, reader: Reader | None = None, **options: Any
    ) -> None:
        self.reader = reader or Reader()
        extensions = (*options.pop("extensions", ()), partial(CompiledReads, self.reader))
        super().__init__(query, mutation, extensions=extensions, **options)
        self._schema.extensions[READER] = self.reader
        self.reader.attach(self._schema)
        self._mutations = Mutations(self.reader)

    async def answer(
        self, query: str, variables: Mapping[str, Any] | None, operation_name: str | None, context: Any
    ) -> bytes | None:
        """The whole answer to a query or a mutation as the database wrote it; None where it takes `execute`.

        Raises GraphQLError for what fails outside of every field, as clients are told of it.
        """
        inputs, began = variables or {}, time.perf_counter()
        found = self.reader.requested(query, inputs, operation_name, context)
        if found is None:
            return None
        operation, given = found
        errors: list[GraphQLError] = []
        try:
            answer = await self._carried_out(Request(query, inputs, operation_name, context), operation, given, errors)
        except Exception as fault:
            # As Strawberry tells what fails outside of every field.
            errors[:] = [GraphQLError(str(fault), original_error=fault)]
            self.process_errors(errors, self._about(query, inputs, operation_name))
            self._tell(operation, query, errors, began, context)
            raise errors[0] from fault
        if answer is not None:
            self._tell(operation, query, errors, began, context)
        return answer

    async def _carried_out(
        self, request: Request, operation: Operation, given: Given, errors: list[GraphQLError]
    ) -> bytes | None:
        """The answer; what it says of errors is left in `errors`."""
        match operation.kind:
            case "query":
                return await self.reader.answer(operation, given)
            case "mutation":
                return await self._mutations.answer(request, operation, given, partial(self._encoded, request, errors))
        return None

    def _encoded(self, request: Request, errors: list[GraphQLError], result: ExecutionResult) -> bytes:
        errors[:] = result.errors or []
        self.process_errors(errors, self._about(request.text, request.inputs, request.operation_name))
        told = {"errors": [error.formatted for error in errors]} if errors else {}
        return orjson.dumps({"data": result.data, **told})

    def _about(self, query: str, inputs: Mapping[str, Any], name: str | None) -> ExecutionContext:
        return ExecutionContext(query, self, (), variables=dict(inputs), provided_operation_name=name)

    def _tell(
        self, operation: Operation, query: str, errors: Sequence[GraphQLError], began: float, context: Any
    ) -> None:
        seconds = time.perf_counter() - began
        self.reader.observer(Completed(operation.kind, operation.name, query, outcome_of(errors), seconds, context))

    async def stream(  # noqa: PLR0917 - the signature is Strawberry's
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
        operation_extensions: dict[str, Any] | None = None,
        allowed_operation_types: Iterable[OperationType] | None = None,
    ) -> StreamResult:
        """Execute an operation and stream its results: for subscriptions what all who asked alike get."""
        if query is not None and OperationType.SUBSCRIPTION in (allowed_operation_types or OperationType):
            executor = subscriber(self.reader, query, variable_values or {}, operation_name, context_value)
            if executor is not None:
                about, began = self._about(query, variable_values or {}, operation_name), time.perf_counter()
                operation = operation_of(self.reader, executor.operation)
                return streamed(
                    executor,
                    show=lambda errors: self.process_errors(errors, about),
                    ended=lambda errors: self._tell(operation, query, errors, began, context_value),
                )
        return await super().stream(
            query,
            variable_values,
            context_value,
            root_value,
            operation_name,
            operation_extensions,
            allowed_operation_types,
        )
