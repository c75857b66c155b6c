"""Plans: a statement, and where each of its parameters is found in a request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    VariableNode,
    get_nullable_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.base import StrawberryObjectDefinition

from pushdown.compiler import Compiler, NeedsPython
from pushdown.documents import Operation
from pushdown.inputs import FromSource, Given
from pushdown.leaves import failing
from pushdown.plain import attribute_of, writer
from pushdown.selection import TYPENAME, Selected, Selection
from pushdown.sql import Sql
from pushdown.statement import Parameter, literal
from pushdown.visibility import Visibility

RootCompile = Callable[[Compiler, Selected], Sql]
"""Gives the SQL expression for a root field."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement for all requests of one document, shape and role."""

    sql: str
    parameters: tuple[Parameter, ...]
    checks: tuple[Parameter, ...]
    by_value: bool
    """Whether PostgreSQL should plan it anew with each request's values."""

    def arguments(self, given: Given) -> list[object]:
        """What to bind for a request. Raises InvalidArgument."""
        for check in self.checks:
            check.value(given)
        return [parameter.value(given) for parameter in self.parameters]


@dataclass(frozen=True, slots=True)
class MutationPlan:
    """How an operation is carried out which is one mutation."""

    root: Selected
    field: GraphQLField
    resolve: Callable[..., Any]
    origin: type
    """Whose instances the payloads are which the short way knows; others take execution, and so does null."""
    arguments: Mapping[str, tuple[str, bool]]
    """The variables behind the resolver's arguments, each with whether null is allowed."""
    payload: Plan

    def given_arguments(self, given: Given) -> dict[str, Any] | None:
        """The resolver's arguments in this request; None where one is missing, which execution knows to deal with."""
        values = {}
        for argument, (variable, nullable) in self.arguments.items():
            value = given.variables.get(variable)
            if value is None and not (nullable and variable in given.variables):
                return None
            values[argument] = value
        return values


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for operations of a schema."""

    schema: GraphQLSchema
    visibility: Visibility

    def operation(self, operation: Operation, given: Given, *, final: bool) -> Plan | None:
        """The plan for everything at an operation's root that the database has; None where that is nothing.

        Raises Refused for what is asked too much or wrongly, NeedsPython where a final plan is not possible.
        """
        compiler = self._compiler(operation, given, final=final)
        root = self.schema.get_root_type(operation.node.operation)
        if root is None:
            raise TypeError(f"the schema has no {operation.node.operation}")
        return self._plan(compiler, root, compiler.selection.at_root(root, operation.node))

    def payload(
        self,
        operation: Operation,
        given: Given,
        type_: GraphQLObjectType,
        wanted: list[Selected],
        *,
        compile_: RootCompile | None = None,
    ) -> Plan | None:
        """The plan for fields of a payload, or for a field that `compile_` compiles."""
        return self._plan(self._compiler(operation, given, final=False), type_, wanted, compile_)

    def mutation(self, operation: Operation, given: Given) -> MutationPlan:
        """The plan for an operation which is one mutation. Raises Refused, and NeedsPython where it takes execution."""
        compiler = self._compiler(operation, given, final=True)
        root = self.schema.mutation_type
        wanted = compiler.selection.at_root(root, operation.node) if root else []
        if len(wanted) != 1 or (field := wanted[0].definition) is None or field.resolve is None:
            raise NeedsPython
        type_ = get_nullable_type(field.type)
        if not isinstance(type_, GraphQLObjectType) or (origin := _origin(type_)) is None:
            raise NeedsPython
        fields = compiler.selection.of(type_, wanted[0].nodes)
        columns = compiler.listed(fields, lambda selected: _payload_value(compiler, type_, selected))
        alias = compiler.statement.alias()
        sql = f"SELECT row_to_json({alias}) FROM (SELECT {columns}) {alias}"
        plan = Plan(*compiler.statement.finished(sql), compiler.statement.by_value)
        return MutationPlan(wanted[0], field, field.resolve, origin, _variables_of(wanted[0], field), plan)

    def _compiler(self, operation: Operation, given: Given, *, final: bool) -> Compiler:
        types = {one.name: one.type for one in operation.variables}
        selection = Selection(self.schema, operation.fragments, given.variables, types)
        return Compiler(selection, self.visibility, given.viewer.role, final)

    def _plan(
        self,
        compiler: Compiler,
        type_: GraphQLObjectType,
        wanted: Sequence[Selected],
        compile_: RootCompile | None = None,
    ) -> Plan | None:
        columns = compiler.listed(wanted, lambda selected: _root_value(compiler, type_, selected, compile_))
        if not columns:
            return None
        alias = compiler.statement.alias()
        sql = f"SELECT row_to_json({alias}) FROM (SELECT {columns}) {alias}"
        return Plan(*compiler.statement.finished(sql), compiler.statement.by_value)


def _root_value(
    compiler: Compiler, type_: GraphQLObjectType, selected: Selected, compile_: RootCompile | None
) -> str | None:
    if selected.field_name == TYPENAME:
        return f"{literal(type_.name)}::text" if compiler.final else None
    compile_ = compile_ or getattr(selected.declared, "compile", None)
    if compile_ is None:
        return None
    compiled = compile_
    return compiler.within(
        selected, lambda _: compiler.fit(compiled(compiler, selected), failing("clock_timestamp()"), selected)
    )


def _payload_value(compiler: Compiler, type_: GraphQLObjectType, selected: Selected) -> str | None:
    """What the database has, or what the payload's attribute holds, written for it as JSON."""
    attribute = attribute_of(selected)
    if attribute is None:
        return _root_value(compiler, type_, selected, None)
    write = writer(compiler.selection, selected)
    if write is None:
        return None
    return compiler.statement.bind(FromSource(attribute), "json", lambda value: orjson.dumps(write(value)).decode())


def _origin(type_: GraphQLObjectType) -> type | None:
    """The class which Strawberry made a type of; None for other types."""
    definition = type_.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return definition.origin if isinstance(definition, StrawberryObjectDefinition) else None


def _variables_of(selected: Selected, field: GraphQLField) -> dict[str, tuple[str, bool]]:
    """The variables behind the field's arguments. Raises NeedsPython where an argument is anything else."""
    given = {node.name.value: node.value for node in selected.nodes[0].arguments or ()}
    variables = {}
    for name, argument in field.args.items():
        value = given.get(name)
        if not isinstance(value, VariableNode):
            raise NeedsPython
        variables[argument.out_name or name] = (value.name.value, not isinstance(argument.type, GraphQLNonNull))
    return variables
