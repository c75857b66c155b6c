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
        """A value, or a variable which stands for it. One that is `omissible` may also stand for null or nothing."""
        value = make()
        if self._bare or _has_variable(value):
            return value
        omissible = omissible and not isinstance(type_, GraphQLNonNull)
        ways = ["literal"] * 5 + ["given", "default", "overridden"] + ["omitted"] * omissible
        if (way := self.dice.choice(ways)) == "literal":
            return value
        nullable = not isinstance(type_, GraphQLNonNull)
        strict = nullable and way != "omitted" and not isinstance(value, NullValueNode) and self.dice.once_in(2)
        overridden = NullValueNode() if nullable and not strict else value
        name = self._declare(f"{type_}!" if strict else str(type_), value, way, overridden)
        if omissible and not strict and self.dice.once_in(3):
            self._let_go(name)
        elif self.dice.once_in(2):
            self._change(name, make)
        return VariableNode(name=NameNode(value=name))

    def condition(self, holds: bool) -> ValueNode:
        """A truth value for `@skip` or `@include`, itself or by a variable."""
        value, opposite = BooleanValueNode(value=holds), BooleanValueNode(value=not holds)
        if (way := self.dice.choice(("literal", "given", "default", "overridden"))) == "literal":
            return value
        name = self._declare("Boolean!", value, way, opposite)
        if self.dice.once_in(2):
            self._change(name, lambda: opposite)
        return VariableNode(name=NameNode(value=name))

    def _declare(self, type_name: str, value: ValueNode, way: str, overridden: Any) -> str:
        name = f"v{len(self.definitions)}"
        default = {"default": value, "overridden": overridden}.get(way)
        variable = VariableNode(name=NameNode(value=name))
        self.definitions.append(
            VariableDefinitionNode(variable=variable, type=parse_type(type_name), default_value=default)
        )
        if way in ("given", "overridden"):
            self.values[name] = self.others[name] = value_from_ast_untyped(value)
        return name

    def _change(self, name: str, make: Make) -> None:
        """Give a variable another value the second time."""
        self._bare = True
        other = make()
        self._bare = False
        if not isinstance(other, NullValueNode):
            self.others[name] = value_from_ast_untyped(other)

    def _let_go(self, name: str) -> None:
        """Give a variable null the second time, or nothing."""
        if self.dice.once_in(2):
            self.others[name] = None
        else:
            self.others.pop(name, None)


def _has_variable(value: ValueNode) -> bool:
    match value:
        case VariableNode():
            return True
        case ListValueNode(values=items):
            return any(_has_variable(item) for item in items or ())
        case ObjectValueNode(fields=parts):
            return any(_has_variable(part.value) for part in parts or ())
    return False
