"""The library's answers worked out in Python over the same rows, by graphql-core: what the compiler must equal."""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, graphql_sync

from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.paging import Order, connection, holds
from tests.pushdown.library.tables import Author, Book, Note, Review

Row = dict[str, Any]
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


class Plainly:
    """Answers operations from rows held in memory. Cursors are opaque, so they are looked up."""

    def __init__(self, schema: GraphQLSchema, tables: Tables, cursors: Mapping[Order, dict[int, str]]) -> None:
        self.schema = schema
        self.tables = tables
        self.cursors = cursors

    @classmethod
    async def over(cls, library: Desk) -> "Plainly":
        """All rows there are now, at most a hundred of a type."""
        models = {"Author": Author, "Book": Book, "Review": Review, "Note": Note}
        tables = {name: await model.all().order_by("id").values() for name, model in models.items()}
        cursors = {}
        for type_name, orders in ORDERS.items():
            for order in orders:
                places = await library.ask(f"{{ it: {order.field}{order.arguments} {{ edges {{ cursor }} }} }}")
                ids = [row["id"] for row in order.sorted(tables[type_name])]
                cursors[order] = dict(zip(ids, (edge["cursor"] for edge in places["it"]["edges"]), strict=True))
        return cls(build_schema(library.schema.as_str()), tables, cursors)

    def ask(self, query: str, variables: Row) -> Any:
        """The answer's data."""
        root = {"__typename": "Query"}
        result = graphql_sync(
            self.schema, query, root, variable_values=variables, field_resolver=self._resolve, type_resolver=_type
        )
        assert not result.errors, result.errors
        return result.data

    def _resolve(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        if (source.get("__typename"), info.field_name) in _RELATED:
            return _RELATED[source["__typename"], info.field_name](self, source, arguments)
        value = source.get(info.field_name)
        return value.isoformat() if hasattr(value, "isoformat") else value

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
        rows = order.sorted(self.tables[type_name])
        kept = {row["id"] for row in rows if keep(row) and holds(row, arguments.get("filter") or {})}
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
            "profile": _profile(row.get("profile")),
        }


def _profile(stored: Any) -> Any:
    return stored and stored | {"home": stored["home"] and {"city": None} | stored["home"]}


def _type(value: Any, *_: object) -> Any:
    return value["__typename"]


def _edited(library: Plainly, source: Row, _arguments: Row) -> list[Row | None]:
    rows = [row for row in library.tables["Book"] if row["editor_id"] == source["row"]["id"]]
    return [library.find("Book", row["id"]) for row in sorted(rows, key=lambda row: (row["title"], row["id"]))[:3]]


def _belongs(field: str, source: Row) -> Callable[[Row], bool]:
    return lambda row: row[field] == source["row"]["id"]


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
    ("Note", "subject"): lambda library, source, _: library.named(
        id_of(source["row"]["subject_type"], source["row"]["subject_id"])
    ),
}
