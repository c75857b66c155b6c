"""Typed filters: an input type whose fields are conditions over a model's fields, joined by `and`, `or` and `not`."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from typing import Any, Generic, TypeVar, cast

import strawberry
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.utils.str_converters import to_camel_case

from pushdown.compiler import Row
from pushdown.errors import InvalidArgument
from pushdown.global_ids import any_key_of, key_of, type_name_of
from pushdown.metadata import Models, column_of, sql_type_of
from pushdown.operands import in_utc, is_storable
from pushdown.statement import Statement

MAX_NESTING = 5
MAX_LIST = 100

E = TypeVar("E")
C = TypeVar("C", bound=type)


@strawberry.input(name="Filter", description="Compares a value of a fixed set. Conditions given together all hold.")
class EnumFilter(Generic[E]):
    """Operators for enums."""

    eq: E | None = strawberry.field(default=strawberry.UNSET, description="Equal to this value.")
    in_: list[E] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description="Equal to one of these values; at most 100."
    )


@strawberry.input(description="Compares an id. Conditions given together all hold.")
class IDFilter:
    """Operators for ids."""

    eq: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Equal to this id.")
    in_: list[strawberry.ID] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description="Equal to one of these ids; at most 100."
    )


@strawberry.input(description="Compares a text, letter by letter. Conditions given together all hold.")
class StringFilter:
    """Operators for texts."""

    eq: str | None = strawberry.field(default=strawberry.UNSET, description="Equal to this text.")
    in_: list[str] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description="Equal to one of these texts; at most 100."
    )


@strawberry.input(description="Compares a list of texts, letter by letter. Conditions given together all hold.")
class StringListFilter:
    """Operators for lists of texts."""

    has_any: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description="It has at least one of these; at most 100."
    )
    has_all: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description="It has all of these; at most 100."
    )


@strawberry.input(description="Compares a whole number. Conditions given together all hold; unknown values never do.")
class IntFilter:
    """Operators for whole numbers."""

    eq: int | None = strawberry.field(default=strawberry.UNSET, description="Equal to this number.")
    gte: int | None = strawberry.field(default=strawberry.UNSET, description="At least this number.")
    lte: int | None = strawberry.field(default=strawberry.UNSET, description="At most this number.")


@strawberry.input(description="Compares a number. Conditions given together all hold; unknown values never do.")
class FloatFilter:
    """Operators for numbers."""

    gte: float | None = strawberry.field(default=strawberry.UNSET, description="At least this number.")
    lte: float | None = strawberry.field(default=strawberry.UNSET, description="At most this number.")


@strawberry.input(description="Compares a point in time. Conditions given together all hold; unknown times never do.")
class DateTimeFilter:
    """Operators for points in time."""

    gte: datetime | None = strawberry.field(default=strawberry.UNSET, description="At this time or later.")
    lt: datetime | None = strawberry.field(default=strawberry.UNSET, description="Before this time.")


_COMPARISONS = {"eq": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
_LIST_COMPARISONS = {"hasAny": "&&", "hasAll": "@>"}

LONGEST_MATCHED = 1_000
"""Characters of a text which SQL of the application is asked to match."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A filter's field: operators over a model's field, or SQL in which `{row}` is the row's alias.

    SQL is compared with the truth value given (`sql`), or is a test of the text given, in it `{value}` (`matches`).
    """

    field: str | None = None
    id_of: str | None = None
    """The GraphQL type whose global ids are compared; the field holds the key."""
    sql: str | None = None
    matches: str | None = None
    names: tuple[str, str] | None = None
    """The fields which hold the type's name and the key of a row of any type; one global id is compared with both."""

    def compile(self, statement: Statement, row: Row, argument: str, value: Any) -> str:
        """SQL for the condition, always true where no operator was given."""
        if self.sql is not None:
            return f"({self.sql.format(row=row.alias)}) = {statement.bind(value, 'boolean')}"
        if self.matches is not None:
            bound = statement.bind(value, "text", partial(self._matched, argument))
            return self.matches.format(row=row.alias, value=bound)
        if row.model is not None and self.names is not None:
            return self._named(statement, row.alias, row.model, value)
        if row.model is None or self.field is None:
            raise TypeError("a condition needs a model's field")
        column = f"{row.alias}.{column_of(row.model, self.field)}"
        parts = []
        operators: Mapping[str, Any] = value if isinstance(value, Mapping) else {"eq": value}
        for operator, operand in operators.items():
            if operand is None:
                raise InvalidArgument(argument, f"`{operator}` must not be null; leave it out instead")
            if operator in _LIST_COMPARISONS:
                bound = statement.bind(operand, "text[]", partial(self._texts, argument, operator))
                parts.append(f"{column} {_LIST_COMPARISONS[operator]} {bound}")
            elif operator == "in":
                values = f"{sql_type_of(row.model, self.field)}[]"
                bound = statement.bind(operand, values, partial(self._operands, argument))
                parts.append(f"{column} = ANY({bound})")
            else:
                bound = statement.bind(operand, sql_type_of(row.model, self.field), partial(self._operand, argument))
                parts.append(f"{column} {_COMPARISONS[operator]} {bound}")
        return " AND ".join(parts) or "true"

    def _named(self, statement: Statement, alias: str, model: Models, value: object) -> str:
        if self.names is None:
            raise TypeError("a condition on a row of any type needs the names of two fields")
        type_field, key_field = (f"{alias}.{column_of(model, field)}" for field in self.names)
        type_name = statement.bind(value, "text", type_name_of)
        key = statement.bind(value, "bigint", any_key_of)
        return f"{type_field} = {type_name} AND {key_field} = {key}"

    def _operands(self, argument: str, values: list[object]) -> list[object]:
        if len(values) > MAX_LIST:
            raise InvalidArgument(argument, f"`in` takes at most {MAX_LIST} values")
        return [self._operand(argument, value) for value in values]

    def _texts(self, argument: str, operator: str, values: list[str]) -> list[str] | None:
        """The texts as the driver takes them. One that no row can have stands in no list: then no list has them all."""
        if len(values) > MAX_LIST:
            raise InvalidArgument(argument, f"`{operator}` takes at most {MAX_LIST} values")
        storable = [value for value in values if is_storable(value)]
        return None if operator == "hasAll" and len(storable) < len(values) else storable

    def _matched(self, argument: str, value: str) -> str | None:
        if len(value) > LONGEST_MATCHED:
            raise InvalidArgument(argument, f"a text of at most {LONGEST_MATCHED} characters is matched")
        return value if is_storable(value) else None

    def _operand(self, argument: str, value: object) -> object:
        """The value as the driver takes it; None, which nothing equals, for what no row can have."""
        if isinstance(value, Enum):
            return value.value
        if self.id_of is not None:
            return key_of(str(value), self.id_of)
        if isinstance(value, str):
            return value if is_storable(value) else None
        if isinstance(value, datetime):
            try:
                return in_utc(value)
            except ValueError as error:
                raise InvalidArgument(argument, f"{value.isoformat()} {error}") from error
        return value


