"""Where reading starts: the fields of `Query`, and those of payloads which show what a mutation concerns."""

from collections.abc import Callable
from typing import Any, cast

import orjson
import strawberry
from graphql import GraphQLInterfaceType, GraphQLResolveInfo
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info
from tortoise.connection import get_connections

from pushdown.compiler import Compiler, Row, object_type
from pushdown.connections import Connection, DefaultOrder
from pushdown.declarations import connection_arguments
from pushdown.errors import InvalidArgument
from pushdown.filters import conditions_of
from pushdown.global_ids import decode_global_id, key_of
from pushdown.metadata import Models, column_of, table_of
from pushdown.node import Node, compile_any
from pushdown.operands import storable
from pushdown.orderings import Ordering
from pushdown.selection import Selected, Selection
from pushdown.targets import listed, optional, row_type

MAX_NODES = 100

Compile = Callable[[Compiler, Selected, Any, dict[str, Any]], str | None]
"""Gives the SQL expression for a root field, from the compiler, the field, the source and the field's arguments; or
None where the answer is null without asking."""


class RootField(StrawberryField):
    """A field at which a statement begins."""

    def __init__(
        self, compile_: Compile | None = None, *, arguments: list[StrawberryArgument] | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.compile = compile_
        self.arguments = arguments or []

    def __copy__(self) -> "RootField":
        copied = super().__copy__()
        copied.compile = self.compile
        return copied

    @property
    def is_basic_field(self) -> bool:
        """Never: it reads the database."""
        return False

    @property
    def is_async(self) -> bool:
        """Always."""
        return True

    async def get_result(self, source: Any, info: Info[Any, Any] | None, args: list[Any], kwargs: Any) -> Any:
        """Compile the selection below this field and fetch its JSON."""
        if info is None or self.compile is None:
            raise TypeError("a root field is resolved within an operation only")
        return await _read(info, source, self.compile)


async def _read(info: Info[Any, Any], source: Any, compile_: Compile) -> Any:
    raw = info._raw_info
    compiler = Compiler(Selection(raw.schema, raw.fragments, cast("dict[str, Any]", raw.variable_values)))
    selected = _selected(raw)
    expression = compile_(compiler, selected, source, compiler.selection.arguments(selected))
    if expression is None:
        return None
    document = await _fetch(f"SELECT {expression}", compiler.statement.parameters)
    return None if document is None else orjson.loads(document)


async def read_row(info: Info[Any, Any], model: Models, key: int) -> Any:
    """What the operation selects below the present field, of the row with this primary key; None where it is gone."""
    return await _read(info, None, lambda compiler, selected, *_: _by_key(compiler, selected, model, key))


def subscription(model: Models, description: str) -> Callable[[Callable[..., Any]], Any]:
    """A subscription field over rows of a model: an async generator of what `read_row` gives."""
    declare = strawberry.subscription(description=description, graphql_type=StrawberryAnnotation(row_type(model)))
    return cast("Callable[[Callable[..., Any]], Any]", declare)


def _selected(info: GraphQLResolveInfo[Any]) -> Selected:
    definition = info.parent_type.fields[info.field_name]
    return Selected(str(info.path.key), info.field_name, definition, list(info.field_nodes))


async def _fetch(sql: str, parameters: list[object]) -> str | None:
    client = get_connections().get("default")
    async with client.acquire_connection() as connection:
        return cast("str | None", await connection.fetchval(sql, *parameters))


def _by_key(compiler: Compiler, selected: Selected, model: Models, key: int | None) -> str | None:
    if key is None:
        return None
    alias = compiler.statement.alias()
    columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, model))
    placeholder = compiler.statement.bind(key, "bigint")
    return compiler.object(
        columns, f"FROM {table_of(model)} {alias} WHERE {alias}.{column_of(model, 'pk')} = {placeholder}"
    )


def _id_argument(name: str, annotation: object, description: str) -> StrawberryArgument:
    return StrawberryArgument(name, None, StrawberryAnnotation(annotation), description=description)


def row(model: Models, description: str) -> Any:
    """A row by its global id; null where there is none. Unknown, foreign and malformed ids look alike."""

    def compile_(compiler: Compiler, selected: Selected, _source: Any, arguments: dict[str, Any]) -> str | None:
        return _by_key(compiler, selected, model, key_of(arguments["id"], object_type(selected).name))

    arguments = [_id_argument("id", strawberry.ID, "The object's global id.")]
    return RootField(compile_, arguments=arguments, description=description, type_annotation=optional(row_type(model)))


