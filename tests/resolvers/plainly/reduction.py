"""Making an operation smaller, step by step, while something stays true of it."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graphql import (
    SKIP,
    DefinitionNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    Visitor,
    validate,
    visit,
)

from tests.resolvers.plainly.operations import Operation

Fragments = Mapping[str, FragmentDefinitionNode]


async def smallest(
    operation: Operation, schema: GraphQLSchema, is_so: Callable[[Operation], Awaitable[object]]
) -> Operation:
    """An operation of which this is so, and of none that is one step smaller."""
    step: Operation | None = operation
    while step is not None:
        operation, step = step, None
        for smaller in _smaller(operation):
            if not validate(schema, smaller.document) and await is_so(smaller):
                step = smaller
                break
    return operation


def _smaller(operation: Operation) -> Iterator[Operation]:
    """The operation with one thing left out or made plainer, what saves most first."""
    if len(operation.inputs) > 1:
        for inputs in operation.inputs:
            yield replace(operation, inputs=[inputs])
    definitions = operation.document.definitions
    if operation.name:
        kept = [one for one in definitions if not _is_other(one, operation.name)]
        yield Operation(DocumentNode(definitions=tuple(kept)), operation.inputs)
    fragments = {one.name.value: one for one in definitions if isinstance(one, FragmentDefinitionNode)}
    for place, definition in enumerate(definitions):
        assert isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode)
        for selections in _sets(definition.selection_set, fragments):
            changed = replace(definition, selection_set=selections)
            document = DocumentNode(definitions=(*definitions[:place], changed, *definitions[place + 1 :]))
            yield _without_unused(replace(operation, document=document))


def _is_other(definition: DefinitionNode, name: str) -> bool:
    """Whether this is an operation of another name."""
    return isinstance(definition, OperationDefinitionNode) and (not definition.name or definition.name.value != name)


def _sets(selections: SelectionSetNode, fragments: Fragments) -> Iterator[SelectionSetNode]:
    nodes = selections.selections
    for place, node in enumerate(nodes):
        before, after = nodes[:place], nodes[place + 1 :]
        if before or after:
            yield SelectionSetNode(selections=(*before, *after))
        for unwrapped in _unwrapped(node, fragments):
            yield SelectionSetNode(selections=(*before, *unwrapped, *after))
    for place, node in enumerate(nodes):
        for smaller in _nodes(node, fragments):
            yield SelectionSetNode(selections=(*nodes[:place], smaller, *nodes[place + 1 :]))


def _unwrapped(node: SelectionNode, fragments: Fragments) -> Iterator[tuple[SelectionNode, ...]]:
    if isinstance(node, InlineFragmentNode):
        yield node.selection_set.selections
    if isinstance(node, FragmentSpreadNode):
        fragment = fragments[node.name.value]
        yield fragment.selection_set.selections
        yield (InlineFragmentNode(type_condition=fragment.type_condition, selection_set=fragment.selection_set),)


def _nodes(node: SelectionNode, fragments: Fragments) -> Iterator[SelectionNode]:
    if node.directives:
        for place in range(len(node.directives)):
            yield replace(node, directives=(*node.directives[:place], *node.directives[place + 1 :]))
    if isinstance(node, FieldNode):
        if node.alias:
            yield replace(node, alias=None)
        for arguments in _parts(node.arguments or ()):
            yield replace(node, arguments=arguments)
    if isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
        for selections in _sets(node.selection_set, fragments):
            yield replace(node, selection_set=selections)


def _parts(parts: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Arguments, or fields of an object: one left out, or one with a smaller value."""
    for place, part in enumerate(parts):
        yield (*parts[:place], *parts[place + 1 :])
        for value in _values(part.value):
            yield (*parts[:place], replace(part, value=value), *parts[place + 1 :])


def _values(value: Any) -> Iterator[Any]:
    match value:
        case ObjectValueNode(fields=parts):
            for smaller in _parts(tuple(parts or ())):
                yield replace(value, fields=smaller)
        case ListValueNode(values=items):
            for place, item in enumerate(items or ()):
                yield replace(value, values=(*items[:place], *items[place + 1 :]))
                for smaller in _values(item):
                    yield replace(value, values=(*items[:place], smaller, *items[place + 1 :]))


def _without_unused(operation: Operation) -> Operation:
    """Without the fragments and variables of which no use is made any more."""
    uses = _Uses()
    visit(operation.document, uses)
    kept: list[DefinitionNode] = []
    for definition in operation.document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            variables = definition.variable_definitions or ()
            used = tuple(one for one in variables if one.variable.name.value in uses.variables)
            kept.append(replace(definition, variable_definitions=used))
        elif isinstance(definition, FragmentDefinitionNode) and definition.name.value in uses.fragments:
            kept.append(definition)
    inputs = [{name: value for name, value in one.items() if name in uses.variables} for one in operation.inputs]
    smaller = replace(operation, document=DocumentNode(definitions=tuple(kept)), inputs=inputs)
    return smaller if len(kept) == len(operation.document.definitions) else _without_unused(smaller)


class _Uses(Visitor):
    """Finds the fragments and variables of which a document makes use."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: set[str] = set()
        self.fragments: set[str] = set()

    def enter_variable_definition(self, *_: object) -> Any:
        """A declaration is no use."""
        return SKIP

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        """Note the variable."""
        self.variables.add(node.name.value)

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        """Note the fragment."""
        self.fragments.add(node.name.value)
