"""Relay connections by keyset: each page is found through an index, however far it is from the first."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pushdown.compiler import Compiler, Row, object_type
from pushdown.cursors import cursor_sql, key_in, ordering_digest, row_id_in
from pushdown.filters import Condition, FilterCompiler
from pushdown.mappings import joined
from pushdown.metadata import Models, column_of, link_of
from pushdown.orderings import OrderDirection, Ordering
from pushdown.pages import MAX_PAGE, Page
from pushdown.selection import Selected
from pushdown.sql import Sql


@dataclass(frozen=True, slots=True)
class DefaultOrder:
    """The order of a connection where none is asked for."""

    ordering: Ordering
    descending: bool


@dataclass(frozen=True, slots=True)
class RowOrder:
    """An ordering of a model's rows in one direction."""

    model: Models
    ordering: Ordering
    descending: bool

    @property
    def digest(self) -> str:
        """What ties cursors to it."""
        return ordering_digest(self.model.__name__, self.ordering.field, self.descending)

    def keys(self, alias: str) -> tuple[str, ...]:
        """The key, and the primary key where that is another."""
        key, row_id = self.ordering.key(self.model, alias), f"{alias}.{column_of(self.model, 'pk')}"
        return (key,) if key == row_id else (key, row_id)

    def clause(self, alias: str, *, reverse: bool = False) -> str:
        """What ORDER BY takes."""
        direction = "DESC" if self.descending != reverse else "ASC"
        return ", ".join(f"{key} {direction}" for key in self.keys(alias))

    def cursor(self, *keys: str) -> str:
        """SQL for the cursor of a row with these keys."""
        return cursor_sql(self.digest, keys[0], keys[-1])

    def side(self, compiler: Compiler, alias: str, argument: str, cursor: Any, *, beyond: bool) -> str:
        """SQL for the rows beyond a cursor (after it for `after`, before it for `before`), or for the others."""
        sql_type = self.ordering.sql_type(self.model)
        found = (argument, self.digest, sql_type)
        smaller = (self.descending == (argument == "after")) == beyond
        operator = ("<" if smaller else ">") + ("" if beyond else "=")
        keys, bound = self.keys(alias), []
        if len(keys) == 2:
            bound.append(compiler.statement.bind(cursor, sql_type, partial(key_in, *found)))
        bound.append(compiler.statement.bind(cursor, "bigint", partial(row_id_in, *found)))
        return f"({', '.join(keys)}) {operator} ({', '.join(bound)})"

    def check(self, compiler: Compiler, argument: str, cursor: Any) -> None:
        """Have a cursor looked at, whether or not it comes to stand in the statement."""
        found = (argument, self.digest, self.ordering.sql_type(self.model))
        compiler.statement.check(cursor, partial(row_id_in, *found))


@dataclass(frozen=True, slots=True)
class Connection:
    """All rows of a model, or those at the other end of a relation, in pages."""

    default_order: DefaultOrder
    conditions: dict[str, Condition]
    model: Models | None = None
    """The model of a connection at the root; None for one below a row."""
    relation: str | None = None

    def compile(self, compiler: Compiler, row: Row | None, selected: Selected) -> Sql:
        """The connection as one JSON object. Raises InvalidArgument for pages, cursors and filters out of bounds."""
        arguments = compiler.selection.arguments(selected)
        page = Page.of(arguments)
        size = compiler.statement.bind(page.size, "bigint", page.checked)
        alias = compiler.statement.alias()
        model, predicates = self._rows(row, alias)
        order = self._order(model, arguments)
        if filter_ := arguments.get("filter"):
            filtering = FilterCompiler(compiler.statement, Row(alias, model), "filter", self.conditions)
            predicates.append(filtering.compile(filter_))
        for argument, cursor in page.cursors:
            order.check(compiler, argument, cursor)
        return _PageCompiler(compiler, Row(alias, model), model, predicates, order, page, size).compile(selected)

    def _rows(self, row: Row | None, alias: str) -> tuple[Models, list[str]]:
        if self.model is not None:
            return self.model, []
        if row is None or row.model is None or self.relation is None:
            raise TypeError("a connection below a row needs the row's model and a relation")
        link = link_of(row.model, self.relation)
        return link.model, [joined(link, row, alias)]

    def _order(self, model: Models, arguments: dict[str, Any]) -> RowOrder:
        asked = arguments.get("orderBy")
        if asked is None:
            return RowOrder(model, self.default_order.ordering, self.default_order.descending)
        return RowOrder(model, asked["field"].value, asked["direction"] is OrderDirection.DESC)


