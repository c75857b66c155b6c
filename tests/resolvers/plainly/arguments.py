"""Arguments that can be used: what hypothesis-graphql drew is kept where it fits, the rest comes from the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graphql import (
    ArgumentNode,
    BooleanValueNode,
    EnumValueNode,
    FieldNode,
    FloatValueNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLScalarType,
    IntValueNode,
    ListValueNode,
    NameNode,
    NullValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    StringValueNode,
    ValueNode,
    get_named_type,
    get_nullable_type,
    value_from_ast_untyped,
)

from tests.resolvers.plainly.dice import Dice
from tests.resolvers.plainly.import_rows import UPLOAD
from tests.resolvers.plainly.paging import DEFAULTS, Order, asked_order
from tests.resolvers.plainly.pipeline_rows import PLAIN_HOSTS
from tests.resolvers.plainly.searching import SEARCHES
from tests.resolvers.plainly.values import Values
from tests.resolvers.plainly.variables import Make, Variables

_CURSORS = ("after", "before")
_TYPE_NAMES = ("Lead", "Node", "JSON", "Nobody")
_BEGINNINGS = ("2026-03-20T00:00:00Z", "2026-03-28T22:10:30+05:30", "2026-03-29T00:30:00Z", "2026-03-30T06:00:00+01:00")
_ENDS = ("2026-03-30T05:30:00Z", "2026-03-31T15:00:00Z", "2026-04-02T00:00:00-04:00", "2026-04-19T23:59:59.999999Z")
_LENGTHS = ("5", "30", "45", "90", "720")
_DEEPEST_FILTER = 3
_LONGEST_LIST = 4


@dataclass
class Arguments:
    """The arguments of an operation being written."""

    dice: Dice
    values: Values
    variables: Variables

    def of(self, parent: str, node: FieldNode, definition: GraphQLField) -> tuple[ArgumentNode, ...]:
        """The arguments of a field of a type."""
        given: Mapping[str, Make] = {}
        if "id" in definition.args:
            given = {"id": lambda: self._id(self._suggested(definition))}
        elif "name" in definition.args:
            given = {"name": lambda: StringValueNode(value=self.dice.choice(_TYPE_NAMES))}
        elif "ids" in definition.args:
            given = {"ids": lambda: self._list(lambda: self._id(self.values.ids), 8)}
        elif "input" in definition.args:
            given = {"input": self._upload}
        elif "from" in definition.args:
            given = self._slots()
        elif "since" in definition.args:
            bounds = self.dice.some(("since", "until"), 2)
            given = dict.fromkeys(bounds, lambda: self._id(self.values.moments))
        elif "campaignId" in definition.args and not self.dice.once_in(3):
            given = {"campaignId": self._campaign}
        elif "first" in definition.args and "after" not in definition.args:
            given = {"first": self._size}
        elif "first" in definition.args:
            given = self._page(DEFAULTS[parent, node.name.value], node, definition)
        arguments = []
        for name, make in given.items():
            fixed = name == "orderBy" and not given.keys().isdisjoint(_CURSORS)
            value = self.variables.perhaps(make, definition.args[name].type, omissible=not fixed)
            arguments.append(ArgumentNode(name=NameNode(value=name), value=value))
        return tuple(arguments)

    def _campaign(self) -> ValueNode:
        """The id of a campaign, or of something else, or none."""
        ids = self.values.ids_of["Campaign"]
        return NullValueNode() if self.dice.once_in(6) else self._id(self.values.ids if self.dice.once_in(6) else ids)

    def _slots(self) -> dict[str, Make]:
        """A time of some days, mostly for a host whose appointments are known."""
        minutes = partial(self.dice.choice, _LENGTHS)
        given: dict[str, Make] = {
            "from": lambda: self._id(_BEGINNINGS),
            "to": lambda: self._id(_ENDS),
            "durationMinutes": lambda: IntValueNode(value=minutes()),
            "host": lambda: self._id((*PLAIN_HOSTS, PLAIN_HOSTS[0].upper(), "Nobody yet")),
        }
        if self.dice.once_in(2):
            given["stepMinutes"] = lambda: IntValueNode(value=minutes())
        return given

    def _upload(self) -> ValueNode:
        token = ObjectFieldNode(name=NameNode(value="uploadToken"), value=StringValueNode(value=str(UPLOAD)))
        return ObjectValueNode(fields=(token,))

    def _suggested(self, definition: GraphQLField) -> Sequence[str]:
        """Mostly ids of the type that is asked for."""
        own = self.values.ids_of.get(get_named_type(definition.type).name, self.values.ids)
        return self.values.ids if self.dice.once_in(6) else own

    def _id(self, texts: Sequence[str]) -> ValueNode:
        return StringValueNode(value=self.dice.choice(texts))

    def _list(self, make: Make, most: int) -> ListValueNode:
        return ListValueNode(values=tuple(self.dice.times(most, make)))

    def _page(self, default: Order, node: FieldNode, definition: GraphQLField) -> dict[str, Make]:
        given: dict[str, Make] = {}
        sketched = next((argument.value for argument in node.arguments or ()), None)
        bounds = [name for name in _CURSORS if self.dice.once_in(5)]
        if "orderBy" in definition.args and not self.dice.once_in(3):
            order_type = get_named_type(definition.args["orderBy"].type)
            given["orderBy"] = lambda: self._order_by(order_type)
            if bounds or self.dice.once_in(2):
                given["orderBy"] = lambda: sketched or NullValueNode()
        if bounds:
            asked = _order(sketched) if "orderBy" in given else None
            cursors = self.values.cursors[asked_order(default, asked)]
            given |= dict.fromkeys(bounds, lambda: StringValueNode(value=self.dice.choice(cursors)))
        if not self.dice.once_in(4):
            given[self.dice.choice(("first", "first", "last"))] = self._size
        elif self.dice.once_in(4):
            given[self.dice.choice(("first", "last", "after", "before", "filter"))] = NullValueNode
        if "filter" in definition.args and self.dice.once_in(2):
            given["filter"] = lambda: self._filter(definition.args["filter"].type, 0)
        return given

    def _order_by(self, type_: GraphQLNamedType) -> ValueNode:
        """Any order; where there are cursors, it must be known to which they belong."""
        assert isinstance(type_, GraphQLInputObjectType)
        parts = []
        for name, field in type_.fields.items():
            if name == "field" or not self.dice.once_in(3):
                make = partial(self._operand, get_named_type(field.type))
                value = self.variables.perhaps(make, field.type)
                parts.append(ObjectFieldNode(name=NameNode(value=name), value=value))
        return ObjectValueNode(fields=tuple(parts))

    def _size(self) -> IntValueNode:
        size = self.dice.randint(1, 4) if self.dice.randrange(4) else self.dice.choice((5, 19, 20, 21, 99, 100))
        return IntValueNode(value=str(size))

    def _filter(self, type_: GraphQLInputType, depth: int) -> ValueNode:
        """A filter within its bounds, whose operands are likely to be met."""
        inner = get_nullable_type(type_)
        if isinstance(inner, GraphQLList):
            return self._list(lambda: self._filter(inner.of_type, depth), _LONGEST_LIST)
        if not isinstance(inner, GraphQLInputObjectType):
            return self._operand(get_named_type(inner))
        names = [name for name in inner.fields if depth < _DEEPEST_FILTER or name not in ("and", "or", "not")]
        chosen = self.dice.some(names, 3)
        return ObjectValueNode(fields=tuple(self._condition(name, inner, depth) for name in chosen))

    def _condition(self, name: str, type_: GraphQLInputObjectType, depth: int) -> ObjectFieldNode:
        field_type, joins = type_.fields[name].type, "and" in type_.fields
        if joins and self.dice.once_in(20):
            return ObjectFieldNode(name=NameNode(value=name), value=NullValueNode())
        # An operator's operand must not be null.
        strict = field_type if joins else GraphQLNonNull(get_nullable_type(field_type))
        make = partial(self._filter, field_type, depth + 1)
        if name == "search":
            make = partial(self._id, SEARCHES)
        value = self.variables.perhaps(make, strict, omissible=True)
        return ObjectFieldNode(name=NameNode(value=name), value=value)

    def _operand(self, type_: GraphQLNamedType) -> ValueNode:
        match type_:
            case GraphQLEnumType(values=values):
                return EnumValueNode(value=self.dice.choice(sorted(values)))
            case GraphQLScalarType(name="Boolean"):
                return BooleanValueNode(value=self.dice.once_in(2))
            case GraphQLScalarType(name="DateTime"):
                return StringValueNode(value=self.dice.choice(self.values.moments))
            case GraphQLScalarType(name="Float"):
                return FloatValueNode(value=self.dice.choice(self.values.numbers))
            case GraphQLScalarType(name="Int"):
                return IntValueNode(value=str(self.dice.choice(self.values.whole_numbers)))
            case GraphQLScalarType(name="String"):
                return StringValueNode(value=self.dice.choice(self.values.texts))
        ids_of = self.values.ids_of
        return self._id(self.dice.choice((ids_of["Campaign"], ids_of["Lead"], ids_of["Host"], self.values.ids)))


def _order(asked: ValueNode | None) -> dict[str, str] | None:
    value: dict[str, str] | None = value_from_ast_untyped(asked) if asked else None
    return value and {"direction": "ASC", **value}
