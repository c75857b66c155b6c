"""A filter's conditions outside of any selection: for statements of the application over the same rows."""

from collections.abc import Mapping
from typing import Any, cast

import strawberry
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.utils.str_converters import to_camel_case

from pushdown.compiler import Row
from pushdown.filters import FilterCompiler, conditions_of
from pushdown.inputs import EVERYBODY, Given
from pushdown.metadata import Models
from pushdown.statement import Statement


def matching(model: Models, alias: str, given: object) -> tuple[str, tuple[object, ...]]:
    """SQL that is true for the rows of `model` under `alias` which meet a filter, and its parameters, from $1 on.

    `given` is an object of a class that `filter_input` declares. What the viewer may not see is not left out. Raises
    InvalidArgument for a value that cannot be used.
    """
    statement = Statement()
    filtering = FilterCompiler(statement, Row(alias, model), "filter", conditions_of(type(given)))
    sql, parameters, checks = statement.finished(filtering.compile(_by_graphql_names(given)))
    nothing = Given({}, EVERYBODY)
    for check in checks:
        check.value(nothing)
    return sql, tuple(parameter.value(nothing) for parameter in parameters)


def _by_graphql_names(given: object) -> Mapping[str, Any]:
    definition = cast(StrawberryObjectDefinition, cast(Any, type(given)).__strawberry_definition__)
    values = {
        field.graphql_name or to_camel_case(field.python_name): getattr(given, field.python_name)
        for field in definition.fields
    }
    return {name: _plain(value) for name, value in values.items() if value is not strawberry.UNSET}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    declared = getattr(type(value), "__strawberry_definition__", None)
    return _by_graphql_names(value) if isinstance(declared, StrawberryObjectDefinition) else value