def rows(
    model: Models,
    description: str,
    *,
    default: Ordering,
    descending: bool = False,
    filter: type | None = None,
    order_by: type | None = None,
) -> Any:
    """All rows of a model, in pages."""
    mapping = Connection(DefaultOrder(default, descending), conditions_of(filter) if filter else {}, model=model)

    def compile_(compiler: Compiler, selected: Selected, _source: Any, _arguments: dict[str, Any]) -> str:
        return mapping.compile(compiler, None, selected)

    return RootField(
        compile_,
        arguments=connection_arguments(filter, order_by),
        description=description,
        type_annotation=StrawberryAnnotation(row_type(model, connection=True)),
    )


def reference(model: Models, description: str, *, nullable: bool = True) -> Any:
    """In a payload: the row whose primary key the payload's attribute of this name holds; null for None.

    The attribute is annotated `int` or, where nullable, `int | None`, and is None unless given.
    """

    def compile_(compiler: Compiler, selected: Selected, source: Any, _arguments: dict[str, Any]) -> str | None:
        return _by_key(compiler, selected, model, getattr(source, selected_attribute(selected)))

    if not nullable:
        return RootField(compile_, description=description, type_annotation=StrawberryAnnotation(row_type(model)))
    return RootField(compile_, description=description, default=None, type_annotation=optional(row_type(model)))


def embedded_values(type_: type, description: str) -> Any:
    """In a payload: objects of a `json_object` type, from the attribute of this name, a list of dictionaries.

    The attribute is annotated `list[dict[str, Any]]`, and is empty unless given. Characters which PostgreSQL cannot
    hold come out as the replacement character.
    """

    def compile_(compiler: Compiler, selected: Selected, source: Any, _arguments: dict[str, Any]) -> str:
        values = orjson.dumps(storable(getattr(source, selected_attribute(selected)))).decode()
        alias = compiler.statement.alias()
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, None))
        bound = compiler.statement.bind(values, "jsonb")
        elements = f"jsonb_array_elements({bound}) WITH ORDINALITY {alias}(value, position)"
        return compiler.array(columns, f"FROM {elements} ORDER BY {alias}.position")

    return RootField(compile_, description=description, default_factory=list, type_annotation=listed(type_))


def selected_attribute(selected: Selected) -> str:
    """The payload's attribute behind a field."""
    declared = selected.definition.extensions["strawberry-definition"] if selected.definition else None
    return str(cast(StrawberryField, declared).python_name)


def node(description: str) -> Any:
    """Relay's `node(id:)`."""

    def compile_(compiler: Compiler, selected: Selected, _source: Any, arguments: dict[str, Any]) -> str | None:
        named = decode_global_id(arguments["id"])
        if named is None:
            return None
        type_name = compiler.statement.bind(named.type_name, "text")
        key = compiler.statement.bind(named.key, "bigint")
        return compile_any(compiler, _interface(selected), selected.nodes, type_name, key)

    arguments = [_id_argument("id", strawberry.ID, "The object's global id.")]
    return RootField(compile_, arguments=arguments, description=description, type_annotation=optional(Node))


def nodes(description: str) -> Any:
    """Relay's `nodes(ids:)`: one entry an id, in their order, null where it names nothing; at most 100."""

    def compile_(compiler: Compiler, selected: Selected, _source: Any, arguments: dict[str, Any]) -> str:
        ids = arguments["ids"]
        if len(ids) > MAX_NODES:
            raise InvalidArgument("ids", f"takes at most {MAX_NODES} ids, got {len(ids)}")
        named = [decode_global_id(text) for text in ids]
        types = compiler.statement.bind([one.type_name if one else None for one in named], "text[]")
        keys = compiler.statement.bind([one.key if one else None for one in named], "bigint[]")
        alias = compiler.statement.alias()
        found = compile_any(compiler, _interface(selected), selected.nodes, f"{alias}.type_name", f"{alias}.key")
        wanted = f"unnest({types}, {keys}) WITH ORDINALITY {alias}(type_name, key, position)"
        return f"(SELECT coalesce(json_agg({found} ORDER BY {alias}.position), '[]'::json) FROM {wanted})"

    arguments = [_id_argument("ids", list[strawberry.ID], f"The objects' global ids, at most {MAX_NODES}.")]
    return RootField(compile_, arguments=arguments, description=description, type_annotation=listed(optional_node()))


def optional_node() -> object:
    """`Node`, or null."""
    return optional(Node).raw_annotation


def _interface(selected: Selected) -> GraphQLInterfaceType:
    named = selected.named_type
    if not isinstance(named, GraphQLInterfaceType):
        raise TypeError(f"{selected.field_name}: {named.name} is not an interface")
    return named
