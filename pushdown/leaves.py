"""SQL values made to fit their GraphQL types, so that what PostgreSQL writes is what execution would have answered.

Where a value may not fit, its SQL fails when it does not; the operation is then executed field by field, which says
what is wrong and where. No request can cause this: only rows that break the schema's promises do.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLOutputType,
    GraphQLScalarType,
    get_named_type,
    is_composite_type,
)

from pushdown.sql import Sql
from pushdown.statement import literal

MISFIT = "~misfit"
"""What the message of the error begins with that a value causes which does not fit."""

_TEXTS = frozenset(("text", "timestamptz", "date", "uuid"))
_NUMBERS = frozenset(("integer", "bigint", "double precision"))
_IN_INT = "BETWEEN -2147483648 AND 2147483647"

Fail = Callable[[str], str]
"""Gives SQL that fails when it is evaluated and has the type named."""


def as_text(value: Any) -> str:
    """What a scalar's `serialize` is whose values leave as texts, just as PostgreSQL writes them in JSON."""
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def as_json(value: Any) -> Any:
    """What a scalar's `serialize` is whose values leave as whatever JSON a column holds."""
    return value


def failing(witness: str) -> Fail:
    """What makes the SQL of a misfit. The witness is a value of the row, without which PostgreSQL would fail ahead."""
    number = f"concat('{MISFIT}', {witness})::integer"
    return lambda sql_type: number if sql_type == "integer" else f"({number})::text::{sql_type}"


def fitted(sql: Sql, type_: GraphQLOutputType, fail: Fail) -> str | None:
    """The value as its type wants it; None where only Python knows how to serialise it."""
    required = isinstance(type_, GraphQLNonNull)
    bare: GraphQLOutputType = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    named = get_named_type(bare)
    if is_composite_type(named):
        return _present(sql, required, fail)
    if serialize_of(named) is as_json:
        return _any_json(sql, required, fail)
    if isinstance(bare, GraphQLList):
        return _fitted_list(sql, bare, required, fail)
    if sql.kind == "jsonb":
        return _fitted_json(sql.text, named, required, fail)
    found = _fitted_scalar(sql, named, fail)
    return _present(found, required, fail) if found else None


def serialize_of(named: GraphQLNamedType) -> object:
    """The `serialize` of a custom scalar; None for every other type."""
    definition = named.extensions.get("strawberry-definition") if isinstance(named, GraphQLScalarType) else None
    return getattr(definition, "serialize", None)


def _present(sql: Sql, required: bool, fail: Fail) -> str:
    if not required or not sql.nullable:
        return sql.text
    if sql.kind is None:
        return f"coalesce(to_json({sql.text}), {fail('json')})"
    return f"coalesce({sql.text}, {fail(sql.kind)})"


def _any_json(sql: Sql, required: bool, fail: Fail) -> str:
    if not required:
        return sql.text
    if sql.kind != "jsonb":
        return _present(sql, required, fail)
    return f"CASE WHEN jsonb_typeof({sql.text}) <> 'null' THEN {sql.text} ELSE {fail('jsonb')} END"


def _fitted_scalar(sql: Sql, named: GraphQLNamedType, fail: Fail) -> Sql | None:
    if isinstance(named, GraphQLEnumType):
        return _fitted_enum(sql, named, fail)
    match named.name:
        case "String" | "ID":
            if sql.kind in _TEXTS:
                return sql
            return Sql(f"({sql.text})::text", "text", sql.nullable) if sql.kind in {*_NUMBERS, "boolean"} else None
        case "Int" if sql.kind == "bigint":
            return _guarded(sql, f"{sql.text} NOT {_IN_INT}", fail)
        case "Float" if sql.kind == "double precision":
            return _guarded(sql, f"abs({sql.text}) >= 'infinity'", fail)
        case "Int" | "Float":
            return sql if sql.kind in {"integer", "bigint"} else None
        case "Boolean":
            return sql if sql.kind == "boolean" else None
    return sql if serialize_of(named) is as_text and (sql.kind is None or sql.kind in _TEXTS) else None


def _guarded(sql: Sql, misfit: str, fail: Fail) -> Sql:
    text = f"CASE WHEN {misfit} THEN {fail(str(sql.kind))} ELSE {sql.text} END"
    return Sql(text, sql.kind, sql.nullable)


def _fitted_enum(sql: Sql, named: GraphQLEnumType, fail: Fail) -> Sql | None:
    names = {value.value: name for name, value in named.values.items()}
    if sql.kind not in {"text", "integer"}:
        return None
    if sql.values is not None and all(names.get(value) == value for value in sql.values):
        return sql
    cases = " ".join(
        f"WHEN {literal(value) if isinstance(value, str) else int(value)} THEN {literal(name)}"
        for value, name in names.items()
    )
    unknown = f"CASE WHEN {sql.text} IS NOT NULL THEN {fail('text')} END"
    return Sql(f"CASE {sql.text} {cases} ELSE {unknown} END", "text", sql.nullable)


def json_test(named: GraphQLNamedType) -> str | None:
    """A jsonpath predicate for the JSON values which a leaf type takes as they are; None where Python must see them."""
    if isinstance(named, GraphQLEnumType):
        if any(name != value.value for name, value in named.values.items()):
            return None
        any_of = " || ".join(f'@ == "{name}"' for name in named.values)
        return f'@.type() == "string" && ({any_of})'
    match named.name:
        case "Int":
            whole = "@ >= -2147483648 && @ <= 2147483647 && @.floor() == @"
            return f'@.type() == "number" && {whole}'
        case "Float":
            return '@.type() == "number"'
        case "Boolean":
            return '@.type() == "boolean"'
        case "String" | "ID":
            return '@.type() == "string"'
    return '@.type() == "string"' if serialize_of(named) is as_text else None


def _fitted_json(value: str, named: GraphQLNamedType, required: bool, fail: Fail) -> str | None:
    test = json_test(named)
    if test is None:
        return None
    path = literal(f"strict $ ? ({test})")
    # 3.0 is a whole number, too, and leaves as 3
    shown, sql_type = (f"({value})::integer", "integer") if named.name == "Int" else (value, "jsonb")
    return f"CASE WHEN {value} @? {path} THEN {shown}{_or_null(value, required)} ELSE {fail(sql_type)} END"


def _or_null(value: str, required: bool) -> str:
    return "" if required else f" WHEN jsonb_typeof({value}) = 'null' OR {value} IS NULL THEN NULL"


def _fitted_list(sql: Sql, type_: GraphQLList[Any], required: bool, fail: Fail) -> str | None:
    item = type_.of_type
    item_required = isinstance(item, GraphQLNonNull)
    named = item.of_type if isinstance(item, GraphQLNonNull) else item
    if isinstance(named, GraphQLList):
        return None
    if sql.kind == "jsonb":
        if (test := json_test(named)) is None:
            return None
        test = test if item_required else f"@ == null || ({test})"
        misfits = literal(f"strict $[*] ? (!({test}))")
        fits = f"jsonb_typeof({sql.text}) = 'array' AND NOT {sql.text} @? {misfits}"
        if named.name == "Int":
            fits += f" AND strpos({sql.text}::text, '.') = 0"
        return f"CASE WHEN {fits} THEN {sql.text}{_or_null(sql.text, required)} ELSE {fail('jsonb')} END"
    takes_texts = named.name in {"String", "ID"} or serialize_of(named) is as_text
    if sql.kind != "text[]" or not takes_texts:
        return None
    found = _guarded(sql, f"array_position({sql.text}, NULL) IS NOT NULL", fail) if item_required else sql
    return _present(found, required, fail)
