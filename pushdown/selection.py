"""What an operation selects on one concrete type: fragments flattened, `@skip` and `@include` decided, keys merged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLArgument,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_directive_values
from graphql.utilities.coerce_input_value import coerce_default_value, coerce_input_literal

from pushdown.errors import InvalidArgument, TooComplex
from pushdown.inputs import FromVariable
from pushdown.shapes import symbols

TYPENAME = "__typename"

MAX_FIELDS = 1_000


@dataclass(slots=True)
class Selected:
    """One response key of an object: the field, and every node that selects it (their selections merge)."""

    key: str
    field_name: str
    definition: GraphQLField | None
    """None for `__typename`."""
    nodes: list[FieldNode]

    @property
    def declared(self) -> Any:
        """What the field was declared by; None for `__typename`."""
        return (self.definition.extensions if self.definition else {}).get("strawberry-definition")

    @property
    def named_type(self) -> GraphQLNamedType:
        """The field's type without lists and non-nulls."""
        if self.definition is None:
            raise TypeError(f"{self.field_name} has no type of its own")
        return get_named_type(self.definition.type)


@dataclass(slots=True)
class Selection:
    """Reads the selections of one operation, with its fragments and the values of its variables."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    """Coerced. Only what belongs to their shape is looked at."""
    types: Mapping[str, GraphQLInputType]
    """The variables' types."""
    _values: VariableValues = field(init=False)
    _fields: int = 0

    def __post_init__(self) -> None:
        self._values = VariableValues({}, dict(self.variables))

    def arguments(self, selected: Selected) -> dict[str, Any]:
        """The field's arguments, coerced, with defaults; absent ones are missing.

        What depends on a variable, and is not shape, is told by where it will be found. Raises InvalidArgument for a
        variable of null where null is not allowed, which a variable's default lets through validation.
        """
        given = {node.name.value: node.value for node in selected.nodes[0].arguments or ()}
        return self._values_of(given, selected.definition.args if selected.definition else {})

    def _values_of(
        self,
        given: Mapping[str, ValueNode],
        definitions: Mapping[str, GraphQLArgument] | Mapping[str, GraphQLInputField],
        argument: str | None = None,
    ) -> dict[str, Any]:
        """The values of arguments, or of an input object's fields, which belong to the argument named."""
        values = {}
        for name, definition in definitions.items():
            value = self._value(argument or name, given[name], definition.type) if name in given else Undefined
            if value is Undefined:
                value = coerce_default_value(definition)
            if value is not Undefined:
                values[name] = value
        return values

    def _value(self, argument: str, node: ValueNode, type_: GraphQLInputType) -> Any:
        bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(node, VariableNode):
            name = node.name.value
            if name not in self.variables:
                return Undefined
            if self.variables[name] is None and isinstance(type_, GraphQLNonNull):
                raise InvalidArgument(argument, f"`${name}` must not be null here")
            return symbols(self.variables[name], self.types[name], FromVariable(name))
        if isinstance(node, NullValueNode):
            return None
        if isinstance(bare, GraphQLList):
            items = node.values if isinstance(node, ListValueNode) else [node]
            values = [self._value(argument, each, bare.of_type) for each in items]
            return [None if value is Undefined else value for value in values]
        if isinstance(bare, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
            return self._values_of({one.name.value: one.value for one in node.fields}, bare.fields, argument)
        return coerce_input_literal(node, bare)

    def of(self, type_: GraphQLObjectType, nodes: Iterable[FieldNode], *, peek: bool = False) -> list[Selected]:
        """What the nodes select on this type, in response order. Raises TooComplex past 1,000 fields altogether.

        Fragments can select more than their text shows: each that spreads another twice doubles it. A look ahead is
        not counted.
        """
        found: dict[str, Selected] = {}
        seen: set[str] = set()
        for node in nodes:
            if node.selection_set:
                self._collect(type_, node.selection_set.selections, found, seen)
        self._fields += 0 if peek else len(found)
        if self._fields > MAX_FIELDS:
            raise TooComplex("fields, those of spread fragments included", MAX_FIELDS)
        return list(found.values())

    def at_root(self, type_: GraphQLObjectType, operation: OperationDefinitionNode) -> list[Selected]:
        """The fields of an operation, in response order."""
        found: dict[str, Selected] = {}
        self._collect(type_, operation.selection_set.selections, found, set())
        return list(found.values())

    def _collect(
        self,
        type_: GraphQLObjectType,
        selections: Sequence[SelectionNode],
        found: dict[str, Selected],
        seen: set[str],
    ) -> None:
        for node in selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                if key in found:
                    found[key].nodes.append(node)
                else:
                    found[key] = Selected(key, node.name.value, type_.fields.get(node.name.value), [node])
            elif isinstance(node, FragmentSpreadNode):
                if node.name.value not in seen:
                    seen.add(node.name.value)
                    fragment = self.fragments[node.name.value]
                    if self._applies(fragment.type_condition.name.value, type_):
                        self._collect(type_, fragment.selection_set.selections, found, seen)
            elif isinstance(node, InlineFragmentNode) and (
                node.type_condition is None or self._applies(node.type_condition.name.value, type_)
            ):
                self._collect(type_, node.selection_set.selections, found, seen)

    def _included(self, node: SelectionNode) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self._values)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self._values)
        return include is None or bool(include["if"])

    def _applies(self, condition: str, type_: GraphQLObjectType) -> bool:
        if condition == type_.name:
            return True
        named = self.schema.type_map[condition]
        return is_abstract_type(named) and self.schema.is_sub_type(named, type_)
