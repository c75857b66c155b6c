"""Reading for payloads: all that a mutation's answer, or one update of a subscription, shows is one statement."""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import strawberry
from graphql import GraphQLResolveInfo
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.info import Info

from pushdown.compiler import Compiler, result_key
from pushdown.documents import Operation
from pushdown.inputs import FromSource, Given
from pushdown.mappings import row_by_key
from pushdown.metadata import Models
from pushdown.reading import Reader
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.targets import row_type

C = TypeVar("C", bound=type)

_ATTRIBUTE = "_pushdown_reading"
_MOMENT = "_pushdown_moment"

READER = "pushdown"
"""The schema's extension under which its reader is found."""


class PayloadReading:
    """Reads what is selected of one payload.

    Execution asks for all fields of an object before it waits for any, so what was asked for by then is all there is.
    """

    def __init__(self, source: Any, info: GraphQLResolveInfo[Any]) -> None:
        self._source = source
        self._info = info
        self._wanted: list[Selected] = []
        self._rows: asyncio.Task[dict[str, Any]] | None = None

    def value(self, selected: Selected) -> Awaitable[Any]:
        """What was read for a field, together with all others."""
        self._wanted.append(selected)
        return _Value(self, result_key(selected.key))

    async def rows(self) -> dict[str, Any]:
        """All that was asked for, by result keys; read once."""
        if self._rows is None:
            self._rows = asyncio.ensure_future(self._read())
        return await self._rows

    async def _read(self) -> dict[str, Any]:
        info, reader = self._info, _reader_of(self._info)
        operation, given = _operation_of(info), _given(info, self._source)
        path = tuple(str(step) for step in info.path.as_list()[:-1] if isinstance(step, str))
        return await reader.rows(
            operation,
            given,
            (*path, info.parent_type.name),
            lambda: reader.planner.payload(operation, given, info.parent_type, self._wanted),
            moment=getattr(self._source, getattr(self._source, _MOMENT, ""), None),
        )


@dataclass(frozen=True, slots=True)
class _Value:
    """A value to wait for. No coroutine, which complains where a client goes away before anybody waits."""

    reading: PayloadReading
    key: str

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield from self.reading.rows().__await__())[self.key]


def selected_at(info: GraphQLResolveInfo[Any]) -> Selected:
    """The field that is being resolved."""
    definition = info.parent_type.fields[info.field_name]
    return Selected(str(info.path.key), info.field_name, definition, [*info.field_nodes])


def reading_of(source: Any, info: GraphQLResolveInfo[Any]) -> PayloadReading:
    """The reading for a payload; one for each."""
    found = getattr(source, _ATTRIBUTE, None)
    if found is None:
        found = PayloadReading(source, info)
        setattr(source, _ATTRIBUTE, found)
    return cast(PayloadReading, found)


@dataclass(frozen=True, slots=True)
class _Key:
    key: int


def shared_by(attribute: str) -> Callable[[C], C]:
    """Let updates of a subscription whose attribute of this name is equal share what is read for them.

    It names a moment, such as a place in a log: a read begun for one subscriber then shows it to the others as well.
    """

    def declare(cls: C) -> C:
        setattr(cls, _MOMENT, attribute)
        return cls

    return declare


async def read_row(info: Info[Any, Any], model: Models, key: int, *, moment: Hashable = None) -> Any:
    """What the operation selects below the present field, of the row with this primary key; None where it is gone.

    Subscribers for whom the same is read at the same `moment`, where one is given, share what is read.
    """
    raw = info._raw_info
    reader, selected = _reader_of(raw), selected_at(raw)

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        return row_by_key(compiler, selected, model, compiler.statement.bind(FromSource("key"), "bigint"))

    operation, given = _operation_of(raw), _given(raw, _Key(key))
    rows = await reader.rows(
        operation,
        given,
        (selected.key, model.__name__),
        lambda: reader.planner.payload(operation, given, raw.parent_type, [selected], compile_=compile_),
        moment,
    )
    return rows[result_key(selected.key)]


def subscription(model: Models, description: str) -> Callable[[Callable[..., Any]], Any]:
    """A subscription field over rows of a model: an async generator of what `read_row` gives."""
    declare = strawberry.subscription(description=description, graphql_type=StrawberryAnnotation(row_type(model)))
    return cast("Callable[[Callable[..., Any]], Any]", declare)


def _reader_of(info: GraphQLResolveInfo[Any]) -> Reader:
    return cast(Reader, info.schema.extensions[READER])


def _given(info: GraphQLResolveInfo[Any], source: Any) -> Given:
    variables = cast("dict[str, Any]", info.variable_values)  # the coerced values alone, whatever the annotation says
    return Given(variables, _reader_of(info).viewer(info.context), source)


def _operation_of(info: GraphQLResolveInfo[Any]) -> Operation:
    node = info.operation
    if node.loc is None:
        raise TypeError("the document must be parsed with locations")
    return _reader_of(info).document(node.loc.source.body).operations[node.name.value if node.name else None]