def condition(
    description: str,
    *,
    field: str | None = None,
    id_of: str | None = None,
    sql: str | None = None,
    matches: str | None = None,
    names: tuple[str, str] | None = None,
) -> Any:
    """Declare a filter's field. Where only the description is given, the model's field of the same name is compared."""
    declared = Condition(field, id_of, sql, matches, names)
    return strawberry.field(default=strawberry.UNSET, description=description, metadata={"condition": declared})


def filter_input(cls: C) -> C:
    """Make a class of conditions an input type, described by its docstring, with `and`, `or` and `not` added."""
    nested = f"list[{cls.__name__}] | None"
    cls.__annotations__ |= {"and_": nested, "or_": nested, "not_": f"{cls.__name__} | None"}
    for name, description in (
        ("and_", "All of these hold."),
        ("or_", "At least one of these holds."),
        ("not_", "This does not hold."),
    ):
        field = strawberry.field(name=name.rstrip("_"), default=strawberry.UNSET, description=description)
        setattr(cls, name, field)
    return strawberry.input(cls, description=inspect.getdoc(cls))


@dataclass(frozen=True, slots=True)
class FilterCompiler:
    """Compiles one filter argument over the rows of one alias."""

    statement: Statement
    row: Row
    argument: str
    conditions: Mapping[str, Condition]

    def compile(self, value: Mapping[str, Any], depth: int = 1) -> str:
        """SQL for a filter's value, whose keys are GraphQL names. Raises InvalidArgument past the bounds."""
        if depth > MAX_NESTING:
            raise InvalidArgument(self.argument, f"filters nest at most {MAX_NESTING} deep")
        self.statement.by_value = True
        parts = []
        for name, operand in value.items():
            if operand is None:
                continue
            if name in ("and", "or"):
                parts.append(self._joined(name, operand, depth))
            elif name == "not":
                parts.append(f"({self.compile(operand, depth + 1)}) IS NOT TRUE")
            else:
                path = f"{self.argument}.{name}"
                parts.append(self.conditions[name].compile(self.statement, self.row, path, operand))
        return " AND ".join(f"({part})" for part in parts) or "true"

    def _joined(self, operator: str, items: Sequence[Mapping[str, Any]], depth: int) -> str:
        if len(items) > MAX_LIST:
            raise InvalidArgument(self.argument, f"`{operator}` takes at most {MAX_LIST} filters")
        nothing = "true" if operator == "and" else "false"
        return f" {operator.upper()} ".join(f"({self.compile(item, depth + 1)})" for item in items) or nothing


def conditions_of(filter_type: type) -> dict[str, Condition]:
    """The conditions of a filter's type by their GraphQL names, each with its model's field settled."""
    definition = cast(StrawberryObjectDefinition, cast(Any, filter_type).__strawberry_definition__)
    conditions = {}
    for field in definition.fields:
        declared = cast("Mapping[str, Condition]", field.metadata or {}).get("condition")
        if declared is not None:
            name = field.graphql_name or to_camel_case(field.python_name)
            conditions[name] = replace(declared, field=declared.field or field.python_name)
    return conditions


__all__ = [
    "Condition",
    "DateTimeFilter",
    "EnumFilter",
    "FilterCompiler",
    "FloatFilter",
    "IDFilter",
    "IntFilter",
    "StringFilter",
    "StringListFilter",
    "condition",
    "conditions_of",
    "filter_input",
]
