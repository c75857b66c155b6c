"""The library's answers worked out in Python over the same rows, by graphql-core: what the compiler must equal."""

import functools
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, cast

from graphql import ExecutionResult, GraphQLResolveInfo, GraphQLScalarType, GraphQLSchema, build_schema, graphql_sync
from strawberry.types import ExecutionResult as StrawberryResult

from pushdown import Schema, as_text
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.paging import Order, connection, holds
from tests.pushdown.library.tables import Author, Book, Genre, Note, Review

Row = dict[str, Any]
Answer = tuple[Any, list[tuple[str, str]]]
"""The data, and what is wrong at which places."""
Tables = Mapping[str, list[Row]]

ORDERS = {
    "Author": [Order("authors", "name", "", False)],
    "Note": [Order("notes", "id", "", False)],
    "Book": [
        Order("books", name.lower(), name, descending, {"pages": -1, "rating": -1}.get(name.lower()))
        for name in ("ID", "TITLE", "GENRE", "PAGES", "RATING", "PUBLISHED_AT", "RELEASED_ON", "ISBN", "IN_PRINT")
        for descending in (False, True)
    ],
    "Review": [Order("reviews", "id", "", True), *(Order("reviews", "stars", "STARS", desc) for desc in (False, True))],
}
"""Every order in which rows of a type can come. The first is the root's own where `orderBy` is left out."""


def answer_of(result: ExecutionResult | StrawberryResult) -> Answer:
    """What counts of an answer. Errors come in any order."""
    return result.data, sorted((str(error.path), error.message) for error in result.errors or [])


