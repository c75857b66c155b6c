"""The product's schema from its text alone, executable by graphql-core."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLScalarType,
    GraphQLSchema,
    NonNullTypeNode,
    ObjectTypeDefinitionNode,
    build_ast_schema,
    parse,
)


def executable(text: str) -> GraphQLSchema:
    """The schema with its scalars, in which every field of `Query` can be null.

    So no root field's error hides another's. `execution` restores what a null there means.
    """
    document = parse(text)
    schema = build_ast_schema(DocumentNode(definitions=tuple(map(_with_nullable_roots, document.definitions))))
    for name, (write, read) in _SCALARS.items():
        scalar = schema.type_map[name]
        assert isinstance(scalar, GraphQLScalarType)
        scalar.coerce_output_value = write
        scalar.coerce_input_value = read
    return schema


def _with_nullable_roots(definition: Any) -> Any:
    if not isinstance(definition, ObjectTypeDefinitionNode) or definition.name.value != "Query":
        return definition
    fields = [
        replace(field, type=field.type.type) if isinstance(field.type, NonNullTypeNode) else field
        for field in definition.fields or ()
    ]
    return replace(definition, fields=tuple(fields))


def written(value: object) -> str:
    """A time as it leaves: in UTC, with as many digits of a second as it needs. Other values as their text."""
    if not isinstance(value, datetime):
        return str(value)
    text = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f").rjust(26, "0")
    return text.rstrip("0").rstrip(".") + "+00:00"


def _read(value: object) -> datetime:
    assert isinstance(value, str)
    return datetime.fromisoformat(value)


def _same(value: Any) -> Any:
    return value


_SCALARS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "DateTime": (written, _read),
    "EmailAddress": (str, str),
    "JSON": (_same, _same),
    "LocalTime": (str, str),
    "TimeZone": (str, str),
    "URL": (str, str),
}
