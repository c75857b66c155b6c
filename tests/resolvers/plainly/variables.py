"""Values moved from their places into variables."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    BooleanValueNode,
    GraphQLInputType,
    GraphQLNonNull,
    ListValueNode,
    NameNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    parse_type,
    value_from_ast_untyped,
)

from tests.resolvers.plainly.dice import Dice

Make = Callable[[], ValueNode]


@dataclass
class Variables:
    """The variables of an operation being written, with two sets of values."""

    dice: Dice
    definitions: list[VariableDefinitionNode] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    """For the same document asked once more."""
    _bare: bool = False
    """Whether a variable's value is being made, in which there are no variables."""

    def perhaps(self, make: Make, type_: GraphQLInputType, *, omissible: bool = False) -> ValueNode:
        """A value, or a variable which stands for it. One that is `omissible` may also stand for nothing at all."""
        value = make()
        if self._bare or _has_variable(value):
            return value
        ways = ["literal"] * 5 + ["given", "default", "overridden"]
        if omissible and not isinstance(type_, GraphQLNonNull):
            ways.append("omitted")
        way = self.dice.choice(ways)
        return value if way == "literal" else self._variable(value, type_, way, make)

    def condition(self, holds: bool) -> ValueNode:
        """A truth value for `@skip` or `@include`, itself or by a variable."""
        value = BooleanValueNode(value=holds)
        way = self.dice.choice(("literal", "given", "default", "overridden"))
        if way == "literal":
            return value
        return self._declare(
            "Boolean!", value, way, BooleanValueNode(value=not holds), lambda: BooleanValueNode(value=not holds)
        )

    def _variable(self, value: ValueNode, type_: GraphQLInputType, way: str, make: Make) -> VariableNode:
        nullable = not isinstance(type_, GraphQLNonNull)
        can_be_strict = nullable and way != "omitted" and not isinstance(value, NullValueNode)
        stricter = can_be_strict and self.dice.once_in(2)
        overridden = NullValueNode() if nullable and not stricter else value
        return self._declare(f"{type_}!" if stricter else str(type_), value, way, overridden, make)

    def _declare(self, type_name: str, value: ValueNode, way: str, overridden: Any, make: Make) -> VariableNode:
        name = f"v{len(self.definitions)}"
        default = {"default": value, "overridden": overridden}.get(way)
        variable = VariableNode(name=NameNode(value=name))
        self.definitions.append(
            VariableDefinitionNode(variable=variable, type=parse_type(type_name), default_value=default)
        )
        if way in ("given", "overridden"):
            self.values[name] = self.others[name] = value_from_ast_untyped(value)
        if self.dice.once_in(2):
            self._bare = True
            other = value_from_ast_untyped(make())
            self._bare = False
            if other is not None or not type_name.endswith("!"):
                self.others[name] = other
        return variable


def _has_variable(value: ValueNode) -> bool:
    match value:
        case VariableNode():
            return True
        case ListValueNode(values=items):
            return any(_has_variable(item) for item in items or ())
        case ObjectValueNode(fields=parts):
            return any(_has_variable(part.value) for part in parts or ())
    return False
