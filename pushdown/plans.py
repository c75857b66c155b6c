"""Plans: a statement, and where each of its parameters is found in a request."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graphql import GraphQLObjectType, GraphQLSchema

from pushdown.compiler import Compiler
from pushdown.documents import Operation
from pushdown.inputs import Given
from pushdown.leaves import failing
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
