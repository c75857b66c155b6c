"""Operations that ask for something: sketches with arguments, aliases, fragments, directives and variables."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import (
    ArgumentNode,
    DefinitionNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
    get_named_type,
    is_composite_type,
    parse,
    print_ast,
)
from hypothesis import strategies as st

from tests.resolvers.plainly.arguments import Arguments
from tests.resolvers.plainly.dice import Dice, dice
from tests.resolvers.plainly.naming import Keys, Naming
from tests.resolvers.plainly.values import Values
from tests.resolvers.plainly.variables import Variables

_DEEPEST = 8
_META_FIELDS = {"__typename": TypeNameMetaFieldDef, "__type": TypeMetaFieldDef}
Written = list[SelectionNode]


@dataclass(frozen=True)
class Operation:
    """A document, and values of its operation's variables, one set for each time it is asked."""

    document: DocumentNode
    inputs: Sequence[dict[str, Any]]
    name: str | None = None
    """Which operation is meant, where there are two."""

    @property
    def text(self) -> str:
        """The document as it is sent."""
        return print_ast(self.document)

    def __repr__(self) -> str:
        return f"{self.text}\n{self.name or ''} {json.dumps(self.inputs)}"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(self))  # where hypothesis would show every node of the document


def operations(schema: GraphQLSchema, sketches: Sequence[FieldNode], values: Values) -> st.SearchStrategy[Operation]:
    """One to three root fields by these sketches, over these values."""

    def written(dice: Dice) -> Operation:
        return _Writing.with_(dice, schema, values).operation(dice.some(sketches, 3, least=1))

    return dice.map(written)


_ADDITIONS = ((0,), (0, 1, 2), (0, 1, 2), (0, 0, 1), (0, 0, 0, 1))
"""How many fields are added to a sketch's selections, by their depth."""


