"""Reading for payloads: all that a mutation's answer, or one update of a subscription, shows is one statement."""

import asyncio
from collections.abc import Awaitable, Generator
from dataclasses import dataclass
from typing import Any, cast

from graphql import GraphQLResolveInfo, OperationDefinitionNode

from pushdown.compiler import result_key
from pushdown.documents import Operation
from pushdown.inputs import Given
from pushdown.reading import Reader
from pushdown.selection import Selected

_ATTRIBUTE = "_pushdown_reading"

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
        info, reader = self._info, reader_of(self._info)
        operation, given = operation_of(reader, info.operation), given_for(info, self._source)
        path = tuple(str(step) for step in info.path.as_list()[:-1] if isinstance(step, str))
        return await reader.rows(
            operation,
            given,
            (*path, info.parent_type.name),
            lambda: reader.planner.payload(operation, given, info.parent_type, self._wanted),
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


def reader_of(info: GraphQLResolveInfo[Any]) -> Reader:
    """What reads for the schema."""
    return cast(Reader, info.schema.extensions[READER])


def given_for(info: GraphQLResolveInfo[Any], source: Any) -> Given:
    """What the operation brings to what is read of an object."""
    variables = cast("dict[str, Any]", info.variable_values)  # the coerced values alone, whatever the annotation says
    return Given(variables, reader_of(info).viewer(info.context), source)


def operation_of(reader: Reader, node: OperationDefinitionNode) -> Operation:
    """The operation which is carried out. Raises TypeError where its document was parsed without locations."""
    if node.loc is None:
        raise TypeError("the document must be parsed with locations")
    return reader.document(node.loc.source.body).operations[node.name.value if node.name else None]
