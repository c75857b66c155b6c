"""How a GraphQL type says where its fields come from: one line a field.

@pushdown.type(models.Lead)
class Lead(pushdown.Node):
    '''A person in a campaign's funnel.'''

    name: str = pushdown.column("Full name.")
    campaign = pushdown.one("campaign", "The campaign this lead belongs to.")
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

from pushdown.compiler import TYPE
from pushdown.connections import Connection, DefaultOrder
from pushdown.fields import RowField, argument
from pushdown.filters import conditions_of
from pushdown.mappings import Column, EmbeddedList, EmbeddedObject, Expression, Identity, Keyed, KeyedList, Many, One
from pushdown.metadata import Models
from pushdown.node import Node
from pushdown.orderings import Ordering
from pushdown.pages import DEFAULT_PAGE, MAX_PAGE
from pushdown.targets import listed, optional, register, row_type

C = TypeVar("C", bound=type)


class _Named(RowField):
    """A field whose mapping takes the attribute's name where none was given.

    An underscore at its end, which tells it from a word of Python's (`from_`), is not part of the name.
    """

    def __init__(self, make: Callable[[str], Any], name: str | None = None, **options: Any) -> None:
        super().__init__(make(name) if name else None, **options)
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self.mapping = self.mapping or self._make(name.rstrip("_"))
        if name.endswith("_"):
            self.graphql_name = name.rstrip("_")


class _Related(RowField):
    """A field whose type follows from the owner's model."""

    def __init__(self, mapping: Any, annotate: Callable[[Models | None], Any], **options: Any) -> None:
        super().__init__(mapping, type_annotation=annotate(None), **options)
        self.annotate = annotate


def column(description: str, *, field: str | None = None) -> Any:
    """A model's field (or a JSON object's key) of the attribute's name, or the one named."""
    return _Named(Column, field, description=description)


def expression(sql: str, description: str) -> Any:
    """A value computed by SQL, in which `{row}` is the row's alias."""
    return RowField(Expression(sql), description=description)


def embedded(description: str, *, field: str | None = None) -> Any:
    """A JSON column which holds one object of the annotated type."""
    return _Named(EmbeddedObject, field, description=description)


def embedded_list(description: str, *, field: str | None = None) -> Any:
    """A JSON column which holds a list of objects of the annotated type."""
    return _Named(EmbeddedList, field, description=description)


def one(relation: str, description: str, *, nullable: bool = False) -> Any:
    """The row at the other end of a foreign key."""

    def annotate(model: Models | None) -> Any:
        target = row_type(model, relation)
        return optional(target) if nullable else StrawberryAnnotation(target)

    return _Related(One(relation), annotate, description=description)


def many(relation: str, description: str, *, order_by: str, limit: int = MAX_PAGE) -> Any:
    """The rows at the other end of a relation which stays short; at most `limit`."""
    return _Related(
        Many(relation, order_by, limit), lambda model: listed(row_type(model, relation)), description=description
    )


def keyed(model: Models, description: str, *, key: str) -> Any:
    """Within a JSON object: the row of this model whose primary key stands under `key`; null where there is none."""
    return RowField(Keyed(key, model), description=description, type_annotation=optional(row_type(model)))


def keyed_list(model: Models, description: str, *, keys: str) -> Any:
    """Within a JSON object: the rows of this model whose primary keys stand in the array under `keys`."""
    return RowField(KeyedList(keys, model), description=description, type_annotation=listed(row_type(model)))


def connection(
    relation: str,
    description: str,
    *,
    default: Ordering,
    descending: bool = False,
    filter: type | None = None,
    order_by: type | None = None,
) -> Any:
    """The rows at the other end of a relation, in pages."""
    mapping = Connection(DefaultOrder(default, descending), conditions_of(filter) if filter else {}, relation=relation)
    return _Related(
        mapping,
        lambda model: StrawberryAnnotation(row_type(model, relation, connection=True)),
        description=description,
        arguments=connection_arguments(filter, order_by),
    )


def connection_arguments(filter_type: type | None, order_type: type | None) -> list[StrawberryArgument]:
    """The arguments of a connection field."""
    size = f"1 to {MAX_PAGE}"
    arguments = [
        argument("first", int | None, f"How many rows from the start, {size}; {DEFAULT_PAGE} where nothing is said."),
        argument("after", str | None, "Only rows after this cursor."),
        argument("last", int | None, f"How many rows from the end, {size}; not together with `first`."),
        argument("before", str | None, "Only rows before this cursor."),
    ]
    if filter_type:
        arguments.append(argument("filter", cast(Any, filter_type) | None, "Only rows for which this holds."))
    if order_type:
        arguments.append(argument("order_by", cast(Any, order_type) | None, "In which order; the id breaks ties."))
    return arguments


def mapped_type(model: Models) -> Callable[[C], C]:
    """Make a class the GraphQL type of a model's rows, described by its docstring."""

    def declare(cls: C) -> C:
        for attribute in vars(cls).values():
            if isinstance(attribute, _Related):
                attribute.type_annotation = attribute.annotate(model)
        if issubclass(cls, Node):
            setattr(cls, "id", RowField(Identity(cls.__name__), description="Global id, opaque and stable."))  # noqa: B010
            cls.__annotations__["id"] = strawberry.ID
        setattr(cls, "is_type_of", classmethod(_is_row_of))  # noqa: B010
        declared = strawberry.type(cls, description=inspect.getdoc(cls))
        register(model, declared)
        return declared

    return declare


def _is_row_of(cls: type, row: Mapping[str, Any], _info: object) -> bool:
    """Rows were selected for just this type, or, where it can be several, name their type themselves."""
    return bool(row.get(TYPE, cls.__name__) == cls.__name__)


def json_object(cls: C) -> C:
    """Make a class the GraphQL type of objects kept in a JSON column, described by its docstring."""
    return strawberry.type(cls, description=inspect.getdoc(cls))
