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

from tests.resolvers.plainly.figures import Passing
from tests.resolvers.plainly.operations import Operation
from tests.resolvers.plainly.reference import Plainly
from tests.resolvers.plainly.schema import executable

MASKED = "INTERNAL"
"""What stands for the message of an error that clients must not read, and for its code."""

Path = tuple[str | int, ...]
Error = tuple[str, Path]
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

    data: Any
    errors: Counter[Error]
    broken: frozenset[str]
    """Root fields whose errors make the whole answer null. One of them is reported; others may be."""
    passing: frozenset[Path]
    """Where figures stand that grow while they are looked at."""

    def differences(self, given: Answer) -> list[str]:
        """In what an answer is not the plain one; nothing where it is."""
        found = []
        expected = _canonical(self.data)
        if given.data != expected and self._with_passing(given.data) != expected:
            found.append(f"data: {_apart(expected, given.data)}")
        missing, surplus = self.errors - given.errors, given.errors - self.errors
        if self.broken:
            reported = {path[0] for _, path in given.errors if path}
            missing = missing if self.broken.isdisjoint(reported) else Counter()
        if missing:
            found.append(f"errors that are missing: {sorted(missing.elements(), key=str)}")
        if surplus:
            found.append(f"errors that were not expected: {sorted(surplus.elements(), key=str)}")
        return found

    def _with_passing(self, text: str) -> str:
        data = json.loads(text)
        for path in self.passing:
            _set_back(data, self.data, path)
        return _canonical(data)


def _apart(expected: str, given: str) -> str:
    """Both texts from shortly before the place where they part."""
    place = next(
        (place for place, (one, other) in enumerate(zip(expected, given, strict=False)) if one != other),
        min(len(expected), len(given)),
    )
    begin = max(place - 100, 0)
    return f"expected …{expected[begin : place + 100]}…, given …{given[begin : place + 100]}…"


_MEANWHILE = 1 / 24
"""Days that may pass between two answers."""


def _set_back(given: Any, expected: Any, path: Path) -> None:
    """Put what was expected in the place of what was given, if both have a number there, and near each other."""
    *above, last = path
    for step in above:
        given, expected = _below(given, step), _below(expected, step)
    one, other = _below(given, last), _below(expected, last)
    if isinstance(one, int | float) and isinstance(other, int | float) and abs(one - other) < _MEANWHILE:
        given[last] = other


def _below(value: Any, step: str | int) -> Any:
    match value:
        case dict():
            return value.get(step)
        case list() if isinstance(step, int) and step < len(value):
            return value[step]
    return None


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
        passing: set[Path] = set()

        def resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
            if info.parent_type.name == "Query" and self._is_required(info.field_name):
                required.add(str(info.path.key))
            value = self.plainly.resolve(info.parent_type.name, info.field_name, source, arguments)
            if isinstance(value, Passing):
                passing.add(tuple(info.path.as_list()))
            return value

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
        return Expected(None if broken else result.data, errors, broken, frozenset(passing))

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
