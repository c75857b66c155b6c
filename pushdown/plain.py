"""Values of Python objects as JSON, for fields which no resolver stands behind: what execution would have answered."""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
)
from strawberry.types.field import StrawberryField

from pushdown.selection import TYPENAME, Selected, Selection

Write = Callable[[Any], Any]
"""Gives a value as `orjson` takes it. Raises whatever it likes for a value which is not of its type."""


def attribute_of(selected: Selected) -> str | None:
    """The attribute whose value the field is; None where a resolver stands behind the field."""
    declared = selected.declared
    if type(declared) is not StrawberryField or declared.base_resolver is not None or declared.extensions:
        return None
    return declared.python_name


def writer(selection: Selection, selected: Selected) -> Write | None:
    """What writes the values of a field, with what is selected below it; None where it takes execution."""
    return _of_type(selection, selected, selected.definition.type) if selected.definition else None


def _of_type(selection: Selection, selected: Selected, type_: GraphQLOutputType) -> Write | None:
    if isinstance(type_, GraphQLNonNull):
        inner = _of_type(selection, selected, type_.of_type)
        return inner and _required(inner)
    if isinstance(type_, GraphQLList):
        item = _of_type(selection, selected, type_.of_type)
        return item and _optional(lambda values: [item(value) for value in values])
    if isinstance(type_, GraphQLScalarType | GraphQLEnumType):
        return _optional(type_.coerce_output_value)
    return _of_object(selection, selected, type_) if isinstance(type_, GraphQLObjectType) else None


def _required(write: Write) -> Write:
    def written(value: Any) -> Any:
        if value is None:
            raise TypeError("a value is missing")
        return write(value)

    return written


def _optional(write: Write) -> Write:
    return lambda value: None if value is None else write(value)


def _of_object(selection: Selection, selected: Selected, type_: GraphQLObjectType) -> Write | None:
    parts: list[tuple[str, Write]] = []
    for field in selection.of(type_, selected.nodes):
        if field.field_name == TYPENAME:
            parts.append((field.key, lambda _: type_.name))
            continue
        attribute, write = attribute_of(field), writer(selection, field)
        if attribute is None or write is None:
            return None
        parts.append((field.key, _from(attribute, write)))
    return _optional(lambda value: {key: write(value) for key, write in parts})


def _from(attribute: str, write: Write) -> Write:
    return lambda value: write(getattr(value, attribute))
