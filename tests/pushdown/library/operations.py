"""Operations over the library as they come, all of them valid."""

import json
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
)
from hypothesis import strategies as st

from tests.pushdown.library.desk import id_of
from tests.pushdown.library.plainly import ORDERS, Plainly
from tests.pushdown.library.rows import TITLES

_ROW_TYPES = ("Author", "Book", "Review", "Note")
_DEPTH = 5
_UNSAFE = "share"
"""Divides by a number which can be zero."""

ids = st.builds(id_of, st.sampled_from((*_ROW_TYPES, "Publisher")), st.integers(0, 30)) | st.sampled_from(("", "?"))

_moments = st.integers(1, 9).map(lambda day: f"2020-01-0{day}T00:00:00.00000{day // 2}+00:00")


def _operators(**operands: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={name.rstrip("_"): operand for name, operand in operands.items()})


_titles, _genres = st.sampled_from((*TITLES, "no such title")), st.sampled_from(("NOVEL", "POEMS", "HISTORY"))
_pages, _ratings, _stars = st.integers(-1, 500), st.sampled_from((-1.0, 0.0, 0.3, 0.55, 1.0)), st.integers(-1, 4)

_languages = st.lists(st.sampled_from(("pt", "'", "", "NULL", "de", "none")), max_size=3)

_CONDITIONS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "AuthorFilter": {"languages": _operators(hasAny=_languages, hasAll=_languages)},
    "BookFilter": {
        "title": _operators(eq=_titles, in_=st.lists(_titles, max_size=3)),
        "genre": _operators(eq=_genres, in_=st.lists(_genres, max_size=3)),
        "pages": _operators(eq=_pages, gte=_pages, lte=_pages),
        "rating": _operators(gte=_ratings, lte=_ratings),
        "publishedAt": _operators(gte=_moments, lt=_moments),
        "author": _operators(eq=ids, in_=st.lists(ids, max_size=3)),
        "edited": st.booleans(),
        "titled": st.sampled_from(("", "P", "Plain", "'", "\U0001f989", "no such title")),
        "inPrint": st.booleans(),
    },
    "ReviewFilter": {"stars": _operators(eq=_stars, gte=_stars, lte=_stars)},
    "NoteFilter": {"subject": ids},
}


