"""Every shape that a read can have, each as the smallest operation that has it."""

import re
from typing import Any

from tests.pushdown.library.desk import Desk, id_of

_DECLARED = {
    "book": "ID!",
    "author": "ID!",
    "ids": "[ID!]!",
    "first": "Int",
    "after": "String",
    "before": "String",
    "genre": "Genre = POEMS",
    "filter": "BookFilter",
    "order": "BookOrder",
    "yes": "Boolean! = true",
    "no": "Boolean! = false",
}


def _of(selection: str) -> str:
    """The operation, which declares the variables it uses."""
    used = [f"${name}: {type_}" for name, type_ in _DECLARED.items() if re.search(rf"\${name}\b", selection)]
    return f"query {'(' + ', '.join(used) + ')' if used else ''} {{ {selection} }}"


def _on_book(fields: str) -> str:
    return _of(f"book(id: $book) {{ {fields} }}")


def _on_author(fields: str) -> str:
    return _of(f"author(id: $author) {{ {fields} }}")


PUSHED = {
    "columns": _on_book("title rating"),
    "columns of other names": _on_book("length copies"),
    "expressions": _on_author("shouted called"),
    "enums": _on_book("genre"),
    "custom scalars of texts": _on_book("publishedAt"),
    "arrays": _on_author("languages"),
    "ids": _on_book("id author { id }"),
    "forward relations": _on_book("author { name } editor { name edited { title } }"),
    "reverse relations that stay short": _on_author("edited { title }"),
    "first": _of("books(first: $first) { nodes { title } }"),
    "last": _of("books(last: 2) { nodes { title } }"),
    "after": _of("books(first: 2, after: $after) { nodes { title } pageInfo { hasPreviousPage hasNextPage } }"),
    "before": _of("books(last: 2, before: $before) { nodes { title } pageInfo { hasPreviousPage hasNextPage } }"),
    "first before": _of("books(first: 2, before: $before) { nodes { title } }"),
    "last after": _of("books(last: 2, after: $after) { nodes { title } }"),
    "between cursors": _of("books(after: $after, before: $before) { nodes { title } pageInfo { hasNextPage } }"),
    "edges": _of("books { edges { cursor node { title } } }"),
    "pageInfo": _of("books { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"),
    "totalCount": _of("books { totalCount }"),
    "all parts of a connection": _of("books { edges { cursor } nodes { id } totalCount pageInfo { endCursor } }"),
    "filters": _of("books(filter: { genre: { eq: $genre }, not: { edited: true } }) { totalCount nodes { title } }"),
    "filters in a variable": _of("books(filter: $filter) { totalCount nodes { title } }"),
    "orderings": _of("books(orderBy: { field: PAGES, direction: DESC }) { nodes { length } }"),
    "orderings in a variable": _of("books(orderBy: $order) { nodes { length } }"),
    "limits per parent": _of("authors { nodes { books(first: 2) { nodes { title } totalCount } } }"),
    "connections in connections": _of("authors { nodes { books { nodes { reviews(last: 1) { nodes { stars } } } } } }"),
    "embedded objects": _on_author("profile { motto home { city } colours }"),
    "embedded lists": _on_author("profile { links { url } } awards { title year remark }"),
    "summaries": _of("shelf { count rating kinds { genre count longest books(first: 1) { title } } }"),
    "a summary within a row": _of("shelf(authorId: $author) { author { name } count }"),
    "summaries of rows": _of("authors { nodes { shelf { count rating kinds { count } } } }"),
    "node": _of("node(id: $book) { id __typename ... on Book { title } }"),
    "nodes over all types": _of(
        "nodes(ids: $ids) { id ... on Book { title } ... on Author { name } ... on Review { stars } }"
    ),
    "a row of any type": _of("notes { nodes { subject { id ... on Book { title } } } }"),
    "interfaces": _of("notes { nodes { titled { title ... on Book { length } } } }"),
    "unions": _of("notes { nodes { about { __typename ... on Book { title } ... on Author { name } } } }"),
    "inline fragments": _on_book("... on Book { title } ... on Node { id } ... { genre }"),
    "named fragments": _on_book("...Whole author { ...Name }")
    + " fragment Whole on Book { title ...Where } fragment Where on Node { id } fragment Name on Author { name }",
    "aliases": _on_book("name: title title: genre author: id t1: length"),
    "typenames": _of("__typename books(first: 1) { __typename nodes { __typename author { __typename } } }"),
    "skip and include": _on_book("title @skip(if: $no) genre @include(if: $yes) author @skip(if: $yes) { name }"),
    "an empty object": _on_book("author { name @skip(if: $yes) }"),
    "variables with defaults": _of("books(filter: { genre: { eq: $genre } }) { totalCount }"),
    "several root fields": _of("book(id: $book) { title } author(id: $author) { name } shelf { count } __typename"),
    "the same root field twice": _of("a: books(first: 1) { nodes { id } } b: books(last: 1) { nodes { id } }"),
}
"""Those which the database answers alone."""

WALKED = {
    "a scalar serialised in Python": _on_book("code title"),
    "a field resolved in Python": _on_author("greeting name books(first: 1) { nodes { title } }"),
    "a field resolved in Python of the row's values": _of("authors { nodes { initials books { totalCount } } }"),
    "a key longer than PostgreSQL's names": _on_book(f"{'k' * 64}: title"),
    "introspection beside rows": _of("__schema { queryType { name } } books { totalCount }"),
    "several root fields, one of them with Python": _of("authors { nodes { greeting } } books { totalCount }"),
}
"""Those which execution walks through, over what one statement read."""


async def variables(library: Desk) -> dict[str, Any]:
    """A value for each variable that the operations use."""
    ends = (await library.ask("{ books(first: 20) { pageInfo { startCursor endCursor } } }"))["books"]["pageInfo"]
    return {
        "book": id_of("Book", 8),
        "author": id_of("Author", 3),
        "ids": [id_of("Note", 1), id_of("Book", 1), "?", id_of("Author", 2), id_of("Review", 1)],
        "first": 3,
        "after": ends["startCursor"],
        "before": ends["endCursor"],
        "filter": {"or": [{"title": {"in": ["Plain"]}}, {"pages": {"gte": 300}}]},
        "order": {"field": "PAGES", "direction": "DESC"},
    }
