"""What an operation selects on one concrete type: fragments flattened, `@skip` and `@include` decided, keys merged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    get_named_type,
    is_abstract_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values

from pushdown.errors import TooComplex

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
    variables: dict[str, Any]
    _values: VariableValues = field(init=False)
    _fields: int = 0

    def __post_init__(self) -> None:
        self._values = VariableValues({}, self.variables)

    def arguments(self, selected: Selected) -> dict[str, Any]:
        """The field's arguments, coerced, with defaults; absent ones are missing."""
        if selected.definition is None:
            return {}
        return get_argument_values(selected.definition, selected.nodes[0], self._values)

    def of(self, type_: GraphQLObjectType, nodes: Iterable[FieldNode]) -> list[Selected]:
        """What the nodes select on this type, in response order. Raises TooComplex past 1,000 fields altogether.

        Fragments can select more than their text shows: each that spreads another twice doubles it.
        """
        found: dict[str, Selected] = {}
        seen: set[str] = set()
        for node in nodes:
            if node.selection_set:
                self._collect(type_, node.selection_set.selections, found, seen)
        self._fields += len(found)
        if self._fields > MAX_FIELDS:
            raise TooComplex("fields, those of spread fragments included", MAX_FIELDS)
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
