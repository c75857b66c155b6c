"""Rows of any type, by global id: Relay's `Node`, other interfaces, and unions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import FieldNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLUnionType

from pushdown.compiler import TYPE, Compiler, Row
from pushdown.fields import computed
from pushdown.mappings import Expression, value_in
from pushdown.metadata import Models, column_of
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.statement import literal, quoted
from pushdown.targets import registered

Abstract = GraphQLInterfaceType | GraphQLUnionType


@strawberry.interface(description="An object with a global id, which `node` finds again.")
class Node:
    """Relay's interface. A type that implements it gets its `id` from `pushdown.type`."""

    id: strawberry.ID = computed(Expression("NULL"), "Global id, opaque and stable.")

    @classmethod
    def resolve_type(cls, row: Mapping[str, str], _info: object, _interface: object) -> str:
        """The type which the row names. `__typename` will not do: clients may give that key to another field."""
        return row[TYPE]


def compile_any(compiler: Compiler, abstract: Abstract, nodes: Sequence[FieldNode], type_name: str, key: str) -> Sql:
    """A row of whichever type `type_name` (SQL) names, by its primary key (SQL); NULL where there is none.

    For execution the row carries its type under `~type`.
    """
    models = registered()
    branches = [
        f"WHEN {literal(type_.name)} THEN {_row(compiler, type_, models[type_.name], nodes, key)}"
        for type_ in compiler.selection.schema.get_possible_types(abstract)
        if type_.name in models
    ]
    return Sql(f"CASE {type_name} {' '.join(branches)} END", "json")


def _row(compiler: Compiler, type_: GraphQLObjectType, model: Models, nodes: Sequence[FieldNode], key: str) -> str:
    alias = compiler.statement.alias()
    columns = compiler.columns(type_, nodes, Row(alias, model))
    if not compiler.final:
        columns = ", ".join(part for part in (columns, f"{literal(type_.name)}::text AS {quoted(TYPE)}") if part)
    source = f"FROM {compiler.rows(model, alias)} WHERE {alias}.{column_of(model, 'pk')} = {key}"
    return compiler.object(columns, source).text


def abstract_type(selected: Selected) -> Abstract:
    """The interface or union behind a field. Raises TypeError for fields of another kind."""
    named = selected.named_type
    if not isinstance(named, Abstract):
        raise TypeError(f"{selected.field_name}: {named.name} is neither an interface nor a union")
    return named


@dataclass(frozen=True, slots=True)
class AnyRow:
    """A row named by two columns: its GraphQL type's name and its primary key."""

    type_field: str
    key_field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The row with its type; NULL where it is gone."""
        type_name, key = value_in(row, self.type_field), value_in(row, self.key_field)
        return compile_any(compiler, abstract_type(selected), selected.nodes, type_name, key)


def any_row(description: str, *, type_field: str, key_field: str) -> Any:
    """The object of any type which two columns name; the field is annotated `Node | None`, or with a union."""
    return computed(AnyRow(type_field, key_field), description)
