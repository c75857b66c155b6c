"""What an operation costs, known before it is carried out: about as many points as its answer has objects.

    cost(selection) = sum over its fields of 1 + size(field) * cost(what is selected of it)

`size` is how many objects a field gives at most: `first` or `last` of a connection, the ids of `nodes`, ten for another
list, else one. Scalars cost nothing. The formula is worked out once for an operation, each fragment once, and stays a
sum in which only sizes given by variables are open; for most operations it is a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_leaf_type,
)

from pushdown.documents import Operation
from pushdown.pages import DEFAULT_PAGE, MAX_PAGE

_LIST = 10
"""How many objects a list that is no connection is taken for."""
_WRITE = 10
"""What a mutation costs besides its answer."""
_MOST = 10**12


@dataclass(slots=True)
class Cost:
    """A number, and what comes to it by variables: for each of these, a size times another cost."""

    points: int = 0
    terms: list["tuple[Size, Cost]"] = field(default_factory=list)
    _open: "Cost | None" = None

    def add(self, size: "Size | int", other: "Cost") -> None:
        """Take in another cost, which is whole by now, so many times."""
        if isinstance(size, Size):
            self.terms.append((size, other))
            return
        self.points = min(self.points + size * other.points, _MOST)
        if other.terms:
            self.terms.append((Size((), size), other._open_part()))

    def _open_part(self) -> "Cost":
        """What is not a number of it: one object, however often it is taken in, so that it is worked out once."""
        if self._open is None:
            self._open = Cost(0, self.terms)
        return self._open

    def of(self, inputs: Mapping[str, Any]) -> int:
        """The points, with these variables as they came."""
        return self.points if not self.terms else _evaluated(self, inputs, {})


def _evaluated(cost: Cost, inputs: Mapping[str, Any], known: dict[int, int]) -> int:
    """Each shared part is worked out once, so that fragments within fragments take no longer than their text."""
    total = known.get(id(cost))
    if total is None:
        total = cost.points
        for size, part in cost.terms:
            total += size.of(inputs) * _evaluated(part, inputs, known)
        total = known[id(cost)] = min(total, _MOST)
    return total


@dataclass(frozen=True, slots=True)
class Size:
    """How many objects: as the first of these variables says which is given, else the default."""

    variables: tuple[str, ...]
    default: int

    def of(self, inputs: Mapping[str, Any]) -> int:
        """The size. What is no size is refused later, and counts as the default here."""
        for name in self.variables:
            given = inputs.get(name)
            if isinstance(given, list):
                return min(len(given), MAX_PAGE)
            if isinstance(given, int) and given >= 0:
                return min(given, MAX_PAGE)
        return self.default


class Costing:
    """Works out what the operations of a schema cost."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema

    def cost(self, operation: Operation) -> Cost:
        """The cost of an operation of a valid document, through each of its fragments once."""
        root = self._schema.get_root_type(operation.node.operation)
        assert root is not None
        cost = _Pass(self._schema, operation).selection(root, operation.node.selection_set)
        if operation.node.operation is OperationType.MUTATION:
            cost.points += _WRITE * len(operation.node.selection_set.selections)
        return cost


class _Pass:
    """One operation. A fragment's cost depends on its type condition alone."""

    def __init__(self, schema: GraphQLSchema, operation: Operation) -> None:
        self._schema = schema
        self._operation = operation
        self._fragments: dict[str, Cost] = {}
        defined = operation.node.variable_definitions or ()
        self._defaults = {one.variable.name.value: one.default_value for one in defined if one.default_value}

    def selection(self, type_: Any, selected: SelectionSetNode) -> Cost:
        cost = Cost()
        for one in selected.selections:
            if isinstance(one, FieldNode):
                self._field(cost, type_, one)
            elif isinstance(one, FragmentSpreadNode):
                cost.add(1, self._fragment(one.name.value))
            elif isinstance(one, InlineFragmentNode):
                condition = one.type_condition
                within = self._schema.type_map[condition.name.value] if condition else type_
                cost.add(1, self.selection(within, one.selection_set))
        return cost

    def _field(self, cost: Cost, type_: Any, one: FieldNode) -> None:
        fields = type_.fields if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) else {}
        definition = fields.get(one.name.value)
        if definition is None or is_leaf_type(get_named_type(definition.type)) or one.selection_set is None:
            return
        below = self.selection(get_named_type(definition.type), one.selection_set)
        cost.points += 1
        of_page = type_.name.endswith("Connection") and one.name.value in {"nodes", "edges"}
        cost.add(1 if of_page else self._size(definition, one), below)

    def _size(self, definition: GraphQLField, one: FieldNode) -> "Size | int":
        given = {argument.name.value: argument.value for argument in one.arguments or ()}
        if "first" in definition.args and "last" in definition.args:
            return self._given(given, ("first", "last"), DEFAULT_PAGE)
        if "ids" in definition.args:
            return self._given(given, ("ids",), MAX_PAGE)
        return _LIST if _is_list(definition.type) else 1

    def _given(self, given: Mapping[str, ValueNode], names: tuple[str, ...], default: int) -> "Size | int":
        variables = []
        for name in names:
            value = given.get(name)
            if isinstance(value, VariableNode):
                variables.append(value.name.value)
                value = self._defaults.get(value.name.value)
                default = default if value is None else _number(value, default)
            elif value is not None:
                return _number(value, default)
        return Size(tuple(variables), default) if variables else default

    def _fragment(self, name: str) -> Cost:
        if name not in self._fragments:
            fragment = self._operation.fragments[name]
            type_ = self._schema.type_map[fragment.type_condition.name.value]
            self._fragments[name] = self.selection(type_, fragment.selection_set)
        return self._fragments[name]


def _number(value: ValueNode, default: int) -> int:
    """The size that a literal says. What is none, validation refuses."""
    if isinstance(value, IntValueNode):
        return min(int(value.value), MAX_PAGE) if len(value.value) <= len(str(MAX_PAGE)) else MAX_PAGE
    return min(len(value.values), MAX_PAGE) if isinstance(value, ListValueNode) else default


def _is_list(type_: GraphQLOutputType) -> bool:
    return isinstance(type_.of_type if isinstance(type_, GraphQLNonNull) else type_, GraphQLList)
