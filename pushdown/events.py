"""The events of subscriptions: rows to be read, and which events all who ask alike may share."""

from collections.abc import Callable, Generator, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import strawberry
from graphql import GraphQLResolveInfo
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.info import Info

from pushdown.compiler import Compiler, result_key
from pushdown.inputs import FromSource
from pushdown.mappings import row_by_key
from pushdown.metadata import Models
from pushdown.payloads import given_for, operation_of, reader_of, selected_at
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.targets import row_type

C = TypeVar("C", bound=type)

_MOMENT = "_pushdown_moment"


@dataclass(frozen=True, slots=True)
class _Key:
    key: int


def shared_by(attribute: str) -> Callable[[C], C]:
    """Let subscribers who ask alike share the updates of this class whose attributes are all equal.

    The attribute of this name tells of which moment an update is, such as a place in a log. What is shown of it is
    read then, or up to a second later, and may depend on nothing but the attributes and the viewer's role.
    """

    def declare(cls: C) -> C:
        setattr(cls, _MOMENT, attribute)
        return cls

    return declare


def shared_key(event: Any) -> Hashable:
    """What is equal for events which are shared; None for one that is not."""
    if isinstance(event, RowReading):
        return None if event.moment is None else (event.model, event.key, event.moment)
    moment = getattr(event, getattr(event, _MOMENT, ""), None)
    return None if moment is None else (type(event), *vars(event).values())


@dataclass(eq=False, slots=True)
class RowReading:
    """A row to be read where its event is executed, or by whoever awaits it."""

    info: GraphQLResolveInfo[Any]
    model: Models
    key: int
    moment: Hashable

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._read().__await__()

    async def _read(self) -> Any:
        reader, selected, parent = reader_of(self.info), selected_at(self.info), self.info.parent_type

        def compile_(compiler: Compiler, selected: Selected) -> Sql:
            key = compiler.statement.bind(FromSource("key"), "bigint")
            return row_by_key(compiler, selected, self.model, key)

        operation, given = operation_of(reader, self.info.operation), given_for(self.info, _Key(self.key))
        rows = await reader.rows(
            operation,
            given,
            (selected.key, self.model.__name__),
            lambda: reader.planner.payload(operation, given, parent, [selected], compile_=compile_),
        )
        return rows[result_key(selected.key)]


def read_row(info: Info[Any, Any], model: Models, key: int, *, moment: Hashable = None) -> RowReading:
    """What the operation selects below the present field, of the row with this primary key; None where it is gone.

    A subscription yields it as its event. Subscribers who ask alike share the events of one row and one `moment`, where
    one is given.
    """
    return RowReading(info._raw_info, model, key, moment)


def subscription(model: Models, description: str) -> Callable[[Callable[..., Any]], Any]:
    """A subscription field over rows of a model: an async generator of what `read_row` gives."""
    declare = strawberry.subscription(description=description, graphql_type=StrawberryAnnotation(row_type(model)))
    return cast("Callable[[Callable[..., Any]], Any]", declare)
