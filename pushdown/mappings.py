"""The ways in which a field is found in its row, from a plain column to the rows of another table."""

from dataclasses import dataclass

from graphql import GraphQLEnumType, GraphQLList, GraphQLNonNull, get_named_type, get_nullable_type

from pushdown.compiler import Compiler, Row, object_type
from pushdown.metadata import Link, Models, column_of, link_of, storage_of
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.statement import literal, quoted

_CASTS = {"String": "text", "ID": "text", "Int": "bigint", "Float": "double precision", "Boolean": "boolean"}


def value_in(row: Row, field: str) -> str:
    """SQL for a field of a row, whichever its source."""
    if row.model is None:
        return f"({row.alias}.value->{literal(field)})"
    return f"{row.alias}.{column_of(row.model, field)}"


def joined(link: Link, row: Row, alias: str) -> str:
    """SQL for the rows at the other end of a relation."""
    return f"{alias}.{link.remote} = {row.alias}.{link.local}"


def typed(text: str, selected: Selected) -> Sql:
    """An application's SQL, a call or in parentheses, as the SQL type which the field's type stands for."""
    type_ = get_nullable_type(selected.definition.type) if selected.definition else None
    if type_ is None or isinstance(type_, GraphQLList):
        return Sql(text)
    named = get_named_type(type_)
    sql_type = "text" if isinstance(named, GraphQLEnumType) else _CASTS.get(named.name)
    return Sql(f"{text}::{sql_type}" if sql_type else text, sql_type)


def row_by_key(compiler: Compiler, selected: Selected, model: Models, key: str) -> Sql:
    """The row of the model with this primary key (SQL), NULL where there is none to be seen."""
    alias = compiler.statement.alias()
    columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, model))
    source = f"FROM {compiler.rows(model, alias)} WHERE {alias}.{column_of(model, 'pk')} = {key}"
    return compiler.object(columns, source)


@dataclass(frozen=True, slots=True)
class Column:
    """A model's field, or a key of a JSON object."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The value itself."""
        if row.model is None:
            return Sql(value_in(row, self.field), "jsonb")
        stored = storage_of(row.model, self.field)
        return Sql(value_in(row, self.field), stored.sql_type, stored.nullable, stored.values)


@dataclass(frozen=True, slots=True)
class Expression:
    """SQL over the row, whose alias is written `{row}`."""

    sql: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The expression over this row."""
        return typed(f"({self.sql.format(row=row.alias)})", selected)


@dataclass(frozen=True, slots=True)
class Identity:
    """The global id of a table's row. Raises ValueError for a type's name of more than 37 letters.

    PostgreSQL breaks base64 after 76 characters, which hold 57: the name, a colon and a key of up to 19 digits.
    """

    type_name: str

    def __post_init__(self) -> None:
        if len(self.type_name) > 37:
            raise ValueError(f"{self.type_name} is too long for a name in global ids")

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The id as `encode_global_id` gives it."""
        text = f"{literal(self.type_name + ':')} || {value_in(row, 'pk')}"
        return Sql(f"encode(({text})::bytea, 'base64')", "text", nullable=False)  # half the time of `convert_to`


@dataclass(frozen=True, slots=True)
class One:
    """The row at the other end of a relation, by the relation's name."""

    relation: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The related row as an object, NULL where there is none to be seen."""
        if row.model is None:
            raise TypeError(f"{self.relation}: a JSON object has no relations")
        link = link_of(row.model, self.relation)
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, link.model))
        source = f"FROM {compiler.rows(link.model, alias)} WHERE {joined(link, row, alias)}"
        return compiler.object(columns, source, nullable=not (link.always and compiler.sees_all(link.model)))


@dataclass(frozen=True, slots=True)
class Many:
    """All rows at the other end of a relation that stays short, ordered by a field; at most `limit`."""

    relation: str
    order_by: str
    limit: int

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The related rows as an array."""
        if row.model is None:
            raise TypeError(f"{self.relation}: a JSON object has no relations")
        link = link_of(row.model, self.relation)
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, link.model))
        order = f"{alias}.{column_of(link.model, self.order_by)}, {alias}.{column_of(link.model, 'pk')}"
        source = f"FROM {compiler.rows(link.model, alias)} WHERE {joined(link, row, alias)}"
        return compiler.array(columns, f"{source} ORDER BY {order} LIMIT {self.limit}")


@dataclass(frozen=True, slots=True)
class EmbeddedObject:
    """A JSON object in a column, with a type of its own."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The selected keys of the object; NULL where the column holds none, as NULL or JSON's null."""
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, None))
        source = f"FROM (SELECT {value_in(row, self.field)}::jsonb AS value) {alias}"
        return compiler.object(columns, f"{source} WHERE jsonb_typeof({alias}.value) = 'object'")


@dataclass(frozen=True, slots=True)
class EmbeddedList:
    """A JSON array of objects in a column, each with a type of its own."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The selected keys of each object, in the array's order; `[]` where the column holds no array.

        An item that is no object is null.
        """
        value = f"{value_in(row, self.field)}::jsonb"
        elements = f"jsonb_array_elements(CASE jsonb_typeof({value}) WHEN 'array' THEN {value} END)"
        return objects_of(compiler, elements, selected)


def objects_of(compiler: Compiler, elements: str, selected: Selected) -> Sql:
    """The objects that a set-returning call gives, each as the selection asks for it."""
    alias = compiler.statement.alias()
    row = Row(alias, None)
    columns = compiler.columns(object_type(selected), selected.nodes, row)
    item = compiler.object(columns, "").text
    nothing = f" ELSE {row.fail('json')}" if compiler.final and _has_required_items(selected) else ""
    shown = f"CASE jsonb_typeof({alias}.value) WHEN 'object' THEN {item}{nothing} END"
    ordered = f"coalesce(json_agg({shown} ORDER BY {alias}.position), '[]'::json)"
    return Sql(f"(SELECT {ordered} FROM {elements} WITH ORDINALITY {alias}(value, position))", "json", nullable=False)


def _has_required_items(selected: Selected) -> bool:
    type_ = get_nullable_type(selected.definition.type) if selected.definition else None
    return isinstance(type_, GraphQLList) and isinstance(type_.of_type, GraphQLNonNull)


@dataclass(frozen=True, slots=True)
class Keyed:
    """The row of a known model whose primary key stands in a JSON object."""

    model_field: str
    model: type

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The row as an object, NULL where the key is null or names nothing."""
        key = f"({row.alias}.value->>{literal(self.model_field)})::bigint"
        return row_by_key(compiler, selected, self.model, key)


@dataclass(frozen=True, slots=True)
class KeyedList:
    """The rows of a known model whose primary keys stand in an array in a JSON object."""

    model_field: str
    model: type

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The rows in the array's order, without those that are not to be seen; `[]` where there is no array."""
        keys, alias = compiler.statement.alias(), compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, self.model))
        value = value_in(row, self.model_field)
        elements = f"jsonb_array_elements_text(CASE jsonb_typeof({value}) WHEN 'array' THEN {value} END)"
        found = f"{alias}.{column_of(self.model, 'pk')} = {keys}.key::bigint"
        source = (
            f"FROM {elements} WITH ORDINALITY {keys}(key, position) JOIN {compiler.rows(self.model, alias)} ON {found}"
        )
        return compiler.array(columns, f"{source} ORDER BY {keys}.position")


@dataclass(frozen=True, slots=True)
class Computed:
    """A value which the enclosing mapping has put under a column of its own (a connection's `pageInfo`, say)."""

    column: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """That column."""
        return Sql(f"{row.alias}.{quoted(self.column)}")
