"""From a selection to SQL: each object becomes a subselect whose row PostgreSQL turns into JSON."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

from graphql import FieldNode, GraphQLObjectType

from pushdown.errors import TooComplex
from pushdown.metadata import Models
from pushdown.selection import TYPENAME, Selected, Selection
from pushdown.statement import Statement, literal, quoted

_IDENTIFIER_BYTES = 63

MAX_DEPTH = 20

TYPE = "~type"
"""The column which tells a row's GraphQL type where it can be several. No response key has a `~`."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row's values come from: a table's row, or (without a model) a JSON object in `alias.value`."""

    alias: str
    model: Models | None


class Mapping(Protocol):
    """How a field of a type is found in a row."""

    def compile(self, compiler: "Compiler", row: Row, selected: Selected) -> str:
        """The SQL expression for the field's value, as JSON or as a type that turns into it."""
        ...


def result_key(response_key: str) -> str:
    """The result column for a response key. PostgreSQL cuts names at 63 bytes, so longer ones are digested."""
    if len(response_key) <= _IDENTIFIER_BYTES:
        return response_key
    return "~" + hashlib.sha256(response_key.encode()).hexdigest()[:32]


def mapping_of(selected: Selected) -> Mapping | None:
    """The mapping which the field's declaration carries; None for a field resolved in Python."""
    declared = (selected.definition.extensions if selected.definition else {}).get("strawberry-definition")
    return cast("Mapping | None", getattr(declared, "mapping", None))


@dataclass(slots=True)
class Compiler:
    """Compiles one operation's selection into one statement."""

    selection: Selection
    statement: Statement = field(default_factory=Statement)
    _depth: int = 0

    def columns(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode], row: Row) -> str:
        """The select list for what the nodes select on this type, one column per response key.

        Raises TooComplex for rows more than 20 levels below the root.
        """
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooComplex("levels of objects", MAX_DEPTH)
        columns = self._columns(type_, nodes, row)
        self._depth -= 1
        return ", ".join(columns) or f"{literal(type_.name)}::text AS {quoted(TYPENAME)}"

    def _columns(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode], row: Row) -> list[str]:
        columns = []
        for selected in self.selection.of(type_, nodes):
            if selected.field_name == TYPENAME:
                expression = f"{literal(type_.name)}::text"
            elif mapping := mapping_of(selected):
                expression = mapping.compile(self, row, selected)
            else:
                continue
            columns.append(f"{expression} AS {quoted(result_key(selected.key))}")
        return columns

    def object(self, select_list: str, source: str) -> str:
        """A scalar subselect giving one JSON object, or NULL where the source (FROM and WHERE) has no row."""
        alias = self.statement.alias()
        return f"(SELECT row_to_json({alias}) FROM (SELECT {select_list} {source}) {alias})"

    def array(self, select_list: str, source: str) -> str:
        """A scalar subselect giving a JSON array of objects in the source's order, `[]` where it has no rows."""
        alias = self.statement.alias()
        return f"(SELECT coalesce(json_agg({alias}), '[]'::json) FROM (SELECT {select_list} {source}) {alias})"


def object_type(selected: Selected) -> GraphQLObjectType:
    """The object type behind a field. Raises TypeError for fields of another kind."""
    named = selected.named_type
    if not isinstance(named, GraphQLObjectType):
        raise TypeError(f"{selected.field_name}: {named.name} is not an object type")
    return named