@dataclass(slots=True)
class _PageCompiler:
    """One page's SQL.

    A page of which only the rows are asked for is a subselect. Where several parts need its rows they are aggregated
    in one pass, with the keys of the ordering: from where these end, an index tells whether there are others.
    """

    compiler: Compiler
    row: Row
    model: Models
    predicates: list[str]
    order: RowOrder
    page: Page
    size: str
    """The placeholder of the page's size."""
    pass_: str | None = None
    """The alias of the one pass; None where there is none."""
    aggregates: dict[str, str] = field(default_factory=dict)

    def compile(self, selected: Selected) -> Sql:
        """The connection's object."""
        type_ = object_type(selected)
        parts = [part.field_name for part in self.compiler.selection.of(type_, selected.nodes, peek=True)]
        if "pageInfo" in parts or sum(name in {"edges", "nodes"} for name in parts) > 1:
            self.pass_ = self.compiler.statement.alias()
        columns = self.compiler.select_list(type_, selected.nodes, self._part)
        return self.compiler.object(columns, self._pass() if self.pass_ else "", nullable=False)

    def _part(self, part: Selected) -> str:
        match part.field_name:
            case "totalCount":
                return f"(SELECT count(*) {self._all()})"
            case "pageInfo":
                columns = self.compiler.select_list(object_type(part), part.nodes, self._page_info)
                return self.compiler.object(columns, "").text
            case "nodes":
                columns = self.compiler.columns(object_type(part), part.nodes, self.row)
            case _:
                columns = self.compiler.select_list(object_type(part), part.nodes, self._edge)
        if self.pass_ is None:
            return self.compiler.array(columns, f"FROM {self._shown()}").text
        item = self.compiler.object(columns, "").text
        return f"coalesce({self._aggregate(f'json_agg({item})')}, '[]'::json)"

    def _edge(self, part: Selected) -> str:
        if part.field_name == "cursor":
            return self.order.cursor(*self.order.keys(self.row.alias))
        columns = self.compiler.columns(object_type(part), part.nodes, self.row)
        return self.compiler.object(columns, "").text

    def _all(self, *further: str) -> str:
        """FROM and WHERE for the rows of all pages, under further conditions."""
        where = " AND ".join([*self.predicates, *further])
        return f"FROM {self.compiler.rows(self.model, self.row.alias)}" + (f" WHERE {where}" if where else "")

    def _rows(self) -> str:
        """The page's rows from where it begins. The constant bound lets the plan be made without knowing the size."""
        alias = self.row.alias
        order = self.order.clause(alias, reverse=self.page.backward)
        found = f"SELECT {alias}.* {self._all(*self._between())} ORDER BY {order} LIMIT {MAX_PAGE}"
        return f"(SELECT {alias}.* FROM ({found}) {alias} LIMIT {self.size}) {alias}"

    def _between(self) -> list[str]:
        """The conditions which the cursors are."""
        return [self._side(argument, cursor, beyond=True) for argument, cursor in self.page.cursors]

    def _shown(self) -> str:
        """The rows on the page in the connection's order, as an item of FROM."""
        if not self.page.backward:
            return self._rows()
        return f"{self._rows()} ORDER BY {self.order.clause(self.row.alias)}"

    def _pass(self) -> str:
        """FROM for the one pass."""
        alias = self.row.alias
        aggregates = "".join(f", {sql} AS {name}" for sql, name in self.aggregates.items())
        rows = f"(SELECT {alias}.* FROM {self._shown()}) {alias}" if self.page.backward else self._shown()
        return f"FROM (SELECT count(*) AS n{aggregates} FROM {rows}) {self.pass_}"

    def _aggregate(self, sql: str) -> str:
        """The column of the one pass which has this aggregate."""
        return f"{self.pass_}.{self.aggregates.setdefault(sql, f'a{len(self.aggregates)}')}"

    def _side(self, argument: str, cursor: Any, *, beyond: bool) -> str:
        return self.order.side(self.compiler, self.row.alias, argument, cursor, beyond=beyond)

    def _page_info(self, part: Selected) -> str:
        match part.field_name:
            case "hasNextPage":
                return self._or_others("false" if self.page.backward else self._more(), "before", self.page.before)
            case "hasPreviousPage":
                return self._or_others(self._more() if self.page.backward else "false", "after", self.page.after)
            case "startCursor":
                place = "1"
            case _:
                place = f"{self.pass_}.n"
        return f"CASE WHEN {self.pass_}.n > 0 THEN {self.order.cursor(*self._keys_at(place))} END"

    def _keys_at(self, place: str) -> list[str]:
        """The keys of the ordering which the row at this place of the page has; NULL where there is none."""
        return [f"({self._aggregate(f'array_agg({key})')})[{place}]" for key in self.order.keys(self.row.alias)]

    def _more(self) -> str:
        """Whether there are rows between the cursors beyond the last one that was found."""
        last = ", ".join(self._keys_at("1" if self.page.backward else f"{self.pass_}.n"))
        operator = "<" if self.order.descending != self.page.backward else ">"
        beyond = f"({', '.join(self.order.keys(self.row.alias))}) {operator} ({last})"
        return f"EXISTS (SELECT {self._all(*self._between(), beyond)})"

    def _or_others(self, more: str, argument: str, cursor: Any) -> str:
        """Also where there are rows on the cursor's other side; the row it was taken from may be gone."""
        if cursor is None:
            return more
        others = self._all(self._side(argument, cursor, beyond=False))
        return f"({more} OR EXISTS (SELECT {others}))"