@dataclass
class _Writing:
    dice: Dice
    schema: GraphQLSchema
    variables: Variables
    arguments: Arguments
    naming: Naming
    fragments: list[FragmentDefinitionNode] = field(default_factory=list)

    @classmethod
    def with_(cls, dice: Dice, schema: GraphQLSchema, values: Values) -> "_Writing":
        variables = Variables(dice)
        return cls(dice, schema, variables, Arguments(dice, values, variables), Naming(dice))

    def operation(self, roots: Sequence[FieldNode]) -> Operation:
        assert self.schema.query_type
        selections = self._selections(self.schema.query_type, [*roots, *self._about_the_schema()], {}, 0)
        name = self.dice.choice((None, "Read", "query"))
        operation = OperationDefinitionNode(
            operation=OperationType.QUERY,
            name=NameNode(value=name) if name else None,
            variable_definitions=tuple(self.variables.definitions),
            selection_set=selections,
        )
        definitions: list[DefinitionNode] = [operation, *self.fragments]
        if name and self.dice.once_in(4):
            definitions.append(_OTHER)
        if self.dice.once_in(3):
            definitions.reverse()
        inputs = [self.variables.values, self.variables.others]
        document = DocumentNode(definitions=tuple(definitions))
        return Operation(
            document, inputs[: 2 if inputs[0] != inputs[1] else 1], name if _OTHER in definitions else None
        )

    def _selections(
        self, type_: GraphQLNamedType, nodes: Sequence[SelectionNode], keys: Keys, depth: int
    ) -> SelectionSetNode:
        written: Written = []
        for node in nodes:
            if isinstance(node, InlineFragmentNode):
                assert node.type_condition
                inner = self.schema.type_map[node.type_condition.name.value]
                selected = self._selections(inner, node.selection_set.selections, keys, depth)
                written += self._dressed(type_, replace(node, selection_set=selected))
            else:
                assert isinstance(node, FieldNode)
                written += self._field(type_, node, keys, depth)
        if depth and not type_.name.startswith("__"):
            for _ in range(self.dice.choice(_ADDITIONS[min(depth, len(_ADDITIONS) - 1)])):
                written[self.dice.randint(0, len(written)) : 0] = self._more(type_, keys, depth)
        return SelectionSetNode(selections=tuple(written))

    def _about_the_schema(self) -> Written:
        """Sometimes a root field which needs no database."""
        match self.dice.randint(0, 20):
            case 19:
                return [_named("__typename")]
            case 20:
                return [_named("__type", [_named("name"), _named("kind"), _named("description")])]
        return []

    def _field(self, type_: GraphQLNamedType, node: FieldNode, keys: Keys, depth: int) -> Written:
        name = node.name.value
        definition = _META_FIELDS.get(name) or _fields(type_)[name]
        alias = self.naming.alias(keys, type_.name, name, definition)
        below = None
        if is_composite_type(inner := get_named_type(definition.type)):
            below = self._selections(inner, self._below(node, inner), {}, depth + 1)
        written = FieldNode(
            name=node.name,
            alias=NameNode(value=alias) if alias else None,
            arguments=self.arguments.of(type_.name, node, definition),
            selection_set=below,
        )
        return self._dressed(type_, written)

    def _below(self, node: FieldNode, type_: GraphQLNamedType) -> Sequence[SelectionNode]:
        if node.selection_set:
            return node.selection_set.selections
        return [_named("__typename")]

    def _more(self, type_: GraphQLNamedType, keys: Keys, depth: int) -> Written:
        """A field which the sketch did not ask for, or did already."""
        if isinstance(type_, GraphQLUnionType):
            return list(self._selections(type_, self._narrowed(type_, 1), keys, 0).selections)
        fields = _fields(type_)
        names = ["__typename", *(name for name in fields if depth < _DEEPEST or not _has_rows(fields[name]))]
        if rich := [name for name in names if name in _RICH and not self.dice.once_in(2)]:
            names = rich
        name = self.dice.choice(names)
        below = None
        if name != "__typename" and is_composite_type(inner := get_named_type(fields[name].type)):
            below = SelectionSetNode(selections=tuple(self._sketch(inner, 2)))
        return self._field(type_, FieldNode(name=NameNode(value=name), selection_set=below), keys, depth)

    def _sketch(self, type_: GraphQLNamedType, levels: int) -> Written:
        """A few fields of a type, those of rows only as deep as said."""
        if isinstance(type_, GraphQLInterfaceType):
            return [_named(self.dice.choice(("id", "__typename"))), *self._narrowed(type_, levels)]
        if isinstance(type_, GraphQLUnionType):
            return [_named("__typename"), *self._narrowed(type_, levels)]
        assert isinstance(type_, GraphQLObjectType)
        names = [name for name in type_.fields if levels or not _has_rows(type_.fields[name])]
        chosen = self.dice.some(names, 3, least=1)
        sketched: Written = []
        for name in chosen:
            inner = get_named_type(type_.fields[name].type)
            below = self._sketch(inner, levels - 1) if is_composite_type(inner) else None
            sketched.append(_named(name, below))
        return sketched

    def _narrowed(self, abstract: GraphQLInterfaceType | GraphQLUnionType, levels: int) -> Written:
        """Something of each of some types that the object may have, by an interface, too, where it has one."""
        types: list[GraphQLNamedType] = [*self.dice.some(self.schema.get_possible_types(abstract), 3)]
        if isinstance(abstract, GraphQLUnionType) and self.dice.once_in(3):
            types.append(self.schema.type_map["Node"])
        return [
            InlineFragmentNode(
                type_condition=NamedTypeNode(name=NameNode(value=type_.name)),
                selection_set=SelectionSetNode(selections=tuple(self._sketch(type_, levels))),
            )
            for type_ in types
        ]

    def _dressed(self, type_: GraphQLNamedType, node: SelectionNode) -> Written:
        """The selection as it is, or wrapped into something that means the same, left out, or doubled."""
        match self.dice.choice(_DRESSES):
            case "directive":
                return [replace(node, directives=self._directives())]
            case "typed":
                return [self._inline(node, type_.name)]
            case "untyped":
                return [replace(self._inline(node, None), directives=self._directives())]
            case "named":
                return [self._spread(type_, node)]
            case "spread twice":
                spread = self._spread(type_, node)
                return [spread, replace(spread, directives=self._directives())]
            case "twice":
                one, other = self._halves(node)
                return [one, self._inline(other, type_.name)]
        return [node]

    def _halves(self, node: SelectionNode) -> tuple[SelectionNode, SelectionNode]:
        """The same field or fragment twice, each with a part of the selection, which are merged to the whole."""
        if not isinstance(node, FieldNode | InlineFragmentNode) or not node.selection_set:
            return node, node
        selections = node.selection_set.selections
        cut = self.dice.randint(1, len(selections))
        parts = selections[:cut], selections[cut - self.dice.randint(0, 1) :] or selections[-1:]
        one, other = (replace(node, selection_set=SelectionSetNode(selections=part)) for part in parts)
        return one, other

    def _directives(self) -> tuple[DirectiveNode, ...]:
        names = self.dice.choice((("include",), ("skip",), ("include", "skip"), ("skip", "include")))
        return tuple(self._directive(name) for name in names)

    def _directive(self, name: str) -> DirectiveNode:
        holds = self.dice.once_in(2) if self.dice.once_in(3) else name == "include"
        condition = ArgumentNode(name=NameNode(value="if"), value=self.variables.condition(holds))
        return DirectiveNode(name=NameNode(value=name), arguments=(condition,))

    def _inline(self, node: SelectionNode, type_name: str | None) -> InlineFragmentNode:
        condition = NamedTypeNode(name=NameNode(value=type_name)) if type_name else None
        return InlineFragmentNode(type_condition=condition, selection_set=SelectionSetNode(selections=(node,)))

    def _spread(self, type_: GraphQLNamedType, node: SelectionNode) -> FragmentSpreadNode:
        name = NameNode(value=f"F{len(self.fragments)}")
        self.fragments.append(
            FragmentDefinitionNode(
                name=name,
                type_condition=NamedTypeNode(name=NameNode(value=type_.name)),
                selection_set=SelectionSetNode(selections=(node,)),
            )
        )
        return FragmentSpreadNode(name=name)


_OTHER = parse("query Other { __typename campaigns { totalCount } }").definitions[0]
"""An operation which is not meant."""

_RICH = (
    *("criteria", "detail", "links", "matchReasons", "provenance", "subject", "sourceRuns", "conversions", "stages"),
    *("absorbed", "item", "mapping", "options", "problems", "stageHistory", "workingHours", "monday"),
)
"""Fields with much below them, or whose values may not be what they should be."""

_DRESSES = (*["plain"] * 18, "directive", "typed", "untyped", "named", "spread twice", "twice")


def _fields(type_: GraphQLNamedType) -> Mapping[str, GraphQLField]:
    return type_.fields if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) else {}


def _has_rows(definition: GraphQLField) -> bool:
    return is_composite_type(get_named_type(definition.type))


def _named(name: str, below: Written | None = None) -> FieldNode:
    selected = SelectionSetNode(selections=tuple(below)) if below else None
    return FieldNode(name=NameNode(value=name), selection_set=selected)
