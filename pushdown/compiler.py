"""From a selection to SQL: each object becomes a subselect whose row PostgreSQL turns into JSON."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

from graphql import FieldNode, GraphQLObjectType

from pushdown.errors import Refused, TooComplex
from pushdown.leaves import Fail, failing, fitted
from pushdown.metadata import Models, column_of
from pushdown.selection import TYPENAME, Selected, Selection
from pushdown.sql import Sql
from pushdown.statement import Statement, literal, quoted
from pushdown.visibility import EVERY_ROW, Visibility, visible_rows

_IDENTIFIER_BYTES = 63

MAX_DEPTH = 20

TYPE = "~type"
"""The column which tells execution a row's GraphQL type where it can be several. No response key has a `~`."""


class NeedsPython(Exception):
    """Something selected is not in the database: PostgreSQL's JSON cannot be the answer itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row's values come from: a table's row, or (without a model) a JSON object in `alias.value`."""

    alias: str
    model: Models | None

    @property
    def fail(self) -> Fail:
        """What makes SQL that fails for this row."""
        if self.model is None:
            return failing(f"jsonb_typeof({self.alias}.value)")
        return failing(f"{self.alias}.{column_of(self.model, 'pk')}")


class Mapping(Protocol):
    """How a field of a type is found in a row."""

    def compile(self, compiler: "Compiler", row: Row, selected: Selected) -> Sql:
        """The SQL expression for the field's value."""
        ...


def result_key(response_key: str) -> str:
    """The result column for a response key. PostgreSQL cuts names at 63 bytes, so longer ones are digested."""
    if len(response_key) <= _IDENTIFIER_BYTES:
        return response_key
    return "~" + hashlib.sha256(response_key.encode()).hexdigest()[:32]


def mapping_of(selected: Selected) -> Mapping | None:
    """The mapping which the field's declaration carries; None for a field resolved in Python."""
    return cast("Mapping | None", getattr(selected.declared, "mapping", None))


@dataclass(slots=True)
class Compiler:
    """Compiles one operation's selection into one statement.

    A final statement's JSON is the answer itself, checked by the database; any other is for execution to walk.
    """

    selection: Selection
    visibility: Visibility
    role: str
    final: bool
    statement: Statement = field(default_factory=Statement)
    _depth: int = 0

    def columns(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode], row: Row) -> str:
        """The select list for what the nodes select on this type, one column per response key.

        Raises TooComplex for rows more than 20 levels below the root.
        """
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooComplex("levels of objects", MAX_DEPTH)
        columns = self.select_list(type_, nodes, lambda selected: self._value(row, selected))
        self._depth -= 1
        return columns

    def select_list(
        self, type_: GraphQLObjectType, nodes: Sequence[FieldNode], value: Callable[[Selected], str | None]
    ) -> str:
        """The columns for what the nodes select on this type, each with its response key; None leaves one to Python."""

        def column(selected: Selected) -> str | None:
            if selected.field_name == TYPENAME:
                return f"{literal(type_.name)}::text"
            return self.within(selected, value)

        return self.listed(self.selection.of(type_, nodes), column)

    def listed(self, wanted: Sequence[Selected], value: Callable[[Selected], str | None]) -> str:
        """The columns for what is wanted, each with its response key; None leaves one to Python."""
        columns = []
        for selected in wanted:
            text = value(selected)
            if text is None:
                self.leave_to_python()
                continue
            key = result_key(selected.key)
            if key != selected.key:
                self.leave_to_python()
            columns.append(f"{text} AS {quoted(key)}")
        return ", ".join(columns)

    def within(self, selected: Selected, value: Callable[[Selected], str | None]) -> str | None:
        """The value's SQL; what is refused meanwhile is refused at this field."""
        before, self.statement.at = self.statement.at, selected.nodes[0]
        try:
            return value(selected)
        except Refused as refused:
            raise refused.at(selected.nodes[0]) from None
        finally:
            self.statement.at = before

    def _value(self, row: Row, selected: Selected) -> str | None:
        mapping = mapping_of(selected)
        return self.fit(mapping.compile(self, row, selected), row.fail, selected) if mapping else None

    def fit(self, sql: Sql, fail: Fail, selected: Selected) -> str:
        """The value as it stands in the result: in a final statement just as its type wants it."""
        if not self.final or selected.definition is None:
            return sql.text
        text = fitted(sql, selected.definition.type, fail)
        if text is None:
            raise NeedsPython
        return text

    def leave_to_python(self) -> None:
        """Say that the statement's JSON alone is no answer."""
        if self.final:
            raise NeedsPython

    def rows(self, model: Models, alias: str) -> str:
        """The model's rows which the viewer may see, under an alias. Every statement reads tables through this."""
        return visible_rows(self.visibility(model, self.role), model, alias, self.statement)

    def sees_all(self, model: Models) -> bool:
        """Whether no row of the model is hidden."""
        visible = self.visibility(model, self.role)
        return visible is None or visible.sql == EVERY_ROW

    def object(self, select_list: str, source: str, *, nullable: bool = True) -> Sql:
        """A scalar subselect giving one JSON object, or NULL where the source (FROM and WHERE) has no row."""
        alias = self.statement.alias()
        text = f"(SELECT row_to_json({alias}) FROM (SELECT {select_list} {source}) {alias})"
        return Sql(text, "json", nullable)

    def array(self, select_list: str, source: str) -> Sql:
        """A scalar subselect giving a JSON array of objects in the source's order, `[]` where it has no rows."""
        alias = self.statement.alias()
        text = f"(SELECT coalesce(json_agg({alias}), '[]'::json) FROM (SELECT {select_list} {source}) {alias})"
        return Sql(text, "json", False)


def object_type(selected: Selected) -> GraphQLObjectType:
    """The object type behind a field. Raises TypeError for fields of another kind."""
    named = selected.named_type
    if not isinstance(named, GraphQLObjectType):
        raise TypeError(f"{selected.field_name}: {named.name} is not an object type")
    return named
