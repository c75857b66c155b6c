"""Variables: which part of a value decides how a statement reads, and which part is only bound to it.

Two requests with values of one shape share a plan. Given or null, the keys of an input object, how many objects a list
of them has, an ordering, and the truth values of directives are shape; every other value is not.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    coerce_input_value,
    type_from_ast,
    visit,
)
from graphql.utilities.coerce_input_value import coerce_input_literal

from pushdown.errors import TooComplex
from pushdown.inputs import FromVariable
from pushdown.orderings import OrderDirection, Ordering

Shape = Callable[[Any], Hashable]
_ABSENT = "absent"
_MAX_NESTING = 50


def is_structural(type_: GraphQLInputType) -> bool:
    """Whether values of this enum choose SQL: orderings and directions do."""
    members = getattr(type_, "wrapped_cls", None) if isinstance(type_, GraphQLEnumType) else None
    if members is None:
        return False
    return members is OrderDirection or any(isinstance(member.value, Ordering) for member in members)


def _is_given(value: Any) -> Hashable:
    return value is not None


def _itself(value: Hashable) -> Hashable:
    return value


def shape_of(type_: GraphQLInputType) -> Shape | None:
    """What takes a value's shape; None where all values are alike."""
    if isinstance(type_, GraphQLNonNull):
        inner = type_.of_type
        return None if _is_leaf(inner) and not is_structural(inner) else shape_of(inner)
    if isinstance(type_, GraphQLList):
        return _list_shape(type_)
    if isinstance(type_, GraphQLInputObjectType):
        return _object_shape(type_)
    return _itself if is_structural(type_) else _is_given


def _is_leaf(type_: GraphQLInputType) -> bool:
    if isinstance(type_, GraphQLList):
        item = type_.of_type
        return _is_leaf(item.of_type if isinstance(item, GraphQLNonNull) else item)
    return not isinstance(type_, GraphQLInputObjectType)


def _list_shape(type_: GraphQLList[Any]) -> Shape:
    item = type_.of_type
    nullable = item.of_type if isinstance(item, GraphQLNonNull) else item
    if _is_leaf(nullable) and not is_structural(nullable):
        return _is_given

    def shape(value: Any) -> Hashable:
        of_item = shape_of(item)
        return None if value is None else tuple(of_item(each) if of_item else True for each in value)

    return shape


def _object_shape(type_: GraphQLInputObjectType) -> Shape:
    shapes: dict[str, Shape | None] = {}

    def shape(value: Any) -> Hashable:
        if value is None:
            return None
        parts: list[Hashable] = []
        for name, inner in value.items():
            if name not in shapes:
                shapes[name] = shape_of(type_.fields[name].type)  # when asked for: input types name each other
            of_field = shapes[name]
            parts.append((name, of_field(inner) if of_field else True))
        return tuple(parts)

    return shape


def symbols(value: Any, type_: GraphQLInputType, found: FromVariable) -> Any:
    """A variable's value with everything that is not shape replaced by where it is found."""
    if isinstance(type_, GraphQLNonNull):
        type_ = type_.of_type
    if value is None:
        return None
    if isinstance(type_, GraphQLInputObjectType):
        return {
            name: symbols(inner, type_.fields[name].type, FromVariable(found.name, (*found.path, name)))
            for name, inner in value.items()
        }
    if isinstance(type_, GraphQLList) and not _is_leaf(type_):
        return [
            symbols(item, type_.of_type, FromVariable(found.name, (*found.path, place)))
            for place, item in enumerate(value)
        ]
    return value if is_structural(type_) else found


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of an operation."""

    name: str
    type: GraphQLInputType
    default: Any
    """Undefined where there is none."""
    shape: Shape | None

    def coerced(self, inputs: Mapping[str, Any]) -> Any:
        """Its value in a request, Undefined where it has none.

        Raises ValueError for one of another type, TooComplex for one that nests past any use.
        """
        value = inputs.get(self.name, Undefined)
        if value is Undefined:
            if self.default is Undefined and isinstance(self.type, GraphQLNonNull):
                raise ValueError(self.name)
            return self.default
        if isinstance(value, dict | list) and _nests_too_deeply(value, _MAX_NESTING):
            raise TooComplex("levels in the value of a variable", _MAX_NESTING)
        coerced = coerce_input_value(value, self.type)
        if coerced is Undefined:
            raise ValueError(self.name)
        return coerced


def _nests_too_deeply(value: Any, left: int) -> bool:
    if isinstance(value, dict):
        return left == 0 or any(_nests_too_deeply(item, left - 1) for item in value.values())
    if isinstance(value, list):
        return left == 0 or any(_nests_too_deeply(item, left - 1) for item in value)
    return False


def variables_of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> list[Variable]:
    """The variables which a valid operation declares."""
    deciding = _Deciding()
    visit(document, deciding)
    return [_variable(schema, node, deciding.names) for node in operation.variable_definitions or ()]


def _variable(schema: GraphQLSchema, node: VariableDefinitionNode, deciding: set[str]) -> Variable:
    name = node.variable.name.value
    type_: Any = type_from_ast(schema, node.type)
    default = coerce_input_literal(node.default_value, type_) if node.default_value else Undefined
    shape: Shape | None = _itself if name in deciding else shape_of(type_)
    return Variable(name, type_, default, shape)


def shape_key(variables: list[Variable], values: Mapping[str, Any]) -> Hashable:
    """What the values of an operation's variables have in common with those that share its plans."""
    return tuple(
        one.shape(values[one.name]) if one.name in values else _ABSENT for one in variables if one.shape is not None
    )


class _Deciding(Visitor):
    """Finds the variables on which `@skip` and `@include` depend."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        """Note the variables among its arguments."""
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names.add(argument.value.name.value)
