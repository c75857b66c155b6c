"""The plain answer to an operation, and whether another answer is the same."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLNonNull,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute_sync,
)

from tests.resolvers.plainly.operations import Operation
from tests.resolvers.plainly.reference import Plainly
from tests.resolvers.plainly.schema import executable

MASKED = "INTERNAL"
"""What stands for the message of an error that clients must not read, and for its code."""

Error = tuple[str, tuple[str | int, ...]]
"""A message and a path."""


@dataclass(frozen=True)
class Answer:
    """Data as JSON text, which shows the order of keys and tells `true` from 1, and the errors."""

    data: str
    errors: Counter[Error]

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Answer":
        """From a response's body."""
        return cls(_canonical(body.get("data")), Counter(_shown(error) for error in body.get("errors") or ()))


@dataclass(frozen=True)
class Expected:
    """What may be answered."""

    answer: Answer
    broken: frozenset[str]
    """Root fields whose errors make the whole answer null. One of them is reported; others may be."""

    def differences(self, given: Answer) -> list[str]:
        """In what an answer is not the plain one; nothing where it is."""
        found = []
        if given.data != self.answer.data:
            found.append(f"data: {_apart(self.answer.data, given.data)}")
        missing, surplus = self.answer.errors - given.errors, given.errors - self.answer.errors
        if self.broken:
            reported = {path[0] for _, path in given.errors if path}
            missing = missing if self.broken.isdisjoint(reported) else Counter()
        if missing:
            found.append(f"errors that are missing: {sorted(missing.elements(), key=str)}")
        if surplus:
            found.append(f"errors that were not expected: {sorted(surplus.elements(), key=str)}")
        return found


def _apart(expected: str, given: str) -> str:
    """Both texts from shortly before the place where they part."""
    place = next(
        (place for place, (one, other) in enumerate(zip(expected, given, strict=False)) if one != other),
        min(len(expected), len(given)),
    )
    begin = max(place - 100, 0)
    return f"expected …{expected[begin : place + 100]}…, given …{given[begin : place + 100]}…"


class Execution:
    """Executes operations plainly."""

    def __init__(self, plainly: Plainly, schema_text: str) -> None:
        self.plainly = plainly
        self.schema: GraphQLSchema = build_schema(schema_text)
        """As clients see it."""
        self._executable = executable(schema_text)

    def answer(self, operation: Operation, variables: dict[str, Any]) -> Expected:
        """The plain answer."""
        required: set[str] = set()

        def resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
            if info.parent_type.name == "Query" and self._is_required(info.field_name):
                required.add(str(info.path.key))
            return self.plainly.resolve(info.parent_type.name, info.field_name, source, arguments)

        result = execute_sync(
            self._executable,
            operation.document,
            variable_values=variables,
            operation_name=operation.name,
            field_resolver=resolve,
            type_resolver=lambda value, *_: type(value).__name__,
        )
        assert result.data is not None, result.errors
        broken = frozenset(key for key in required if result.data[key] is None)
        errors = Counter(_kept(error) for error in result.errors or ())
        return Expected(Answer("null" if broken else _canonical(result.data), errors), broken)

    def _is_required(self, root_field: str) -> bool:
        assert self.schema.query_type
        return isinstance(self.schema.query_type.fields[root_field].type, GraphQLNonNull)


def _canonical(data: Any) -> str:
    return json.dumps(_plain_numbers(data))


def _plain_numbers(value: Any) -> Any:
    """1.0 and 1 are the same number in JSON, and beyond 64 bits digits may be lost."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case int() if not -(2**63) <= value < 2**64:
            return int(float(value))
        case dict():
            return {key: _plain_numbers(item) for key, item in value.items()}
        case list():
            return [_plain_numbers(item) for item in value]
    return value


def _kept(error: GraphQLError) -> Error:
    """What clients see of an error: its message, unless something other than GraphQL raised it."""
    shown = error.original_error is None or isinstance(error.original_error, GraphQLError)
    return error.message if shown else MASKED, tuple(error.path or ())


def _shown(error: Mapping[str, Any]) -> Error:
    masked = (error.get("extensions") or {}).get("code") == MASKED
    return MASKED if masked else error["message"], tuple(error.get("path") or ())