def filters(type_name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Values of a filter's type, within its bounds."""
    plain = st.fixed_dictionaries({}, optional=_CONDITIONS[type_name])

    def joined(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        several = st.lists(inner, max_size=3)
        return st.fixed_dictionaries(
            {}, optional=_CONDITIONS[type_name] | {"and": several, "or": several, "not": inner}
        )

    return st.recursive(plain, joined, max_leaves=4)


@dataclass
class Writing:
    """An operation being written."""

    draw: st.DrawFn
    plainly: Plainly
    variables: dict[str, Any] = field(default_factory=lambda: {"yes": True, "no": False})
    declared: list[str] = field(default_factory=lambda: ["$yes: Boolean! = true", "$no: Boolean! = false"])
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0

    def chance(self, one_in: int) -> bool:
        """True once in so many times; false where examples are made simpler."""
        return self.draw(st.integers(1, one_in)) == one_in

    def selection(self, type_: GraphQLNamedType, depth: int = 0, *, apart: bool = False) -> str:
        """The fields of one object, in braces; `apart` from those of other types, which may have the same names."""
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            possible = [one.name for one in self.plainly.schema.get_possible_types(type_) if one.name in _ROW_TYPES]
            types = self.draw(st.lists(st.sampled_from(possible), max_size=3))
            parts = [f"... on {name} {self.selection(self._type(name), depth, apart=True)}" for name in types]
            common = {"Node": ("id", "i: id"), "Titled": ("title", "t: title")}.get(type_.name, ())
            return f"{{ {self.draw(st.sampled_from(('__typename', *common)))} {' '.join(parts)} }}"
        assert isinstance(type_, GraphQLObjectType)
        names = [name for name in type_.fields if name != _UNSAFE]
        if depth >= _DEPTH:
            names = [name for name in names if not is_composite_type(get_named_type(type_.fields[name].type))]
        chosen = self.draw(st.lists(st.sampled_from([*names, "__typename"]), min_size=1, max_size=4))
        return "{ " + " ".join(self._part(type_, name, depth, apart) for name in chosen) + " }"

    def _type(self, name: str) -> GraphQLNamedType:
        return self.plainly.schema.type_map[name]

    def _part(self, type_: GraphQLObjectType, name: str, depth: int, apart: bool) -> str:
        text = "__typename" if name == "__typename" else self._field(type_.fields[name], name, depth, apart)
        if self.chance(6):
            directive = self.draw(st.sampled_from(("@include(if: $yes)", "@skip(if: $no)", "@skip(if: $yes)")))
            text = f"... {directive} {{ {text} }}"
        if self.chance(8):
            return f"... on {type_.name} {{ {text} }}"
        if self.chance(8):
            self.fragments.append(f"fragment F{len(self.fragments)} on {type_.name} {{ {text} }}")
            return f"...F{len(self.fragments) - 1}" + self.draw(
                st.sampled_from(("", f" ...F{len(self.fragments) - 1}"))
            )
        return text

    def _field(self, definition: GraphQLField, name: str, depth: int, apart: bool) -> str:
        arguments = self._arguments(definition)
        alias = ""
        if arguments or apart or self.chance(3):
            self.aliases += 1
            alias = f"{self.draw(st.sampled_from(('t', 'select_', 'x' * 70)))}{self.aliases}: "
        named = get_named_type(definition.type)
        head = f"{alias}{name}{arguments}"
        if not is_composite_type(named):
            return head
        texts = [f"{head} {self.selection(named, depth + 1)}" for _ in range(2 if self.chance(8) else 1)]
        return " ".join(texts)

    def _arguments(self, definition: GraphQLField) -> str:
        type_name = get_named_type(definition.type).name.removesuffix("Connection")
        values: dict[str, Any] = {}
        if "id" in definition.args:
            values["id"] = self.draw(ids)
        if "authorId" in definition.args and self.chance(2):
            values["authorId"] = self.draw(ids)
        if "ids" in definition.args:
            values["ids"] = self.draw(st.lists(ids, max_size=4))
        if "after" in definition.args:
            values |= self._page(definition, type_name)
        elif "first" in definition.args and self.chance(2):
            values["first"] = self.draw(st.integers(1, 8))
        return f"({', '.join(self._given(definition.args[key], key, values[key]) for key in values)})" if values else ""

    def _page(self, definition: GraphQLField, type_name: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        orders = [order for order in ORDERS[type_name] if order.name]
        if "orderBy" in definition.args and self.chance(2):
            order = self.draw(st.sampled_from(orders))
            values["orderBy"] = {"field": order.name, "direction": "DESC" if order.descending else "ASC"}
            cursors = st.sampled_from(list(self.plainly.cursors[order].values()))
            for argument in ("after", "before"):
                if self.chance(3):
                    values[argument] = self.draw(cursors)
        if self.chance(2):
            values[self.draw(st.sampled_from(("first", "last")))] = self.draw(st.integers(1, 8))
        if "filter" in definition.args and self.chance(3):
            values["filter"] = self.draw(filters(f"{type_name}Filter"))
        return values

    def _given(self, argument: GraphQLArgument, name: str, value: Any) -> str:
        if self.chance(2):
            return f"{name}: {literal(value)}"
        variable = f"v{len(self.variables)}"
        self.variables[variable] = value
        self.declared.append(f"${variable}: {argument.type}")
        return f"{name}: ${variable}"


_ENUMS = {
    "NOVEL",
    "POEMS",
    "HISTORY",
    "ASC",
    "DESC",
    *(order.name for orders in ORDERS.values() for order in orders),
} - {""}


def literal(value: Any) -> str:
    """The value as GraphQL writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return str(value) if isinstance(value, str) and value in _ENUMS else json.dumps(value)


@st.composite
def operations(draw: st.DrawFn, plainly: Plainly) -> tuple[str, dict[str, Any]]:
    """An operation with the values of its variables."""
    writing = Writing(draw, plainly)
    query_type = plainly.schema.query_type
    assert query_type
    selection = writing.selection(query_type)
    uses = "a: __typename @skip(if: $no) b: __typename @include(if: $yes)"
    text = f"query ({', '.join(writing.declared)}) {{ {uses} {selection[1:-1]} }}"
    return " ".join([text, *writing.fragments]), writing.variables
