"""What is Strawberry's own way through an operation, with compiled reads in it."""

import time
from collections.abc import AsyncIterator, Iterator, Sequence

import orjson
from graphql import ExecutionResult, GraphQLError, parse
from strawberry.extensions import SchemaExtension
from strawberry.types.graphql import OperationType

from pushdown.documents import Document, DocumentRefused, Operation
from pushdown.errors import Refused
from pushdown.inputs import Given
from pushdown.observing import Completed, outcome_of
from pushdown.reading import Reader

_NOTHING = parse("{ __typename }")


class CompiledReads(SchemaExtension):
    """Gives operations their documents from the cache, and queries what they read of the database."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._refused: DocumentRefused | None = None

    def on_operation(self) -> Iterator[None]:
        """Tell the observer, once it is over, what became of it."""
        began = time.perf_counter()
        try:
            yield
        finally:
            context, operation = self.execution_context, self._operation()
            errors = (context.result.errors if context.result else None) or context.pre_execution_errors
            self._reader.observer(
                Completed(
                    kind=operation.kind if operation else None,
                    name=operation.name if operation else None,
                    document=context.query or "",
                    outcome=outcome_of(errors),
                    seconds=time.perf_counter() - began,
                    context=context.context,
                )
            )

    def _operation(self) -> Operation | None:
        """The operation, where it is one that can be carried out."""
        context = self.execution_context
        if not context.query:
            return None
        try:
            document = self._reader.document(context.query)
        except GraphQLError:
            return None
        return document.operations.get(context._provided_operation_name)

    def on_parse(self) -> Iterator[None]:
        """Take the parsed document from the cache. A document that cannot be parsed is left to Strawberry to refuse.

        One that says too much is not: Strawberry would read all of it. Another stands in for it until validation.
        """
        context = self.execution_context
        if context.query:
            try:
                context.graphql_document = self._reader.document(context.query).node
            except DocumentRefused as refused:
                self._refused = refused
                context.graphql_document, context._provided_operation_name = _NOTHING, None
            except GraphQLError:
                pass
        yield

    def on_validate(self) -> Iterator[None]:
        """Take what is wrong with the document from the cache, and ask whether the operation is carried out."""
        context = self.execution_context
        if self._refused is not None:
            context.pre_execution_errors = list(self._refused.errors)
        elif context.query and context.graphql_document:
            document = self._reader.document(context.query)
            context.pre_execution_errors = [*(document.errors or self._refusals(document))]
        yield

    def _refusals(self, document: Document) -> Sequence[GraphQLError]:
        """Why the operation is not carried out. Which one is asked for must be told where there are several."""
        context = self.execution_context
        operation = document.operations.get(context._provided_operation_name)
        if operation is None:
            return (GraphQLError("There are several operations; say by `operationName` which one to carry out."),)
        return self._reader.admission(operation, context.variables or {}, context.context)

    async def on_execute(self) -> AsyncIterator[None]:
        """Read for a query, whole or as far as the database has it. An operation that is refused ends here."""
        context = self.execution_context
        try:
            query = self._query()
            outcome = await self._reader.outcome(*query) if query else None
        except Refused as refused:
            context.result = ExecutionResult(None, [refused])
        else:
            if outcome is not None:
                context.root_value = outcome.rows
                if outcome.text is not None:
                    context.result = ExecutionResult(orjson.loads(outcome.text), None)
        yield

    def _query(self) -> tuple[Operation, Given] | None:
        """The query and what it was given; None where execution is to say what is wrong with either."""
        context = self.execution_context
        if not context.query or context.operation_type is not OperationType.QUERY:
            return None
        operation = self._reader.document(context.query).operations.get(context.operation_name)
        if operation is None:
            return None
        try:
            values = operation.values(context.variables or {})
        except ValueError:
            return None
        return operation, Given(values, self._reader.viewer(context.context))