class Plainly:
    """Answers operations from rows held in memory. Cursors are opaque, so they are looked up."""

    def __init__(
        self,
        schema: GraphQLSchema,
        tables: Tables,
        cursors: Mapping[Order, dict[int, str]],
        *,
        hidden: Callable[[str, Row], bool] = lambda _type_name, _row: False,
    ) -> None:
        self.schema = schema
        self.everything = tables
        self.tables = {name: [row for row in rows if not hidden(name, row)] for name, rows in tables.items()}
        self.cursors = cursors

    @classmethod
    async def over(cls, library: Desk) -> "Plainly":
        """All rows there are now, at most a hundred of a type."""
        tables = await _tables()
        cursors = {}
        for type_name, orders in ORDERS.items():
            for order in orders:
                places = await library.ask(f"{{ it: {order.field}{order.arguments} {{ edges {{ cursor }} }} }}")
                ids = [row["id"] for row in order.sorted(tables[type_name])]
                cursors[order] = dict(zip(ids, (edge["cursor"] for edge in places["it"]["edges"]), strict=True))
        return cls(_schema(library.schema), tables, cursors)

    @classmethod
    async def without_cursors(cls, library: Desk) -> "Plainly":
        """The same for operations that have no cursors."""
        tables = await _tables()
        numbers = {name: {row["id"]: str(row["id"]) for row in rows} for name, rows in tables.items()}
        cursors = {order: numbers[type_name] for type_name, orders in ORDERS.items() for order in orders}
        return cls(_schema(library.schema), tables, cursors)

    def ask(self, query: str, variables: Row) -> Answer:
        """The answer."""
        root = {"__typename": "Query"}
        result = graphql_sync(
            self.schema, query, root, variable_values=variables, field_resolver=self._resolve, type_resolver=_type
        )
        return answer_of(result)

    def without(self, hidden: Callable[[str, Row], bool]) -> "Plainly":
        """The same library for somebody from whom rows are hidden."""
        return Plainly(self.schema, self.everything, self.cursors, hidden=hidden)

    def _resolve(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        if (source.get("__typename"), info.field_name) in _RELATED:
            return _RELATED[source["__typename"], info.field_name](self, source, arguments)
        return _as_json(source.get(info.field_name))

    def find(self, type_name: str, key: int | None) -> Row | None:
        """The row with this primary key."""
        return next((self._shown(type_name, row) for row in self.tables[type_name] if row["id"] == key), None)

    def named(self, text: str, *type_names: str) -> Row | None:
        """The row with this global id, of one of the types."""
        for type_name in type_names or self.tables:
            for row in self.tables[type_name]:
                if id_of(type_name, row["id"]) == text:
                    return self._shown(type_name, row)
        return None

    def page(self, type_name: str, arguments: Row, order: Order, keep: Callable[[Row], bool] = lambda _: True) -> Row:
        """A connection over the rows to keep, in this order unless another is asked for."""
        if asked := arguments.get("orderBy"):
            wanted = (asked["field"], asked["direction"] == "DESC")
            order = next(one for one in ORDERS[type_name] if (one.name, one.descending) == wanted)
        rows = order.sorted(self.everything[type_name])
        shown = [row for row in self.tables[type_name] if keep(row)]
        kept = {row["id"] for row in shown if holds(row, arguments.get("filter") or {})}
        page = connection([row["id"] for row in rows], kept, self.cursors[order], arguments)
        edges = [{"cursor": self.cursors[order][key], "node": self.find(type_name, key)} for key in page.shown]
        return {
            "edges": edges,
            "nodes": [edge["node"] for edge in edges],
            "totalCount": len(kept),
            "pageInfo": page.info,
        }

    def _shown(self, type_name: str, row: Row) -> Row:
        shown = {
            "".join([word if n == 0 else word.title() for n, word in enumerate(k.split("_"))]): row[k] for k in row
        }
        return shown | {
            "__typename": type_name,
            "id": id_of(type_name, row["id"]),
            "row": row,
            "length": row.get("pages"),
            "shouted": str(row.get("name")).upper(),
            "greeting": "Good day",
            "initials": f"{str(row.get('name'))[:1]}. ({row.get('followers')})",
            "blurb": _blurb(row),
            "jacket": f"{row.get('title')} ({len(str(row.get('title')))})",
            "called": None if row.get("name") == "Bo" else row.get("name"),
            "reach": None if row.get("followers") is None else row["followers"] * 100_000,
            "code": str(row.get("isbn")).upper(),
            "profile": _profile(row.get("profile")),
            "awards": _objects(row.get("awards")),
        }


def _blurb(row: Row) -> str | None:
    if not row.get("pages"):
        return None
    return f"{row['genre'].value} {row['published_at'].date()} {row['pages']} {row['author_id']}"


async def _tables() -> Tables:
    models = {"Author": Author, "Book": Book, "Review": Review, "Note": Note}
    return {name: await model.all().order_by("id").values() for name, model in models.items()}


@functools.cache
def _schema(written: Schema) -> GraphQLSchema:
    schema = build_schema(written.as_str())
    cast(GraphQLScalarType, schema.type_map["DateTime"]).coerce_output_value = as_text
    return schema


def _as_json(value: Any) -> Any:
    """As PostgreSQL writes it. Numbers that JSON does not have are texts."""
    if isinstance(value, float) and not isfinite(value):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _profile(stored: Any) -> Row | None:
    profile = _object(stored)
    if profile is None:
        return None
    return profile | {"home": _object(profile.get("home")), "links": _objects(profile.get("links"))}


def _object(stored: Any) -> Row | None:
    """What is no object is null."""
    return stored if isinstance(stored, dict) else None


def _objects(stored: Any) -> list[Row | None]:
    """What is no array is empty."""
    return [_object(item) for item in stored] if isinstance(stored, list) else []


def _type(value: Any, *_: object) -> Any:
    return value["__typename"]


def _edited(library: Plainly, source: Row, _arguments: Row) -> list[Row | None]:
    rows = [row for row in library.tables["Book"] if row["editor_id"] == source["row"]["id"]]
    return [library.find("Book", row["id"]) for row in sorted(rows, key=lambda row: (row["title"], row["id"]))[:3]]


def _belongs(field: str, source: Row) -> Callable[[Row], bool]:
    return lambda row: row[field] == source["row"]["id"]


def _shelf(library: Plainly, author: Row | None, *, whole: bool) -> Row:
    mine = [row for row in library.tables["Book"] if whole or (author and row["author_id"] == author["row"]["id"])]
    ratings = [row["rating"] for row in mine if row["rating"] is not None]
    return {
        "__typename": "Shelf",
        "author": author,
        "count": len(mine),
        "rating": max(ratings, default=None),
        "kinds": [_kind(library, genre, [row for row in mine if row["genre"] == genre]) for genre in Genre],
    }


def _kind(library: Plainly, genre: Genre, rows: list[Row]) -> Row:
    pages = [row["pages"] for row in rows if row["pages"] is not None]
    ordered = sorted(rows, key=lambda row: (row["title"], row["id"]))
    return {
        "__typename": "Kind",
        "genre": genre.value,
        "count": len(rows),
        "longest": max(pages, default=None),
        "books": [library.find("Book", row["id"]) for row in ordered],
    }


def _subject(library: Plainly, source: Row, *type_names: str) -> Row | None:
    named = source["row"]["subject_type"]
    return library.named(id_of(named, source["row"]["subject_id"])) if named in type_names else None


_BY_STARS = Order("reviews", "stars", "STARS", True)

_RELATED: Mapping[tuple[str, str], Callable[[Plainly, Row, Row], Any]] = {
    ("Query", "author"): lambda library, _, arguments: library.named(arguments["id"], "Author"),
    ("Query", "book"): lambda library, _, arguments: library.named(arguments["id"], "Book"),
    ("Query", "node"): lambda library, _, arguments: library.named(arguments["id"]),
    ("Query", "nodes"): lambda library, _, arguments: [library.named(text) for text in arguments["ids"]],
    ("Query", "authors"): lambda library, _, arguments: library.page("Author", arguments, ORDERS["Author"][0]),
    ("Query", "books"): lambda library, _, arguments: library.page("Book", arguments, ORDERS["Book"][0]),
    ("Query", "reviews"): lambda library, _, arguments: library.page("Review", arguments, ORDERS["Review"][0]),
    ("Query", "notes"): lambda library, _, arguments: library.page("Note", arguments, ORDERS["Note"][0]),
    ("Author", "books"): lambda library, source, arguments: library.page(
        "Book", arguments, ORDERS["Book"][0], _belongs("author_id", source)
    ),
    ("Author", "edited"): _edited,
    ("Book", "author"): lambda library, source, _: library.find("Author", source["row"]["author_id"]),
    ("Book", "editor"): lambda library, source, _: library.find("Author", source["row"]["editor_id"]),
    ("Book", "reviews"): lambda library, source, arguments: library.page(
        "Review", arguments, _BY_STARS, _belongs("book_id", source)
    ),
    ("Review", "book"): lambda library, source, _: library.find("Book", source["row"]["book_id"]),
    ("Note", "subject"): lambda library, source, _: _subject(library, source, *library.tables),
    ("Note", "about"): lambda library, source, _: _subject(library, source, "Author", "Book", "Review"),
    ("Note", "writer"): lambda library, source, _: library.find("Author", source["row"]["writer_id"]),
    ("Note", "titled"): lambda library, source, _: _subject(library, source, "Book"),
    ("Query", "shelf"): lambda library, _, arguments: _shelf(
        library, library.named(arguments.get("authorId", ""), "Author"), whole="authorId" not in arguments
    ),
    ("Author", "shelf"): lambda library, source, _: _shelf(library, source, whole=False),
    ("Kind", "books"): lambda _, source, arguments: source["books"][: arguments.get("first", 20)],
}
