"""The library's schema."""

import functools
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any

import strawberry
from strawberry.schema.config import StrawberryConfig
from tortoise import Tortoise

import pushdown
from tests.pushdown.library import tables
from tests.pushdown.library.types import (
    Anything,
    AuthorFilter,
    BookFilter,
    BookOrder,
    Code,
    NoteFilter,
    ReviewFilter,
    ReviewOrder,
    Shelf,
)


@pushdown.json_object
class Recommendation:
    """A book for a reader."""

    reader: str = pushdown.column("For whom.")
    book = pushdown.keyed(tables.Book, "The book; null where it is gone.", key="book_id")
    others = pushdown.keyed_list(tables.Book, "Others, as far as they are there.", keys="other_ids")


@strawberry.type
class RecommendPayload:
    """What `recommend` answers."""

    best: int | None = pushdown.reference(tables.Book, "The best.")
    all: list[dict[str, Any]] = pushdown.embedded_values(Recommendation, "All.")


@strawberry.type
class PickedBook:
    """A book that was picked, which must be there."""

    row: int = pushdown.reference(tables.Book, "The book.", nullable=False)


@strawberry.type
class PickedAuthor:
    """An author who was picked, likewise."""

    row: int = pushdown.reference(tables.Author, "The author.", nullable=False)


Picked = Annotated[PickedBook | PickedAuthor, strawberry.union("Picked")]


@strawberry.type
class Query:
    """The root of reading."""

    author = pushdown.row(tables.Author, "An author.")
    book = pushdown.row(tables.Book, "A book.")
    authors = pushdown.rows(tables.Author, "All authors.", default=pushdown.Ordering("name"), filter=AuthorFilter)
    books = pushdown.rows(
        tables.Book, "All books.", default=pushdown.Ordering("id"), filter=BookFilter, order_by=BookOrder
    )
    reviews = pushdown.rows(
        tables.Review,
        "All reviews.",
        default=pushdown.Ordering("id"),
        descending=True,
        filter=ReviewFilter,
        order_by=ReviewOrder,
    )
    notes = pushdown.rows(tables.Note, "All notes.", default=pushdown.Ordering("id"), filter=NoteFilter)
    shelf = pushdown.summary_of(tables.Book, Shelf, "author", "Books in figures.")
    node = pushdown.node("Anything.")
    nodes = pushdown.nodes("Several things.")


@strawberry.type
class Mutation:
    """The root of writing."""

    @strawberry.mutation
    async def recommend(
        self, readers: list[str], book: int | None = None, others: list[int] | None = None
    ) -> RecommendPayload:
        """Recommend a book, and perhaps others, by their primary keys, to readers."""
        recommendation = {"book_id": book, "other_ids": others}
        return RecommendPayload(best=book, all=[{"reader": reader, **recommendation} for reader in readers])

    @strawberry.mutation
    async def pick(self, books: list[int], authors: list[int]) -> list[Picked]:
        """Pick books and authors by their primary keys."""
        return [*(PickedBook(row=key) for key in books), *(PickedAuthor(row=key) for key in authors)]


@strawberry.type
class Subscription:
    """The root of watching."""

    @pushdown.subscription(tables.Book, "A book, as often as asked.")
    async def book(self, info: strawberry.Info, keys: list[int]) -> AsyncIterator[Any]:
        for key in keys:
            yield pushdown.read_row(info, tables.Book, key)


@functools.cache
def _configured() -> StrawberryConfig:
    """The scalars. Values of rows come as JSON, so a scalar's `serialize` takes text."""
    moment = strawberry.scalar(
        name="DateTime",
        serialize=pushdown.as_text,
        parse_value=datetime.fromisoformat,
    )
    code = strawberry.scalar(name="Code", serialize=lambda value: str(value).upper())
    anything = strawberry.scalar(name="Anything", serialize=pushdown.as_json)
    return StrawberryConfig(scalar_map={datetime: moment, Code: code, Anything: anything})


CONFIG = _configured()


def build_schema(reader: pushdown.Reader | None = None) -> pushdown.Schema:
    """The executable schema."""
    Tortoise.init_models([tables.__name__], "library")
    return pushdown.Schema(Query, Mutation, subscription=Subscription, config=CONFIG, reader=reader)
