"""Types named by model: a relation's GraphQL type is found when the schema is built, so no module imports another."""

from dataclasses import dataclass
from typing import Any, cast

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.base import StrawberryList, StrawberryOptional
from strawberry.types.lazy_type import LazyType

from pushdown.fields import RowField, computed
from pushdown.mappings import Computed
from pushdown.metadata import Models, link_of

_types: dict[Models, type] = {}
_connections: dict[Models, type] = {}


def register(model: Models, type_: type) -> None:
    """Make this the type of the model's rows. Raises ValueError where the model has one already."""
    if _types.setdefault(model, type_) is not type_:
        raise ValueError(f"{model.__name__} is mapped by {_types[model].__name__} already")


def type_of(model: Models) -> type:
    """The type of the model's rows. Raises LookupError where none was declared."""
    try:
        return _types[model]
    except KeyError:
        raise LookupError(f"no GraphQL type is declared for {model.__name__}") from None


def registered() -> dict[str, Models]:
    """Every mapped model by its GraphQL type's name, in order of names."""
    return {type_.__name__: model for model, type_ in sorted(_types.items(), key=lambda item: item[1].__name__)}


@dataclass(frozen=True)
class RowType(LazyType[Any, Any]):
    """The type of a model's rows, or of the rows at the other end of a relation of it."""

    model: Models | None = None
    relation: str | None = None
    connection: bool = False

    def resolve_type(self) -> type:
        """The declared type; called when the schema is built."""
        if self.model is None:
            raise LookupError(f"{self.type_name} stands on a class without a model")
        model = link_of(self.model, self.relation).model if self.relation else self.model
        return connection_of(model) if self.connection else type_of(model)


def row_type(model: Models | None, relation: str | None = None, *, connection: bool = False) -> RowType:
    """Name a type by model and relation."""
    return RowType(f"{model.__name__ if model else '?'}.{relation or ''}", "", None, model, relation, connection)


def optional(type_: object) -> StrawberryAnnotation:
    """The annotation of a nullable field."""
    return StrawberryAnnotation(StrawberryOptional(cast(Any, type_)))


def listed(type_: object) -> StrawberryAnnotation:
    """The annotation of a list field: neither the list nor its items are null."""
    return StrawberryAnnotation(StrawberryList(cast(Any, type_)))


@strawberry.type(description="Where a page lies among the others.")
class PageInfo:
    """Relay's page information."""

    has_next_page: bool = computed(Computed("hasNextPage"), "Whether there are rows after this page.")
    has_previous_page: bool = computed(Computed("hasPreviousPage"), "Whether there are rows before this page.")
    start_cursor: str | None = computed(Computed("startCursor"), "The first row's cursor; null on an empty page.")
    end_cursor: str | None = computed(
        Computed("endCursor"), "The last row's cursor, for `after`; null on an empty page."
    )


def connection_of(model: Models) -> type:
    """The connection type over a model's rows, made once: `LeadConnection` with `LeadEdge`."""
    if model not in _connections:
        _connections[model] = _make_connection(type_of(model))
    return _connections[model]


def _make_connection(node: type) -> type:
    name = node.__name__
    edge_fields = {
        "__annotations__": {"cursor": str, "node": node},
        "cursor": RowField(Computed("cursor"), description="This row's place, for `after` and `before`."),
        "node": RowField(Computed("node"), description="The row."),
    }
    edge = strawberry.type(type(f"{name}Edge", (), edge_fields), description=f"A row of a `{name}Connection`.")
    fields = {
        "__annotations__": {"edges": list[edge], "nodes": list[node], "page_info": PageInfo, "total_count": int},  # type: ignore[valid-type]
        "edges": RowField(Computed("edges"), description="The page's rows with their cursors."),
        "nodes": RowField(Computed("nodes"), description="The page's rows."),
        "page_info": RowField(Computed("pageInfo"), description="Where the page lies."),
        "total_count": RowField(
            Computed("totalCount"), description="How many rows all pages have together, filters applied."
        ),
    }
    return strawberry.type(type(f"{name}Connection", (), fields), description=f"A page of `{name}` rows.")
