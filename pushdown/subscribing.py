"""Executing what subscribers asked for, of each event: once for all who asked alike."""

from collections.abc import Iterator
from typing import Any, cast

from graphql import (
    ExecutionResult,
    FieldNode,
    GraphQLError,
    Node,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    visit,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from pushdown.documents import Operation
from pushdown.events import RowReading, shared_key
from pushdown.payloads import READER, operation_of
from pushdown.reading import Reader
from pushdown.shared_updates import Audience, SharedData, Update

_BELOW = "variables below the root"
"""Under which an operation keeps their names."""


class SubscriptionExecutor(StrawberryGraphQLCoreExecutionContext):
    """Executes the events of one subscription: one that may be shared for the first who asks, and for the others."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._audience = self._found_audience()
        self._seen = 0

    def begin(self, event: Any) -> Update:
        """Begin to execute an event, unless it is being executed already, or just was, for somebody who asked alike."""
        key = shared_key(event) if self._audience is not None else None
        if self._audience is None or key is None:
            return self._reader.updates.begin(self._executed(event))
        update = self._audience.update(key, self._seen, lambda: self._executed(event))
        self._seen = update.number
        return update

    def _found_audience(self) -> Audience | None:
        """None where what is read depends on who reads, and not on their role alone."""
        reader = self._reader
        viewer = reader.viewer(self.context_value)
        if viewer.values:
            return None
        operation = operation_of(reader, self.operation)
        names = operation.derived.get(_BELOW)
        if names is None:
            names = operation.derived[_BELOW] = _variables_below(operation)
        coerced = self.variable_values.coerced
        values = {name: coerced[name] for name in names if name in coerced}
        return reader.updates.audience((operation, viewer.role, repr(values)), values)

    async def _executed(self, event: Any) -> ExecutionResult:
        if isinstance(event, RowReading):
            event = await event
        executor = self.build_per_event_executor(event)
        executor._relevant_sub_fields = {}  # which graphql-core lets grow with every event of a subscription
        executed = executor.execute_operation(serially=False)
        result = cast(ExecutionResult, await executed if self.is_awaitable(executed) else executed)
        if result.data is not None:
            result.data = SharedData(result.data)
        return result

    @property
    def _reader(self) -> Reader:
        return cast(Reader, self.schema.extensions[READER])


def subscriber(
    reader: Reader, query: str, inputs: dict[str, Any], operation_name: str | None, context: Any
) -> SubscriptionExecutor | None:
    """What executes a subscription; None for another operation, or one which is not carried out."""
    try:
        document = reader.document(query)
    except GraphQLError:
        return None
    operation = document.operations.get(operation_name)
    if operation is None or operation.node.operation is not OperationType.SUBSCRIPTION:
        return None
    if reader.requested(query, inputs, operation_name, context) is None:
        return None
    executor = SubscriptionExecutor.build(
        reader.schema,
        document.node,
        context_value=context,
        raw_variable_values=inputs,
        operation_name=operation_name,
    )
    return executor if isinstance(executor, SubscriptionExecutor) else None


def _variables_below(operation: Operation) -> tuple[str, ...]:
    """What the updates of a subscription depend on; arguments at the root decide only which updates there are."""
    found = _Variables()
    for node in _below(operation.node):
        visit(node, found)
    for fragment in operation.fragments.values():
        visit(fragment, found)
    return tuple(sorted(found.names))


def _below(operation: OperationDefinitionNode) -> Iterator[Node]:
    for selection in operation.selection_set.selections:
        if isinstance(selection, FieldNode):
            yield from selection.directives or ()
            if selection.selection_set is not None:
                yield selection.selection_set
        else:
            yield selection


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        self.names.add(node.name.value)
