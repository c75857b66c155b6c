"""The ways in which a field is found in its row, from a plain column to the rows of another table."""

from dataclasses import dataclass

from pushdown.compiler import Compiler, Row, object_type
from pushdown.metadata import Link, column_of, link_of, table_of
from pushdown.selection import Selected
from pushdown.statement import literal, quoted


def value_in(row: Row, field: str) -> str:
    """SQL for a field of a row, whichever its source."""
    if row.model is None:
        return f"({row.alias}.value->{literal(field)})"
    return f"{row.alias}.{column_of(row.model, field)}"


def _joined(link: Link, row: Row, alias: str) -> str:
    return f"{alias}.{link.remote} = {row.alias}.{link.local}"


@dataclass(frozen=True, slots=True)
class Column:
    """A model's field, or a key of a JSON object."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The value itself."""
        return value_in(row, self.field)


@dataclass(frozen=True, slots=True)
class Expression:
    """SQL over the row, whose alias is written `{row}`."""

    sql: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The expression over this row."""
        return f"({self.sql.format(row=row.alias)})"


@dataclass(frozen=True, slots=True)
class Identity:
    """The global id of a table's row. Raises ValueError for a type's name of more than 37 letters.

    PostgreSQL breaks base64 after 76 characters, which hold 57: the name, a colon and a key of up to 19 digits.
    """

    type_name: str

    def __post_init__(self) -> None:
        if len(self.type_name) > 37:
            raise ValueError(f"{self.type_name} is too long for a name in global ids")

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The id as `encode_global_id` gives it."""
        return f"encode(convert_to({literal(self.type_name + ':')} || {value_in(row, 'pk')}, 'UTF8'), 'base64')"


@dataclass(frozen=True, slots=True)
class One:
    """The row at the other end of a relation, by the relation's name."""

    relation: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The related row as an object, NULL where there is none."""
        if row.model is None:
            raise TypeError(f"{self.relation}: a JSON object has no relations")
        link = link_of(row.model, self.relation)
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, link.model))
        return compiler.object(columns, f"FROM {table_of(link.model)} {alias} WHERE {_joined(link, row, alias)}")


@dataclass(frozen=True, slots=True)
class Many:
    """All rows at the other end of a relation that stays short, ordered by a field; at most `limit`."""

    relation: str
    order_by: str
    limit: int

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The related rows as an array."""
        if row.model is None:
            raise TypeError(f"{self.relation}: a JSON object has no relations")
        link = link_of(row.model, self.relation)
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, link.model))
        order = f"{alias}.{column_of(link.model, self.order_by)}, {alias}.{column_of(link.model, 'pk')}"
        source = f"FROM {table_of(link.model)} {alias} WHERE {_joined(link, row, alias)}"
        return compiler.array(columns, f"{source} ORDER BY {order} LIMIT {self.limit}")


@dataclass(frozen=True, slots=True)
class EmbeddedObject:
    """A JSON object in a column, with a type of its own."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The selected keys of the object; NULL where the column holds none, as NULL or JSON's null."""
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, None))
        source = f"FROM (SELECT {value_in(row, self.field)}::jsonb AS value) {alias}"
        return compiler.object(columns, f"{source} WHERE jsonb_typeof({alias}.value) = 'object'")


@dataclass(frozen=True, slots=True)
class EmbeddedList:
    """A JSON array of objects in a column, each with a type of its own."""

    field: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The selected keys of each object, in the array's order; `[]` where the column holds no array."""
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, None))
        value = f"{value_in(row, self.field)}::jsonb"
        array = f"CASE jsonb_typeof({value}) WHEN 'array' THEN {value} END"
        rows = f"jsonb_array_elements({array}) WITH ORDINALITY"
        return compiler.array(columns, f"FROM {rows} {alias}(value, position) ORDER BY {alias}.position")


@dataclass(frozen=True, slots=True)
class Keyed:
    """The row of a known model whose primary key stands in a JSON object."""

    model_field: str
    model: type

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """The row as an object, NULL where the key is null or names nothing."""
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, self.model))
        key = f"({row.alias}.value->>{literal(self.model_field)})::bigint"
        source = f"FROM {table_of(self.model)} {alias} WHERE {alias}.{column_of(self.model, 'pk')} = {key}"
        return compiler.object(columns, source)


@dataclass(frozen=True, slots=True)
class Computed:
    """A value which the enclosing mapping has put under a column of its own (a connection's `pageInfo`, say)."""

    column: str

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> str:
        """That column."""
        return f"{row.alias}.{quoted(self.column)}"
