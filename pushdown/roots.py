"""Where reading starts: the fields of `Query`, and those of payloads which show what a mutation concerns."""

from typing import Any, cast

import orjson
import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info

from pushdown.compiler import Compiler, object_type, result_key
from pushdown.connections import Connection, DefaultOrder
from pushdown.declarations import connection_arguments
from pushdown.errors import InvalidArgument
from pushdown.filters import conditions_of
from pushdown.global_ids import any_key_of, key_of, type_name_of
from pushdown.inputs import FromSource
from pushdown.mappings import objects_of, row_by_key
from pushdown.metadata import Models
from pushdown.node import Node, abstract_type, compile_any
from pushdown.operands import storable
from pushdown.orderings import Ordering
from pushdown.payloads import reading_of, selected_at
from pushdown.plans import RootCompile
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.targets import listed, optional, row_type

MAX_NODES = 100


class RootField(StrawberryField):
    """A field at which reading starts: one of `Query`, or of a payload."""

    def __init__(
        self, compile_: RootCompile | None = None, *, arguments: list[StrawberryArgument] | None = None, **options: Any
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
        """Never: what it shows was read for it."""
        return False

    def get_result(self, source: Any, info: Info[Any, Any] | None, args: list[Any], kwargs: Any) -> Any:
        """What was read for this response key; for a payload's field, what reads it together with its neighbours."""
        if info is None:
            raise TypeError("a root field is resolved within an operation only")
        raw = info._raw_info
        if isinstance(source, dict):
            return source[result_key(str(raw.path.key))]
        return reading_of(source, raw).value(selected_at(raw))


def _id_argument(name: str, annotation: object, description: str) -> StrawberryArgument:
    return StrawberryArgument(name, None, StrawberryAnnotation(annotation), description=description)


def row(model: Models, description: str) -> Any:
    """A row by its global id; null where there is none. Unknown, foreign and malformed ids look alike."""

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        type_name = object_type(selected).name
        given = compiler.selection.arguments(selected)["id"]
        key = compiler.statement.bind(given, "bigint", lambda text: key_of(text, type_name))
        return row_by_key(compiler, selected, model, key)

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
    return RootField(
        lambda compiler, selected: mapping.compile(compiler, None, selected),
        arguments=connection_arguments(filter, order_by),
        description=description,
        default=None,  # of a payload, which is made by its other fields
        type_annotation=StrawberryAnnotation(row_type(model, connection=True)),
    )


def reference(model: Models, description: str, *, nullable: bool = True) -> Any:
    """In a payload: the row whose primary key the payload's attribute of this name holds; null for None.

    The attribute is annotated `int` or, where nullable, `int | None`, and is None unless given.
    """

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        key = compiler.statement.bind(FromSource(_attribute(selected)), "bigint")
        return row_by_key(compiler, selected, model, key)

    if not nullable:
        return RootField(compile_, description=description, type_annotation=StrawberryAnnotation(row_type(model)))
    return RootField(compile_, description=description, default=None, type_annotation=optional(row_type(model)))


def embedded_values(type_: type, description: str) -> Any:
    """In a payload: objects of a `json_object` type, from the attribute of this name, a list of dictionaries.

    The attribute is annotated `list[dict[str, Any]]`, and is empty unless given. Characters which PostgreSQL cannot
    hold come out as the replacement character.
    """

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        source = FromSource(_attribute(selected))
        values = compiler.statement.bind(source, "jsonb", lambda value: orjson.dumps(storable(value)).decode())
        return objects_of(compiler, f"jsonb_array_elements({values})", selected)

    return RootField(compile_, description=description, default_factory=list, type_annotation=listed(type_))


def _attribute(selected: Selected) -> str:
    """The payload's attribute behind a field."""
    return str(cast(StrawberryField, selected.declared).python_name)


def node(description: str) -> Any:
    """Relay's `node(id:)`."""

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        given = compiler.selection.arguments(selected)["id"]
        type_name = compiler.statement.bind(given, "text", type_name_of)
        key = compiler.statement.bind(given, "bigint", any_key_of)
        return compile_any(compiler, abstract_type(selected), selected.nodes, type_name, key)

    arguments = [_id_argument("id", strawberry.ID, "The object's global id.")]
    return RootField(compile_, arguments=arguments, description=description, type_annotation=optional(Node))


def _few(ids: list[str]) -> list[str]:
    if len(ids) > MAX_NODES:
        raise InvalidArgument("ids", f"takes at most {MAX_NODES} ids, got {len(ids)}")
    return ids


def nodes(description: str) -> Any:
    """Relay's `nodes(ids:)`: one entry an id, in their order, null where it names nothing; at most 100."""

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        ids = compiler.selection.arguments(selected)["ids"]
        types = compiler.statement.bind(ids, "text[]", lambda texts: [type_name_of(text) for text in _few(texts)])
        keys = compiler.statement.bind(ids, "bigint[]", lambda texts: [any_key_of(text) for text in texts])
        alias = compiler.statement.alias()
        found = compile_any(compiler, abstract_type(selected), selected.nodes, f"{alias}.type_name", f"{alias}.key")
        wanted = f"unnest({types}, {keys}) WITH ORDINALITY {alias}(type_name, key, position)"
        listed_ = f"coalesce(json_agg({found.text} ORDER BY {alias}.position), '[]'::json)"
        return Sql(f"(SELECT {listed_} FROM {wanted})", "json", nullable=False)

    arguments = [_id_argument("ids", list[strawberry.ID], f"The objects' global ids, at most {MAX_NODES}.")]
    return RootField(compile_, arguments=arguments, description=description, type_annotation=listed(optional_node()))


def optional_node() -> object:
    """`Node`, or null."""
    return optional(Node).raw_annotation
